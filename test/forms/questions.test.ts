import { describe, expect, test } from 'vitest';
import {
  accept,
  awaitsWords,
  buttons,
  isFinished,
  loadForms,
  questionOf,
  wordsForProblem,
} from '../../src/forms/index.ts';
import type { Input, Question, Value } from '../../src/forms/index.ts';
import { questionTypes, typeOf } from '../../src/forms/questions/index.ts';
import { refused } from './cases/case.ts';
import { casesOf } from './cases/index.ts';

const facts = { today: '2026-11-22' };
const form = loadForms('test/forms').get('every-type');

function questionCalled(id: string): Question {
  const question = form && questionOf(form, id);
  if (!question) throw new Error(`test/forms/every-type.yaml has no question "${id}"`);
  return question;
}

/** A type without cases fails by the first test below. */
const none = { accepts: [], shows: [], misfits: [] };
const elsewhere: Input[] = [
  { kind: 'contact', phone: '77011234567' },
  { kind: 'file', file: '1', mime: 'image/jpeg', size: 1 },
];

describe.for([...questionTypes.keys()])('%s', (type) => {
  const { accepts, shows, misfits } = casesOf[type] ?? none;

  test('has cases of its own type, answered and refused', () => {
    const asked = [...accepts, ...shows, ...misfits].map(({ question }) => questionCalled(question).type);
    expect(new Set(asked)).toEqual(new Set([type]));
    expect(new Set(accepts.map(({ outcome }) => outcome.is))).toEqual(
      new Set(accepts.map(({ outcome }) => outcome.is)).add('answer').add('problem'),
    );
  });

  test.for(accepts)('$question: $input with $current', ({ question: id, input, current, outcome }) => {
    const question = questionCalled(id);
    expect(accept(question, input, current, facts)).toEqual(outcome);
    if (outcome.is === 'problem') return;
    expect(isFinished(outcome.value)).toBe(outcome.is === 'answer');
    if (outcome.is === 'answer' && outcome.value !== null)
      expect(typeOf(question).fits(question, outcome.value, facts)).toBe(true);
  });

  test.for(shows)('$question shows $value', ({ question: id, value, ru, buttons: rows }) => {
    const question = questionCalled(id);
    expect(typeOf(question).show(question, value, 'ru', facts)).toBe(ru);
    expect(
      buttons(question, value, facts, 'ru').map((row) => row.map((button) => `${button.text} → ${button.act}`)),
    ).toEqual(rows ?? []);
  });

  test.for(misfits)('$question: $value is no answer any more', ({ question: id, value }) => {
    expect(typeOf(questionCalled(id)).fits(questionCalled(id), value, facts)).toBe(false);
  });

  test('refuses what it has no use for, and offers only acts that it takes', () => {
    for (const question of form?.questions.filter((one) => one.type === type) ?? []) {
      expect(accept(question, { kind: 'other', what: 'sticker' }, undefined, facts)).toEqual(
        refused('unexpected', { what: 'sticker' }),
      );
      for (const input of elsewhere) {
        const taken = (input.kind === 'contact' && type === 'phone') || (input.kind === 'file' && type === 'file');
        const what = input.kind === 'contact' ? 'contact' : 'file';
        if (!taken) expect(accept(question, input, undefined, facts)).toEqual(refused('unexpected', { what }));
      }
      const current: Value | undefined = type === 'file' ? { picked: [{ file: '1', kind: 'photo' }] } : undefined;
      for (const { act } of buttons(question, current, facts, 'kk').flat()) {
        expect(act).toMatch(/^[\x20-\x7e]{1,24}$/);
        expect(accept(question, { kind: 'press', act }, current, facts).is).not.toBe('problem');
      }
    }
  });
});

test("own words for a wrong answer stand in for the type's, but not for what they cannot know", () => {
  const question = questionCalled('sex');
  expect(wordsForProblem(question, 'press-a-button', 'ru')).toBe('Один из двух');
  expect(wordsForProblem(question, 'old-button', 'ru')).toBeUndefined();
  expect(wordsForProblem(questionCalled('ready'), 'press-a-button', 'ru')).toBeUndefined();
});

test('asks for own words exactly while they are to come', () => {
  const values: Value[] = [
    { other: '' },
    { other: 'x' },
    { picked: ['a', { other: '' }] },
    { picked: ['a'] },
    ['a'],
    'a',
    null,
  ];
  expect(values.map(awaitsWords)).toEqual([true, false, true, false, false, false, false]);
});
