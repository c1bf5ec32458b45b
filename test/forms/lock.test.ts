import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadForms } from '../../src/forms/index.ts';
import { checkLock, writeLock } from '../../src/forms/lock.ts';
import { formOf } from '../../src/label/form.ts';
import { loadInstrument } from '../../src/label/instrument.ts';

/** Forms of the quality label for the four kinds of centre share their questions: one name in the lock stands for all. */
const label = { ...formOf(loadInstrument('content/jastar-belgisi.yaml'), 'regional'), id: 'label' };
const forms = [...loadForms('content/forms').values(), label];
const locked = readFileSync('content/question-ids.lock', 'utf8');

test('content/question-ids.lock has every question with its type', () => {
  expect(checkLock(forms, locked)).toEqual([]);
  expect(writeLock(forms, locked)).toBe(locked);
});

test('a changed type and a missing question are told with the line to write', () => {
  const text = locked
    .replace('questionnaire.phone: phone', 'questionnaire.phone: short-text')
    .replace('volunteer-questionnaire.sex: one-choice\n', '');
  expect(checkLock(forms, text)).toEqual([
    'content/forms/volunteer-questionnaire.yaml: question "phone": its type is phone, but content/question-ids.lock has it as ' +
      'short-text; an id keeps its type for ever, so write "type: short-text" or give the question a new id',
    'content/question-ids.lock: question "sex" is missing; add the line "volunteer-questionnaire.sex: one-choice"',
  ]);
});

test('writing adds, and never changes or removes a line', () => {
  const text = 'volunteer-questionnaire.phone: short-text\nold-form.gone: date\n';
  const written = writeLock(forms, text);
  expect(written).toContain('volunteer-questionnaire.phone: short-text\n');
  expect(written).toContain('old-form.gone: date\n');
  expect(written).toContain('volunteer-questionnaire.sex: one-choice\n');
});
