import { missingPart, standingOf } from '../../src/centres/plan.ts';
import type { Birge } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { Day } from '../../src/rules/dates.ts';
import type { Screen } from '../../src/screens/screen.ts';
import type { ActionPart } from '../../src/store/centres/actions.ts';
import { finishAction, setAction } from '../../src/store/centres/actions.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { actionScreen, whenDoneScreen } from './action-card.ts';
import { dayProblem, stands } from './action-parts.ts';
import type { OpenAction } from './action-right.ts';
import { goneScreen, openAction } from './action-right.ts';
import { responsibleName } from './action-words.ts';

/** Stores a part; gives the screen that ends it, or undefined: something is still missing. */
export async function store(
  birge: Birge,
  talk: Talk,
  { action, person }: OpenAction,
  part: ActionPart,
): Promise<Screen | undefined> {
  if (!stands(action, part)) {
    const is = await setAction(birge.store, action.id, part, person, birge.now());
    if (is === 'gone') return goneScreen(birge, talk);
  }
  const opened = await openAction(birge, talk, action.id, 'work-on-label');
  if ('refusal' in opened) return opened.refusal;
  if (missingPart(opened.action) !== undefined) return undefined;
  return actionScreen(birge, talk, opened, agreed(birge, talk, action, opened));
}

/** Who will be reminded from now on, or that a change is stored. */
function agreed(birge: Birge, talk: Talk, before: OpenAction['action'], { action }: OpenAction): string {
  const say = birge.say(languageOf(talk));
  const { responsible } = action;
  if (standingOf(before) === 'open' && before.responsible?.person === responsible?.person)
    return say('jb-plan-changed');
  return responsible?.person === null
    ? say('jb-plan-agreed-centre')
    : say('jb-plan-agreed', { name: responsibleName(action) ?? '' });
}

/** It was done on that day: nobody is reminded any more. */
export async function finish(birge: Birge, talk: Talk, opened: OpenAction, on: Day): Promise<Screen> {
  const { action, person } = opened;
  const say = birge.say(languageOf(talk));
  if (standingOf(action) !== 'open') return actionScreen(birge, talk, opened);
  const note = dayProblem(birge, say, 'done', on);
  if (note !== undefined) {
    const again = whenDoneScreen(birge, talk, opened);
    return { ...again, text: `${note}\n\n${again.text}` };
  }
  const is = await finishAction(birge.store, action.id, on, person, birge.now());
  if (is === 'gone') return goneScreen(birge, talk);
  return actionScreen(birge, talk, { ...opened, action: { ...action, doneOn: on } }, say('jb-plan-finished'));
}
