import type { Player } from '../../channels/suite/player.ts';
import type { Mark } from '../../../src/rules/label-codes.ts';
import type { Language } from '../../../src/store/talks.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { meaning } from '../../support/filling.ts';
import { appoint, idOf, newcomer, presses } from '../people/scene.ts';

/** Somebody who works in a centre and has said their name. */
export async function works(
  stage: Stage,
  who: { id: number; name: string; language?: Language },
  centre: number,
  role = 'staff',
): Promise<Person> {
  const person = await newcomer(stage, who);
  await stage.database.sql`update people set name = ${who.name} where id = ${await idOf(stage, who.id)}`;
  await appoint(stage, who.id, role, { organisation: centre });
  return person;
}

/** Somebody who comes by another channel than Telegram, and works in the centre; gives the person's row. */
export async function worksBy(player: Player, stage: Stage, name: string, centre: number, language: Language) {
  const written = { kk: '1', ru: '2', en: '3' }[language];
  await player.says('Салам!');
  await player.picks(`w:lang:${language}`, written);
  await player.picks('w:agree', '1');
  await player.says('14.05.1990');
  const { sql } = stage.database;
  const [row] = await sql<{ id: number }[]>`select max(person_id)::int as id from identities`;
  const id = row?.id ?? 0;
  await sql`update people set name = ${name} where id = ${id}`;
  await sql`insert into memberships (person_id, organisation_id, role, from_on) values (${id}, ${centre}, 'staff', '2026-11-01')`;
  return id;
}

/** Opens the assessment of the only centre from the menu. */
export async function opensAssessment(person: Person, centre: number): Promise<void> {
  await person.says('/menu');
  await presses(person, 'jb:home');
  await presses(person, `jb:as:${centre}`);
}

/** At the criteria: opens one of them at its first indicator without an answer. */
export const opensCriterion = (person: Person, number: number) =>
  person.presses(({ text }) =>
    [`● ${number}. `, `◐ ${number}. `, `○ ${number}. `].some((from) => text.startsWith(from)),
  );

/** Presses one after the other what these mean: `yes`, `skip`, `i7_mark:change`. */
export async function pressesAll(person: Person, ...acts: string[]): Promise<void> {
  for (const act of acts) await person.presses(meaning(act));
}

/** The mark that these talks give to an indicator: every fifth is a no, every third of the others not fully. */
export function markFor(number: number): Mark {
  if (number % 5 === 0) return 'no';
  return number % 3 === 0 ? 'not_fully' : 'yes';
}

/** The submission of a centre's assessment. */
export async function submissionOf(stage: Stage, centre: number, by = 'centre', at = 'start'): Promise<number> {
  const rows = await stage.database.sql<{ id: number }[]>`
    select submission_id::int as id from assessments where organisation_id = ${centre} and made_by = ${by} and stage = ${at}
    order by cycle desc`;
  const [row] = rows;
  if (row === undefined) throw new Error('nobody has begun it');
  return row.id;
}

/** All finished answers as they stand, each with the name of whose it is. */
export async function standing(stage: Stage, submission: number): Promise<Record<string, [unknown, string | null]>> {
  const rows = await stage.database.sql<{ question: string; value: unknown; name: string | null }[]>`
    select a.question, a.value, p.name from answers a left join people p on p.id = a.by_person
    where a.submission_id = ${submission} and a.complete order by a.at, a.question`;
  return Object.fromEntries(rows.map(({ question, value, name }) => [question, [value, name]]));
}

/** What stood before and what was refused, as the history tells it. */
export async function changes(stage: Stage, submission: number, question: string) {
  return await stage.database.sql`
    select value, name, how from (
      select h.value, p.name, 'before' as how, h.at from answer_history h left join people p on p.id = h.by_person
        where h.submission_id = ${submission} and h.question = ${question}
      union all
      select r.value, p.name, 'refused', r.at from refused_answers r left join people p on p.id = r.by_person
        where r.submission_id = ${submission} and r.question = ${question}) t order by at, how`;
}

/**
 * Lets these things happen while nobody can write into the submission, and gives way once all of them wait there: each
 * has read what stood before.
 */
export async function atOnce(
  { database }: Stage,
  submission: number,
  ...acts: (() => Promise<unknown>)[]
): Promise<void> {
  const { sql } = database;
  const done = await sql.begin(async (held) => {
    await held`select 1 from submissions where id = ${submission} for update`;
    const going = acts.map((act) => act());
    const waiting = async () => {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return row?.count ?? 0;
    };
    for (const end = Date.now() + 5000; (await waiting()) < acts.length;)
      if (Date.now() > end) throw new Error('not all of them came to write');
    return { going };
  });
  await Promise.all(done.going);
}
