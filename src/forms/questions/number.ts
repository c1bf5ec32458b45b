import { z } from 'zod';
import { answer, problem } from '../outcome.ts';
import { common, questionType } from '../question.ts';
import type { Lang } from '../words.ts';

/** Buttons beside each other. */
const perRow = 4;

/**
 * A typed number, whole unless `decimals` says how many digits may follow; those that are answered most often can have buttons.
 * Value: the number.
 */
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
    quick: z
      .array(z.number())
      .min(1, 'is empty; remove it or write numbers')
      .max(2 * perRow, `has more than ${2 * perRow} numbers; leave those that are answered most often`)
      .optional(),
  }),

  onText({ min, max, decimals = 0 }, text) {
    const value = readNumber(text);
    if (value === undefined) return problem('not-a-number', { min, max });
    if (value < min || value > max) return problem('number-range', { min, max });
    if (decimals === 0 && !Number.isInteger(value)) return problem('whole-number', { min, max });
    return answer(Number(value.toFixed(decimals)));
  },

  onPress({ quick = [] }, act) {
    const pressed = quick.find((value) => String(value) === act);
    return pressed === undefined ? problem('old-button') : answer(pressed);
  },

  fits: ({ min, max }, value) => typeof value === 'number' && value >= min && value <= max,

  show: (_question, value, lang) => written(Number(value), lang),

  buttons({ quick = [] }, current, _facts, lang) {
    const all = quick.map((value) => ({
      text: (current === value ? '✓ ' : '') + written(value, lang),
      act: String(value),
    }));
    return [all.slice(0, perRow), all.slice(perRow)].filter((row) => row.length > 0);
  },

  mistakes: ({ min, max, decimals = 0, quick = [] }) => [
    ...(min < max ? [] : [`min: ${min} is not below max ${max}; write a smaller min`]),
    ...quick.flatMap((value, index) => {
      if (quick.indexOf(value) !== index) return [`quick: ${value} stands there twice; write it once`];
      if (value < min || value > max)
        return [`quick: ${value} is not between min ${min} and max ${max}; write another`];
      const fine = Number(value.toFixed(decimals)) === value;
      return fine ? [] : [`quick: ${value} has more digits than decimals allow; write another or raise decimals`];
    }),
  ],
});

/** As people write it: a decimal comma in Kazakh and Russian. */
const written = (value: number, lang: Lang): string =>
  lang === 'en' ? String(value) : String(value).replace('.', ',');

/** A number as people type it: decimal comma or point, spaces between thousands, digits of an emoji key. */
export function readNumber(text: string): number | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/[\uFE0F\u20E3\s]/g, '')
    .replace(',', '.');
  return /^[+-]?\d{1,15}(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}
