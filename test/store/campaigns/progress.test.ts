import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import {
  claimProgress,
  messagesOfCampaign,
  noteProgress,
  repeatCampaign,
  spreadCampaign,
  turnCampaign,
} from '../../../src/store/campaigns/sending.ts';
import type { End, OutboxRow } from '../../../src/store/outbox.ts';
import { claimJobs, settleJob, sweepInbox } from '../../../src/store/jobs.ts';
import { chatGone } from '../../../src/store/talks.ts';
import { confirmedCampaign } from '../../support/campaigns.ts';
import { Announcing, at } from './scene.ts';

let scene: Announcing;
beforeEach(async () => {
  scene = await Announcing.open();
});
afterEach(() => scene.db.close());

const people = async (count: number) => {
  for (let n = 0; n < count; n += 1) await scene.person();
};
const told = () => claimProgress(scene.db.store, [scene.telegram], scene.now);
const refused: End = { end: 'rejected', reason: 'Bad Request: wrong' };
const doubtful: End = { end: 'in-doubt', reason: 'timeout' };

test('who is spread a bite at a time goes on where a killed one stopped, and nobody twice', async () => {
  const { sql, store } = scene.db;
  await people(5);
  for (let n = 0; n < 3; n += 1) await scene.group();
  const idea = { organisation: scene.organisation, author: scene.author, people: { roles: ['volunteer'] } };
  const campaign = await confirmedCampaign(sql, store, idea, scene.now);
  const bite = () =>
    store.call('spread_campaign', { p_campaign: campaign, p_limit: 2, p_at: scene.now.toISOString() }, z.unknown());
  const reached: number[] = [];
  for (let n = 0; n < 9; n += 1) {
    await bite();
    reached.push((await scene.fates(campaign)).length);
  }
  // Two groups, one, no more groups; then people.
  expect(reached).toEqual([2, 3, 5, 7, 8, 8, 8, 8, 8]);
  const twice = await sql`select chat_id from outbox where campaign_id = ${campaign} group by 1 having count(*) > 1`;
  expect(twice).toEqual([]);
  expect(await scene.counts(campaign)).toMatchObject({ state: 'sending', spread: true, open: 8 });
});

test('paused while it is spread, it goes on by a job of its own, even if the first one has not ended yet', async () => {
  const { sql, store } = scene.db;
  await people(3);
  const idea = { organisation: scene.organisation, author: scene.author, people: { roles: ['volunteer'] } };
  const campaign = await confirmedCampaign(sql, store, idea, scene.now);
  const [job] = await claimJobs(store, 3, scene.now);
  await store.call('spread_campaign', { p_campaign: campaign, p_limit: 1, p_at: scene.now.toISOString() }, z.unknown());
  await turnCampaign(store, campaign, 'paused', scene.now);
  expect(await spreadCampaign(store, campaign, scene.now)).toBe('over');
  await turnCampaign(store, campaign, 'sending', scene.now);
  if (job) await settleJob(store, job, { is: 'done' }, scene.now, scene.now);
  const next = await claimJobs(store, 3, scene.now);
  expect(next.map(({ kind, payload }) => ({ kind, payload }))).toEqual([
    { kind: 'announcement', payload: { campaign } },
  ]);
});

test('whoever looks first tells the author, for ten seconds; what is told is told again only when it has changed', async () => {
  await people(2);
  const campaign = await scene.announced();
  expect(await claimProgress(scene.db.store, [scene.whatsapp], scene.now), 'the author is not there').toEqual([]);
  const [first] = await told();
  expect(first).toMatchObject({ id: campaign, told: null, message: null, chat: '1', counts: { sent: 0, open: 2 } });
  expect(await told(), 'somebody is at it').toEqual([]);
  if (first) await noteProgress(scene.db.store, first, 40);
  expect(await told(), 'nothing new').toEqual([]);
  await scene.sends();
  const [second] = await told();
  expect(second).toMatchObject({ message: 40, told: { sent: 0 }, counts: { sent: 2, open: 0, state: 'done' } });
  await scene.db.sql`update campaigns set told_until = '-infinity'`;
  const [again] = await told();
  expect(again, 'whoever was at it was killed').toMatchObject({ message: 40, counts: { sent: 2 } });
  if (again) await noteProgress(scene.db.store, again, 40);
  expect(await told()).toEqual([]);
});

