import { z } from 'zod';
import { dayInNumbers, dayInWords, dayLimit, isDay, limitDay, moveDay, readDay } from '../../rules/dates.ts';
import type { Day } from '../../rules/dates.ts';
import { answer, problem } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { common, questionType } from '../question.ts';
import { sameText } from '../text.ts';
import { languages, ownWords } from '../words.ts';

const limit = z.string().regex(dayLimit, 'is no day; write like 2026-12-31, today, today-14y or today+30d').optional();
const quickDay = z.enum(['today', 'yesterday']);
type QuickDay = z.infer<typeof quickDay>;

/**
 * A day, typed in any usual way; limits may be counted from today. Days that are answered most often can have buttons.
 * Value: `YYYY-MM-DD`.
 */
export const date = questionType({
  type: 'date',
  schema: common.extend({
    type: z.literal('date'),
    min: limit,
    max: limit,
    quick: z.array(quickDay).min(1, 'is empty; remove it or write today, yesterday').optional(),
  }),

  onText({ quick = [], ...limits }, text, _current, { today }) {
    const called = quick.find((name) => languages.some((lang) => sameText(ownWords[name][lang], text)));
    if (called) return within(limits, dayCalled(called, today), today);
    // Where today and yesterday have buttons, one of the last days is meant.
    const read = readDay(text, quick.length > 0 ? { today, side: 'before' } : undefined);
    return read.is === 'problem' ? problem(read.problem) : within(limits, read.day, today);
  },

  // The act is the day itself: what was "today" when the button was shown stays that day after midnight.
  onPress: ({ quick, ...limits }, act, _current, { today }) =>
    quick && isDay(act) ? within(limits, act, today) : problem('old-button'),

  fits: (_question, value) => typeof value === 'string' && isDay(value),

  show: (_question, value, lang) => dayInWords(String(value), lang),

  buttons({ quick = [], ...limits }, current, { today }, lang) {
    const days = quick.map((name) => ({ name, day: dayCalled(name, today) }));
    const row = days
      .filter(({ day }) => within(limits, day, today).is === 'answer')
      .map(({ name, day }) => ({ text: (current === day ? '✓ ' : '') + ownWords[name][lang], act: day }));
    return row.length > 0 ? [row] : [];
  },

  mistakes: ({ min, max, quick = [] }) => [
    ...[min, max].flatMap((written) =>
      written?.match(/^\d/) && !isDay(written) ? [`"${written}" is no day of the calendar; write an existing day`] : [],
    ),
    ...quick.flatMap((name, index) => {
      if (quick.indexOf(name) !== index) return [`quick: "${name}" stands there twice; write it once`];
      return isNever(name, min, max) ? [`quick: "${name}" is never between min and max; remove it`] : [];
    }),
  ],
});

const dayCalled = (name: QuickDay, today: Day): Day => (name === 'today' ? today : moveDay(today, { days: -1 }));

/** The day as an answer, if it is between the limits. */
function within(limits: { min?: string | undefined; max?: string | undefined }, day: Day, today: Day): Outcome {
  const first = limits.min && limitDay(limits.min, today);
  const last = limits.max && limitDay(limits.max, today);
  if (first && day < first) return problem('date-early', { min: dayInNumbers(first) });
  if (last && day > last) return problem('date-late', { max: dayInNumbers(last) });
  return answer(day);
}

/** Limits that are counted from today keep a quick day out on every day, or on none: any day shows which. */
function isNever(name: QuickDay, min: string | undefined, max: string | undefined): boolean {
  const any = '2026-06-15';
  const [first, last] = [min, max].map((limit) => (limit?.startsWith('today') ? limit : undefined));
  return within({ min: first, max: last }, dayCalled(name, any), any).is === 'problem';
}
