import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportAll } from '../../../src/store/backup/export.ts';
import { importAll } from '../../../src/store/backup/import.ts';
import { openFolder } from '../../../src/store/files/folder.ts';
import { freshDatabase, type FreshDatabase } from '../../support/postgres.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birge-backup-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A parent that comes after its child, a circle of two tables, all kinds of columns, and more rows than one page. */
async function addFixtures(db: FreshDatabase): Promise<void> {
  await db.sql
    .unsafe(`
    create table public.zz_region (
      code text primary key, parent text references public.zz_region, chief bigint, made timestamptz not null
    );
    create table public.zz_person (
      id bigint generated always as identity primary key, region text not null references public.zz_region,
      notes jsonb not null, born date, score numeric(6, 3), raw bytea, token uuid, doubled bigint generated always as (id * 2) stored
    );
    alter table public.zz_region add foreign key (chief) references public.zz_person;
    create table public.zz_pair (a text, b int, primary key (a, b));
    grant all on public.zz_region, public.zz_person, public.zz_pair to service_role;
    grant update on sequence public.zz_person_id_seq to service_role;
    alter table public.zz_region owner to birge_owner;`)
    .simple();
}

async function fill(db: FreshDatabase): Promise<void> {
  await db.sql
    .unsafe(`
    insert into public.zz_region (code, parent, made) values ('b', null, '2026-03-01 10:00:00.123456+05'), ('a', 'b', 'epoch');
    insert into public.zz_person (region, notes, born, score, raw, token)
    values ('a', '{"answer": "Ә \\"quoted\\" \\n", "none": null, "list": [1, 2.5]}', '2008-02-29', 12.125, '\\x00ff', gen_random_uuid()),
      ('b', 'null', null, null, null, null);
    update public.zz_region set chief = 2 where code = 'a';
    insert into public.zz_pair select 'k' || n % 7, n from generate_series(1, 1234) n;
    insert into public.channels (kind, account) values ('web', 'local');
    insert into public.people (name, language, created_at) values ('Айгерім', 'kk', '2026-11-01T09:00:00+05');
    insert into public.chats (channel_id, external_id, kind, person_id, last_used_at) values (1, 'x', 'private', 1, '2026-11-02Z');
    update public.people set preferred_chat = 1;`)
    .simple();
}

async function contents(db: FreshDatabase): Promise<Record<string, unknown>> {
  const tables = await db.sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const found: Record<string, unknown> = {};
  for (const { name } of tables) {
    found[name] = await db.sql`select to_jsonb(t)::text as row from public.${db.sql(name)} t order by 1`;
  }
  return found;
}

test('everything comes back the same in another database, and numbering goes on', async () => {
  const [from, to] = [await freshDatabase(), await freshDatabase()];
  await Promise.all([addFixtures(from), addFixtures(to)]);
  await fill(from);
  const [filesFrom, filesTo] = [openFolder(join(folder, 'from')), openFolder(join(folder, 'to'))];
  const key = await filesFrom.put(Buffer.from('%PDF-1.7 Қазақша'), 'application/pdf');
  await from.sql`
    insert into public.files (owner_person, sha256, mime, bytes, path, at)
    values (1, ${key}, 'application/pdf', 20, 'x', '2026-11-03Z'), (1, ${'0'.repeat(64)}, 'image/png', 20, 'y', '2026-11-03Z')`;
  const file = join(folder, 'all.jsonl.gz');

  const sent = await exportAll(from.store, filesFrom, file, new Date('2026-11-22T00:00:00Z'));
  const received = await importAll(to.store, filesTo, file);

  expect(sent).toEqual({ rows: received.rows, files: 1, missing: 1 });
  expect(await contents(to)).toEqual(await contents(from));
  expect(Buffer.from(await filesTo.get(key)).toString()).toBe('%PDF-1.7 Қазақша');
  const [next] = await to.sql`insert into public.zz_person (region, notes) values ('a', '{}') returning id::int`;
  expect(next).toEqual({ id: 3 });
  await expect(importAll(to.store, filesTo, file)).rejects.toThrow('The database is not empty (table channels).');
  await Promise.all([from.close(), to.close()]);
});

test('a damaged, cut off or strange file changes nothing', async () => {
  const db = await freshDatabase();
  await db.sql`insert into public.channels (kind, account) values ('web', 'local')`;
  const files = openFolder(join(folder, 'broken'));
  const whole = join(folder, 'whole.jsonl.gz');
  await exportAll(db.store, files, whole, new Date(0));
  await db.sql`delete from public.channels`;
  const lines = gunzipSync(await readFile(whole))
    .toString()
    .trim()
    .split('\n');
  const broken = async (change: (lines: string[]) => string[]): Promise<string> => {
    const file = join(folder, 'broken.jsonl.gz');
    await writeFile(file, gzipSync(change(lines).join('\n')));
    return await refusal(file);
  };
  const refusal = async (file: string): Promise<string> =>
    await importAll(db.store, files, file).then(
      () => 'accepted',
      (error: Error) => error.message.replace(folder, ''),
    );
  const torn = join(folder, 'torn.jsonl.gz');
  await writeFile(torn, (await readFile(whole)).subarray(0, -20));

  expect([
    await refusal(torn),
    await broken((all) => all.slice(0, -1)),
    await broken((all) => all.slice(1)),
    await broken((all) => [...all.slice(0, 1), '{"table":"chann']),
    await broken((all) => all.map((line) => line.replace('"channels":', '"canals":'))),
    await broken((all) => all.map((line) => line.replace('"account"', '"nickname"'))),
  ]).toEqual([
    '/torn.jsonl.gz cannot be read: unexpected end of file.',
    '/broken.jsonl.gz is cut off: its end is missing.',
    '/broken.jsonl.gz is not an export of Birge.',
    '/broken.jsonl.gz, line 2: this is not a line of an export of Birge.',
    '/broken.jsonl.gz comes from another version of Birge: this one does not know canals.*.',
    '/broken.jsonl.gz comes from another version of Birge: this one does not know channels.nickname.',
  ]);
  expect(await db.sql`select count(*)::int as n from public.channels`).toEqual([{ n: 0 }]);
  await db.close();
});

test('a migrated database holds no rows, otherwise no import could ever start', async () => {
  const db = await freshDatabase();
  const filled = Object.entries(await contents(db)).filter(([, rows]) => (rows as unknown[]).length > 0);
  expect(filled.map(([name]) => name)).toEqual([]);
  await db.close();
});
