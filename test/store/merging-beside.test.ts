import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { personalColumns } from '../../src/privacy/columns.ts';
import { issueInvitation } from '../../src/store/invitations.ts';
import { settleJoin, takeJoin } from '../../src/store/joining.ts';
import { countDifferences, planNotices, reviewMemberships, writeCalendar } from '../../src/store/obligations.ts';
import { advanceOutbox, claimOutbox, sweepOutbox } from '../../src/store/outbox.ts';
import { forgetPerson } from '../../src/store/privacy.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { receiveUpdates } from '../../src/store/talks.ts';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/postgres.ts';
import { at, Owing, rule, rung, year } from './owing.ts';

let db: FreshDatabase;
beforeEach(async () => {
  db = await freshDatabase();
});
afterEach(() => db.close());

const pairs = 12;
const now = at('2026-11-08', '10:30');

/** Pairs of people who are one, each with a code that waits for the last yes; gives the joins with their askers. */
async function pairsToJoin(channel: number): Promise<{ join: number; asker: number }[]> {
  const waiting: { join: number; asker: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const [asker, finder] = [pair * 2 + 2, pair * 2 + 3];
    const chats = await db.sql<{ id: number; person: number }[]>`
      select id::int, person_id::int as person from chats where person_id in (${asker}, ${finder}) and channel_id = ${channel}`;
    const chatOf = (person: number) => chats.find((chat) => chat.person === person)?.id ?? 0;
    const terms = { issuedBy: asker, uses: 1, minutes: 30 };
    const code = await issueInvitation(db.store, { kind: 'join', chat: chatOf(asker) }, terms, now);
    await takeJoin(db.store, code, { person: finder, chat: chatOf(finder) }, now);
    const [made] = await db.sql<{ id: number }[]>`select max(id)::int as id from joins`;
    waiting.push({ join: made?.id ?? 0, asker });
  }
  return waiting;
}

/** An update of somebody who has become another one at this moment is refused, and comes again as channels do it. */
async function arrives(receive: () => Promise<unknown>): Promise<void> {
  await receive().catch(async (error: unknown) => {
    if (!(error instanceof StoreError && error.reason === '23503')) throw error;
    await receive();
  });
}

/** Says the last yes, again as long as something else works with the data of the two. */
async function saysYes({ join, asker }: { join: number; asker: number }): Promise<string> {
  const end = await settleJoin(db.store, join, { person: asker, yes: true }, personalColumns, now);
  return end === 'busy' ? saysYes({ join, asker }) : end;
}

test('somebody else works with the data of the two: nothing is joined half, and the next yes joins', async () => {
  await Owing.open(db, []);
  await db.sql`insert into people (name, language, created_at) select 'Worker', 'ru', '2025-01-01' from generate_series(1, 2)`;
  await db.sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
    select k.id, p.id::text, 'private', p.id, '2026-01-01' from channels k, people p where p.name = 'Worker'`;
  const terms = { issuedBy: 2, uses: 1, minutes: 30 };
  const code = await issueInvitation(db.store, { kind: 'join', chat: 1 }, terms, now);
  await takeJoin(db.store, code, { person: 3, chat: 2 }, now);
  const answer = { person: 2, yes: true };
  const other = postgres(db.sqlUrl, { max: 1 });
  await other.unsafe('begin');
  await other`select 1 from people where id = 3 for key share`;
  expect(await settleJoin(db.store, 1, answer, personalColumns, now)).toBe('busy');
  await other.unsafe('commit');
  await other.end();
  expect(await db.sql`select state from joins`).toEqual([{ state: 'asked' }]);
  expect(await settleJoin(db.store, 1, answer, personalColumns, now)).toBe('joined');
  expect(await db.sql`select person_id::int as person from chats`).toEqual([{ person: 2 }, { person: 2 }]);
});

test('one of the two is erased at the moment of the last yes: either is first, and neither is done by half', async () => {
  await Owing.open(db, []);
  await db.sql`insert into people (name, language, created_at) select 'Worker', 'ru', '2025-01-01' from generate_series(1, ${pairs * 2})`;
  await db.sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
    select k.id, p.id::text, 'private', p.id, '2026-01-01' from channels k, people p where p.name = 'Worker'`;
  const [row] = await db.sql<{ id: number }[]>`select id::int from channels`;
  const waiting = await pairsToJoin(row?.id ?? 0);
  const ends = await Promise.all(
    waiting.map(async (one, turn) => {
      const erased = () => forgetPerson(db.store, one.asker, personalColumns, false, now);
      // As each has its turn to come first.
      const [end] = await Promise.all(turn % 2 ? [saysYes(one), erased()] : [erased().then(() => saysYes(one))]);
      return end;
    }),
  );
  const erasedFirst = ends.filter((_end, turn) => turn % 2 === 0);
  expect(erasedFirst).toEqual(erasedFirst.map(() => 'unknown'));
  expect(ends.filter((end) => end !== 'joined' && end !== 'unknown')).toEqual([]);
  const [left] = await db.sql`select (select count(*)::int from joins where state = 'asked') as asked,
    (select count(*)::int from chats c join people p on p.id = c.person_id where p.erased_at is not null) as of_erased`;
  expect({ ...left }).toEqual({ asked: 0, of_erased: 0 });
});

