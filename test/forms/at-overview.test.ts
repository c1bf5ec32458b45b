import { expect, test } from 'vitest';
import {
  afterAnswer,
  afterKept,
  next,
  overview,
  place,
  previous,
  questionOf,
  readForm,
  saved,
  walkState,
} from '../../src/forms/index.ts';
import type { Form, Value } from '../../src/forms/index.ts';

const same = (text: string) => ({ kk: text, ru: text, en: text });
const yesNo = (id: string, more: object = {}) => ({ id, type: 'yes-no', ours: 'test', text: same(id), ...more });
const more = { beside: 'overview', optional: true, button: same('More') };

/** one, two; beside the overview: photo, and if two is yes, why. */
const form: Form = (() => {
  const read = readForm({
    id: 'more',
    about: 'none',
    ours: 'test',
    title: same('t'),
    intro: same('t'),
    thanks: same('t'),
    questions: [
      yesNo('photo', { ...more, sensitive: 'identity' }),
      yesNo('one'),
      yesNo('two'),
      yesNo('why', { ...more, when: { question: 'two', is: true } }),
    ],
  });
  if (read.is === 'broken') throw new Error(read.problems.join('\n'));
  return read.form;
})();

const after = (answers: Record<string, Value>, id: string, before = false) => {
  const question = questionOf(form, id);
  if (question === undefined) throw new Error(id);
  return afterAnswer(form, walkState(answers), question, before);
};

test('it is never asked on the way, and counts for nothing there', () => {
  const done = walkState({ one: true, two: true });
  expect([next(form, walkState({})), next(form, walkState({ one: true }), 'one'), next(form, done)]).toEqual([
    'one',
    'two',
    'overview',
  ]);
  expect(place(form, done, 'two')).toEqual({ number: 2, of: 2 });
  expect(place(form, done, 'why')).toEqual({ number: 0, of: 2 });
  expect(saved(form, walkState({ one: true, photo: true }))).toEqual({ number: 1, of: 2 });
});

test('from it one comes back to the overview, or to what is still open', () => {
  const all = { one: true, two: true, why: true };
  expect([after(all, 'why'), after(all, 'why', true), after({ two: true, why: true }, 'why')]).toEqual([
    'overview',
    'overview',
    'one',
  ]);
  expect(afterKept(form, walkState(all), 'why')).toBe('overview');
  expect([previous(form, walkState(all), 'why'), previous(form, walkState(all), 'overview')]).toEqual([
    'overview',
    'two',
  ]);
});

test('the overview lists its answer only if there is one', () => {
  const listed = (answers: Record<string, Value>) =>
    overview(form, answers, 'en', { today: '2026-11-22' }).map(({ id, answer }) => `${id}: ${answer}`);
  expect(listed({ one: true })).toEqual(['one: Yes', 'two: null']);
  expect(listed({ one: true, two: true, photo: null, why: false })).toEqual(['one: Yes', 'two: Yes', 'why: No']);
  expect(listed({ one: true, two: false, photo: true, why: false })).toEqual(['photo: Yes', 'one: Yes', 'two: No']);
});

test('an answer about who somebody is counts as sensitive', () => {
  const [line] = overview(form, { photo: true }, 'en', { today: '2026-11-22' });
  expect(line).toEqual({ id: 'photo', question: 'photo', answer: 'Yes', sensitive: 'identity' });
});
