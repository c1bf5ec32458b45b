import { answered, press, refused, text } from './case.ts';
import type { TypeCases } from './case.ts';

const question = 'hours';
const range = { min: 1, max: 1500 };

export const cases: TypeCases = {
  accepts: [
    { question, input: text('12'), outcome: answered(12) },
    { question, input: text('1 500'), outcome: answered(1500) },
    { question, input: text('12,0'), outcome: answered(12) },
    { question, input: text('12.5'), outcome: refused('whole-number', range) },
    { question, input: text('0'), outcome: refused('number-range', range) },
    { question, input: text('1501'), outcome: refused('number-range', range) },
    { question, input: text('он екі'), outcome: refused('not-a-number', range) },
    { question, input: text('1e3'), outcome: refused('not-a-number', range) },
    { question, input: press('12'), outcome: refused('old-button') },
    { question: 'weight', input: text('-2,55'), outcome: answered(-2.5) },
    { question: 'weight', input: press('skip'), outcome: answered(null) },
    { question: 'weight', input: text('өткізіп жіберу'), outcome: answered(null) },
  ],
  shows: [{ question, value: 12, ru: '12' }],
  misfits: [
    { question, value: 1501 },
    { question, value: '12' },
  ],
};
