import { adoptCalendar } from '../../../src/obligations/plan.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { appoint, idOf, newcomer } from '../people/scene.ts';

/** A stage on which the project's own calendar is in force; it is Sunday, 22 November 2026, eleven in the morning. */
export async function roleStage(options: Parameters<typeof openStage>[0] = {}): Promise<Stage> {
  const stage = await openStage(options);
  await adoptCalendar(stage.running.birge);
  return stage;
}

/** An organisation of a kind, below another one if that is given. */
export async function organisationOf(
  stage: Stage,
  kind: string,
  name: string,
  parent: number | null = null,
): Promise<number> {
  const [row] = await stage.database.sql<{ id: number }[]>`
    insert into organisations (parent_id, kind, programme, name, made_at)
    values (${parent}, ${kind}, 'mobility', jsonb_build_object('kk', ${name}::text), '2026-01-01')
    returning id::int`;
  return row?.id ?? 0;
}

/** Somebody who is ready, has said their name, and holds a role there. */
export async function member(
  stage: Stage,
  who: { id: number; name: string },
  role: string,
  where: { organisation: number; project?: number },
): Promise<Person> {
  const person = await newcomer(stage, who);
  await stage.database.sql`update people set name = ${who.name} where id = ${await idOf(stage, who.id)}`;
  await appoint(stage, who.id, role, where);
  return person;
}

/** The membership that somebody holds in a role. */
export async function membershipOf(stage: Stage, account: number, role: string): Promise<number> {
  const [row] = await stage.database.sql<{ id: number }[]>`
    select id::int from memberships where person_id = ${await idOf(stage, account)} and role = ${role} order by id desc limit 1`;
  if (row === undefined) throw new Error(`${account} is no ${role}`);
  return row.id;
}

/** What somebody owes, with what became of it. */
export async function owedBy(stage: Stage, account: number) {
  return await stage.database.sql`
    select kind, due_on::text as due, fulfilled_at is not null as fulfilled, closed_at is not null as closed
    from obligations where person_id = ${await idOf(stage, account)} order by due_on, kind`;
}
