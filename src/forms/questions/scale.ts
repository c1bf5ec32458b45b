import { z } from 'zod';
import { answer, problem } from '../outcome.ts';
import { common, questionType } from '../question.ts';
import { words } from '../words.ts';
import { readNumber } from './number.ts';

const points = [1, 2, 3, 4, 5] as const;
const ends = { min: 1, max: 5 };

/** One of the marks 1–5 by a button, or typed. Value: the number. */
export const scale = questionType({
  type: 'scale',
  schema: common.extend({
    type: z.literal('scale'),
    /** What 1 and 5 mean. */
    ends: z.strictObject({ low: words, high: words }),
  }),

  onText(_question, text) {
    const value = readNumber(text.replace(/\s*\/\s*5$/, ''));
    if (value === undefined) return problem('press-a-button');
    return isPoint(value) ? answer(value) : problem('number-range', ends);
  },

  onPress: (_question, act) => (/^[1-5]$/.test(act) ? answer(Number(act)) : problem('old-button')),

  fits: (_question, value) => typeof value === 'number' && isPoint(value),

  show: (_question, value) => `${String(value)} / 5`,

  buttons: (_question, current) => [
    points.map((point) => ({ text: current === point ? `✓ ${point}` : String(point), act: String(point) })),
  ],
});

const isPoint = (value: number): boolean => points.some((point) => point === value);
