import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { whatsappText } from '../../../src/channels/whatsapp/marks.ts';
import { readDevice } from '../../../src/linking/notes.ts';
import { say } from '../../dialogues/people/scene.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { openPhone, until } from './phone.ts';
import type { Phone } from './phone.ts';

/* One process holds the device. What happens to it, and to those who write, when the database is away or another one has it. */

const aigerim = '77012223344@c.us';
let stage: Stage;
let phone: Phone;

beforeAll(async () => {
  stage = await openStage();
  phone = await openPhone(stage);
  await until(async () => (await device()) === 'waiting', 'the device to wait');
  phone.server.pair();
  await until(async () => (await device()) === 'linked', 'the link');
  for (const text of ['Hello', '3', '1', '14.05.2001']) await phone.says(aigerim, text);
}, 60_000);
afterEach(() => stage.breakCalls());
afterAll(async () => {
  await phone?.close();
  await stage?.close();
}, 40_000);

const device = async () => (await readDevice(stage.running.birge))?.is;

test('while the database is away everybody hears once that nothing is saved; then all of it is answered', async () => {
  const from = phone.told(aigerim).length;
  const since = () => phone.told(aigerim).slice(from);
  stage.breakCalls(() => 'before');
  phone.server.deliver({ chat: aigerim, text: 'menu' });
  await until(() => since().length === 1, 'the word that it is not saved');
  phone.server.deliver({ chat: aigerim, text: 'help' });
  // Long enough for both to be tried again.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(since()).toHaveLength(1);
  stage.breakCalls();
  await until(() => since().length >= 3, 'both answers', 10_000);
  await stage.running.desk.settled();
  // Nobody knows the person's language while the database is away.
  expect(since()[0]).toBe(whatsappText(stage.running.birge.say('kk')('not-saved')));
  expect(since()[1]).toContain(say('menu-text'));
  stage.errors.length = 0;
}, 40_000);

test('whoever has lost the device ends its browser, does not say how it is, and takes it again when it is free', async () => {
  const { sql } = stage.database;
  await sql`update channels set receiver = gen_random_uuid(), lease_until = clock_timestamp() + interval '1 hour' where kind = 'whatsapp'`;
  await until(async () => (await phone.browsers()).length === 0, 'the browser to end', 25_000);
  await new Promise((resolve) => setTimeout(resolve, 300));
  // The new holder has said so; the old one must not gainsay it.
  expect(await device()).toBe('linked');
  phone.server.deliver({ chat: aigerim, text: 'menu' });
  const from = phone.told(aigerim).length;
  await sql`update channels set receiver = null, lease_until = null where kind = 'whatsapp'`;
  await until(() => phone.told(aigerim).length > from, 'the answer of the next holder', 30_000);
  expect(await phone.browsers()).toHaveLength(1);
}, 80_000);
