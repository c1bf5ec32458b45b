import { readForm } from '../../../src/forms/index.ts';
import type { Form } from '../../../src/forms/index.ts';
import type { Seat } from '../../support/double/seat.ts';
import { presses } from './scene.ts';

const words = (text: string) => ({ kk: text, ru: text, en: text });

/** A questionnaire with one question of each kind that rights and erasing tell apart, in the place of the long one. */
export function shortQuestionnaire(): Form {
  const read = readForm({
    id: 'volunteer-questionnaire',
    about: 'project',
    ours: 'a test',
    title: words('Questionnaire'),
    intro: { project: words('For {name}.'), pool: words('For the pool.') },
    thanks: { project: words('Thank you!'), pool: words('Thank you!') },
    questions: [
      { id: 'full_name', type: 'short-text', name: true, text: words('Name?'), ours: 'a test' },
      { id: 'phone', type: 'phone', sensitive: 'contact', text: words('Phone?'), ours: 'a test' },
      { id: 'why', type: 'long-text', text: words('Why?'), ours: 'a test' },
      { id: 'health', type: 'long-text', sensitive: 'health', text: words('Health?'), ours: 'a test' },
      { id: 'paper', type: 'file', max: 1, text: words('A picture?'), ours: 'a test' },
    ],
  });
  if (read.is === 'broken') throw new Error(read.problems.join('\n'));
  return read.form;
}

/** What somebody answers; each text is found nowhere else, so that a search for it proves something. */
export const marya = {
  name: 'Sidorova Marya',
  phone: '+77017654321',
  why: 'Because of my neighbour Zarina',
  health: 'No stairs since the operation',
} as const;

/** Fills in the short questionnaire for a project (undefined: the pool), up to the overview. */
export async function fillIn(person: Seat, projectId: number | undefined, picture?: Uint8Array): Promise<void> {
  await person.says('/menu');
  await presses(person, 'go:projects');
  await presses(person, projectId === undefined ? 'go:pool' : `go:project:${projectId}`);
  for (const text of [marya.name, marya.phone, marya.why, marya.health]) await person.says(text);
  await person.sends.photo(picture);
}
