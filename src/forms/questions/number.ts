import { z } from 'zod';
import { answer, problem } from '../outcome.ts';
import { common, questionType } from '../question.ts';

/** A typed number, whole unless `decimals` says how many digits may follow. Value: the number. */
export const number = questionType({
  type: 'number',
  schema: common.extend({
    type: z.literal('number'),
    min: z.number(),
    max: z.number(),
    decimals: z
      .int('is no whole number; write 1, 2 or 3')
      .min(1, 'is below 1; leave it out')
      .max(3, 'is above 3')
      .optional(),
  }),

  onText({ min, max, decimals = 0 }, text) {
    const value = readNumber(text);
    if (value === undefined) return problem('not-a-number', { min, max });
    if (value < min || value > max) return problem('number-range', { min, max });
    if (decimals === 0 && !Number.isInteger(value)) return problem('whole-number', { min, max });
    return answer(Number(value.toFixed(decimals)));
  },

  fits: ({ min, max }, value) => typeof value === 'number' && value >= min && value <= max,

  show: (_question, value) => String(value),

  mistakes: ({ min, max }) => (min < max ? [] : [`min: ${min} is not below max ${max}; write a smaller min`]),
});

/** A number as people type it: decimal comma or point, spaces between thousands, digits of an emoji key. */
export function readNumber(text: string): number | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/[\uFE0F\u20E3\s]/g, '')
    .replace(',', '.');
  return /^[+-]?\d{1,15}(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}
