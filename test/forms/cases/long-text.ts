import { answered, press, refused, text } from './case.ts';
import type { TypeCases } from './case.ts';

const question = 'story';

export const cases: TypeCases = {
  accepts: [
    { question, input: text(' Бірінші жол\r\n\r\nекінші жол '), outcome: answered('Бірінші жол\n\nекінші жол') },
    { question, input: text('\uD83D text'), outcome: answered('\uFFFD text') },
    { question, input: text('я'.repeat(2000)), outcome: answered('я'.repeat(2000)) },
    { question, input: text('я'.repeat(5000)), outcome: refused('too-long', { length: 5000, max: 2000 }) },
    { question, input: text(' \n\t '), outcome: refused('empty') },
    { question, input: press('done'), outcome: refused('old-button') },
    { question, input: press('skip'), outcome: refused('cannot-skip') },
  ],
  shows: [{ question, value: 'a\nb', ru: 'a\nb' }],
  misfits: [{ question, value: true }],
};
