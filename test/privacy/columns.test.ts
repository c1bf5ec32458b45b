import { afterAll, beforeAll, expect, test } from 'vitest';
import { personalColumns } from '../../src/privacy/columns.ts';
import type { PersonalColumn } from '../../src/privacy/personal-column.ts';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/postgres.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

/**
 * Every column through which a row belongs to somebody: it refers to a person, or to a row that belongs to one (a chat,
 * a submission, a file …), however far. Tables that people share (organisations, channels) hand nothing on.
 */
async function leadingToPeople(): Promise<string[]> {
  const references = await db.sql<{ table: string; column: string; to: string }[]>`
    select c.conrelid::regclass::text as table, a.attname as column, c.confrelid::regclass::text as to
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by 1, 2`;
  const theirOwn = ['people', 'chats', 'submissions', 'files'];
  return references.filter(({ to }) => theirOwn.includes(to)).map(({ table, column }) => `${table}.${column}`);
}

/** What the table of personal columns says something about. */
const listed = () => new Set(personalColumns.map(({ table, column }) => `${table}.${column}`));

/** Rows that these columns lead to are erased as part of another entry. */
const said: Record<string, string> = {
  'people.preferred_chat': 'blanked with the person',
  'inbox.chat_id': 'the same rows as inbox.person_id; emptied when the chat goes',
  'invitations.chat_id': 'where their maker asked for them; emptied when the chat goes',
  'joins.finder_chat': 'the same rows as joins.finder_id; emptied when the chat goes',
};

test('every column that leads to a person is in the table of personal columns', async () => {
  const missing = (await leadingToPeople()).filter((name) => !listed().has(name) && said[name] === undefined);
  expect(missing, 'add them to src/privacy/columns.ts').toEqual([]);
});

test('a new table that refers to people, or to their chats, would be missed by that test', async () => {
  await db.sql`create table public.diaries (id bigint primary key, writer bigint references people, chat bigint references chats)`;
  const missing = (await leadingToPeople()).filter((name) => !listed().has(name) && said[name] === undefined);
  await db.sql`drop table public.diaries`;
  expect(missing).toEqual(['diaries.chat', 'diaries.writer']);
});

test('every entry names columns that exist, and blanks only what may be empty', async () => {
  const columns = await db.sql<{ name: string; nullable: boolean }[]>`
    select c.relname || '.' || a.attname as name, not a.attnotnull as nullable
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;
  const known = new Map(columns.map(({ name, nullable }) => [name, nullable]));
  const wrong = personalColumns.flatMap((entry) => {
    const named = [`${entry.table}.${entry.column}`];
    if (entry.through)
      named.push(`${entry.through.table}.${entry.through.key}`, `${entry.through.table}.${entry.through.column}`);
    const blanked = entry.erase === 'blank' ? entry.blank.map((column) => `${entry.table}.${column}`) : [];
    return [
      ...[...named, ...blanked].filter((name) => !known.has(name)),
      ...blanked.filter((name) => known.get(name) === false).map((name) => `${name} may not be empty`),
    ];
  });
  expect(wrong).toEqual([]);
});

test('what stays has a reason, and no text that somebody wrote stays with it', () => {
  const kept = personalColumns.filter(({ erase }) => erase !== 'delete');
  expect(kept.filter((entry) => !('reason' in entry) || entry.reason.length < 8)).toEqual([]);
});

test('nothing is erased before what leads to it', () => {
  const order = personalColumns.filter(({ erase }) => erase === 'delete');
  const place = (table: string) => order.findIndex((entry) => entry.table === table && entry.through === undefined);
  const early = order.filter((entry, index) => entry.through && place(entry.through.table) < index);
  expect(early).toEqual([]);
});

/** Unique keys that a person is part of: two who become one may have the same row twice. */
async function keysWithPeople(
  columns: readonly PersonalColumn[],
): Promise<{ entry: PersonalColumn; rest: string[] }[]> {
  const keys = await db.sql<{ table: string; columns: string[] }[]>`
    select c.relname::text as table, array_agg(a.attname::text order by a.attname) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
    where i.indisunique group by i.indexrelid, c.relname`;
  return keys.flatMap((key) =>
    columns
      .filter((entry) => entry.table === key.table && entry.through === undefined && entry.merge !== 'end')
      .filter((entry) => key.columns.includes(entry.column))
      .map((entry) => ({ entry, rest: key.columns.filter((column) => column !== entry.column) })),
  );
}

/** What would stop a merge, or lose a row: a key whose doubles nobody looks after. */
async function unsettled(columns: readonly PersonalColumn[]): Promise<string[]> {
  const settling = columns.filter(({ merge }) => merge === 'settle').map(({ table }) => table);
  const keys = await keysWithPeople(columns);
  return keys
    .filter(({ entry, rest }) => {
      if (settling.includes(entry.table)) return false;
      return entry.merge !== 'move-or-drop' || entry.same.toSorted().join() !== rest.toSorted().join();
    })
    .map(({ entry, rest }) => `${entry.table}.${entry.column} with ${rest.join(', ')}`);
}

test('what two people may both have is settled when they become one', async () => {
  expect(await unsettled(personalColumns), 'say in src/privacy/columns.ts what becomes of doubles').toEqual([]);
  await db.sql`create table public.diaries (writer bigint references people, day date, unique (writer, day))`;
  const diaries = { table: 'diaries', column: 'writer', erase: 'delete' } as const;
  const missed = await unsettled([...personalColumns, { ...diaries, merge: 'move' }]);
  const seen = await unsettled([...personalColumns, { ...diaries, merge: 'move-or-drop', same: ['day'] }]);
  await db.sql`drop table public.diaries`;
  expect([missed, seen]).toEqual([['diaries.writer with day'], []]);
});

test('every reference to a person goes over in a merge, and what is settled has a function for it', async () => {
  const references = await db.sql<{ name: string }[]>`
    select c.conrelid::regclass::text || '.' || a.attname as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.confrelid = 'public.people'::regclass order by 1`;
  const goesOver = personalColumns.filter(({ merge }) => merge !== 'along' && merge !== 'end');
  expect(goesOver.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
    references.map(({ name }) => name),
  );
  const along = personalColumns.filter(({ merge }) => merge === 'along');
  expect(along.filter(({ through }) => through === undefined)).toEqual([]);
  const functions = await db.sql<{ name: string }[]>`
    select proname::text as name from pg_proc where pronamespace = 'public'::regnamespace`;
  const known = new Set(functions.map(({ name }) => name));
  const settled = personalColumns.filter(({ merge }) => merge === 'settle').map(({ table }) => `merge_${table}`);
  expect(settled.filter((name) => !known.has(name))).toEqual([]);
});
