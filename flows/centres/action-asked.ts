import type { Birge } from '../../src/context.ts';
import { today } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInNumbers, dayInWords, moveDay } from '../../src/rules/dates.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { staffOf } from '../../src/store/centres/centre.ts';
import type { Talk } from '../../src/talks/talk.ts';
import type { Asked } from './action-parts.ts';
import { daysFor, isSaid, longest, markOf } from './action-parts.ts';
import type { OpenAction } from './action-right.ts';
import { actionLines } from './action-words.ts';

/** Staff that a message names with buttons; Telegram shows a hundred at most. */
const mostStaff = 90;

/** Asks for one part of a step, or on which day it was done; above it what is known. `note` (HTML) stands first. */
export async function askScreen(
  birge: Birge,
  talk: Talk,
  opened: OpenAction,
  asked: Asked,
  note: string | undefined,
): Promise<Screen> {
  const { action, centre } = opened;
  const language = languageOf(talk);
  const say = birge.say(language);
  const { text, rows, ...field } = await questions[asked](birge, talk, opened);
  const known = actionLines(birge, action, language).join('\n');
  const back: ScreenButton[] =
    asked === 'done' || isSaid(action, asked)
      ? [{ text: say('form-back'), data: `jb:act:${action.id}` }]
      : [{ text: say('jb-plan-back'), data: `jb:plan:${centre.id}` }];
  return {
    text: [...(note === undefined ? [] : [note]), known, text].join('\n\n'),
    buttons: [...rows, back],
    ...field,
  };
}

type Question = Pick<Screen, 'text' | 'field'> & { rows: ScreenButton[][] };

const questions: Record<Asked, (birge: Birge, talk: Talk, opened: OpenAction) => Question | Promise<Question>> = {
  what: (birge, talk) => ({ text: birge.say(languageOf(talk))('jb-plan-ask-what', { max: longest }), rows: [] }),
  who: askWho,
  when: askWhen,
  done: (birge, talk) => ({
    text: birge.say(languageOf(talk))('due-which-day'),
    rows: [],
    field: { input: 'date', ...daysFor(birge, 'done') },
  }),
};

/** The staff of today, first the person who is asked; anybody else is named by typing. */
async function askWho(birge: Birge, talk: Talk, { person, action, centre }: OpenAction): Promise<Question> {
  const say = birge.say(languageOf(talk));
  const staff = await staffOf(birge.store, centre.id, today(birge));
  const others = staff.filter((one) => one.person !== person).slice(0, mostStaff);
  const mark = markOf(action, 'who');
  const button = (of: number, text: string): ScreenButton => ({ text, data: `jb:act:${action.id}:p:${of}:${mark}` });
  const names = others.map((one) => button(one.person, shorten(one.name ?? `№ ${one.person}`, 30)));
  return {
    text: say('jb-plan-ask-who'),
    rows: [
      ...(staff.length > others.length ? [[button(person, say('jb-plan-myself'))]] : []),
      ...names.flatMap((_one, index) => (index % 2 === 0 ? [names.slice(index, index + 2)] : [])),
    ],
  };
}

/** How far ahead the buttons lead. */
const ahead = { 'jb-plan-two-weeks': { days: 14 }, 'jb-plan-month': { months: 1 }, 'jb-plan-quarter': { months: 3 } };

function askWhen(birge: Birge, talk: Talk, { action }: OpenAction): Question {
  const language = languageOf(talk);
  const say = birge.say(language);
  const day = today(birge);
  const mark = markOf(action, 'when');
  const rows = Object.entries(ahead).map(([key, by]): ScreenButton[] => {
    const then = moveDay(day, by);
    return [{ text: say(key, { day: dayInWords(then, language) }), data: `jb:act:${action.id}:by:${then}:${mark}` }];
  });
  const example = dayInNumbers(moveDay(day, { days: 45 }));
  return { text: say('jb-plan-ask-when', { example }), rows, field: { input: 'date', ...daysFor(birge, 'when') } };
}

/** What stands there now, where somebody else has said it meanwhile, in Telegram's HTML. */
export function meanwhile(birge: Birge, talk: Talk, { action }: OpenAction, asked: Asked): string {
  const language = languageOf(talk);
  const say = birge.say(language);
  const { what, responsible, dueOn } = action;
  const now = {
    what: what ?? '',
    who: responsible?.name ?? '',
    when: dueOn === null ? '' : dayInWords(dueOn, language),
    done: '',
  }[asked];
  return say('jb-plan-meanwhile', { now: shorten(now, 200) });
}
