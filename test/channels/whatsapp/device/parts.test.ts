import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createArrivals } from '../../../../src/channels/whatsapp/device/arrivals.ts';
import { Bounded } from '../../../../src/channels/whatsapp/device/bounded.ts';
import { lastNight } from '../../../../src/channels/whatsapp/device/night.ts';
import { type RawMessage, readMessage } from '../../../../src/channels/whatsapp/device/read-message.ts';
import { scrubbed } from '../../../../src/channels/whatsapp/device/scrubbed.ts';

test.each([
  ['2026-11-22T03:59:59+05:00', '2026-11-21T04:00:00+05:00'],
  ['2026-11-22T04:00:00+05:00', '2026-11-22T04:00:00+05:00'],
  ['2026-11-22T23:30:00+05:00', '2026-11-22T04:00:00+05:00'],
])('the last night before %s was at %s', (at, night) => {
  expect(lastNight(Date.parse(at), 'Asia/Almaty')).toBe(Date.parse(night));
});

const raw = (more: Partial<RawMessage> & { rawData?: object }, remote = '77012223344@c.us'): RawMessage => ({
  id: { fromMe: false, remote, id: 'A1', _serialized: `false_${remote}_A1` },
  type: 'chat' as RawMessage['type'],
  body: 'Сәлем',
  timestamp: 1_790_000_000,
  hasMedia: false,
  isStatus: false,
  broadcast: false,
  rawData: {},
  ...more,
});
const of = (type: string, more: Partial<RawMessage> = {}) => raw({ type: type as RawMessage['type'], ...more });

test.each([
  [
    'our own',
    raw({ id: { fromMe: true, remote: '77012223344@c.us', id: 'A1', _serialized: 'true_77012223344@c.us_A1' } }),
  ],
  ['a status', raw({ isStatus: true })],
  ['a broadcast', raw({ broadcast: true })],
  ['a channel', raw({}, '120363000000000001@newsletter')],
  ['a list', raw({}, '77010000001-1600000000@broadcast')],
  ...['gp2', 'e2e_notification', 'protocol', 'revoked', 'call_log', 'ciphertext', 'album', 'reaction', 'debug'].map(
    (type): [string, RawMessage] => [type, of(type)],
  ),
])('%s is not read', (_, message) => {
  expect(readMessage(message, [])).toBeUndefined();
});

test.each([
  ['ptt', 'voice'],
  ['audio', 'audio'],
  ['sticker', 'sticker'],
  ['video', 'video'],
  ['location', 'location'],
  ['vcard', 'contact'],
  ['multi_vcard', 'contact'],
  ['poll_creation', 'poll'],
  ['order', 'other'],
  // A picture that may be looked at once does not come to a linked device.
  ['image', 'other'],
])('%s is told as %s', (type, other) => {
  expect(readMessage(of(type), [])).toMatchObject({ other });
});

test.each([
  ['ours in a private chat', '77012223344@c.us', '77010000001:3@c.us', 'true_77012223344@c.us_B2'],
  ['theirs in a private chat', '77012223344@c.us', '77012223344@c.us', 'false_77012223344@c.us_B2'],
  ['ours in a group', '12036302@g.us', '77010000001@c.us', 'true_12036302@g.us_B2_77010000001@c.us'],
  ['theirs in a group', '12036302@g.us', '77012223344@c.us', 'false_12036302@g.us_B2_77012223344@c.us'],
])('a quoted message has its whole id: %s', (_, remote, _serialized, quoted) => {
  const rawData = { quotedStanzaID: 'B2', quotedParticipant: { _serialized } };
  const message = { ...raw({ rawData }, remote), author: '77012223344:7@c.us' };
  expect(readMessage(message, ['77010000001@c.us'])).toMatchObject({ quoted, from: '77012223344@c.us' });
});

test('messages wait for the store: those of a chat in order, each once, and not without end', async () => {
  const given: string[] = [];
  let away = true;
  const limits = { giveAgain: 5, giveAgainAtMost: 10, waiting: 3 };
  const give = async ({ id }: { id: string }) => {
    if (away && id.startsWith('a')) throw new Error('away');
    given.push(id);
  };
  const arrivals = createArrivals<{ id: string; chat: string }>({ give, limits, log: pino({ level: 'silent' }) });
  for (const id of ['a1', 'a2', 'a1', 'a3', 'a4']) arrivals.take({ id, chat: 'a' });
  await pause(30);
  expect(given).toEqual([]);
  away = false;
  await expect.poll(() => given).toEqual(['a1', 'a2', 'a3']);
  // The fourth found no place and is not known: it is taken when it is fetched again.
  arrivals.take({ id: 'a4', chat: 'a' });
  arrivals.take({ id: 'b1', chat: 'b' });
  arrivals.take({ id: 'a2', chat: 'a' });
  await expect.poll(() => given.toSorted()).toEqual(['a1', 'a2', 'a3', 'a4', 'b1']);
  arrivals.stop();
  arrivals.take({ id: 'a5', chat: 'a' });
  await pause(20);
  expect(given).not.toContain('a5');
});

test('only the newest are remembered', () => {
  const some = new Bounded<number>(2);
  for (const [key, value] of [
    ['one', 1],
    ['two', 2],
    ['one', 3],
    ['three', 4],
  ] as const)
    some.set(key, value);
  expect([some.get('one'), some.get('two'), some.get('three')]).toEqual([3, undefined, 4]);
});

test('an error that goes to the log names nobody', () => {
  const { message, stack } = scrubbed(new Error('wid error: invalid wid 77012223344@c.us'));
  expect([message, stack]).not.toContainEqual(expect.stringMatching(/\d{5}/));
  expect(message).toBe('wid error: invalid wid …@c.us');
  expect(scrubbed('auth timeout').message).toBe('auth timeout');
});
