import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { planNotices, writeCalendar } from '../../src/store/obligations.ts';
import { advanceOutbox, claimOutbox, sweepOutbox } from '../../src/store/outbox.ts';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/postgres.ts';
import { at, Owing, rule, rung, year } from './owing.ts';

let db: FreshDatabase;
beforeEach(async () => {
  db = await freshDatabase();
});
afterEach(() => db.close());

test('two who put something into one chat at once: it is looked at when the first of both is due', async () => {
  const owing = await Owing.open(db, []);
  const person = await owing.somebody();
  const [tomorrow, now] = [at('2026-11-23'), at('2026-11-22')];
  const order = (key: string, dueAt: Date) => [{ person, kind: 'word', key, priority: 1, dueAt }];
  for (const round of ['the first ever', 'when the lane is there']) {
    await db.sql`update outbox set state = 'sent'`;
    await db.sql`update lanes set due_at = null`;
    const [one, other] = [postgres(db.sqlUrl, { max: 1 }), postgres(db.sqlUrl, { max: 1 })];
    await one.unsafe('begin');
    await one`select enqueue(${one.json(order(`now ${round}`, now))}, ${now})`;
    await other.unsafe('begin');
    const second = other`select enqueue(${other.json(order(`later ${round}`, tomorrow))}, ${now})`.execute();
    await waits();
    await one.unsafe('commit');
    await second;
    await other.unsafe('commit');
    await Promise.all([one.end(), other.end()]);
    expect((await db.sql`select due_at from lanes`).map((lane) => lane['due_at'] as Date)).toEqual([now]);
  }
});

/** Until some connection waits for another one's lock. */
async function waits(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = await db.sql`select 1 from pg_locks where not granted limit 1`;
    if (found.length > 0) return;
    await pause(20);
  }
  throw new Error('nobody waits');
}

test('planning, claiming and sweeping never wait for each other in a ring', async () => {
  const kinds = ['one', 'two', 'three', 'four', 'five', 'six'];
  const owing = await Owing.open(db, []);
  await writeCalendar(
    db.store,
    kinds.map((kind) => rule(kind, { steps: [rung(-7)] })),
  );
  await db.sql`insert into people (name, language, created_at) select 'Worker', 'ru', '2025-01-01' from generate_series(1, 150)`;
  await db.sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
    select k.id, p.id::text, 'private', p.id, '2026-01-01' from channels k, people p where p.name = 'Worker'`;
  await db.sql`insert into memberships (person_id, organisation_id, role, from_on)
    select id, ${owing.centre}, 'worker', '2026-01-01' from people where name = 'Worker'`;
  await owing.opens(
    kinds.map((kind) => year(kind, '2026-11-15')),
    '2026-01-01',
  );
  // A person's deadlines come to planning far apart, and their message waits already while more is put into it.
  await db.sql`update next_steps set at = ${at('2026-11-08', '00:00')}::timestamptz - random() * interval '1 hour'`;
  const [now, holder] = [at('2026-11-08', '10:30'), randomUUID()];
  const [channel] = await db.sql<{ id: number }[]>`select id::int from channels`;
  const account = { channel: channel?.id ?? 0, holder };
  const planning = new AbortController();
  const sends = async () => {
    while (!planning.signal.aborted) {
      const { rows } = await claimOutbox(db.store, { ...account, limit: 20 }, now);
      const settled = rows.map(({ id, token }) => ({ id, token, end: 'returned' as const }));
      await advanceOutbox(db.store, holder, { settled, beginning: [] }, now);
    }
  };
  const sweeps = async () => {
    while (!planning.signal.aborted) await sweepOutbox(db.store, now);
  };
  const plans = async () => {
    const bites = postgres(db.sqlUrl, { max: 3 });
    const bite = async (): Promise<void> => {
      const [row] = await bites<{ seen: number }[]>`select (plan_notices(20, ${now})->>'seen')::int as seen`;
      if ((row?.seen ?? 0) > 0) await bite();
    };
    try {
      await Promise.all([bite(), bite(), bite()]);
      // What was just being claimed was left for the next look.
      await planNotices(db.store, now);
    } finally {
      planning.abort();
      await bites.end();
    }
  };
  await Promise.all([plans(), sends(), sweeps()]);
  const [told] = await db.sql`select count(*)::int as notices, count(distinct outbox_id)::int as messages from notices`;
  expect({ ...told }).toEqual({ notices: 900, messages: 150 });
  const lost =
    await db.sql`select 1 from outbox join lanes using (chat_id) where state = 'queued' and lanes.due_at is null`;
  expect([...lost]).toEqual([]);
});
