import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FreshDatabase } from '../support/postgres.ts';
import { Merging, now, rows } from './merging-scene.ts';

/* Two people turn out to be one: what becomes of what both had. */

let scene: Merging;
let db: FreshDatabase;
let from: number;
let into: number;
beforeEach(async () => {
  scene = await Merging.open();
  ({ db, from, into } = scene);
});
afterEach(() => scene.close());

test('a role held twice goes on from the earlier day; one that ended before stays beside it', async () => {
  await db.sql`insert into memberships (person_id, organisation_id, role, from_on, until_on) values
    (${from}, ${scene.owing.centre}, 'worker', '2026-02-01', null), (${into}, ${scene.owing.centre}, 'worker', '2026-03-01', null),
    (${from}, ${scene.owing.centre}, 'mentor', '2026-01-01', '2026-01-31'), (${into}, ${scene.owing.centre}, 'mentor', '2026-05-01', null),
    (${from}, ${scene.owing.centre}, 'expert', '2026-01-01', '2026-01-31'), (${into}, ${scene.owing.centre}, 'expert', '2026-01-01', null)`;
  await scene.merge();
  expect(
    await rows(db.sql`select role, from_on::text, until_on::text from memberships order by role, from_on`),
  ).toEqual([
    { role: 'expert', from_on: '2026-01-01', until_on: null },
    { role: 'mentor', from_on: '2026-01-01', until_on: '2026-01-31' },
    { role: 'mentor', from_on: '2026-05-01', until_on: null },
    { role: 'worker', from_on: '2026-02-01', until_on: null },
  ]);
});

test.for([
  { goes: ['self', '2026-01-01'], stays: ['self', '2025-01-01'], born: '1990-01-01', inForce: ['self 2026-01-01'] },
  { goes: ['self', '2025-01-01'], stays: ['self', '2026-01-01'], born: null, inForce: ['self 2026-01-01'] },
  {
    goes: ['self', '2026-01-01'],
    stays: ['guardian', '2026-01-01'],
    born: '2012-01-01',
    inForce: ['guardian 2026-01-01'],
  },
  { goes: ['guardian', '2026-01-01'], stays: ['self', '2026-01-01'], born: '1990-01-01', inForce: ['self 2026-01-01'] },
  { goes: ['self', '2026-01-01'], stays: null, born: '2012-01-01', inForce: [] },
])('consents $goes and $stays of somebody born $born: $inForce is in force', async ({ goes, stays, born, inForce }) => {
  await db.sql`update people set born_on = ${born} where id = ${from}`;
  for (const [person, consent] of [
    [from, goes],
    [into, stays],
  ] as const) {
    if (consent)
      await db.sql`insert into consents (person_id, given_by, how, text_version, at)
      values (${person}, ${person}, ${consent[0] ?? ''}, ${consent[1] ?? ''}, '2026-01-01')`;
  }
  await scene.merge();
  const kept = await db.sql<
    { line: string }[]
  >`select how || ' ' || text_version as line from consents where withdrawn_at is null`;
  expect(kept.map(({ line }) => line)).toEqual(inForce);
  expect(await rows(db.sql`select 1 from consents where person_id = ${into} and given_by = ${into}`)).toHaveLength(
    stays ? 2 : 1,
  );
});

test('the same file of both is one, and every answer that named it finds it', async () => {
  await db.sql`insert into form_versions values ('f', 'h', '{}', '[]', ${now})`;
  await db.sql`insert into files (owner_person, sha256, mime, bytes, path, at, channel_ids) values
    (${from}, 'same', 'image/png', 1, 'same', ${now}, '{"1": "a"}'), (${from}, 'own', 'image/png', 1, 'own', ${now}, '{}'),
    (${into}, 'same', 'image/png', 1, 'same', ${now}, '{"2": "b"}')`;
  await db.sql`insert into submissions (owner_person, form, form_hash, round, opened_at, touched_at) values
    (${from}, 'f', 'h', 1, ${now}, '2026-05-01'), (${into}, 'f', 'h', 2, ${now}, '2026-05-02')`;
  const typed = String.raw`no file: "file": "1" and \"file\": \"1\"`;
  await db.sql`insert into answers (submission_id, question, value, complete, by_person, at, rev) values
    (1, 'one', '[{"file": "1", "kind": "photo"}, {"file": "2", "kind": "photo"}]', true, ${from}, ${now}, 2),
    (1, 'begun', '{"picked": [{"file": "1", "kind": "photo"}]}', false, ${from}, ${now}, 1), (1, 'text', ${db.sql.json(typed)}, true, ${from}, ${now}, 1)`;
  await db.sql`insert into answer_history values (1, 'one', 1, '[{"file": "1", "kind": "photo"}]', true, ${from}, ${now})`;
  await scene.merge();
  expect(await rows(db.sql`select id::int, channel_ids from files order by id`)).toEqual([
    { id: 2, channel_ids: {} },
    { id: 3, channel_ids: { 1: 'a', 2: 'b' } },
  ]);
  const photo = (file: string) => ({ file, kind: 'photo' });
  expect(await rows(db.sql`select value from answers union all select value from answer_history order by 1`)).toEqual(
    expect.arrayContaining([
      { value: [photo('3'), photo('2')] },
      { value: { picked: [photo('3')] } },
      { value: typed },
      { value: [photo('3')] },
    ]),
  );
  expect(await rows(db.sql`select status, owner_person::int as owner from submissions order by id`)).toEqual([
    { status: 'withdrawn', owner: into },
    { status: 'draft', owner: into },
  ]);
});

test('language, name, birth date and the rest are filled where they were empty; a stop said once holds', async () => {
  await db.sql`update people set name = 'Gone', born_on = '1990-01-01', language = 'en', language_chosen = true, came_with = 'hash',
    announcements_off_at = ${now}, created_at = '2024-01-01' where id = ${from}`;
  await db.sql`update people set name = 'Stays', warned_at = ${now} where id = ${into}`;
  await db.sql`insert into audit (at, person_id, action, subject_kind, subject_id) values (${now}, ${from}, 'looked', 'person', ${from})`;
  await scene.merge();
  expect(
    await rows(db.sql`select name, born_on::text, language, came_with, announcements_off_at is not null as stopped,
    created_at::date::text as since, warned_at from people where id = ${into}`),
  ).toEqual([
    {
      name: 'Stays',
      born_on: '1990-01-01',
      language: 'en',
      came_with: 'hash',
      stopped: true,
      since: '2024-01-01',
      warned_at: null,
    },
  ]);
  expect(await rows(db.sql`select person_id::int as person, subject_id::int as subject from audit`)).toEqual([
    { person: into, subject: into },
  ]);
  expect(await rows(db.sql`select id from people where id = ${from}`)).toEqual([]);
  expect(await rows(db.sql`select person_id::int as person from chats`)).toEqual([{ person: into }, { person: into }]);
});
