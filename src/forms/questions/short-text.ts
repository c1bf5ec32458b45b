import { z } from 'zod';
import { readName } from '../names.ts';
import { answer } from '../outcome.ts';
import { common, questionType } from '../question.ts';
import { lengthProblem, oneLine } from '../text.ts';

const longest = 200;

/** One line of text, at most 200 characters; with `name: true` a person's name. Value: the text. */
export const shortText = questionType({
  type: 'short-text',
  schema: common.extend({
    type: z.literal('short-text'),
    name: z.literal(true).optional(),
    minLength: z.int('is no whole number').min(1, 'is below 1; leave it out').optional(),
    maxLength: z.int('is no whole number').max(longest, `is above ${longest}; use the type long-text`).optional(),
  }),

  onText({ name, minLength = 1, maxLength = longest }, text) {
    if (name) return readName(text);
    const said = oneLine(text);
    return lengthProblem(said, minLength, maxLength) ?? answer(said);
  },

  fits: (_question, value) => typeof value === 'string',

  show: (_question, value) => String(value),

  mistakes: ({ minLength = 1, maxLength = longest }) =>
    minLength <= maxLength ? [] : [`minLength: ${minLength} is above maxLength ${maxLength}; write a smaller one`],
});
