import { createClient } from '@supabase/supabase-js';
import { pino } from 'pino';
import postgres from 'postgres';
import { openGateway } from '../../src/store/embedded/gateway.ts';
import type { Field } from '../ground.ts';
import type { Contender, Meter } from './contender.ts';

/** A table of states by key and one of finished forms, as bots usually have them. */
export interface StateTable {
  read(key: string): Promise<unknown>;
  write(key: string, state: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** All answers of a finished form at once. */
  finish(chat: string, answers: Record<string, string>): Promise<void>;
  flush(): Promise<void>;
  close(): Promise<void>;
}

export async function makeTables({ admin }: Field): Promise<void> {
  await admin
    .unsafe(`
    create table states (key text primary key, state jsonb not null);
    create table finished (chat text primary key, answers jsonb not null);
    alter table states enable row level security;
    alter table finished enable row level security;
    grant select, insert, update, delete on states, finished to service_role;`)
    .simple();
}

/** The tables through supabase-js; the REST interface is @supabase/lite on the same Postgres. */
export function throughSupabase({ server, name }: Field, meter: Meter): StateTable {
  const gateway = openGateway(server, name, pino({ level: 'silent' }), { direct: false });
  const client = createClient(gateway.url, gateway.secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: {
      fetch: async (input, init) => {
        await meter.passed();
        return gateway.fetch(input, init);
      },
    },
  });
  return {
    async read(key) {
      const { data } = await client.from('states').select('state').eq('key', key).maybeSingle().throwOnError();
      return data?.state;
    },
    async write(key, state) {
      await client.from('states').upsert({ key, state }).throwOnError();
    },
    async delete(key) {
      await client.from('states').delete().eq('key', key).throwOnError();
    },
    async finish(chat, answers) {
      await client.from('finished').upsert({ chat, answers }).throwOnError();
    },
    async flush() {
      await client.rpc('flush_statistics').throwOnError();
    },
    close: () => gateway.close(),
  };
}

/** The same tables through a driver. */
export function throughDriver({ address }: Field, meter: Meter): StateTable {
  const sql = postgres(address, { max: 8, fetch_types: false, onnotice: () => undefined });
  return {
    async read(key) {
      await meter.passed();
      const [row] = await sql<{ state: unknown }[]>`select state from states where key = ${key}`;
      return row?.state;
    },
    async write(key, state) {
      await meter.passed();
      await sql`insert into states (key, state) values (${key}, ${sql.json(state as postgres.JSONValue)})
        on conflict (key) do update set state = excluded.state`;
    },
    async delete(key) {
      await meter.passed();
      await sql`delete from states where key = ${key}`;
    },
    async finish(chat, answers) {
      await meter.passed();
      await sql`insert into finished (chat, answers) values (${chat}, ${sql.json(answers)})
        on conflict (chat) do update set answers = excluded.answers`;
    },
    async flush() {
      await sql`select public.flush_statistics()`;
    },
    close: () => sql.end({ timeout: 1 }),
  };
}

/** What bots with a table of states share. `keyOf` gives the key of a chat's state. */
export function onTable(
  table: StateTable,
  field: Field,
  keyOf: (chat: number) => string,
): Pick<Contender, 'copy' | 'stateOf' | 'flush' | 'dataOf' | 'settled'> {
  return {
    dataOf: (_chat, question, code) => `q${question}:${code}`,
    settled: async () => {},
    async stateOf(chat) {
      const [row] = await field.admin<{ state: unknown }[]>`select state from states where key = ${keyOf(chat)}`;
      return row?.state;
    },
    async copy(chat, first, count) {
      await field.admin`
        insert into states (key, state)
        select replace(s.key, ${String(chat)}, n::text), replace(s.state::text, ${String(chat)}, n::text)::jsonb
        from states s, generate_series(${first}::bigint, ${first + count - 1}::bigint) n where s.key = ${keyOf(chat)}`;
    },
    flush: () => table.flush(),
  };
}
