import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../support/double/person.ts';
import { newcomer, now, presses, story } from '../people/scene.ts';
import { auditOf, sendingScene, worksOff } from './sending-scene.ts';
import type { SendingScene } from './sending-scene.ts';

let scene: SendingScene;
let campaign: number;
let volunteers: Person[];

/** Three volunteers; Telegram asks for ten minutes of patience with the first, so that one is still to be sent. */
beforeEach(async () => {
  scene = await sendingScene();
  volunteers = [];
  for (const [index, name] of ['Aset', 'Bolat', 'Ivan'].entries())
    volunteers.push(await scene.volunteer(2 + index, name));
  campaign = await scene.confirms();
  const patience = { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 600 } };
  scene.stage.double.faults.add('sendMessage', patience);
  await scene.stage.catchUp();
});
afterEach(() => scene.stage.close());

/** How many got it. */
const reached = () => volunteers.filter((person) => person.screen().includes('Сәлем!')).length;
const later = async () => {
  scene.stage.setClock('2026-11-22T06:10:01Z');
  await worksOff(scene.stage);
};

test('it tells its author how far it is, in one message that is edited until the end', async () => {
  const { dana } = scene;
  const before = dana.last();
  expect(dana.screen()).toContain('2 of 3 sent\n  Left: a moment');
  await later();
  expect(reached()).toBe(3);
  expect(dana.last().message_id).toBe(before.message_id);
  expect(dana.screen()).toContain('3 of 3 sent\n  [Menu]');
});

test('paused, nothing goes out; resumed, the rest does, and nobody twice', async () => {
  const { dana, stage } = scene;
  const from = now(dana);
  await presses(dana, `ann:${campaign}:pause`);
  await later();
  expect(reached()).toBe(2);
  await presses(dana, `ann:${campaign}:resume`);
  await worksOff(stage);
  expect(reached()).toBe(3);
  expect(volunteers.map((person) => person.transcript().split('Сәлем!').length - 1)).toEqual([1, 1, 1]);
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [Pause]
    Birge (edited): Announcement № 1 is paused
      2 of 3 sent
      [Go on] [Cancel]
    Dana: [Go on]
    Birge (edited): Announcement № 1 is being sent
      2 of 3 sent
      Left: a moment
      [Pause] [Cancel]
    Birge (edited): Announcement № 1 is through
      3 of 3 sent
      [Menu]"
  `);
  expect(await auditOf(stage)).toEqual([
    { account: '1', action: 'paused-announcement', detail: {} },
    { account: '1', action: 'resumed-announcement', detail: {} },
  ]);
});

test('cancelled in the middle, after it was asked once more, the rest never goes', async () => {
  const { dana, stage } = scene;
  const from = now(dana);
  await presses(dana, `ann:${campaign}:cancel`);
  expect(await auditOf(stage)).toEqual([]);
  await presses(dana, `ann:${campaign}:canceled-yes`);
  await later();
  expect(reached()).toBe(2);
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [Cancel]
    Birge: Cancel announcement № 1 for good? What has been sent stays; nobody gets the rest.
      [Yes, cancel it]
      [Back]
    Dana: [Yes, cancel it]
    Birge (edited): How announcement № 1 is going stands below.
    Birge (edited): Announcement № 1 was cancelled
      2 of 3 sent
      1 not sent
      [Menu]"
  `);
  expect(await auditOf(stage)).toEqual([{ account: '1', action: 'cancelled-announcement', detail: {} }]);
  const end = now(dana);
  await dana.pressesData(`ann:${campaign}:resume`, dana.last());
  await later();
  expect(reached(), 'an old button brings nothing back').toBe(2);
  expect(story(dana, end)).not.toContain('paused');
});

test('whoever may not announce there turns nothing, hears what to do, and stands in the audit', async () => {
  const { stage } = scene;
  const eve = await newcomer(stage, { id: 50, name: 'Eve' });
  const [aset] = volunteers;
  for (const person of [eve, aset]) {
    for (const act of ['pause', 'canceled-yes', 'failed', 'unknown', 'again', 'state'])
      await person?.pressesData(`ann:${campaign}:${act}`, person.last());
  }
  expect(await stage.database.sql`select state from campaigns`).toEqual([{ state: 'sending' }]);
  const audit = await auditOf(stage);
  expect(audit).toHaveLength(12);
  expect(new Set(audit.map((row) => row['action'] as string))).toEqual(new Set(['refused-announce']));
  expect(eve.screen()).not.toContain('sent');
});

test('what is no more confirmed is not turned by an old button', async () => {
  const { dana, stage } = scene;
  await stage.database.sql`update campaigns set state = 'draft'`;
  for (const act of ['pause', 'canceled-yes', 'again']) await dana.pressesData(`ann:${campaign}:${act}`, dana.last());
  expect(await stage.database.sql`select state from campaigns`).toEqual([{ state: 'draft' }]);
});

test('an author who deletes that message gets another one', async () => {
  const { dana } = scene;
  const message = dana.chat.messages.get(dana.last().message_id);
  if (message) dana.chat.delete(message);
  const from = now(dana);
  await later();
  expect(story(dana, from)).toContain('3 of 3 sent');
});

test('a message that says it already is left as it is', async () => {
  const { dana, stage } = scene;
  await stage.database.sql`update campaigns set told = null`;
  const from = now(dana);
  await stage.catchUp();
  expect(story(dana, from)).toBe('');
  expect(await stage.database.sql`select told->>'sent' as sent from campaigns`).toEqual([{ sent: '2' }]);
});

test('an author who blocks us is not written to, and the campaign ends all the same', async () => {
  const { dana, stage } = scene;
  dana.chat.access = 'blocked';
  await later();
  expect(reached()).toBe(3);
  const calls = stage.double.sent.length;
  await stage.catchUp();
  expect(stage.double.sent.slice(calls)).toEqual([]);
  expect(await stage.database.sql`select state from campaigns`).toEqual([{ state: 'done' }]);
});
