import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
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

test('of two who become one, what is shown of either goes with the one; a letter about them goes, too', async () => {
  const { sql, store } = database;
  const people = await sql<{ id: number }[]>`
    insert into people (language, created_at) select 'kk', now() from generate_series(1, 3) returning id::int`;
  const [gone = 0, stays = 0, reader = 0] = people.map(({ id }) => id);
  const [chat] = await sql<{ id: number }[]>`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
    values (1, '8', 'private', ${reader}, now()) returning id::int`;
  await sql`insert into organisations (kind, programme, name, made_at) values ('volunteer-organisation', 'volunteers', '{"kk": "O"}', now())`;
  await sql`insert into projects (organisation_id, name, place, purpose, activities, direction, made_at)
    select max(id), '{"kk": "P"}', '{"kk": "P"}', '{"kk": "P"}', '{"kk": "P"}', 'education', now() from organisations`;
  await sql`insert into memberships (person_id, organisation_id, project_id, role, from_on)
    select ${gone}, organisation_id, id, 'volunteer', '2026-11-01' from projects`;
  await sql`insert into submissions (owner_person, form, form_hash, about_kind, about_id, opened_at, touched_at)
    select ${reader}, 'f', 'h', 'enrolment', max(id), now(), now() from memberships`;
  const page = (id: number, tellsOf: number[]) => ({
    ...{ id, from: 'birge', at: '2026-11-22T06:00:00Z' },
    body: { text: ['words'], tellsOf },
  });
  const messages = [page(1, [gone]), page(2, [stays, gone, reader]), page(3, [reader]), page(4, [987_654])];
  await store.call('keep_page', { p_chat: chat?.id, p_messages: messages }, z.unknown());
  const shown = async () =>
    await sql`select id::int, body->'tellsOf' as of from page_messages where chat_id = ${chat?.id ?? 0} order by id`;
  expect(await shown()).toEqual([
    { id: 1, of: [gone] },
    { id: 2, of: [stays, gone, reader] },
    { id: 3, of: [reader] },
  ]);
  const merge = { p_from: gone, p_into: stays, p_columns: personalColumns, p_at: '2026-11-22T06:00:00Z' };
  await store.call('merge_people', merge, z.unknown());
  expect(await shown()).toEqual([
    { id: 1, of: [stays] },
    { id: 2, of: [stays, reader] },
    { id: 3, of: [reader] },
  ]);
  await forgetPerson(store, stays, personalColumns, false, new Date('2026-11-22T06:00:00Z'));
  expect((await shown()).map(({ id }) => Number(id))).toEqual([3]);
  expect(await sql`select 1 from submissions where owner_person = ${reader}`).toEqual([]);
});
