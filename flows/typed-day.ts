import { today } from '../src/context.ts';
import type { Birge } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { readDay } from '../src/rules/dates.ts';
import type { Day, ReadDay } from '../src/rules/dates.ts';
import type { Hearing } from '../src/screens/hearing.ts';
import type { Talk } from '../src/talks/talk.ts';

/** A day typed where one is asked for; `side`: whether one without its year lies before or after today. */
export const heardDay = (birge: Birge, heard: Hearing, side: 'before' | 'after'): ReadDay =>
  heard.is === 'text' ? readDay(heard.text, { today: today(birge), side }) : { is: 'problem', problem: 'not-a-date' };

/**
 * The same, if it can be taken: `problemWith` says in words why a day can not. Undefined: it can not, and the talk's note
 * tells why.
 */
export function typedDay(
  birge: Birge,
  talk: Talk,
  heard: Hearing,
  side: 'before' | 'after',
  problemWith: (day: Day) => string | undefined,
): Day | undefined {
  const read = heardDay(birge, heard, side);
  talk.note = read.is === 'day' ? problemWith(read.day) : birge.say(languageOf(talk))(`problem-${read.problem}`);
  return read.is === 'day' && talk.note === undefined ? read.day : undefined;
}
