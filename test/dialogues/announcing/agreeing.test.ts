import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { now, presses, say, story } from '../people/scene.ts';
import { losesRole } from './group-scene.ts';
import { member, organisationOf, roleStage } from '../roles/scene.ts';
import { announces, campaign, crowd, noted } from './scene.ts';

let stage: Stage;
let centre: number;
let head: Person;
let second: Person;
let id: number;
beforeAll(async () => {
  stage = await roleStage();
  centre = await organisationOf(stage, 'mobility-centre', 'Centre');
  head = await member(stage, { id: 1, name: 'Gulnara' }, 'head', { organisation: centre });
  await crowd(stage, centre, 500);
});
afterAll(() => stage.close());

beforeEach(async () => {
  id = await announces(stage, head, centre);
  await head.pressesData(`ann:${id}:aud:people:mentor`, head.last());
});

const confirms = async () => {
  await head.pressesData(`ann:${id}:send`, head.last());
  await head.presses('Yes, send', head.last());
};

test('five hundred are sent to by one alone', async () => {
  await confirms();
  expect(await campaign(stage, id)).toMatchObject({ state: 'planned' });
  await stage.database.sql`update campaigns set state = 'cancelled' where id = ${id}`;
});

test('one more than that needs a second one; where there is nobody, that is said and nothing is confirmed', async () => {
  await crowd(stage, centre, 1);
  const from = now(head);
  await confirms();
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Gulnara: [ann:2:send]
    Birge: Shall it go? To 501 people.
      When: as soon as you confirm
      It takes a moment.

      There are more than 500 recipients, so a second coordinator has to agree. If you say yes, I ask them.
      [Yes, send]
      [Preview]
      [Back to the announcement]
    Gulnara: [Yes, send]
    Birge: There are more than 500 recipients, and there is no second coordinator who could agree. Ask the administrator to invite another one, or choose fewer recipients. Nothing has been sent.
      [Audience]
      [Back to the announcement]
      [Menu]"
  `);
  expect(await campaign(stage, id)).toMatchObject({ state: 'draft' });
});

test('recipients that became too many since the question make it be asked anew', async () => {
  await stage.database.sql`update memberships set until_on = '2026-11-20'
    where person_id = (select max(person_id) from memberships where role = 'mentor')`;
  await head.pressesData(`ann:${id}:send`, head.last());
  expect(head.last().text).not.toContain('a second coordinator has to agree');
  await crowd(stage, centre, 1);
  await head.presses('Yes, send', head.last());
  expect(head.last().text).toMatch(/^Something has changed meanwhile.*501 people.*a second coordinator has to agree/s);
  expect(await campaign(stage, id)).toMatchObject({ state: 'draft' });
});

test('a second one looks at it and agrees; the author hears of it and can not agree alone', async () => {
  second = await member(stage, { id: 2, name: 'Saule' }, 'coordinator', { organisation: centre });
  const from = now(second);
  await confirms();
  expect(head.last().text).toBe(say('ann-asked', { number: 1 }));
  await head.pressesData(`ann:${id}:agree`, head.last());
  expect(head.last().text).toBe(say('ann-own'));
  expect(await noted(stage, 1)).toContainEqual({ action: 'refused-announce', kind: 'campaign', id, detail: {} });
  expect(await campaign(stage, id)).toMatchObject({ state: 'asked' });
  await stage.catchUp();
  await presses(second, `ann:${id}:preview`);
  await presses(second, `ann:${id}:agree`);
  await second.pressesData(`ann:${id}:refuse`, second.last());
  expect(story(second, from)).toMatchInlineSnapshot(`
    "Birge: Gulnara wants to announce something to 501 recipients. For that many a second coordinator has to agree. Do you?

      Announcement № 4 · waits for a second coordinator
      Centre
      Event

      Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00
      Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00
      Button: none

      Groups: none
      People: mentor
      When: as soon as a second coordinator agrees
      [Preview]
      [Agree] [Refuse]
    Saule: [Preview]
    Birge: Telegram, to a reader of Kazakh
    Birge: Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00

      — Centre. Хабарландыру керек болмаса: /stop
    Birge: Telegram, to a reader of Russian
    Birge: Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00

      — Centre. Не получать объявления: /stop
    Birge: Telegram, in a group
    Birge: Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00

      ––––––––––

      Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00

      — Centre
    Birge: That is all. This is how it looks.
      [Back to the announcement]
      [Menu]
    Saule: [Agree]
    Birge: Thank you! It is noted that you agree.
      Confirmed: sending begins now.
      [Back to the announcement]
      [Menu]
    Saule: [ann:4:refuse]
    Birge: There is no need to agree any more: confirmed.

      Announcement № 4 · confirmed
      Centre
      Event

      Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00
      Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00
      Button: none

      Groups: none
      People: mentor
      [Preview]
      [How far is it?]
      [Cancel]
      [Menu]"
  `);
  expect(await noted(stage, 2)).toEqual([{ action: 'approved-announcement', kind: 'campaign', id, detail: {} }]);
  await stage.database.sql`update campaigns set state = 'cancelled' where id = ${id}`;
  await stage.database.sql`delete from jobs where kind = 'announcement'`;
  await stage.catchUp();
  expect(head.last().text).toBe(say('ann-was-agreed', { number: id }));
});

test('a second one refuses: the author can change it and ask again', async () => {
  await confirms();
  await stage.catchUp();
  await presses(second, `ann:${id}:refuse`);
  expect(second.last().text).toBe(say('ann-refused'));
  await stage.catchUp();
  expect(head.last().text).toBe(say('ann-was-refused', { number: id }));
  await presses(head, `ann:${id}`);
  expect(head.last().buttons.flat()).toContain('Send…');
  stage.setClock('2026-11-22T06:10:00Z');
  await confirms();
  const from = now(second);
  await stage.catchUp();
  expect(story(second, from)).toContain('Gulnara wants to announce something to 501 recipients');
  await head.pressesData(`ann:${id}:drop`, head.last());
  await head.presses('Yes, drop it');
  await second.presses('Agree', second.last());
  expect(second.last().text).toContain(say('ann-settled', { state: say('ann-state-cancelled') }));
});

test('whoever lost the role meanwhile is neither asked nor heard', async () => {
  const { sql } = stage.database;
  const third = await member(stage, { id: 3, name: 'Third' }, 'coordinator', { organisation: centre });
  await confirms();
  expect(head.last().text).toBe(say('ann-asked', { number: 2 }));
  await losesRole(stage, 3);
  const from = now(third);
  await stage.catchUp();
  expect(story(third, from)).toBe('');
  await third.pressesData(`ann:${id}:agree`, third.last());
  expect(third.last().text).toBe(say('refused'));
  expect(await campaign(stage, id)).toMatchObject({ state: 'asked' });
  await sql`update campaigns set state = 'cancelled' where id = ${id}`;
});
