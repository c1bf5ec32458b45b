import { z } from 'zod';
import { dayInNumbers, dayInWords, dayLimit, isDay, limitDay, readDay } from '../../rules/dates.ts';
import { answer, problem } from '../outcome.ts';
import { common, questionType } from '../question.ts';

const limit = z.string().regex(dayLimit, 'is no day; write like 2026-12-31, today, today-14y or today+30d').optional();

/** A day, typed in any usual way; limits may be counted from today. Value: `YYYY-MM-DD`. */
export const date = questionType({
  type: 'date',
  schema: common.extend({ type: z.literal('date'), min: limit, max: limit }),

  onText({ min, max }, text, _current, { today }) {
    const read = readDay(text);
    if (read.is === 'problem') return problem(read.problem);
    const first = min && limitDay(min, today);
    const last = max && limitDay(max, today);
    if (first && read.day < first) return problem('date-early', { min: dayInNumbers(first) });
    if (last && read.day > last) return problem('date-late', { max: dayInNumbers(last) });
    return answer(read.day);
  },

  fits: (_question, value) => typeof value === 'string' && isDay(value),

  show: (_question, value, lang) => dayInWords(String(value), lang),

  mistakes: ({ min, max }) =>
    [min, max].flatMap((written) =>
      written?.match(/^\d/) && !isDay(written) ? [`"${written}" is no day of the calendar; write an existing day`] : [],
    ),
});
