import type postgres from 'postgres';
import type { Rule } from '../../src/store/obligations.ts';

/** On this day the first rung of one obligation of everybody has come; the others' come a month later each. */
export const dueDay = '2026-12-16T06:00:00Z';
export const minuteLater = '2026-12-16T06:01:00Z';

/** Twelve kinds a year, as the database plans by them: seven rungs, and whom to tell when it slips. */
export const rules = (kinds: number): Rule[] =>
  Array.from({ length: kinds }, (_, index) => ({
    kind: `kind-${index}`,
    hash: 'measured',
    owner: 'person' as const,
    role: 'worker',
    organisationKinds: ['mobility-centre'],
    having: null,
    dueEvent: null,
    fulfilledEvent: `done-${index}`,
    fulfilledHours: null,
    fulfilledForm: null,
    tell: ['head'],
    list: [],
    steps: [
      ...[-30, -14, -7, -3, -1, 0, 1].map((days) => ({
        audience: 'owner' as const,
        step: `${days}d`,
        days,
        minute: 600,
        hours: null,
      })),
      { audience: 'slip' as const, step: '+1d', days: 1, minute: 600, hours: null },
    ],
  }));

/** Puts people with a chat, and what each of them owes, where the program would have put them; `rules` are written before. */
export async function fill(sql: postgres.Sql, people: number, kinds: number): Promise<void> {
  // Opening a million obligations by the program's own way takes minutes, and is not what is measured here.
  await sql`set session_replication_role = replica`;
  await sql`insert into channels (kind, account) values ('telegram', '1')`;
  await sql`insert into organisations (kind, programme, name, made_at)
    select 'mobility-centre', 'mobility', '{"kk": "Орталық"}', '2026-01-01' from generate_series(1, 200)`;
  await sql`insert into people (language, name, created_at)
    select 'kk', 'P' || g, '2026-01-01' from generate_series(1, ${people}::int) g`;
  await sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
    select k.id, (1000000000 + p.id)::text, 'private', p.id, '2026-11-01' from people p, channels k`;
  await sql`insert into memberships (person_id, organisation_id, role, from_on, obliged_at)
    select id, 1 + id % 200, 'worker', '2026-01-01', '2026-01-01' from people`;
  await sql`insert into obligations (person_id, kind, about_organisation, period, due_on, opened_at)
    select p.id, 'kind-' || k, 1 + p.id % 200, '2027', date '2027-01-15' + k * interval '1 month', '2026-12-01'
    from generate_series(0, ${kinds - 1}::int) k, people p order by k, p.id`;
  await sql`insert into next_steps (obligation_id, at) select id, rung_at(due_on, null, -30, null) from obligations`;
  await sql`set session_replication_role = origin`;
  await sql`vacuum (analyze)`;
  await sql`checkpoint`;
}
