import { answered, press, refused, stored, text } from './case.ts';
import type { TypeCases } from './case.ts';

const question = 'education';

export const cases: TypeCases = {
  accepts: [
    { question, input: press('higher'), outcome: answered('higher') },
    { question, current: 'higher', input: press('higher'), outcome: answered('higher') },
    { question, current: { other: '' }, input: press('higher'), outcome: answered('higher') },
    { question, input: press('other'), outcome: stored({ other: '' }) },
    { question, current: { other: '' }, input: text('Аспирантура'), outcome: answered({ other: 'Аспирантура' }) },
    { question, current: { other: '' }, input: text('  жоғары '), outcome: answered('higher') },
    { question, input: text('жогары'), outcome: answered('higher') },
    { question, input: text('ВЫСШЕЕ.'), outcome: answered('higher') },
    { question, input: text('secondary'), outcome: answered('secondary') },
    { question, input: text('другое'), outcome: stored({ other: '' }) },
    { question, input: text('two\nlines'), outcome: answered({ other: 'two lines' }) },
    { question, input: text('<b>&'), outcome: answered({ other: '<b>&' }) },
    { question, input: text('я'.repeat(201)), outcome: refused('too-long', { length: 201, max: 200 }) },
    { question, input: press('gone'), outcome: refused('old-button') },
    { question, input: press('skip'), outcome: refused('cannot-skip') },
    { question: 'sex', input: text('не скажу'), outcome: refused('press-a-button') },
    { question: 'sex', input: text('әйел'), outcome: answered('female') },
  ],
  shows: [
    {
      question,
      value: 'higher',
      ru: 'Высшее',
      buttons: [['Среднее → secondary', '✓ Высшее → higher', 'Другое → other']],
    },
    {
      question,
      value: { other: 'Аспирантура' },
      ru: 'Другое: Аспирантура',
      buttons: [['Среднее → secondary', 'Высшее → higher', '✓ Другое → other']],
    },
  ],
  misfits: [
    { question, value: 'gone' },
    { question, value: 3 },
    { question: 'sex', value: { other: 'words' } },
  ],
};
