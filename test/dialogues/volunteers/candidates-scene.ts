import { formHash } from '../../../src/forms/index.ts';
import type { Language } from '../../../src/store/talks.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer } from '../people/scene.ts';

/** Questions of the long questionnaire that a test leaves out are answered like this. */
const usual = {
  phone: '+77017654321',
  email: null,
  sex: 'female',
  education: 'higher',
  free_time: 'weekends',
  attraction: ['learning'],
  sociability: 3,
  persuasion: 3,
  patience: 3,
  peacemaking: 3,
  explaining: 3,
  acceptance: 3,
  respect: 3,
  planning: 3,
  residence: 'over_10',
  experience: ['none'],
  health_limits: false,
  activities: ['exam_help'],
};

/** A questionnaire as it stands once it was sent; `project` null: for the pool. Gives its id. */
export async function sentBySql(
  stage: Stage,
  account: number,
  sent: { project: number | null; at?: string; answers?: Record<string, unknown> },
): Promise<number> {
  const { sql } = stage.database;
  const form = stage.running.birge.forms.get('volunteer-questionnaire');
  if (form === undefined) throw new Error('there is no questionnaire');
  const person = await idOf(stage, account);
  const at = sent.at ?? '2026-11-21T06:00:00Z';
  const [row] = await sql<{ id: number }[]>`
    insert into submissions (owner_person, form, form_hash, about_kind, about_id, round, status, opened_at, touched_at, submitted_at)
    values (${person}, ${form.id}, ${formHash(form)}, ${sent.project === null ? null : 'project'}, ${sent.project},
      (select count(*) + 1 from submissions where owner_person = ${person} and about_id is not distinct from ${sent.project}),
      'submitted', ${at}, ${at}, ${at}) returning id::int`;
  const answers = JSON.stringify({ ...usual, ...sent.answers });
  await sql`insert into answers (submission_id, question, value, complete, by_person, at, rev)
    select ${row?.id ?? 0}, a.key, a.value, true, ${person}, ${at}, 1 from jsonb_each(${answers}::text::jsonb) a`;
  return row?.id ?? 0;
}

/** Somebody who has sent a questionnaire. */
export async function candidateOf(
  stage: Stage,
  who: { id: number; name: string; bornOn?: string; language?: Language },
  sent: { project: number | null; at?: string; answers?: Record<string, unknown> },
): Promise<{ person: Person; id: number; questionnaire: number }> {
  const person = await newcomer(stage, who);
  const id = await idOf(stage, who.id);
  await stage.database.sql`update people set name = ${who.name} where id = ${id}`;
  const answers = { full_name: who.name, ...sent.answers };
  return { person, id, questionnaire: await sentBySql(stage, who.id, { ...sent, answers }) };
}

/** Does somebody like or do well what a skill names; as their table says it. */
export async function skilled(stage: Stage, person: number, skill: string): Promise<void> {
  await stage.database
    .sql`insert into skills (person_id, column_name, skill, own) values (${person}, 'like', ${skill}, null)`;
}

/** What stands in the audit about a kind of act. */
export const auditOf = async (stage: Stage, account: number) =>
  await stage.database.sql`
    select action, subject_kind as kind, subject_id::int as id from audit
    where person_id = ${await idOf(stage, account)} and action not in ('joined', 'read-submission') order by id`;

/** Presses a button with this data wherever it once stood. */
export const opens = (person: Person, data: string) => person.pressesData(data, person.last());
