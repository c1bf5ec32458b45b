import { expect, test } from 'vitest';
import { carry, formHash, loadForms, readForm } from '../../src/forms/index.ts';
import type { Form, Value } from '../../src/forms/index.ts';

const facts = { today: '2026-11-22' };

function everyType(): Form {
  const form = loadForms('test/forms').get('every-type');
  if (!form) throw new Error('test/forms/every-type.yaml is missing');
  return form;
}

const form = everyType();

test('a draft keeps what still is an answer, asks again what is none, and lists what the form has lost', () => {
  const answers: Record<string, Value> = {
    education: 'doctorate',
    sex: 'female',
    reasons: ['friends', 'gone'],
    patience: 5,
    hours: 2000,
    weight: null,
    full_name: null,
    since: '1990-01-01',
    papers: { picked: [{ file: '1', kind: 'document' }] },
    photo: [{ file: '2', kind: 'photo' }],
    removed: 'text',
  };
  expect(carry(form, answers, facts)).toEqual({
    kept: {
      sex: 'female',
      patience: 5,
      weight: null,
      since: '1990-01-01',
      papers: { picked: [{ file: '1', kind: 'document' }] },
      photo: [{ file: '2', kind: 'photo' }],
    },
    again: ['education', 'reasons', 'hours', 'full_name'],
    orphans: ['removed'],
  });
});

test('answers of another direction are asked again', () => {
  const questionnaire = loadForms('content/forms').get('volunteer-questionnaire');
  const project = { name: 'A', place: 'B', purpose: 'C', activities: 'D' };
  const carried = (direction: string) =>
    questionnaire &&
    carry(questionnaire, { activities: ['visitors'] }, { ...facts, project: { ...project, direction } }).again;
  expect([carried('health'), carried('elderly')]).toEqual([[], ['activities']]);
});

test('the hash is of the content, not of its order, and survives the database', () => {
  const reordered = Object.fromEntries(Object.entries(form).toReversed());
  const again = readForm(JSON.parse(JSON.stringify(reordered)));
  expect(formHash(form)).toMatch(/^[0-9a-f]{64}$/);
  expect(again.is === 'form' && formHash(again.form)).toBe(formHash(form));
  expect(formHash({ ...form, about: 'project' })).not.toBe(formHash(form));
  expect(formHash({ ...form, questions: form.questions.toReversed() })).not.toBe(formHash(form));
});
