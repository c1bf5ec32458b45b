import type { Birge, Ctx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { hearing } from '../../src/screens/hearing.ts';
import type { Seen, Step } from '../../src/screens/screen.ts';
import type { Heard, Turns } from '../../src/screens/turns.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { askScreen, meanwhile } from './action-asked.ts';
import { actionScreen } from './action-card.ts';
import type { Asked } from './action-parts.ts';
import { markOf, nextAsked, readTyped, stands } from './action-parts.ts';
import { openAction } from './action-right.ts';
import { finish, store } from './action-said.ts';

/**
 * Asks what is still missing of a step: what will be done, who answers for it, by which day; then shows its card. A part
 * that is to be changed, or the day on which it was done, is asked for by `asking`. The topic is the step.
 */
export function centreAction(birge: Birge): Turns<number> {
  return {
    name: 'centre-action',
    show: (ctx, id) => show(birge, ctx.talk, id),
    hear: (ctx, id, seen) => hear(birge, ctx, id, seen),
  };
}

/** What the conversation asks for first, whatever is missing; given to the talk before it is entered. */
export const asking = (asked: Asked): Seen => ({ question: `action:${asked}`, rev: 0 });

const questions: ReadonlyMap<string, Asked> = new Map(
  (['what', 'who', 'when', 'done'] as const).map((asked) => [asking(asked).question, asked]),
);

/** What is asked for by a showing. */
const askedIn = (seen: Seen | undefined): Asked | undefined => questions.get(seen?.question ?? '');

async function show(birge: Birge, talk: Talk, id: number): Promise<Step> {
  const { note, seen } = talk;
  talk.note = undefined;
  const opened = await openAction(birge, talk, id, 'work-on-label');
  if ('refusal' in opened) return { is: 'over', screens: [opened.refusal] };
  const { action } = opened;
  const asked = nextAsked(action, askedIn(seen));
  if (asked === undefined || action.doneOn !== null) {
    return { is: 'over', screens: [await actionScreen(birge, talk, opened, note)] };
  }
  return {
    is: 'wait',
    screens: [await askScreen(birge, talk, opened, asked, note)],
    // Asked again, it has been the question since the first time.
    seen: { ...asking(asked), words: markOf(action, asked), since: seen?.since ?? birge.now().getTime() },
  };
}

const again: Heard = { is: 'again' };

async function hear(birge: Birge, ctx: Ctx, id: number, seen: Seen | undefined): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  const asked = askedIn(seen);
  if (heard.is === 'press' || asked === undefined) return { is: 'elsewhere' };
  const say = birge.say(languageOf(talk));
  if (seen?.since !== undefined && talk.receivedAt < seen.since) {
    talk.note = say('fill-too-early');
    return again;
  }
  if (heard.is !== 'text') {
    talk.note = say('problem-unexpected', { what: heard.is === 'other' ? heard.what : heard.is });
    return again;
  }
  const opened = await openAction(birge, talk, id, 'work-on-label');
  if ('refusal' in opened) return { is: 'over', screens: [opened.refusal] };
  const { action } = opened;
  // Done meanwhile: showing says so.
  if (action.doneOn !== null) return again;
  const typed = await readTyped(birge, say, asked, heard.text, action);
  if (typed.is === 'problem') {
    talk.note = typed.note;
    return again;
  }
  if (typed.is === 'done') return { is: 'over', screens: [await finish(birge, talk, opened, typed.on)] };
  if (!stands(action, typed.part) && seen?.words !== markOf(action, asked)) {
    talk.note = meanwhile(birge, talk, opened, asked);
    return again;
  }
  const screen = await store(birge, talk, opened, typed.part);
  if (screen !== undefined) return { is: 'over', screens: [screen] };
  // The next part has a showing of its own.
  talk.seen = undefined;
  return again;
}
