import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from 'grammy';
import type { ApiClientOptions } from 'grammy';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTelegram } from '../../src/channels/telegram/channel.ts';
import { readContent } from '../../src/content.ts';
import type { Birge } from '../../src/context.ts';
import { openOutbox } from '../../src/outbox/outbox.ts';
import type { Outbox } from '../../src/outbox/outbox.ts';
import { openFolder } from '../../src/store/files/folder.ts';
import { enqueue, priorities } from '../../src/store/outbox.ts';
import type { Order } from '../../src/store/outbox.ts';
import { openChannel } from '../../src/store/talks.ts';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/postgres.ts';

let database: FreshDatabase;
let birge: Birge;
let channel: number;
const double = new TelegramDouble({ latency: 30 });

/** The chats of persons 1 to 400 in the database have these numbers in Telegram. */
const numberOf = (person: number) => 1000 + person;

beforeAll(async () => {
  database = await freshDatabase();
  const { store, sql } = database;
  channel = await openChannel(store, 'telegram', String(double.me.id));
  await sql`insert into people (language, created_at) select 'kk', now() from generate_series(1, 400)`;
  await sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
    select ${channel}, (1000 + id)::text, 'private', id, now() from people`;
  for (let person = 1; person <= 400; person += 1) {
    double.state.openPrivate({ id: numberOf(person), is_bot: false, first_name: 'P' });
  }
  birge = {
    store,
    files: openFolder(join(tmpdir(), 'birge-no-files')),
    ...readContent(join(import.meta.dirname, '..', '..', 'content')),
    now: () => new Date(),
    timeZone: 'Asia/Almaty',
    address: 'https://birge.example.kz',
    webAddress: undefined,
    examples: false,
    adminChats: [],
    awaited: new Map(),
    channels: new Map(),
    log: pino({ level: 'silent' }),
  };
});
afterAll(() => database.close());

/** A process's outbox; its letters say their key. */
async function sender(): Promise<Outbox> {
  const telegram = await openTelegram({
    token: double.token,
    apiRoot: 'https://api.telegram.org',
    reports: { unreached() {}, gone() {}, moved() {} },
    send: (url, init) => double.fetch(url, init),
    log: birge.log,
  });
  const kinds = { word: { write: (_: Birge, { key }: { key: string }) => ({ screen: { text: key } }) } };
  const outbox = openOutbox({ birge, holder: randomUUID(), kinds });
  outbox.open(channel, new Api(double.token, { fetch: telegram.once as NonNullable<ApiClientOptions['fetch']> }));
  return outbox;
}

const word = (person: number, key: string, priority: Order['priority'] = priorities.notice): Order => ({
  to: { person },
  kind: 'word',
  key,
  payload: {},
  priority,
  due: birge.now(),
});

/** Real time passes: slots are the database's own. */
const seconds = (count: number) => pause(count * 1_000);

const persons = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

const said = (person: number): (string | undefined)[] =>
  [...(double.state.chats.find(numberOf(person))?.messages.values() ?? [])].map(({ text }) => text);

const states = async (where: number[]) =>
  Object.fromEntries(
    (
      await database.sql<{ state: string; reason: string | null; rows: number }[]>`
        select state, reason, count(*)::int as rows from outbox where person_id = any (${where}) group by 1, 2`
    ).map(({ state, reason, rows }) => [reason === null ? state : `${state}: ${reason}`, rows]),
  );

test('two processes send 300 messages under Telegram’s limits: none lost, none twice, the pressing ones first', async () => {
  const everybody = persons(1, 300);
  await enqueue(
    birge.store,
    everybody.slice(0, 260).map((one) => word(one, 'announced', 2)),
    birge.now(),
  );
  await enqueue(
    birge.store,
    everybody.slice(260).map((one) => word(one, 'noticed', 1)),
    birge.now(),
  );
  // Asking twice is asking once.
  expect(await enqueue(birge.store, [word(7, 'announced', 2)], birge.now())).toBe(0);
  const from = double.sent.length;
  const [one, other] = [await sender(), await sender()];
  await Promise.all([one.work(), other.work()]);
  // On a busy machine a late one may have been told to wait a second.
  for (let again = 0; again < 3 && 'queued' in (await states(everybody)); again += 1) {
    await seconds(1);
    await Promise.all([one.work(), other.work()]);
  }
  const calls = double.sent.slice(from).filter(({ method }) => method === 'sendMessage');
  expect(everybody.map(said)).toEqual(everybody.map((person) => [person <= 260 ? 'announced' : 'noticed']));
  expect(await states(everybody)).toEqual({ sent: 300 });
  expect(calls.filter(({ code }) => code === 429).length).toBeLessThanOrEqual(9);
  const pressing = calls
    .filter(({ code }) => code === 200)
    .slice(0, 40)
    .map(({ chat_id }) => (chat_id ?? 0) > numberOf(260));
  expect(pressing).toEqual(pressing.map(() => true));
  await Promise.all([one.stop(), other.stop()]);
}, 60_000);

test('every end is recorded: in doubt once and for all, refused with its reason, limited tried again, gone left out', async () => {
  const [doubtful, broken, refused, limited, blocked] = [301, 302, 303, 304, 305] as const;
  const outbox = await sender();
  double.block(numberOf(blocked));
  const one = async (person: number) => {
    await enqueue(birge.store, [word(person, 'x')], birge.now());
    await outbox.work();
    return [await states([person]), said(person)];
  };
  double.failNext('sendMessage', 'drop-after');
  const ends: unknown[] = [await one(doubtful)];
  double.failNext('sendMessage', { error_code: 500, description: 'Internal Server Error' });
  ends.push(await one(broken));
  double.failNext('sendMessage', { error_code: 400, description: 'Bad Request: "x" is wrong' });
  ends.push(await one(refused));
  double.failNext('sendMessage', { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } });
  ends.push((await one(limited))[0]);
  ends.push(await one(blocked));
  expect(ends).toEqual([
    [{ 'unknown: ECONNRESET': 1 }, ['x']],
    [{ 'unknown: HTTP 500': 1 }, []],
    [{ 'failed: Bad Request: "…" is wrong': 1 }, []],
    { queued: 1 },
    [{ 'queued: Forbidden: bot was blocked by the user': 1 }, []],
  ]);
  await seconds(1.1);
  await outbox.work();
  expect([await states([limited, blocked]), said(limited)]).toEqual([
    { sent: 1, 'cancelled: the chat is gone': 1 },
    ['x'],
  ]);
  expect(await enqueue(birge.store, [word(blocked, 'later')], birge.now())).toBe(0);
  await outbox.stop();
}, 30_000);
