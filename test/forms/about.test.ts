import { expect, test } from 'vitest';
import { readForm, say } from '../../src/forms/index.ts';

const same = (text: string) => ({ kk: text, ru: text, en: text });
const texts = { project: same('In {name}'), pool: same('In the pool') };
const form = (about: string) =>
  readForm({
    id: 'speaks',
    about,
    ours: 'test',
    title: texts,
    intro: same('i'),
    thanks: same('t'),
    questions: [{ id: 'q', type: 'yes-no', ours: 'test', text: texts }],
  });

test.for(['project', 'enrolment'])('a form about a %s may speak of the project', (about) => {
  const read = form(about);
  if (read.is === 'broken') throw new Error(read.problems.join('\n'));
  const project = { name: 'Жылы алақан', place: '', purpose: '', activities: '' };
  expect(say(read.form.title, 'kk', { today: '2026-11-22', project })).toBe('In Жылы алақан');
});

test('a form about none may not', () => {
  expect(form('none')).toEqual({
    is: 'broken',
    problems: [
      'title: speaks of a project, but the form is about none; write one text or "about: project"',
      'question "q": text: speaks of a project, but the form is about none; write one text or "about: project"',
    ],
  });
});
