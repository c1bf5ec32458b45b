import { answered, press, refused, text } from './case.ts';
import type { TypeCases } from './case.ts';

const question = 'patience';

export const cases: TypeCases = {
  accepts: [
    { question, input: press('1'), outcome: answered(1) },
    { question, input: press('5'), outcome: answered(5) },
    { question, input: text('4'), outcome: answered(4) },
    { question, input: text(' 4 / 5 '), outcome: answered(4) },
    { question, input: text('3️⃣'), outcome: answered(3) },
    { question, input: text('0'), outcome: refused('number-range', { min: 1, max: 5 }) },
    { question, input: text('6'), outcome: refused('number-range', { min: 1, max: 5 }) },
    { question, input: text('2,5'), outcome: refused('number-range', { min: 1, max: 5 }) },
    { question, input: text('жақсы'), outcome: refused('press-a-button') },
    { question, input: press('6'), outcome: refused('old-button') },
    { question, input: press('skip'), outcome: refused('cannot-skip') },
  ],
  shows: [{ question, value: 2, ru: '2 / 5', buttons: [['1 → 1', '✓ 2 → 2', '3 → 3', '4 → 4', '5 → 5']] }],
  misfits: [
    { question, value: 6 },
    { question, value: '3' },
  ],
};
