import { afterEach, beforeEach, expect, test } from 'vitest';
import { acknowledge, noteNumber, readBrake, releaseBrake } from '../../../src/store/whatsapp.ts';
import { enqueue } from '../../../src/store/outbox.ts';
import type { End } from '../../../src/store/outbox.ts';
import { Announcing, at } from './scene.ts';

let scene: Announcing;
beforeEach(async () => {
  scene = await Announcing.open();
});
afterEach(() => scene.db.close());

const groups = async (count: number, channel = scene.whatsapp) => {
  for (let n = 0; n < count; n += 1) await scene.group({ channel });
};
const sent: End = { end: 'sent', messageId: 7 };

test('on WhatsApp 20 to 60 seconds lie between two announcements, each time others; on Telegram none', async () => {
  await groups(8);
  await groups(8, scene.telegram);
  await scene.announced();
  expect(await scene.claims()).toHaveLength(8);
  const pauses: number[] = [];
  for (let n = 0; n < 8; n += 1) {
    expect(await scene.claims(scene.whatsapp), 'the last pause is over').toHaveLength(1);
    expect(await scene.claims(scene.whatsapp, { paced: true }), 'the next has begun').toEqual([]);
    const [row] = await scene.db.sql<{ seconds: number }[]>`
      select extract(epoch from post_next_at - clock_timestamp())::float as seconds from budgets where channel_id = ${scene.whatsapp}`;
    pauses.push(row?.seconds ?? 0);
  }
  expect(Math.min(...pauses)).toBeGreaterThan(19);
  expect(Math.max(...pauses)).toBeLessThan(60.2);
  expect(new Set(pauses.map(Math.round)).size).toBeGreaterThan(1);
});

test('what is no announcement does not wait for that pause', async () => {
  await groups(2);
  const person = await scene.person({ channel: scene.whatsapp });
  await scene.announced({ people: null });
  expect(await scene.claims(scene.whatsapp)).toHaveLength(1);
  await enqueue(
    scene.db.store,
    [{ to: { person }, kind: 'word', key: '1', payload: {}, priority: 1, due: scene.now }],
    scene.now,
  );
  const rows = await scene.claims(scene.whatsapp, { paced: true });
  expect(rows.map(({ kind }) => kind)).toEqual(['word']);
});

test.each([
  { limits: 'the hour', set: { hour_cap: 3 }, first: 3, again: at('2026-11-23', '11:00'), after: 3 },
  { limits: 'the day', set: { day_cap: 4 }, first: 4, again: at('2026-11-24', '10:00'), after: 4 },
  { limits: 'a new number', set: { ramp_from: 2, ramp_step: 3 }, first: 2, again: at('2026-11-24', '10:00'), after: 5 },
])('$limits has its cap', async ({ set, first, again, after }) => {
  await noteNumber(scene.db.store, scene.whatsapp, '77010001122', scene.now);
  await scene.budget(scene.whatsapp, set);
  await groups(12);
  await scene.announced();
  expect(await scene.sends(scene.whatsapp)).toBe(first);
  scene.now = new Date(again.getTime() - 1000);
  if (again.getUTCDate() === 23) expect(await scene.sends(scene.whatsapp), 'a second before').toBe(0);
  scene.now = again;
  expect(await scene.sends(scene.whatsapp)).toBe(after);
});

test('another number begins slowly again; the same one told again goes on', async () => {
  await noteNumber(scene.db.store, scene.whatsapp, '77010001122', at('2026-11-01'));
  await scene.budget(scene.whatsapp, { ramp_from: 1, ramp_step: 1 });
  await groups(30);
  await scene.announced();
  await noteNumber(scene.db.store, scene.whatsapp, '77010001122', scene.now);
  expect(await scene.sends(scene.whatsapp), '22 days old: 1 and 22').toBe(23);
  scene.now = at('2026-11-24');
  await noteNumber(scene.db.store, scene.whatsapp, '77010003344', scene.now);
  expect(await scene.sends(scene.whatsapp)).toBe(1);
});

test('a WhatsApp group gets two announcements a day, the third the next morning; a Telegram group all', async () => {
  await groups(1);
  await groups(1, scene.telegram);
  const campaigns = [await scene.announced(), await scene.announced(), await scene.announced()];
  expect([await scene.sends(scene.whatsapp), await scene.sends()]).toEqual([2, 3]);
  expect(await scene.dues(campaigns[2] ?? 0)).toEqual(['2026-11-24 09:00']);
  scene.now = at('2026-11-24', '09:00');
  expect(await scene.sends(scene.whatsapp)).toBe(1);
});

test('a row of failures stops the account and all on it, until an administrator lets it go on', async () => {
  await groups(12);
  const campaign = await scene.announced();
  const refused: End = { end: 'rejected', reason: 'Evaluation failed' };
  for (const end of [refused, refused, refused, refused, sent, refused, refused, refused, refused]) {
    await scene.ends(await scene.claims(scene.whatsapp), end);
  }
  expect(await readBrake(scene.db.store, scene.whatsapp), 'one that went between begins the count anew').toMatchObject({
    stoppedAt: null,
  });
  await scene.ends(await scene.claims(scene.whatsapp), { end: 'in-doubt', reason: 'timeout' });
  expect(await readBrake(scene.db.store, scene.whatsapp)).toMatchObject({ why: 'timeout' });
  scene.now = at('2026-11-25');
  expect(await scene.sends(scene.whatsapp)).toBe(0);
  await releaseBrake(scene.db.store, scene.whatsapp);
  expect(await scene.sends(scene.whatsapp)).toBe(2);
  expect(await scene.counts(campaign)).toMatchObject({ state: 'done', sent: 3, failed: 8, unknown: 1 });
});

test('chats that are gone are no failures of the account', async () => {
  await groups(7);
  await scene.announced();
  for (let n = 0; n < 7; n += 1) await scene.ends(await scene.claims(scene.whatsapp), { end: 'gone', reason: 'left' });
  expect(await readBrake(scene.db.store, scene.whatsapp)).toMatchObject({ stoppedAt: null });
});

test('a late acknowledgement turns what was unknown into sent, also after the end; any other changes nothing', async () => {
  await groups(1);
  const campaign = await scene.announced();
  await scene.ends(await scene.claims(scene.whatsapp), { end: 'in-doubt', reason: 'not acknowledged', messageId: 41 });
  expect(await scene.counts(campaign)).toMatchObject({ state: 'done', sent: 0, unknown: 1 });
  expect(await acknowledge(scene.db.store, scene.whatsapp, 40, scene.now)).toBe(false);
  expect(await acknowledge(scene.db.store, scene.telegram, 41, scene.now)).toBe(false);
  expect(await scene.fates(campaign)).toEqual(['unknown: not acknowledged']);
  expect(await acknowledge(scene.db.store, scene.whatsapp, 41, scene.now)).toBe(true);
  expect(await acknowledge(scene.db.store, scene.whatsapp, 41, scene.now), 'a second time').toBe(false);
  expect(await scene.counts(campaign)).toMatchObject({ state: 'done', sent: 1, unknown: 0 });
});
