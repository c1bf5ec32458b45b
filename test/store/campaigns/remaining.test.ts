import { afterEach, beforeEach, expect, test } from 'vitest';
import { remainingOf } from '../../../src/announcing/remaining.ts';
import { Announcing, at } from './scene.ts';

let scene: Announcing;
beforeEach(async () => {
  scene = await Announcing.open();
});
afterEach(() => scene.db.close());

/** Announces to so many people in Telegram and groups in WhatsApp, and says what is still before it. */
async function remaining({ people = 0, groups = 0, urgent }: { people?: number; groups?: number; urgent?: string }) {
  for (let n = 0; n < people; n += 1) await scene.person();
  for (let n = 0; n < groups; n += 1) await scene.group({ channel: scene.whatsapp });
  const campaign = await scene.announced(urgent === undefined ? {} : { urgent });
  const birge = { store: scene.db.store, now: () => scene.now, timeZone: 'Asia/Almaty' };
  return { campaign, of: () => remainingOf(birge, campaign) };
}

test.each([
  { what: 'people in Telegram', load: { people: 60 }, seconds: Math.ceil(59 * 0.0345) },
  { what: 'groups in WhatsApp, by the mean of its pause', load: { groups: 4 }, seconds: 3 * 40 },
  { what: 'both, side by side', load: { people: 60, groups: 4 }, seconds: 3 * 40 },
])('$what', async ({ load, seconds }) => {
  const { of } = await remaining(load);
  expect(await of()).toMatchObject({ duration: { seconds, from: scene.now }, stopped: false, urgent: false });
});

test('what was sent is no longer before it', async () => {
  const { of } = await remaining({ groups: 4 });
  await scene.ends(await scene.claims(scene.whatsapp), { end: 'sent', messageId: 1 });
  expect((await of()).duration?.seconds).toBe(2 * 40);
});

test('another announcement that waits there goes before', async () => {
  for (let n = 0; n < 3; n += 1) await scene.group({ channel: scene.whatsapp });
  await scene.announced();
  await scene.db.sql`update groups set unlinked_at = '2026-01-02'`;
  const { of } = await remaining({ groups: 2 });
  expect((await of()).duration?.seconds).toBe(4 * 40);
});

test('at night it begins at nine, unless it is urgent', async () => {
  scene.now = at('2026-11-23', '22:00');
  const { of } = await remaining({ people: 1 });
  expect(await of()).toMatchObject({
    duration: { seconds: 11 * 3600, from: at('2026-11-24', '09:00') },
    urgent: false,
  });
  const urgent = await remaining({ people: 1, urgent: 'A storm is coming' });
  expect(await urgent.of()).toMatchObject({ duration: { from: scene.now }, urgent: true });
});

test('a stopped account and a limit that lets nothing through have no end that could be foreseen', async () => {
  const { of } = await remaining({ groups: 2 });
  await scene.budget(scene.whatsapp, { hour_cap: 0 });
  expect(await of()).toEqual({ duration: undefined, stopped: false, urgent: false });
  await scene.budget(scene.whatsapp, { hour_cap: 40, stopped_at: scene.now });
  expect(await of()).toEqual({ duration: undefined, stopped: true, urgent: false });
});
