import type { Birge, Say } from '../../src/context.ts';
import { today } from '../../src/context.ts';
import { dueLine, indicatorName } from '../../src/centres/plan-words.ts';
import { missingPart, standingOf } from '../../src/centres/plan.ts';
import { daysLeft, daysUntil } from '../../src/deadlines/words.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import type { Action } from '../../src/store/centres/actions.ts';
import type { Language } from '../../src/store/talks.ts';

/** Who answers for a step, plain; whoever has not told their name yet has a number. */
export function responsibleName({ responsible }: Action): string | undefined {
  if (responsible === null) return undefined;
  return responsible.name === '' ? `№ ${responsible.person}` : responsible.name;
}

/** Has whoever answered for it left the centre? */
const isLeft = (action: Action): boolean => standingOf(action) === 'open' && action.responsible === null;

/** By which day within a line; what has slipped is marked. */
function shortDueLine(birge: Birge, dueOn: Day, language: Language): string {
  const say = birge.say(language);
  const day = today(birge);
  const when = say('due-line', { day: dayInWords(dueOn, language), left: daysLeft(say, dueOn, day) });
  return daysUntil(dueOn, day) < 0 ? `❗ ${when}` : when;
}

/** What is known of a step, a line each, in Telegram's HTML; the indicator first. */
export function actionLines(birge: Birge, action: Action, language: Language): string[] {
  const say = birge.say(language);
  const who = responsibleName(action);
  return [
    `<b>${escapeHtml(indicatorName(birge, action.indicator, language))}</b>`,
    ...(action.what === null ? [] : [escapeHtml(action.what)]),
    ...(who === undefined ? [] : [say('jb-plan-who', { name: who })]),
    ...(isLeft(action) ? [say('jb-plan-nobody')] : []),
    ...(action.doneOn !== null
      ? [say('jb-plan-done-on', { day: dayInWords(action.doneOn, language) })]
      : action.dueOn === null
        ? []
        : [dueLine(birge, action.dueOn, language)]),
  ];
}

/** A step in a numbered list, two lines of Telegram's HTML. */
export function actionLine(birge: Birge, action: Action, number: number, language: Language): string {
  const say = birge.say(language);
  const { what, dueOn, doneOn } = action;
  const called = what ?? indicatorName(birge, action.indicator, language);
  const who = responsibleName(action);
  const when =
    doneOn !== null
      ? say('jb-plan-done-on', { day: dayInWords(doneOn, language) })
      : standingOf(action) === 'unsaid' || dueOn === null
        ? missingWords(say, action)
        : shortDueLine(birge, dueOn, language);
  const left = isLeft(action) ? [say('jb-plan-nobody-short')] : [];
  const about = [...(who === undefined ? left : [escapeHtml(shorten(who, 60))]), when];
  return `<b>${number}.</b> ${escapeHtml(shorten(called))}\n${about.join(' · ')}`;
}

/** What has to be said next of a step that is not said to the end. */
function missingWords(say: Say, action: Action): string {
  switch (missingPart(action)) {
    case 'what':
      return say('jb-plan-missing-what');
    case 'who':
      return say('jb-plan-missing-who');
    default:
      return say('jb-plan-missing-when');
  }
}

/** The button that leads to a centre's plan. */
export const toPlan = (say: Say, organisation: number): ScreenButton[] => [
  { text: say('jb-plan-button'), data: `jb:plan:${organisation}` },
];
