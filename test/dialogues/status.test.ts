import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteTick } from '../../src/store/obligations.ts';
import { openPlatform } from '../../src/store/organisations.ts';
import { openStage } from '../support/dialogue.ts';
import type { Stage } from '../support/dialogue.ts';
import { appoint, newcomer, now, organisation, presses, say, story } from './people/scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ admins: ['2'] });
});
afterAll(() => stage.close());

/** The milliseconds of the database differ from run to run. */
const told = (text: string) => text.replaceAll(/answers in \d+ ms/g, 'answers in N ms');

test('an administrator sees how everything goes, in lines that fit a phone', async () => {
  const { birge } = stage.running;
  const admin = await newcomer(stage, { id: 1, name: 'Admin' });
  const platform = await openPlatform(birge.store, { kk: 'Birge' }, birge.now());
  await appoint(stage, 1, 'administrator', { organisation: platform });
  const from = now(admin);
  await admin.says('/menu');
  await presses(admin, 'go:status');
  await noteTick(birge.store, 'plan', {}, new Date('2026-11-22T05:59:20Z'));
  await noteTick(birge.store, 'check', { differences: 0 }, birge.now());
  await admin.presses(say('health-again'));
  expect(told(story(admin, from))).toMatchInlineSnapshot(`
    "Admin: /menu
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [Received questionnaires]
      [New project]
      [New organisation]
      [Invite]
      [Announce] [Groups]
      [Record an event]
      [My roles]
      [Status]
      [My data] [Language] [Help]
    Admin: [Status]
    Birge: How Birge is doing
      Database: answers in N ms
      Telegram: on
      ⚠ Reminders: never planned yet
      Deadlines: compared for the first time tonight

      Telegram
      Waiting: 0, under way: 0
      Sent in the last minute: 0

      Messages without an answer yet: 0, other work: 0
      [Look again] [Menu]
    Admin: [Look again]
    Birge: How Birge is doing
      Database: answers in N ms
      Telegram: on
      Reminders: planned 40 s ago
      Deadlines: agree with the facts

      Telegram
      Waiting: 0, under way: 0
      Sent in the last minute: 0

      Messages without an answer yet: 0, other work: 0
      [Look again] [Menu]"
  `);
});

test('what needs care begins with a sign: late planning, differences, lost messages, unconfirmed days off', async () => {
  const { birge } = stage.running;
  const admin = stage.double.person({ id: 1, first_name: 'Admin' });
  await noteTick(birge.store, 'check', { differences: 3 }, birge.now());
  await stage.database.sql`
    insert into outbox (channel_id, chat_id, kind, key, priority, wanted_at, due_at, state, reason, settled_at)
    select c.channel_id, c.id, 'catch-up', t.state, 1, w.at, w.at, t.state, t.reason, w.at
    from chats c, (select timestamptz '2026-12-01 06:00Z' as at) w,
      (values ('unknown', 'the connection ended <while> it was sent'), ('failed', 'Bad Request: message is too long'), ('sent', null)) t (state, reason)
    where c.external_id = '1'`;
  stage.setClock('2026-12-01T06:00:30Z');
  const from = now(admin);
  await admin.says('/status');
  expect(told(story(admin, from))).toMatchInlineSnapshot(`
    "Admin: /status
    Birge: How Birge is doing
      Database: answers in N ms
      Telegram: on
      ⚠ Reminders: planned last 9 d ago, though it should be every minute
      ⚠ Deadlines that differ from the facts: 3
      ⚠ The days off of 2027 are not confirmed: check content/holidays.yaml against the official list

      Telegram
      Waiting: 0, under way: 0
      Sent in the last minute: 1
      ⚠ In doubt: 1, not delivered: 1
      – Bad Request: message is too long
      – the connection ended <while> it was sent

      Messages without an answer yet: 0, other work: 0
      [Look again] [Menu]"
  `);
});

test('of a year whose days off are confirmed nothing is said, nor of any before December', async () => {
  const admin = stage.double.person({ id: 1, first_name: 'Admin' });
  const warned = async (at: string) => {
    stage.setClock(at);
    await admin.says('/status');
    return admin.last().text.includes('days off');
  };
  // 30 November ends at 19:00 UTC in Almaty.
  expect([await warned('2026-11-30T18:59:00Z'), await warned('2026-11-30T19:00:00Z')]).toEqual([false, true]);
  expect(await warned('2025-12-15T06:00:00Z')).toBe(false);
  stage.setClock('2026-11-22T06:00:00Z');
});

test('whoever writes from a chat of ADMIN_CHATS is an administrator here too', async () => {
  const chief = await newcomer(stage, { id: 2, name: 'Chief' });
  await chief.says('/status');
  expect(chief.last().text).toContain(say('health-queue', { queued: 0, underWay: 0 }));
});

test('nobody else sees it: they hear so politely, and find the way to the menu', async () => {
  const coordinator = await newcomer(stage, { id: 3, name: 'Yerlan' });
  await appoint(stage, 3, 'coordinator', { organisation: await organisation(stage, 'Qanat') });
  const volunteer = await newcomer(stage, { id: 4, name: 'Dana', language: 'ru' });
  const from = [now(coordinator), now(volunteer)];
  await coordinator.says('/status');
  await coordinator.pressesData('go:status', coordinator.last());
  await volunteer.says('/status');
  expect(`${story(coordinator, from[0])}\n${story(volunteer, from[1])}`).toMatchInlineSnapshot(`
    "Yerlan: /status
    Birge: This page is for administrators. You will find everything of yours in the menu.
      [Menu]
    Yerlan: [go:status]
    Birge: This page is for administrators. You will find everything of yours in the menu.
      [Menu]
    Dana: /status
    Birge: Эта страница для администраторов. Всё ваше — в меню.
      [Меню]"
  `);
  const stranger = stage.double.person({ id: 5, first_name: 'New' });
  await stranger.says('/status');
  expect(stranger.transcript()).not.toMatch(/Telegram|мс/);
  await stage.double.person({ id: 4, first_name: 'Dana' }).says('/menu');
  expect(volunteer.last().buttons.flat()).not.toContain('Состояние');
});
