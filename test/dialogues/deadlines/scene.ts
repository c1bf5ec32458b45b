import { join } from 'node:path';
import { loadCalendar } from '../../../src/calendar/load.ts';
import { opens } from '../../../src/deadlines/opens.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { appoint, idOf, newcomer } from '../people/scene.ts';

/** A stage on which the small calendar beside this file is in force. */
export async function deadlineStage(at: string): Promise<Stage> {
  const known = { opens, forms: new Set<string>() };
  const stage = await openStage({ at, calendar: loadCalendar(join(import.meta.dirname, 'calendar.yaml'), known) });
  await stage.catchUp();
  return stage;
}

/** Plans and sends what has come due. Chats' budgets run by the real clock; here nobody waits for it. */
export async function delivers(stage: Stage): Promise<void> {
  const { sql } = stage.database;
  const at = stage.running.birge.now();
  await stage.catchUp();
  for (let round = 0; round < 20; round += 1) {
    const waiting = await sql`select 1 from outbox where state = 'queued' and due_at <= ${at} limit 1`;
    if (waiting.length === 0) return;
    await sql`update lanes set next_at = '-infinity', due_at = least(due_at, ${at}) where due_at is not null`;
    await stage.catchUp();
  }
}

/** A labour mobility centre, below another organisation if that is given. */
export async function centre(stage: Stage, name: string, parent: number | null = null): Promise<number> {
  const [row] = await stage.database.sql<{ id: number }[]>`
    insert into organisations (parent_id, kind, programme, name, made_at)
    values (${parent}, 'mobility-centre', 'mobility', jsonb_build_object('kk', ${name}::text), '2026-01-01')
    returning id::int`;
  return row?.id ?? 0;
}

/** Somebody who is ready, has said their name, and holds a role there. */
export async function somebody(
  stage: Stage,
  who: { id: number; name: string; role?: string; at?: number },
): Promise<Person> {
  const person = await newcomer(stage, { id: who.id, name: who.name });
  await stage.database.sql`update people set name = ${who.name} where id = ${await idOf(stage, who.id)}`;
  if (who.role !== undefined) await appoint(stage, who.id, who.role, { organisation: who.at ?? 0 });
  return person;
}

/** Makes one account's person the mentor of another's. */
export async function mentors(stage: Stage, mentor: number, worker: number): Promise<void> {
  await stage.database.sql`
    insert into assignments (person_id, role, about_kind, about_id, from_on)
    values (${await idOf(stage, mentor)}, 'mentor', 'person', ${await idOf(stage, worker)}, '2026-01-01')`;
}

/** The number of a person's obligation of a kind. */
export async function obligationOf(stage: Stage, account: number, kind: string): Promise<number> {
  const [row] = await stage.database.sql<{ id: number }[]>`
    select id::int from obligations where person_id = ${await idOf(stage, account)} and kind = ${kind} order by id`;
  if (row === undefined) throw new Error(`${account} owes no ${kind}`);
  return row.id;
}

/**
 * Two centres, two days after 15 November: in the first Aigerim, who has not been assessed, and her head; in the second
 * another worker.
 */
export async function lateAssessment() {
  const stage = await deadlineStage('2026-11-14T12:00:00Z');
  const place = { qanat: await centre(stage, 'Qanat'), ush: await centre(stage, 'Ush') };
  const aigerim = await somebody(stage, { id: 1, name: 'Aigerim <b>', role: 'worker', at: place.qanat });
  await somebody(stage, { id: 2, name: 'Bolat', role: 'worker', at: place.ush });
  const head = await somebody(stage, { id: 3, name: 'Gulnara', role: 'head', at: place.qanat });
  const assessment = await obligationOf(stage, 1, 'assessment');
  stage.setClock('2026-11-17T06:00:00Z');
  return { stage, place, aigerim, head, assessment };
}

/** What an account's person did to others' things, as it was written down. */
export const looksOf = async (stage: Stage, account: number) =>
  await stage.database.sql`
    select action, subject_kind, subject_id::int, detail from audit
    where person_id = ${await idOf(stage, account)} and action <> 'joined' order by id`;
