import { afterAll, beforeAll, expect, test } from 'vitest';
import { personalColumns } from '../../src/privacy/columns.ts';
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
