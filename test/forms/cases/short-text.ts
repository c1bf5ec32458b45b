import { answered, press, refused, text } from './case.ts';
import type { TypeCases } from './case.ts';

const question = 'full_name';

export const cases: TypeCases = {
  accepts: [
    { question, input: text('  Әйгерім   Нұрланқызы\n'), outcome: answered('Әйгерім Нұрланқызы') },
    { question, input: text('<b>Aй & Ко</b>'), outcome: answered('<b>Aй & Ко</b>') },
    { question, input: text('И\u0306ва\u0000н\u202E'), outcome: answered('Йван') },
    { question, input: text('Ия 👍'), outcome: answered('Ия 👍') },
    { question, input: text('Ли'), outcome: answered('Ли') },
    { question, input: text('李'), outcome: refused('too-short', { length: 1, min: 2 }) },
    { question, input: text('😀😀😀'), outcome: refused('name-letters') },
    { question, input: text('12345'), outcome: refused('name-letters') },
    { question, input: text('а'.repeat(100)), outcome: answered('а'.repeat(100)) },
    { question, input: text('а'.repeat(101)), outcome: refused('too-long', { length: 101, max: 100 }) },
    { question, input: text('\u200B \u2060\n'), outcome: refused('empty') },
    { question, input: text('\u3164'), outcome: refused('empty') },
    { question, input: press('yes'), outcome: refused('old-button') },
    { question: 'nickname', input: text('👩‍👩‍👧👩‍👩‍👧'), outcome: refused('too-short', { length: 2, min: 3 }) },
    { question: 'nickname', input: text('👩‍👩‍👧'.repeat(10)), outcome: answered('👩‍👩‍👧'.repeat(10)) },
    { question: 'nickname', input: text('x'.repeat(11)), outcome: refused('too-long', { length: 11, max: 10 }) },
    { question: 'nickname', input: press('skip'), outcome: answered(null) },
    { question: 'nickname', input: text('Skip'), outcome: answered(null) },
  ],
  shows: [{ question, value: 'Әйгерім', ru: 'Әйгерім' }],
  misfits: [{ question, value: 1 }],
};
