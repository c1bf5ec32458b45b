import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consentVersion } from '../../src/people/standing.ts';
import type { Form } from '../../src/forms/index.ts';
import { readFormText } from '../../src/forms/load.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Stage } from './dialogue.ts';
import type { Person } from './double/person.ts';
import type { ButtonTest } from './double/press.ts';

/** The form that the menu opens. A test's own form goes by this id, so that it is walked the way everybody walks. */
const opened = 'volunteer-questionnaire';

/**
 * A form of a test, to be put in the questionnaire's place.
 * @param file from the folder `test`, for example `forms/every-type.yaml`.
 * @param only the ids of the questions to keep; all without it.
 */
export function testForm(file: string, only?: readonly string[]): Form {
  const path = join(import.meta.dirname, '..', file);
  const read = readFormText(readFileSync(path, 'utf8'), path);
  if (read.is === 'broken') throw new Error(read.problems.join('\n'));
  const { form } = read;
  const questions = only ? form.questions.filter(({ id }) => only.includes(id)) : form.questions;
  return { ...form, id: opened, questions };
}

/** Somebody grown up who has long agreed; their first message finds them known. */
export async function knownPerson(stage: Stage, id: number, name: string, language: Language = 'en'): Promise<Person> {
  const { sql } = stage.database;
  const at = '2026-11-01T06:00:00Z';
  const [made] = await sql<{ id: number }[]>`
    insert into people (language, language_chosen, born_on, created_at) values (${language}, true, '2001-05-14', ${at})
    returning id::int`;
  if (made === undefined) throw new Error('no person was made');
  await sql`insert into identities (channel_id, external_id, person_id, added_at)
    select id, ${String(id)}, ${made.id}, ${at} from channels where kind = 'telegram'`;
  await sql`insert into consents (person_id, given_by, text_version, how, at)
    values (${made.id}, ${made.id}, ${consentVersion}, 'self', ${at})`;
  return stage.double.person({ id, first_name: name });
}

/** Presses the newest button that means this: `go:pool`, or what a form's button does (`back`, `send`, an option's code). */
export const meaning =
  (act: string): ButtonTest =>
  (button) =>
    'callback_data' in button && (button.callback_data === act || button.callback_data.endsWith(`:${act}`));

/** Opens the form from the menu. What is said from here on is `said(person)`. */
export async function opens(person: Person, project = 'go:pool'): Promise<void> {
  await person.says('/menu');
  await person.presses(meaning('go:projects'));
  await person.presses(meaning(project));
  fromHere(person);
}

const begun = new WeakMap<Person, number>();

/** Forgets what was said so far: `said` begins here. */
export const fromHere = (person: Person): void => void begun.set(person, person.chat.events.length);

/** What was said since the form was opened, or since `fromHere`. */
export const said = (person: Person): string => person.transcript(begun.get(person) ?? 0);

/** The bot's newest message with its buttons, as lines. */
export function screen(person: Person): string {
  const { text, buttons } = person.last();
  return [text, ...buttons.map((row) => row.map((words) => `[${words}]`).join(' '))].join('\n');
}

/** Everything this person has answered, by question; unfinished answers stand in `begun`. */
export async function stored(stage: Stage, person: Person): Promise<Record<string, unknown>> {
  const rows = await stage.database.sql<{ question: string; value: unknown; complete: boolean }[]>`
    select a.question, a.value, a.complete from answers a join submissions s on s.id = a.submission_id
    join identities i on i.person_id = s.owner_person
    where i.external_id = ${String(person.user.id)} order by s.id, a.at, a.question`;
  return Object.fromEntries(
    rows.map(({ question, value, complete }) => [question, complete ? value : { begun: value }]),
  );
}

/** How this person's submissions stand, oldest first. */
export async function submissions(stage: Stage, person: Person): Promise<{ status: string; at: string | null }[]> {
  const rows = await stage.database.sql<{ status: string; at: string | null }[]>`
    select s.status, s.at_question as at from submissions s join identities i on i.person_id = s.owner_person
    where i.external_id = ${String(person.user.id)} order by s.id`;
  return [...rows];
}
