import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/postgres.ts';

/* Lists of one project are looked up by key: what others have, however much it is, is not read for them. */

const others = 5_000;
const projects = 500;
const mine = 3;
const today = '2026-11-22';
const now = new Date(`${today}T07:00:00Z`);

let db: FreshDatabase;
let project: number;
beforeEach(async () => {
  db = await freshDatabase();
  project = await plant();
});
afterEach(() => db.close());

/** Many projects with candidates and volunteers, who all know the same skill; gives the id of one that has a few of them. */
async function plant(): Promise<number> {
  const { sql } = db;
  const words = sql.json({ kk: 'Жоба' });
  await sql`insert into form_versions (form, hash, definition, guards, first_seen_at)
    values ('volunteer-questionnaire', 'h', '{}', '[]', ${now})`;
  await sql`insert into organisations (kind, programme, name, made_at)
    select 'volunteer-organisation', 'volunteers', ${words}, ${now} from generate_series(1, ${projects / 5}::int)`;
  await sql`insert into projects (organisation_id, name, place, purpose, activities, direction, made_at)
    select o.id, ${words}, ${words}, ${words}, ${words}, 'education', ${now} from organisations o, generate_series(1, 5)`;
  const [one] = await sql<{ id: number }[]>`select max(id)::int as id from projects`;
  const id = one?.id ?? 0;
  // Who comes first comes to this one; the others are spread over the rest.
  await sql`insert into people (name, born_on, language, created_at)
    select 'Мысал ' || n, '2001-05-14', 'kk', ${now} from generate_series(1, ${mine + others}::int) n`;
  await sql`create table came as select p.id as person, case when p.id <= (select min(id) from people) + ${mine - 1}
    then ${id}::bigint else (select min(id) from projects) + p.id % ${projects - 1} end as project from people p`;
  await sql`insert into submissions (owner_person, form, form_hash, about_kind, about_id, status, opened_at, touched_at, submitted_at)
    select person, 'volunteer-questionnaire', 'h', 'project', project, 'submitted', ${now}::timestamptz, ${now}, ${now} from came`;
  await sql`insert into answers (submission_id, question, value, complete, at, rev)
    select id, 'full_name', '"Мысал"', true, ${now}, 1 from submissions`;
  await sql`insert into memberships (person_id, organisation_id, project_id, role, from_on)
    select c.person, p.organisation_id, p.id, 'volunteer', '2026-01-01' from came c join projects p on p.id = c.project`;
  await sql`insert into skills (person_id, column_name, skill) select person, 'well', 'law' from came`;
  await sql`drop table came`;
  await sql`analyze`;
  return id;
}

const candidates = (filter: object) =>
  `candidates_within(false, '[]', '[${project}]', '${JSON.stringify(filter)}', null, 50, '${today}')`;
const volunteers = (skill: string) =>
  `volunteers_within(false, '[]', '[${project}]', ${project}, ${skill}, false, null, 50, '${today}')`;

/** How many a list has, and which tables of people's the database has read more of than the project accounts for. */
async function reads(list: string) {
  // A connection of its own has counted nothing before.
  const other = postgres(db.sqlUrl, { max: 1 });
  const seen = await other.begin(async (sql) => {
    const listed = await sql.unsafe<{ n: number }[]>(`select jsonb_array_length(${list}) as n`);
    const read = await sql<{ table: string; rows: number }[]>`
      select relname as table, (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows
      from pg_stat_xact_user_tables where schemaname = 'public' and relname not in ('projects', 'organisations')`;
    return { found: listed[0]?.n, much: read.filter(({ rows }) => rows > mine * 10).map((row) => ({ ...row })) };
  });
  await other.end();
  return seen;
}

test.each([
  ['candidates', () => candidates({})],
  ['candidates of one project', () => candidates({ project })],
  ['candidates who know something', () => candidates({ skill: 'law' })],
  ['candidates of a direction, answered ones too', () => candidates({ answered: true, direction: 'education' })],
  ['volunteers', () => volunteers('null')],
  ['volunteers who know something', () => volunteers("'law'")],
])('%s: only what is of the project is read', async (_list, list) => {
  expect(await reads(list())).toEqual({ found: mine, much: [] });
});
