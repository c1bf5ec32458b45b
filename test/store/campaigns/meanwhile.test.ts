import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { turnCampaign } from '../../../src/store/campaigns/sending.ts';
import { advanceOutbox, sweepOutbox } from '../../../src/store/outbox.ts';
import { unlinkGroup } from '../../../src/store/groups.ts';
import { Announcing, at } from './scene.ts';

let scene: Announcing;
let person: number;
let group: number;
beforeAll(async () => {
  scene = await Announcing.open();
});
afterAll(() => scene.db.close());

beforeEach(async () => {
  await scene.db.sql`update groups set unlinked_at = '2026-01-02'`;
  await scene.db.sql`delete from memberships where role = 'volunteer'`;
  scene.now = at('2026-11-23');
  person = await scene.person();
  group = await scene.group();
});

/** What happens between the spreading and the moment at which it would go, and what becomes of the group's and the person's. */
const table: { when: string; happens?: (campaign: number) => Promise<unknown>; fates: string[] }[] = [
  { when: 'nothing happens', fates: ['sent', 'sent'] },
  {
    when: 'the person said stop',
    happens: () => scene.db.sql`update people set announcements_off_at = '2026-11-23' where id = ${person}`,
    fates: ['sent', 'cancelled: said stop'],
  },
  {
    when: 'the person took their consent back',
    happens: () => scene.db.sql`update consents set withdrawn_at = '2026-11-23' where person_id = ${person}`,
    fates: ['sent', 'cancelled: no consent'],
  },
  {
    when: 'the group was let go',
    happens: () => unlinkGroup(scene.db.store, group, scene.author, scene.now),
    fates: ['cancelled: the group was let go', 'sent'],
  },
  {
    when: 'the group was let go by the database alone, while its message was on the way to be claimed',
    happens: () => scene.db.sql`update groups set unlinked_at = '2026-11-23' where chat_id = ${group}`,
    fates: ['cancelled: the group was let go', 'sent'],
  },
  {
    when: 'it was paused',
    happens: (campaign) => turnCampaign(scene.db.store, campaign, 'paused', scene.now),
    fates: ['held', 'held'],
  },
  {
    when: 'it was paused, and whoever paused it was ended in the middle',
    happens: (campaign) => scene.db.sql`update campaigns set state = 'paused' where id = ${campaign}`,
    fates: ['held', 'held'],
  },
  {
    when: 'it was cancelled',
    happens: (campaign) => turnCampaign(scene.db.store, campaign, 'cancelled', scene.now),
    fates: ['cancelled: cancelled', 'cancelled: cancelled'],
  },
  {
    when: 'it was cancelled while paused',
    happens: async (campaign) => {
      await turnCampaign(scene.db.store, campaign, 'paused', scene.now);
      await turnCampaign(scene.db.store, campaign, 'cancelled', scene.now);
    },
    fates: ['cancelled: cancelled', 'cancelled: cancelled'],
  },
  {
    when: 'it was paused and went on',
    happens: async (campaign) => {
      await turnCampaign(scene.db.store, campaign, 'paused', scene.now);
      await turnCampaign(scene.db.store, campaign, 'sending', scene.now);
    },
    fates: ['sent', 'sent'],
  },
];

test.each(table)('when $when', async ({ happens, fates }) => {
  const campaign = await scene.announced();
  await happens?.(campaign);
  await scene.sends();
  expect(await scene.fates(campaign)).toEqual(fates);
});

test('when its organisation was closed, nothing more of it goes out', async () => {
  const campaign = await scene.announced();
  await scene.db.sql`update organisations set closed_at = '2026-11-23' where id = ${scene.organisation}`;
  await scene.sends();
  await scene.db.sql`update organisations set closed_at = null where id = ${scene.organisation}`;
  expect(await scene.fates(campaign)).toEqual(Array(2).fill('cancelled: the organisation is closed'));
});

test('whoever says stop between the claim and the moment of sending gets nothing', async () => {
  const campaign = await scene.announced({ groups: null });
  const rows = await scene.claims();
  await scene.db.sql`update people set announcements_off_at = '2026-11-23' where id = ${person}`;
  const step = { settled: [], beginning: rows };
  expect(await advanceOutbox(scene.db.store, scene.holder, step, scene.now)).toEqual([]);
  // As a process leaves it that had claimed it: the lease runs out.
  await scene.db.sql`update outbox set lease_until = '-infinity' where campaign_id = ${campaign}`;
  await sweepOutbox(scene.db.store, scene.now);
  expect(await scene.sends()).toBe(0);
  expect(await scene.fates(campaign)).toEqual(['cancelled: said stop']);
});

test('whoever blocks us, and a group that puts us out, are failures that name it', async () => {
  const campaign = await scene.announced();
  await scene.ends(await scene.claims(), { end: 'gone', reason: 'Forbidden: bot was blocked by the user' });
  expect(await scene.fates(campaign)).toEqual(['failed: the chat is gone', 'failed: the chat is gone']);
  expect(await scene.counts(campaign)).toMatchObject({ state: 'done', failed: 2, open: 0 });
});

test('somebody who blocks us in one messenger gets it in another', async () => {
  const campaign = await scene.announced({ groups: null });
  await scene.db.sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
    values (${scene.whatsapp}, ${`other ${person}`}, 'private', ${person}, '2025-01-01')`;
  await scene.ends(await scene.claims(), { end: 'gone', reason: 'Forbidden: bot was blocked by the user' });
  expect(await scene.claims()).toEqual([]);
  expect(await scene.sends(scene.whatsapp)).toBe(1);
  expect(await scene.fates(campaign)).toEqual(['sent']);
});

test('in the quiet hours all waits until nine; an urgent one passes', async () => {
  scene.now = at('2026-11-23', '21:00');
  const campaign = await scene.announced();
  const urgent = await scene.announced({ urgent: 'A storm is coming' });
  expect(await scene.sends()).toBe(2);
  expect(await scene.fates(urgent)).toEqual(['sent', 'sent']);
  expect(await scene.dues(campaign)).toEqual(['2026-11-24 09:00']);
  scene.now = at('2026-11-24', '08:59');
  expect(await scene.sends()).toBe(0);
  scene.now = at('2026-11-24', '09:00');
  expect(await scene.sends()).toBe(2);
});

test('what is still waiting when the quiet hours begin waits for the morning', async () => {
  scene.now = at('2026-11-23', '20:59');
  const campaign = await scene.announced();
  expect(await scene.dues(campaign)).toEqual(['2026-11-23 20:59']);
  scene.now = at('2026-11-23', '21:00');
  expect(await scene.sends()).toBe(0);
  expect(await scene.dues(campaign)).toEqual(['2026-11-24 09:00']);
});
