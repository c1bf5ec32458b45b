import type postgres from 'postgres';

/** What waits, what is done, and what lies at the head of it. */
export interface State {
  name: string;
  /** Rows that may be claimed, and how many of them each chat has. */
  waiting: number;
  each: number;
  /** Rows sent earlier. */
  done: number;
  /** Rows of one chat that come before all others and may not go now: the chat is at its limit, or gone. */
  stuck?: { rows: number; why: 'limited' | 'gone' };
}

/** `size` is a million in a full run. */
export const statesOf = (size: number): State[] => {
  const few = { waiting: 1_000, each: 1, done: 0 };
  return [
    { name: '1,000 waiting', ...few },
    { name: `1,000 waiting, ${count(size)} done`, ...few, done: size },
    { name: `${count(size)} waiting in ${count(size / 5)} chats`, waiting: size, each: 5, done: 0 },
    {
      name: `1,000 waiting behind ${count(size / 5)} of a chat at its limit`,
      ...few,
      stuck: { rows: size / 5, why: 'limited' },
    },
    {
      name: `1,000 waiting behind ${count(size / 5)} of a chat that is gone`,
      ...few,
      stuck: { rows: size / 5, why: 'gone' },
    },
  ];
};

const count = (rows: number): string => rows.toLocaleString('en-US');

/** The chat whose rows are stuck. */
export const stuckChat = 1;

/** Puts a state into our tables and the same rows into a plain one, `letters`; rows go by `due_at`, stuck ones first. */
export async function fill(sql: postgres.Sql, { waiting, each, done, stuck }: State): Promise<void> {
  await sql`set session_replication_role = replica`;
  const chats = 1 + Math.max(waiting / each, 1_000);
  await sql`insert into channels (kind, account) values ('telegram', '1')`;
  await sql`insert into people (language, created_at) select 'kk', '2026-01-01' from generate_series(1, ${chats}::int)`;
  await sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
    select 1, (1000000000 + id)::text, 'private', id, '2026-11-01' from people order by id`;
  const rows = sql.unsafe.bind(sql);
  // No letter needs anything looked up but its chat, so that only the claiming is measured.
  const into =
    'insert into outbox (channel_id, chat_id, person_id, kind, key, priority, wanted_at, due_at, state, settled_at)';
  const earlier = "'2026-11-01'::timestamptz";
  await rows(`${into} select 1, 2 + g % ${chats - 1}, null, 'letter', 'done ' || g, 1, ${earlier}, ${earlier}, 'sent', ${earlier}
    from generate_series(1, ${done}) g`);
  await rows(`${into} select 1, ${stuckChat}, null, 'letter', 'stuck ' || g, 1, ${earlier}, ${earlier}, 'queued', null
    from generate_series(1, ${stuck?.rows ?? 0}) g`);
  await rows(`${into} select 1, 2 + g % ${waiting / each}, null, 'letter', 'waiting ' || g, 1, due, due, 'queued', null
    from generate_series(1, ${waiting}) g, lateral (select '2026-11-02'::timestamptz + g * interval '1 ms' as due)`);
  await sql`insert into lanes (chat_id, channel_id, next_at, priority, due_at)
    select chat_id, 1, '-infinity', 1, min(due_at) from outbox where state = 'queued' group by chat_id`;
  // All budgets are out of the way but that of the stuck chat: what is measured is the finding.
  await sql`insert into budgets (channel_id, interval_ms, private_ms, group_ms, next_at) values (1, 0, 0, 0, '-infinity')`;
  await sql`create table letters (id bigint primary key, chat_id bigint not null, due_at timestamptz not null, state text not null,
    payload jsonb not null default '{}')`;
  await sql`insert into letters select id, chat_id, due_at, state from outbox order by id`;
  await sql`create index on letters (due_at, id) where state = 'queued'`;
  await sql`alter table chats add column free_at timestamptz not null default '-infinity'`;
  if (stuck) await sql`update chats set free_at = 'infinity' where id = ${stuckChat}`;
  await sql`set session_replication_role = origin`;
  await sql`vacuum (analyze)`;
  await sql`checkpoint`;
}
