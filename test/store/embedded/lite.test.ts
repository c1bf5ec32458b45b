import { createClient } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../support/postgres.ts';

async function rights(db: FreshDatabase): Promise<unknown> {
  return await db.sql`
    select relname as name, relacl::text as rights from pg_class where relnamespace = 'public'::regnamespace
    union all
    select proname, proacl::text from pg_proc where pronamespace = 'public'::regnamespace
    union all
    select nspname, nspacl::text from pg_namespace where nspname = 'public'
    order by 1, 2`;
}

test('lite answers for tables as the service role, and its start changes no right', async () => {
  const db = await freshDatabase();
  await db.sql`create table public.notes (id int primary key, body text)`;
  await db.sql`alter table public.notes enable row level security`;
  await db.sql`grant select, insert on public.notes to service_role`;
  const before = await rights(db);
  const client = createClient(db.url, db.key, { global: { fetch: db.fetch }, auth: { persistSession: false } });

  const written = await client.from('notes').insert({ id: 1, body: 'Сәлем' });
  const read = await client.from('notes').select('id, body');

  expect([written.error, read.data]).toEqual([null, [{ id: 1, body: 'Сәлем' }]]);
  expect(await rights(db)).toEqual(before);
  expect(await db.sql`select has_schema_privilege('service_role', 'public', 'create') as may_create`).toEqual([
    { may_create: false },
  ]);
  await db.close();
});
