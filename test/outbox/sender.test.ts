import { expect, test } from 'vitest';
import { FakeOutbox } from './fake-outbox.ts';

/** The distances between sends (ms). */
const distances = ({ sent }: FakeOutbox) => sent.slice(1).map(({ at }, n) => at - (sent[n]?.at ?? 0));

const seconds = ({ sent }: FakeOutbox) => sent.map(({ at }) => Math.round((at - 1_000_000) / 1000));

test('every row goes out at its slot, with at most 8 begun and not settled', async () => {
  const outbox = new FakeOutbox();
  outbox.add(100);
  outbox.sender().begin();
  await outbox.clock.advance(6_000);
  expect(outbox.tally()).toEqual({ sent: 100 });
  expect(outbox.sent.map(({ id }) => id)).toEqual([...outbox.rows.keys()]);
  // The first slots are over before the database has begun their rows; after them nothing is late.
  expect(distances(outbox).every((ms) => ms >= 33 && ms <= 35)).toBe(true);
  expect(outbox.mostSending).toBeLessThanOrEqual(8);
  const calls = (name: string) => outbox.calls.filter((call) => call === name).length;
  expect({ claims: calls('claim') <= 12, advances: calls('advance') <= 55 }).toEqual({ claims: true, advances: true });
});

test('while answers are slow no more than 8 are under way, and what is late does not come in a burst', async () => {
  const outbox = new FakeOutbox();
  outbox.sendTakes = 2_000;
  outbox.add(60);
  outbox.sender().begin();
  await outbox.clock.advance(40_000);
  expect(outbox.tally()).toEqual({ sent: 60 });
  expect(outbox.mostSending).toBe(8);
  expect(Math.min(...distances(outbox))).toBeGreaterThanOrEqual(33);
});

test('a lost answer of the database loses nothing and sends nothing twice', async () => {
  const outbox = new FakeOutbox();
  outbox.add(60);
  // One call in three is lost, half of those after they took effect; always the same ones.
  let chance = 7;
  outbox.breaks = () => {
    chance = (chance * 75) % 65_537;
    return chance % 6 === 0 ? 'before' : chance % 6 === 1 ? 'after' : undefined;
  };
  outbox.sender().begin();
  await outbox.clock.advance(120_000);
  expect(outbox.tally()).toEqual({ sent: 60 });
  expect(new Set(outbox.sent.map(({ id }) => id)).size).toBe(outbox.sent.length);
  expect(outbox.mostSending).toBeLessThanOrEqual(8);
});

test('what was sent while the database went away is recorded when it is back', async () => {
  const outbox = new FakeOutbox();
  outbox.add(5);
  outbox.sender().begin();
  await outbox.clock.advance(60);
  outbox.breaks = () => 'before';
  await outbox.clock.advance(30_000);
  const before = outbox.tally();
  outbox.breaks = () => undefined;
  await outbox.clock.advance(3_000);
  expect([before, outbox.tally()]).toEqual([{ sending: 3, claimed: 2 }, { sent: 5 }]);
});

test('a row that the database does not let begin is not sent', async () => {
  const outbox = new FakeOutbox();
  outbox.add(6);
  outbox.refuses = new Set([2, 5]);
  outbox.sender().begin();
  await outbox.clock.advance(3_000);
  expect(outbox.sent.map(({ id }) => id)).toEqual([1, 3, 4, 6]);
});

test('what has nothing to say any more is cancelled without being sent', async () => {
  const outbox = new FakeOutbox();
  outbox.add(4);
  outbox.nothingToSay = new Set([1, 3]);
  outbox.sender().begin();
  await outbox.clock.advance(3_000);
  expect([outbox.tally(), outbox.sent.length]).toEqual([{ cancelled: 2, sent: 2 }, 2]);
});

test('stopping waits for what is under way, records it, and gives back what was only held', async () => {
  const outbox = new FakeOutbox();
  outbox.add(40);
  const sender = outbox.sender();
  sender.begin();
  await outbox.clock.advance(400);
  let stopped = false;
  const stop = sender.stop().then(() => (stopped = true));
  await outbox.clock.advance(1_000);
  await stop;
  const calls = outbox.calls.length;
  await outbox.clock.advance(10_000);
  expect([stopped, outbox.tally(), outbox.calls.length - calls]).toEqual([
    true,
    { sent: outbox.sent.length, queued: 40 - outbox.sent.length },
    0,
  ]);
  expect(outbox.sent.length).toBeGreaterThan(8);
});

test('with no way out one row goes ahead after each pause, and each pause is longer', async () => {
  const outbox = new FakeOutbox();
  outbox.sendTakes = 1;
  outbox.endOf = () => ({ end: 'not-begun', reason: 'ECONNREFUSED' });
  outbox.add(3, () => 'c');
  outbox.sender().begin();
  await outbox.clock.advance(30_000);
  // Three were under way together; then one after 1 second, 2 more, 4 more, 8 more.
  expect(seconds(outbox)).toEqual([0, 0, 0, 2, 4, 8, 16]);
  outbox.endOf = (id) => ({ end: 'sent', messageId: id });
  await outbox.clock.advance(30_000);
  expect(outbox.tally()).toEqual({ sent: 3 });
});

test('one limited chat keeps no other waiting; two in a row hold the account back as long as it is asked', async () => {
  const outbox = new FakeOutbox();
  outbox.sendTakes = 1;
  outbox.interval = 1_000;
  const limited = new Set([1, 3, 4]);
  outbox.endOf = (id) => (limited.has(id) ? { end: 'limited', seconds: 5 } : { end: 'sent', messageId: id });
  outbox.add(6);
  outbox.sender().begin();
  await outbox.clock.advance(7_900);
  // 1 is refused and 2 goes; 3 and 4 are refused, and all wait for five seconds.
  expect([outbox.sent.map(({ id }) => id), seconds(outbox)]).toEqual([
    [1, 2, 3, 4],
    [0, 1, 2, 3],
  ]);
  limited.clear();
  await outbox.clock.advance(20_000);
  expect(outbox.tally()).toEqual({ sent: 6 });
});

test('while nothing waits it looks every second and a half, and at once when it is told', async () => {
  const outbox = new FakeOutbox();
  const sender = outbox.sender();
  sender.begin();
  await outbox.clock.advance(15_000);
  expect(outbox.calls.length).toBeLessThanOrEqual(11);
  outbox.add(1);
  sender.nudge();
  await outbox.clock.advance(10);
  expect(outbox.sent.length).toBe(1);
});

test('work sends all that is due, then rests; it fails when the database is away', async () => {
  const outbox = new FakeOutbox();
  const sender = outbox.sender();
  outbox.add(30);
  let ended = false;
  const work = sender.work().then(() => (ended = true));
  await outbox.clock.advance(3_000);
  await work;
  const calls = outbox.calls.length;
  await outbox.clock.advance(60_000);
  expect([ended, outbox.tally(), outbox.calls.length - calls]).toEqual([true, { sent: 30 }, 0]);
  outbox.breaks = () => 'before';
  const failed = sender.work().then(
    () => 'no error',
    (error: Error) => error.message,
  );
  await outbox.clock.advance(100);
  expect(await failed).toBe('away');
});
