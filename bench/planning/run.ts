import { pino } from 'pino';
import { z } from 'zod';
import { openGateway } from '../../src/store/embedded/gateway.ts';
import { planNotices, writeCalendar } from '../../src/store/obligations.ts';
import { openStore } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import type { Field, Ground } from '../ground.ts';
import { dueDay, fill, minuteLater, rules } from './fill.ts';

/** What one round of planning took. */
export interface Round {
  planned: number;
  /** Milliseconds in all, of the longest call, and the calls. */
  ms: number;
  longest: number;
  calls: number;
  /** Rows read from the tables of what is owed, by table. */
  read: Record<string, number>;
}

export interface Planning {
  people: number;
  kinds: number;
  /** A day on which one obligation of everybody has come due, the minute after it, and how the due ones are found. */
  day: Round;
  minute: Round;
  plan: string[];
}

const kinds = 12;

/** Plans for that many people through the store, as the program does. */
export async function measurePlanning(ground: Ground, people: number, say: (step: string) => void): Promise<Planning> {
  const field = await ground.field('planning', true);
  const gateway = openGateway(field.server, field.name, pino({ level: 'silent' }));
  const took: number[] = [];
  const store = openStore({
    url: gateway.url,
    key: gateway.secretKey,
    log: pino({ level: 'error' }),
    fetch: async (input, init) => {
      const from = performance.now();
      try {
        return await gateway.fetch(input, init);
      } finally {
        took.push(performance.now() - from);
      }
    },
  });
  try {
    say(`${(people * kinds).toLocaleString('en-US')} obligations`);
    await writeCalendar(store, rules(kinds));
    await fill(field.admin, people, kinds);
    const round = (at: string) => measureRound(field, store, took, at);
    // The sessions' first plans and the tables' first pages are everybody's at the start of a program.
    await round('2026-12-01T06:00:00Z');
    const plan = await planOf(field);
    say(`planning ${people.toLocaleString('en-US')} notices`);
    return { people, kinds, day: await round(dueDay), minute: await round(minuteLater), plan };
  } finally {
    await gateway.close();
  }
}

async function measureRound(field: Field, store: Store, took: number[], at: string): Promise<Round> {
  const before = await rowsRead(field, store);
  took.length = 0;
  const from = performance.now();
  const planned = await planNotices(store, new Date(at));
  const ms = performance.now() - from;
  const round = { planned, ms, longest: Math.max(...took), calls: took.length };
  const after = await rowsRead(field, store);
  const read = Object.fromEntries(Object.entries(after).map(([table, rows]) => [table, rows - (before[table] ?? 0)]));
  return { ...round, read };
}

/** As Postgres counts them itself, index and sequential scans together; each session is asked to tell of its own. */
async function rowsRead({ admin }: Field, store: Store): Promise<Record<string, number>> {
  await Promise.all(Array.from({ length: 16 }, () => store.call('flush_statistics', {}, z.unknown())));
  const rows = await admin<{ table: string; rows: string }[]>`
    select relname as table, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as rows
    from pg_stat_user_tables where relname in ('next_steps', 'obligations')`;
  return Object.fromEntries(rows.map(({ table, rows: read }) => [table, Number(read)]));
}

/** The question that begins each call, on the due day before anything of it was planned. */
async function planOf({ admin }: Field): Promise<string[]> {
  const lines = await admin.begin(async (sql) => {
    const rows = await sql<{ 'QUERY PLAN': string }[]>`
      explain (analyze, buffers, costs off, timing off, summary off)
      select obligation_id from next_steps where at <= ${dueDay}::timestamptz order by at, obligation_id limit 500
      for update skip locked`;
    return rows.map((row) => row['QUERY PLAN']);
  });
  return lines;
}