test('an author who blocked us hears of it where they are, in a message of its own', async () => {
  await people(1);
  await scene.announced();
  const [first] = await told();
  if (first) await noteProgress(scene.db.store, first, 40);
  await chatGone(scene.db.store, scene.telegram, '1', scene.now);
  await scene.sends();
  expect(await told()).toEqual([]);
  await scene.db.sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
    values (${scene.telegram}, '99', 'private', ${scene.author}, '2026-01-01')`;
  expect(await told()).toMatchObject([{ chat: '99', message: null, counts: { state: 'done' } }]);
});

test('many that are over do not hide one that is under way', async () => {
  await people(1);
  for (let n = 0; n < 55; n += 1) await scene.announced({ groups: null });
  await scene.sends();
  await scene.db.sql`update campaigns set state = 'done', ended_at = ${scene.now}`;
  const running = await scene.announced({ groups: null });
  expect((await told()).map(({ id }) => id)).toContain(running);
});

test.each(['sending', 'cancelled'] as const)(
  'whoever was killed while turning it to %s: the next look goes on',
  async (to) => {
    await people(3);
    const campaign = await scene.announced({ groups: null });
    await turnCampaign(scene.db.store, campaign, 'paused', scene.now);
    const args = { p_campaign: campaign, p_to: to, p_limit: 1, p_at: scene.now.toISOString() };
    await scene.db.store.call('turn_campaign', args, z.unknown());
    expect(await scene.counts(campaign)).toMatchObject({ state: to, held: 2 });
    await told();
    expect(await scene.counts(campaign)).toMatchObject({ held: 0, [to === 'sending' ? 'open' : 'cancelled']: 3 });
  },
);

test.each(['paused', 'cancelled'] as const)(
  'whoever was killed while turning it to %s, on an account that sends nothing now: the next look goes on',
  async (to) => {
    await people(3);
    const campaign = await scene.announced({ groups: null });
    await scene.budget(scene.telegram, { stopped_at: scene.now });
    const args = { p_campaign: campaign, p_to: to, p_limit: 1, p_at: scene.now.toISOString() };
    await scene.db.store.call('turn_campaign', args, z.unknown());
    await told();
    expect(await scene.counts(campaign)).toMatchObject({ open: 0, [to === 'paused' ? 'held' : 'cancelled']: 3 });
  },
);

test('it is not over while the failed ones are just being sent again', async () => {
  const { db, now } = scene;
  await people(1);
  const campaign = await scene.announced({ groups: null });
  await scene.ends(await scene.claims(), refused);
  const other = postgres(db.sqlUrl, { max: 1 });
  await other.unsafe('begin');
  await other`select repeat_campaign(${campaign}, null, 500, ${now})`;
  const counted = scene.counts(campaign);
  await pause(200);
  await other.unsafe('commit');
  await other.end();
  await counted;
  expect(await scene.counts(campaign)).toMatchObject({ state: 'sending', open: 1 });
});

test('the failed ones go again by one call, without those whose chat is gone; unknown ones only one by one', async () => {
  const { store } = scene.db;
  await people(6);
  const campaign = await scene.announced({ groups: null });
  const rows = await scene.claims();
  const [a, b, c, d, e, f] = rows as [OutboxRow, OutboxRow, OutboxRow, OutboxRow, OutboxRow, OutboxRow];
  await scene.ends([a, b], refused);
  await scene.ends([c], { end: 'gone', reason: 'Forbidden: bot was blocked by the user' });
  await scene.ends([d, e], doubtful);
  await scene.ends([f], { end: 'sent', messageId: 1 });
  expect(await scene.counts(campaign)).toMatchObject({ state: 'done', sent: 1, failed: 3, unknown: 2 });
  expect(await messagesOfCampaign(store, campaign, 'failed', 0, 10)).toMatchObject([
    { id: a.id, gone: false, reason: 'Bad Request: wrong', name: 'Somebody', group: null },
    { id: b.id, gone: false },
    { id: c.id, gone: true, reason: 'the chat is gone' },
  ]);
  expect(await messagesOfCampaign(store, campaign, 'failed', a.id, 1)).toMatchObject([{ id: b.id }]);
  scene.now = at('2026-11-23', '12:00');
  expect(await repeatCampaign(store, campaign, null, scene.now)).toBe(2);
  expect(await scene.counts(campaign)).toMatchObject({ state: 'sending', open: 2, failed: 1, unknown: 2 });
  expect(await repeatCampaign(store, campaign, d.id, scene.now)).toBe(1);
  expect(await repeatCampaign(store, campaign, d.id, scene.now), 'it is under way').toBe(0);
  expect(await repeatCampaign(store, campaign, f.id, scene.now), 'it has arrived').toBe(0);
  expect((await scene.claims()).map(({ id }) => id)).toEqual([a.id, b.id, d.id]);
});

test('what fails again while the failed ones are sent again is left for the next press', async () => {
  await people(2);
  const campaign = await scene.announced({ groups: null });
  await scene.ends(await scene.claims(), refused);
  const press = scene.now;
  await repeatCampaign(scene.db.store, campaign, null, press);
  scene.now = new Date(press.getTime() + 1);
  await scene.ends(await scene.claims(), refused);
  expect(await repeatCampaign(scene.db.store, campaign, null, press)).toBe(0);
  expect(await repeatCampaign(scene.db.store, campaign, null, scene.now)).toBe(2);
});

test('what is cancelled or paused is not sent again', async () => {
  await people(1);
  const campaign = await scene.announced({ groups: null });
  await scene.ends(await scene.claims(), refused);
  await scene.db.sql`update campaigns set state = 'cancelled' where id = ${campaign}`;
  expect(await repeatCampaign(scene.db.store, campaign, null, scene.now)).toBe(0);
});

test('what is dropped before it began is told to nobody; what is cancelled right after it began is', async () => {
  const { sql, store } = scene.db;
  await people(1);
  const idea = { organisation: scene.organisation, author: scene.author };
  await turnCampaign(store, await confirmedCampaign(sql, store, idea, scene.now), 'cancelled', scene.now);
  expect(await told()).toEqual([]);
  const campaign = await scene.announced();
  await turnCampaign(store, campaign, 'cancelled', scene.now);
  expect(await told()).toMatchObject([{ id: campaign, counts: { state: 'cancelled', cancelled: 1 } }]);
});

test('when its messages are forgotten after 30 days, a campaign still says how it ended', async () => {
  await people(2);
  const campaign = await scene.announced({ groups: null });
  await scene.sends();
  const [end] = await told();
  if (end) await noteProgress(scene.db.store, end, 40);
  const counts = await scene.counts(campaign);
  expect(counts).toMatchObject({ state: 'done', sent: 2 });
  scene.now = at('2026-12-24');
  await sweepInbox(scene.db.store, scene.now);
  expect(await scene.fates(campaign)).toEqual([]);
  expect(await scene.counts(campaign)).toEqual(counts);
});
