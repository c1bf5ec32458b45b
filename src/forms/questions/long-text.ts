import { z } from 'zod';
import { answer } from '../outcome.ts';
import { common, questionType } from '../question.ts';
import { clean, lengthProblem } from '../text.ts';

const longest = 2000;

/** Text of several lines, at most 2,000 characters. Value: the text. */
export const longText = questionType({
  type: 'long-text',
  schema: common.extend({
    type: z.literal('long-text'),
    minLength: z.int('is no whole number').min(1, 'is below 1; leave it out').optional(),
    maxLength: z.int('is no whole number').max(longest, `is above ${longest}; write at most ${longest}`).optional(),
  }),

  onText({ minLength = 1, maxLength = longest }, text) {
    const said = clean(text);
    return lengthProblem(said, minLength, maxLength) ?? answer(said);
  },

  fits: (_question, value) => typeof value === 'string',

  show: (_question, value) => String(value),

  mistakes: ({ minLength = 1, maxLength = longest }) =>
    minLength <= maxLength ? [] : [`minLength: ${minLength} is above maxLength ${maxLength}; write a smaller one`],
});
