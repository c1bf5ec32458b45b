import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Group } from '../../support/double/group.ts';
import type { Person } from '../../support/double/person.ts';
import { fillIn, marya, shortQuestionnaire } from './questionnaire.ts';
import { appoint, newcomer, now, organisation, project, say, story } from './scene.ts';

let stage: Stage;
let group: Group;
let dana: Person;
beforeAll(async () => {
  stage = await openStage({ forms: [shortQuestionnaire()] });
  dana = await newcomer(stage, { id: 1, name: 'Dana' });
  // An administrator of the group sees every message: the most that a group can let through to the bot.
  group = stage.double.group({ title: 'Volunteers', botIsAdmin: true });
});
afterAll(() => stage.close());

const chatOf = async (id: number) =>
  await stage.database.sql`
  select c.kind, c.person_id, c.gone_at from chats c where c.external_id = ${String(id)}`;
const inbox = async () => (await stage.database.sql`select count(*)::int as rows from inbox`)[0]?.['rows'] as number;

test('a command gets the way to the private chat; a stranger hears it in Kazakh', async () => {
  const seat = dana.in(group);
  const stranger = stage.double.person({ id: 2, first_name: 'Aset' }).in(group);
  for (const text of ['/start', '/menu', '/mydata', '/forget', '/start@birge_bot r_abc']) await seat.says(text);
  await stranger.says('/help');
  expect(story(seat)).toMatchInlineSnapshot(`
    "Dana: /start
    Birge: I talk in private messages: nothing personal is asked in a group.
      [Write privately ↗]
    Dana: /menu
    Birge: I talk in private messages: nothing personal is asked in a group.
      [Write privately ↗]
    Dana: /mydata
    Birge: I talk in private messages: nothing personal is asked in a group.
      [Write privately ↗]
    Dana: /forget
    Birge: I talk in private messages: nothing personal is asked in a group.
      [Write privately ↗]
    Dana: /start@birge_bot r_abc
    Birge: I talk in private messages: nothing personal is asked in a group.
      [Write privately ↗]
    Aset: /help
    Birge: Мен жеке хабарламада сөйлесемін: топта жеке дерек сұралмайды.
      [Жеке жазу ↗]"
  `);
  expect(await chatOf(group.chat.id)).toEqual([{ kind: 'group', person_id: null, gone_at: null }]);
  expect(await stage.database.sql`select 1 from identities where external_id = '2'`).toEqual([]);
});

test("a group's own talk never reaches the inbox, nor does a command for another bot get an answer", async () => {
  const seat = dana.in(group);
  const before = await inbox();
  const from = now(seat);
  await seat.says('My phone is +7 701 000 11 22');
  await seat.says('@birge_bot hello');
  await seat.sends.photo();
  await seat.sharesContact();
  await seat.sends.voice();
  await seat.edits((await seat.says('14.05.2001')).message?.message_id ?? 0, '15.05.2001');
  expect(await inbox()).toBe(before);
  await seat.says('/roll@dice_bot 6');
  expect(story(seat, from)).not.toContain('Birge:');
  expect(await stage.database.sql`select 1 from inbox where payload is not null`).toEqual([]);
});

test('no press, no card and no job says anything personal in a group', async () => {
  const qanat = await organisation(stage, 'Qanat');
  const school = await project(stage, qanat, 'School');
  const coordinator = await newcomer(stage, { id: 3, name: 'Yerlan' });
  await appoint(stage, 3, 'coordinator', { organisation: qanat });
  const seat = coordinator.in(group);
  await seat.says('/menu');
  const p = await newcomer(stage, { id: 4, name: 'Marya' });
  await fillIn(p, school);
  await p.presses(say('form-send'));
  await stage.catchUp();
  const [row] = await stage.database.sql`select id::text from submissions`;
  const from = now(seat);
  const hint = seat.last();
  for (const data of [
    `card:${row?.['id']}`,
    `card:${row?.['id']}:more`,
    'go:received',
    'go:mydata',
    'forget:now',
    'go:menu',
  ]) {
    await seat.pressesData(data, hint);
  }
  expect(story(seat, from)).not.toContain('Birge:');
  expect(await stage.database.sql`select 1 from audit where action like 'read%'`).toEqual([]);
  const told = group.transcript();
  expect([...Object.values(marya), 'Marya', 'School'].filter((text) => told.includes(text))).toEqual([]);
});

test('a group that removed the bot is gone, and comes back with it', async () => {
  await group.kicksBot(dana);
  expect(await chatOf(group.chat.id)).toEqual([
    { kind: 'group', person_id: null, gone_at: new Date('2026-11-22T06:00:00Z') },
  ]);
  await group.addsBot(dana);
  expect(await chatOf(group.chat.id)).toEqual([{ kind: 'group', person_id: null, gone_at: null }]);
});

test('a person who blocks the bot is gone, until they write again', async () => {
  await dana.blocks();
  expect((await chatOf(1)).map(({ gone_at }) => gone_at !== null)).toEqual([true]);
  await dana.unblocks();
  await dana.says('/menu');
  expect((await chatOf(1)).map(({ gone_at }) => gone_at)).toEqual([null]);
  expect(dana.last().text).toBe(say('menu-text'));
});

test('a group that becomes a supergroup stays one chat with two names', async () => {
  const plain = stage.double.group({ title: 'Small', type: 'group' });
  await dana.in(plain).says('/help');
  const old = plain.chat.id;
  await plain.becomesSupergroup(dana);
  await dana.in(plain).says('/help');
  expect([await chatOf(old), (await chatOf(plain.chat.id)).length]).toEqual([[], 1]);
  expect(
    await stage.database.sql`
    select a.external_id, c.external_id as of from chat_aliases a join chats c on c.id = a.chat_id`,
  ).toEqual([{ external_id: String(old), of: String(plain.chat.id) }]);
  expect(dana.in(plain).last().text).toBe(say('group-private'));
});
