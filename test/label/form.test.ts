import { expect, test } from 'vitest';
import {
  formHash,
  next,
  place,
  previous,
  questionOf,
  readForm,
  saved,
  walkedFrom,
  walkState,
} from '../../src/forms/index.ts';
import type { Form, Value } from '../../src/forms/index.ts';
import { centreKinds } from '../../src/rules/label-codes.ts';
import { formIdOf, formOf, marksOf } from '../../src/label/form.ts';
import { loadInstrument } from '../../src/label/instrument.ts';

const instrument = loadInstrument('content/jastar-belgisi.yaml');
const regional = formOf(instrument, 'regional');

test.for(centreKinds)('the form of a centre of the kind %s is one of our engine, and survives the database', (kind) => {
  const form = formOf(instrument, kind);
  const again = readForm(JSON.parse(JSON.stringify(form)));
  expect(again.is === 'broken' ? again.problems : []).toEqual([]);
  expect(again.is === 'form' && formHash(again.form)).toBe(formHash(form));
});

test('of each indicator it asks a mark, an example and files, and after each criterion two texts', () => {
  const ids = (form: Form, within: RegExp) => form.questions.filter(({ id }) => within.test(id)).map(({ id }) => id);
  expect(ids(regional, /^(i4[34]|c7)_/)).toEqual([
    'i43_mark',
    'i43_example',
    'i43_files',
    'i44_mark',
    'i44_example',
    'i44_files',
    'c7_trends',
    'c7_difficult',
  ]);
  const counts = centreKinds.map((kind) => formOf(instrument, kind).questions.length);
  expect(counts).toEqual([48 * 3 + 8 * 2, 44 * 3 + 7 * 2, 44 * 3 + 7 * 2, 44 * 3 + 7 * 2]);
});

test("a question's type and whether it may be skipped are by its id's ending, in every form", () => {
  const kinds = new Map<string, Set<string>>();
  for (const { id, type, optional } of centreKinds.flatMap((kind) => formOf(instrument, kind).questions)) {
    const ending = id.replace(/^[ic]\d+_/, '');
    kinds.set(ending, (kinds.get(ending) ?? new Set()).add(`${type}${optional ? ', optional' : ''}`));
  }
  expect(Object.fromEntries([...kinds].map(([ending, types]) => [ending, [...types]]))).toEqual({
    mark: ['one-choice'],
    example: ['long-text, optional'],
    files: ['file, optional'],
    trends: ['long-text, optional'],
    difficult: ['long-text, optional'],
  });
});

test('an indicator is asked with its number, the numbers of this kind of centre, its note and the three answers', () => {
  const mark = questionOf(formOf(instrument, 'district'), 'i16_mark');
  expect(mark).toEqual({
    id: 'i16_mark',
    type: 'one-choice',
    source: 'indicator 16',
    short: {
      kk: '16. Жастар ісі бойынша даярлық',
      ru: '16. Подготовка по молодёжной работе',
      en: '16. Training in youth work',
    },
    text: {
      kk: '16. Басшы және кемінде 2 қызметкер жастар ісі бойынша даярлықтан өткен (кемінде 128 сағат): білім, дағды, құндылық бағдарлары.',
      ru: '16. Руководитель и не менее 2 сотрудников прошли подготовку по молодёжной работе (не менее 128 часов): знания, навыки, ценностные установки.',
      en: '16. The head and at least 2 staff are trained in youth work (at least 128 hours): knowledge, skills, attitudes.',
    },
    hint: {
      kk: 'Құжаттың екі басылымында әртүрлі. Қазақшасында: «кемінде 128 сағат». Орысшасында: «кемінде 80 сағат». Біз «кемінде 128 сағат» дегенін алдық.',
      ru: 'Редакции документа расходятся. В казахской: «не менее 128 часов». В русской: «не менее 80 часов». Мы взяли: «не менее 128 часов».',
      en: 'The editions of the document differ. Kazakh: “at least 128 hours”. Russian: “at least 80 hours”. We use: “at least 128 hours”.',
    },
    options: [
      { code: 'yes', text: { kk: 'Иә', ru: 'Да', en: 'Yes' } },
      { code: 'not_fully', text: { kk: 'Толық емес', ru: 'Не в полной мере', en: 'Not fully' } },
      { code: 'no', text: { kk: 'Жоқ', ru: 'Нет', en: 'No' } },
    ],
  });
});

test('each criterion is a section with its title', () => {
  const sections = regional.questions.flatMap(({ id, section }) => (section ? [`${id}: ${section.title.en}`] : []));
  expect(sections).toEqual([
    'i1_mark: 1. The centre is there for young people and youth work',
    'i12_mark: 2. Staff have the competences that youth work needs',
    'i20_mark: 3. Safe conditions that respect diversity and human dignity',
    'i26_mark: 4. A minimum infrastructure fit for activities with diverse groups',
    'i35_mark: 5. Young people, youth organisations and movements help shape concepts and programmes',
    'i38_mark: 6. The centre furthers the quality of youth work',
    'i43_mark: 7. The centre is oriented to service and to the client',
    'i45_mark: 8. The regional centre coordinates district and city centres',
  ]);
});

test('kinds of centres have forms of their own', () => {
  expect(centreKinds.map(formIdOf)).toEqual([
    'label-regional',
    'label-republican-city',
    'label-oblast-city',
    'label-district',
  ]);
});

test('a criterion is walked by itself, whatever else is answered; examples and files wait to be opened', () => {
  const part = walkedFrom(regional, 'i44_example');
  const answers: Record<string, Value> = { i1_mark: 'no', i43_mark: 'yes' };
  expect(part.questions.map(({ id }) => id)).toEqual([
    ...['i43_mark', 'i43_example', 'i43_files', 'i44_mark', 'i44_example', 'i44_files'],
    ...['c7_trends', 'c7_difficult'],
  ]);
  expect(next(part, walkState(answers))).toBe('i44_mark');
  expect(saved(part, walkState(answers))).toEqual({ number: 1, of: 4 });
  const done = { ...answers, i44_mark: 'not_fully', c7_trends: null, c7_difficult: 'Қыста аз келеді.' };
  expect(next(part, walkState(done), 'c7_difficult')).toBe('overview');
  expect(previous(part, walkState(done), 'i44_files')).toBe('i44_mark');
  expect(place(part, walkState(done), 'i44_files')).toEqual({ number: 2, of: 4 });
});

test('marks are read from stored answers, and only from what is a mark', () => {
  const answers: Record<string, Value> = {
    i1_mark: 'yes',
    i2_mark: 'not_fully',
    i48_mark: 'no',
    i3_mark: 'perhaps',
    i4_mark: { other: 'yes' },
    i5_example: 'yes',
    c1_trends: 'yes',
  };
  expect(marksOf(answers)).toEqual({ 1: 'yes', 2: 'not_fully', 48: 'no' });
});