test('people become one while all else goes on: nothing waits in a ring, nothing is lost', async () => {
  const kinds = ['one', 'two', 'three', 'four'];
  const owing = await Owing.open(db, []);
  await writeCalendar(
    db.store,
    kinds.map((kind) => rule(kind, { steps: [rung(-7)] })),
  );
  await db.sql`insert into people (name, language, created_at) select 'Worker', 'ru', '2025-01-01' from generate_series(1, ${pairs * 2 + 1})`;
  await db.sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
    select k.id, p.id::text, 'private', p.id, '2026-01-01' from channels k, people p where p.name = 'Worker'`;
  await db.sql`insert into identities (channel_id, external_id, person_id, added_at)
    select channel_id, external_id, person_id, last_used_at from chats`;
  await db.sql`insert into memberships (person_id, organisation_id, role, from_on)
    select id, ${owing.centre}, 'worker', '2026-01-01' from people where name = 'Worker'`;
  await reviewMemberships(db.store, at('2026-01-01'));
  await owing.opens(
    kinds.map((kind) => year(kind, '2026-11-15')),
    '2026-01-01',
  );
  await db.sql`update next_steps set at = ${now}::timestamptz - random() * interval '1 hour'`;
  const [row] = await db.sql<{ id: number }[]>`select id::int from channels`;
  const channel = row?.id ?? 0;
  const holder = randomUUID();
  const waiting = await pairsToJoin(channel);
  const joined = new AbortController();
  const goesOn = async (work: (round: number) => Promise<unknown>) => {
    for (let round = 0; !joined.signal.aborted; round += 1) await work(round);
  };
  const besides = [
    goesOn(async () => {
      const { rows } = await claimOutbox(db.store, { channel, holder, limit: 20 }, now);
      const settled = rows.map(({ id, token }) => ({ id, token, end: 'returned' as const }));
      await advanceOutbox(db.store, holder, { settled, beginning: [] }, now);
    }),
    goesOn(() => db.sql`select plan_notices(10, ${now})`),
    goesOn(() => sweepOutbox(db.store, now)),
    goesOn(async (round) => {
      // Somebody writes from a chat whose person is just becoming another one.
      const who = String(2 + (round % (pairs * 2)));
      const said = {
        key: `${round}`,
        chat: who,
        chatKind: 'private',
        sender: who,
        language: null,
        update: {},
      } as const;
      await arrives(() => receiveUpdates(db.store, channel, [said], holder, now));
    }),
  ];
  const ends: string[] = [];
  const half = Math.ceil(waiting.length / 2);
  const inTurn = async (some: typeof waiting) => {
    for (const one of some) ends.push(await saysYes(one));
  };
  try {
    await Promise.all([inTurn(waiting.slice(0, half)), inTurn(waiting.slice(half))]);
  } finally {
    joined.abort();
    await Promise.all(besides);
  }
  await planNotices(db.store, now);
  expect(ends).toEqual(waiting.map(() => 'joined'));
  expect(await countDifferences(db.store)).toBe(0);
  const [left] = await db.sql`
    select (select count(*)::int from people where name = 'Worker') as people,
      (select max(n)::int from (select count(*) as n from obligations group by person_id, kind, period) t) as twice,
      (select max(n)::int from (select count(*) as n from notices group by obligation_id, recipient) t) as said_twice,
      (select count(*)::int from chats c join identities i using (channel_id, external_id) where c.person_id <> i.person_id) as astray,
      (select count(*)::int from outbox o join lanes l using (chat_id) where o.state = 'queued' and l.due_at is null) as lost`;
  expect({ ...left }).toEqual({ people: pairs + 1, twice: 1, said_twice: 1, astray: 0, lost: 0 });
}, 60_000);
