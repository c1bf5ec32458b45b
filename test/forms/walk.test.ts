import { describe, expect, test } from 'vitest';
import { guardsOf, next, place, previous, readForm, saved, visible, walkState } from '../../src/forms/index.ts';
import type { Form, Value } from '../../src/forms/index.ts';

const same = (text: string) => ({ kk: text, ru: text, en: text });
const yesNo = (id: string, when?: unknown) => ({
  id,
  type: 'yes-no',
  ours: 'test',
  text: same(id),
  ...(when ? { when } : {}),
});

/** name, limits → details → serious; kinds → events, own_kind; last. */
const form = formOf([
  yesNo('name'),
  yesNo('limits'),
  yesNo('details', { question: 'limits', is: true }),
  yesNo('serious', { question: 'details', is: true }),
  {
    id: 'kinds',
    type: 'several-choices',
    ours: 'test',
    optional: true,
    text: same('kinds'),
    options: [
      { code: 'events', text: same('Events') },
      { code: 'papers', text: same('Papers') },
      { code: 'own', other: true, text: same('Own') },
    ],
  },
  yesNo('events', [
    { question: 'kinds', includes: 'events' },
    { question: 'limits', is: false },
  ]),
  yesNo('own_kind', { question: 'kinds', includes: 'own' }),
  yesNo('no_papers', { question: 'kinds', not: 'papers' }),
  yesNo('last'),
]);

function formOf(questions: unknown[]): Form {
  const read = readForm({
    id: 'walk',
    about: 'none',
    ours: 'test',
    title: same('t'),
    intro: same('t'),
    thanks: same('t'),
    questions,
  });
  if (read.is === 'broken') throw new Error(read.problems.join('\n'));
  return read.form;
}

const shown = (answers: Record<string, Value>) => visible(form, answers).map(({ id }) => id);
const nextOf = (answers: Record<string, Value>, after?: string) => next(form, walkState(answers), after);

test('guards are the questions that others depend on', () => {
  expect([...guardsOf(form)]).toEqual(['limits', 'details', 'kinds']);
});

describe('what is asked', () => {
  const table: [string, Record<string, Value>, string[]][] = [
    ['nothing answered', {}, []],
    ['yes brings the dependent question', { limits: true }, ['details']],
    ['and what depends on that', { limits: true, details: true }, ['details', 'serious']],
    ['what hangs on a hidden question is hidden', { limits: false, details: true }, []],
    ['all conditions of a list must hold', { limits: false, kinds: ['events', 'papers'] }, ['events']],
    ['one of them does not', { limits: true, kinds: ['events', 'papers'] }, ['details']],
    ['own words count as their option', { kinds: [{ other: 'x' }, 'papers'] }, ['own_kind']],
    ['not', { kinds: ['events'], limits: true }, ['details', 'no_papers']],
    ['a skipped question is "not"', { kinds: null }, ['no_papers']],
    ['an unfinished answer decides nothing', { kinds: { picked: ['events'] }, limits: false }, []],
  ];

  test.for(table)('%s', ([, answers, extra]) => {
    expect(shown(answers)).toEqual(
      form.questions.map(({ id }) => id).filter((id) => ['name', 'limits', 'kinds', 'last', ...extra].includes(id)),
    );
  });
});

describe('next', () => {
  const table: [string, Record<string, Value>, string | undefined, string][] = [
    ['the first', {}, undefined, 'name'],
    ['the one after', { name: true }, 'name', 'limits'],
    ['a question that the answer brought', { name: true, limits: true }, 'limits', 'details'],
    ['past a hidden one', { name: true, limits: false }, 'limits', 'kinds'],
    ['past an answered one', { name: true, limits: false, kinds: null, last: true }, 'limits', 'no_papers'],
    ['back to an earlier gap', { limits: false, kinds: ['papers'], last: true }, 'last', 'name'],
    ['after a hidden question', { name: true, limits: false }, 'details', 'kinds'],
    ['after a question that is gone', { name: true }, 'gone', 'limits'],
    ['an unfinished answer is open', { name: true, limits: false, kinds: { picked: ['events'] } }, 'limits', 'kinds'],
    ['own words still to come are open', { name: true, limits: false, kinds: { other: '' } }, 'name', 'kinds'],
    ['the overview', { name: true, limits: false, kinds: ['papers'], last: false }, 'last', 'overview'],
  ];

  test.for(table)('%s', ([, answers, after, expected]) => {
    expect(nextOf(answers, after)).toBe(expected);
  });
});

test('back goes through what is asked, from the overview to the first question', () => {
  const state = walkState({ name: true, limits: false, kinds: ['papers'], last: false });
  const way: string[] = [];
  for (let at: string | undefined = 'overview'; at !== undefined; at = previous(form, state, at)) way.push(at);
  expect(way).toEqual(['overview', 'last', 'kinds', 'limits', 'name']);
  expect(previous(form, state, 'details')).toBe('limits');
  expect(previous(form, state, 'gone')).toBeUndefined();
});

test('progress counts what is asked', () => {
  const state = walkState({ name: true, limits: true, details: false });
  expect(place(form, state, 'kinds')).toEqual({ number: 4, of: 5 });
  expect(place(form, state, 'serious')).toEqual({ number: 0, of: 5 });
  expect(saved(form, state)).toEqual({ number: 3, of: 5 });
  expect(saved(form, walkState({ serious: true }))).toEqual({ number: 0, of: 4 });
});

test('a form of 200 questions is walked like a short one', () => {
  const long = formOf(Array.from({ length: 200 }, (_, index) => yesNo(`q${index}`)));
  const answers = Object.fromEntries(long.questions.slice(0, 199).map(({ id }) => [id, true]));
  expect(next(long, walkState(answers), 'q5')).toBe('q199');
  expect(place(long, walkState(answers), 'q199')).toEqual({ number: 200, of: 200 });
});
