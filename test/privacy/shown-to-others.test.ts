import { afterAll, beforeAll, expect, test } from 'vitest';
import { personalColumns } from '../../src/privacy/columns.ts';
import { forgetPerson } from '../../src/store/privacy.ts';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/postgres.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test('what a coordinator’s web chat shows of somebody goes when they are erased, and nothing else', async () => {
  const { sql, store } = database;
  await sql`insert into channels (kind, account) values ('web', 'web')`;
  await sql`insert into people (language, created_at) values ('kk', now()), ('kk', now()), ('ru', now())`;
  await sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at) values (1, '7', 'private', 3, now())`;
  await sql`insert into form_versions values ('f', 'h', '{}', '[]', now())`;
  for (const owner of [1, 2])
    await sql`insert into submissions (owner_person, form, form_hash, opened_at, touched_at) values (${owner}, 'f', 'h', now(), now())`;
  await sql`insert into page_messages values
    (1, 1, 'birge', now(), '{"text": ["one"], "about": 1}'), (1, 2, 'birge', now(), '{"text": ["two"], "about": 2}'),
    (1, 3, 'birge', now(), '{"text": ["menu"]}')`;
  await forgetPerson(store, 1, personalColumns, false, new Date('2026-11-22T06:00:00Z'));
  const left = await sql<{ id: string }[]>`select id from page_messages order by id`;
  expect(left.map(({ id }) => Number(id))).toEqual([2, 3]);
});
