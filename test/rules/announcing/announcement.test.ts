import { expect, test } from 'vitest';
import { codesOf } from '../../../src/forms/form.ts';
import { accept, ask, languages, loadForms, questionOf, visible } from '../../../src/forms/index.ts';
import type { Form, Value } from '../../../src/forms/index.ts';
import {
  announcementIn,
  announcementKinds,
  textFor,
  textQuestion,
} from '../../../src/rules/announcing/announcement.ts';
import { goodOnes } from './samples.ts';

const forms = loadForms('content/forms');
const [announcement, group] = [formCalled('announcement'), formCalled('group')];
const facts = { today: '2026-11-22' };

function formCalled(id: string): Form {
  const form = forms.get(id);
  if (!form) throw new Error(`content/forms/${id}.yaml is missing`);
  return form;
}

const codes = (form: Form, id: string): string[] | undefined => {
  const question = questionOf(form, id);
  return question && codesOf(question)?.codes;
};

test('the form offers the kinds that the rules know', () => {
  expect(codes(announcement, 'kind')).toEqual([...announcementKinds]);
});

test.for(announcementKinds)('for %s it asks four short things, with a hint of its own', (kind) => {
  const asked = visible(announcement, { kind });
  expect(asked.map(({ id }) => id)).toEqual(['kind', `${kind}_kk`, 'text_ru', 'attachment']);
  expect(asked.filter(({ optional }) => optional).map(({ id }) => id)).toEqual(['text_ru', 'attachment']);
  const text = questionOf(announcement, textQuestion(kind));
  const hints = languages.map((lang) => text && (ask(text, lang, facts).hint ?? ''));
  const others = announcementKinds
    .filter((other) => other !== kind)
    .map((other) => questionOf(announcement, textQuestion(other))?.hint);
  expect(hints.every((hint) => hint !== undefined && hint.length > 100 && hint.length < 520)).toBe(true);
  expect(others).not.toContainEqual(text?.hint);
});

test.for(Object.entries(goodOnes))('%s is taken by the form and found in its answers', ([, good]) => {
  const answers: Record<string, Value> = {
    kind: good.kind,
    attachment: [{ file: '7', kind: 'photo' }],
  };
  for (const [id, text] of [
    [textQuestion(good.kind), good.kk],
    ['text_ru', good.ru ?? ''],
  ] as const) {
    const question = questionOf(announcement, id);
    const taken = question && accept(question, { kind: 'text', text }, undefined, facts);
    answers[id] = taken?.is === 'answer' ? taken.value : null;
  }
  expect(announcementIn(answers, good.button)).toEqual({ ...good, file: true });
});

test('what is skipped is not there; the text of another kind is not this one', () => {
  const answers = { kind: 'free', free_kk: 'Сәлем', event_kk: 'Бұрынғы', text_ru: null, attachment: null };
  const found = announcementIn(answers, false);
  expect(found).toEqual({ kind: 'free', kk: 'Сәлем', file: false, button: false });
  expect(found && languages.map((lang) => textFor(found, lang))).toEqual(['Сәлем', 'Сәлем', 'Сәлем']);
  expect(announcementIn({ kind: 'course', event_kk: 'Бұрынғы' }, false)).toBeUndefined();
  expect(announcementIn({ event_kk: 'Бұрынғы' }, false)).toBeUndefined();
});

test('people who read Russian get the Russian text', () => {
  expect(languages.map((lang) => textFor({ kk: 'Сәлем', ru: 'Привет' }, lang))).toEqual(['Сәлем', 'Привет', 'Сәлем']);
});

test('groups have the regions of organisations, word for word', () => {
  const options = (form: Form) => {
    const question = questionOf(form, 'region');
    return question?.type === 'one-choice' ? question.options : undefined;
  };
  expect(options(group)).toHaveLength(20);
  expect(options(group)).toEqual(options(formCalled('new-organisation')));
  expect(codes(group, 'language')).toEqual(['kk', 'ru', 'both']);
});
