import { today } from '../../src/context.ts';
import type { Birge, Ctx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInWords, isDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { hearing } from '../../src/screens/hearing.ts';
import type { Seen, Step } from '../../src/screens/screen.ts';
import type { Heard, Turns } from '../../src/screens/turns.ts';
import { confirmedWork } from '../../src/store/volunteers/thanks.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { heardDay } from '../typed-day.ts';
import { enrolmentIf, refusal } from './right.ts';
import { certificateScreen } from './thank-preview.ts';

/** From which to which day a certificate counts, typed one after the other; then how it will look. The topic is the enrolment. */
export function thanksPeriod(birge: Birge): Turns<number> {
  return {
    name: 'thanks-period',
    show: (ctx, id) => show(birge, ctx.talk, id),
    hear: (ctx, id, seen) => hear(birge, ctx, id, seen),
  };
}

/** The last day is asked for when the first one is said. */
const lastAsked = (first: Day): Seen => ({ question: 'thanks-last', rev: 0, words: first });
const firstSaid = (seen: Seen | undefined): Day | undefined =>
  seen?.question === 'thanks-last' && isDay(seen.words ?? '') ? seen.words : undefined;

async function show(birge: Birge, talk: Talk, id: number): Promise<Step> {
  const { note, seen } = talk;
  talk.note = undefined;
  const enrolment = await enrolmentIf(birge, talk, id, 'thank-volunteers');
  if (enrolment === undefined) return { is: 'over', screens: [refusal(birge, talk)] };
  const language = languageOf(talk);
  const say = birge.say(language);
  const first = firstSaid(seen);
  const asked =
    first === undefined ? say('vol-thx-first-day') : say('vol-thx-last-day', { day: dayInWords(first, language) });
  const text = [...(note === undefined ? [] : [note]), asked].join('\n\n');
  const field = { input: 'date', max: today(birge), ...(first !== undefined && { min: first }) } as const;
  const buttons = [[{ text: say('form-back'), data: `vol:thank:${id}:cert` }]];
  return {
    is: 'wait',
    screens: [{ text, field, buttons }],
    seen: first === undefined ? { question: 'thanks-first', rev: 0 } : lastAsked(first),
  };
}

const again: Heard = { is: 'again' };

async function hear(birge: Birge, ctx: Ctx, id: number, seen: Seen | undefined): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const enrolment = await enrolmentIf(birge, talk, id, 'thank-volunteers');
  if (enrolment === undefined) return { is: 'over', screens: [refusal(birge, talk)] };
  const say = birge.say(languageOf(talk));
  const first = firstSaid(seen);
  const read = heardDay(birge, heard, 'before');
  if (read.is === 'problem') talk.note = say(`problem-${read.problem}`);
  else if (read.day > today(birge)) talk.note = say('vol-thx-day-ahead');
  else if (first === undefined) talk.seen = lastAsked(read.day);
  else if (read.day < first) talk.note = say('vol-thx-day-before');
  else {
    const { person, project } = enrolment;
    const shown = { from: first, until: read.day, language: enrolment.language };
    const work = await confirmedWork(birge.store, { person, project, from: first, until: read.day });
    if (work.hours > 0) {
      return { is: 'over', screens: [await certificateScreen(birge, talk, enrolment, shown)] };
    }
    talk.note = say('vol-thx-days-none');
    talk.seen = undefined;
  }
  return again;
}
