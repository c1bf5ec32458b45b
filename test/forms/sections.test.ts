import { expect, test } from 'vitest';
import {
  afterAnswer,
  afterKept,
  next,
  place,
  previous,
  questionOf,
  readForm,
  sectionsOf,
  walkedFrom,
  walkState,
  withinOf,
} from '../../src/forms/index.ts';
import type { Form } from '../../src/forms/index.ts';

const same = (text: string) => ({ kk: text, ru: text, en: text });
const yesNo = (id: string, more: object = {}) => ({ id, type: 'yes-no', ours: 'test', text: same(id), ...more });

const read = readForm({
  id: 'parts',
  about: 'none',
  walk: 'sections',
  ours: 'test',
  title: same('Parts'),
  intro: same('Intro'),
  thanks: same('Thanks'),
  questions: [
    yesNo('one', { section: { title: same('The first'), short: same('First') } }),
    { id: 'one_why', type: 'short-text', ours: 'test', optional: true, beside: 'one', text: same('Why?') },
    yesNo('two'),
    yesNo('three'),
    yesNo('four', { section: { title: same('Second') } }),
    yesNo('note', { optional: true }),
  ],
});
const form: Form = (() => {
  if (read.is === 'broken') throw new Error(read.problems.join('\n'));
  return read.form;
})();

const after = (answers: Record<string, boolean | string>, id: string, before = false) => {
  const question = questionOf(form, id);
  if (question === undefined) throw new Error(id);
  return afterAnswer(walkedFrom(form, id), walkState(answers), question, before);
};

test('a section is walked by itself, and its end is the overview', () => {
  expect(sectionsOf(form).map(({ title, questions }) => [title.en, questions.map(({ id }) => id)])).toEqual([
    ['First', ['one', 'one_why', 'two', 'three']],
    ['Second', ['four', 'note']],
  ]);
  expect([after({ one: true }, 'one'), after({ one: true, two: true, three: true }, 'three')]).toEqual([
    'two',
    'overview',
  ]);
  expect(previous(walkedFrom(form, 'four'), walkState({}), 'four')).toBeUndefined();
  expect(place(walkedFrom(form, 'one_why'), walkState({}), 'one_why')).toEqual({ number: 1, of: 3 });
});

test('what stands beside a question leads back to it, or on if that has its answer', () => {
  expect(after({ one_why: 'so' }, 'one_why')).toBe('one');
  expect(after({ one: true, one_why: 'so' }, 'one_why')).toBe('two');
  const all = { one: true, one_why: 'so', two: true, three: true };
  expect(after(all, 'one_why')).toBe('two');
});

test('a section that is done can be gone through: whoever changes or keeps an answer comes to the next one, then to the overview', () => {
  const all = walkState({ one: true, two: true, three: true });
  expect(after({ one: false, two: true, three: true }, 'one', true)).toBe('two');
  expect(afterKept(walkedFrom(form, 'two'), all, 'two')).toBe('three');
  expect(afterKept(walkedFrom(form, 'three'), all, 'three')).toBe('overview');
  // A whole form goes on to what is open.
  const whole: Form = { ...form, walk: undefined };
  expect(afterKept(whole, all, 'one')).toBe(next(whole, all, 'one'));
});

test('one walks among the questions of the section; at the overview among those that have to be answered', () => {
  expect([withinOf(form, 'two'), withinOf(form, 'overview'), withinOf(form, 'gone')]).toEqual([
    ['one', 'one_why', 'two', 'three'],
    ['one', 'two', 'three', 'four'],
    ['one', 'two', 'three', 'four'],
  ]);
  expect(withinOf({ ...form, walk: undefined }, 'two')).toBeNull();
});
