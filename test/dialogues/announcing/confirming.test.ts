import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { now, presses, say, story } from '../people/scene.ts';
import { member, organisationOf, roleStage } from '../roles/scene.ts';
import { announces, campaign, crowd, group, noted, shown } from './scene.ts';

let stage: Stage;
let centre: number;
let head: Person;
let id: number;
beforeAll(async () => {
  stage = await roleStage();
  centre = await organisationOf(stage, 'mobility-centre', 'Centre');
  head = await member(stage, { id: 1, name: 'Head' }, 'head', { organisation: centre });
  await member(stage, { id: 2, name: 'Colleague' }, 'head', { organisation: centre });
  for (let number = 1; number <= 8; number += 1) await group(stage, centre, `Group ${number}`, { tags: ['all'] });
  await crowd(stage, centre, 30);
});
afterAll(() => stage.close());

beforeEach(async () => {
  stage.setClock('2026-11-22T06:00:00Z');
  await stage.database.sql`update campaigns set state = 'cancelled' where state <> 'done'`;
  id = await announces(stage, head, centre);
});

const chooses = async (...choices: string[]) => {
  for (const choice of choices) await head.pressesData(`ann:${id}:aud:${choice}`, head.last());
  await head.pressesData(`ann:${id}`, head.last());
};

test('nobody chosen: nothing can be sent', async () => {
  await presses(head, `ann:${id}:send`);
  expect(head.last().text).toBe(say('ann-nobody-hears'));
  expect(head.last().buttons).toEqual([['Audience'], ['Back to the announcement'], ['Menu']]);
});

test('the count and the duration stand before the question; after it a message will tell how far it is', async () => {
  await chooses('groups:all', 'people:mentor');
  const from = now(head);
  await presses(head, `ann:${id}:send`);
  await head.presses('Yes, send');
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [Send…]
    Birge: Shall it go? To 8 groups and 30 people.
      When: as soon as you confirm
      It takes a moment.
      [Yes, send]
      [Preview]
      [Back to the announcement]
    Head: [Yes, send]
    Birge: Confirmed: sending begins now.
      I will tell you how many are sent.
      [Back to the announcement]
      [Menu]"
  `);
  expect(await campaign(stage, id)).toMatchObject({ state: 'planned' });
  expect(await noted(stage, 1)).toEqual([{ action: 'announced', kind: 'campaign', id, detail: { total: '38' } }]);
});

test('pressed twice it is sent once', async () => {
  await chooses('groups:all');
  await presses(head, `ann:${id}:send`);
  const asked = head.last();
  await head.presses('Yes, send');
  await head.presses('Yes, send', asked);
  expect(head.last().text).toContain(say('ann-no-draft'));
  expect((await noted(stage, 1)).filter((row) => row['id'] === id)).toHaveLength(1);
});

test('what a colleague changes meanwhile is shown before it is sent', async () => {
  const colleague = stage.double.person({ id: 2, first_name: 'Colleague' });
  await chooses('groups:all');
  await presses(head, `ann:${id}:send`);
  await colleague.pressesData(`ann:${id}:aud:people:all`, colleague.last());
  await head.presses('Yes, send');
  expect(head.last().text).toMatch(/^Something has changed meanwhile.*8 groups and 32 people/s);
  expect(await campaign(stage, id)).toMatchObject({ state: 'draft' });
  await head.presses('Yes, send', head.last());
  await colleague.pressesData(`ann:${id}:yes:0000000000`, colleague.last());
  expect(colleague.last().text).toContain(say('ann-no-draft'));
  expect(await campaign(stage, id)).toMatchObject({ state: 'planned' });
});

test('a time is typed or pressed; one that is over or too far away is not taken', async () => {
  await chooses('groups:all');
  const from = now(head);
  await presses(head, `ann:${id}:when`);
  await head.says('soon');
  await head.says('21.11.2026 10:00');
  await head.says('25.11 18:30');
  await presses(head, `ann:${id}:send`);
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [When]
    Birge: When: as soon as you confirm

      When shall it go? Choose below or write a time, for example 25.11 18:30.
      It is 22 November 2026, 11:00 now.
      [Now]
      [Today 18:00] [Tomorrow 10:00]
      [It is urgent]
      [Back to the announcement]
    Head: soon
    Birge: I could not read the time. Write it like this: 25.11 18:30, tomorrow 10:00 or 18:30.

      When: as soon as you confirm

      When shall it go? Choose below or write a time, for example 25.11 18:30.
      It is 22 November 2026, 11:00 now.
      [Now]
      [Today 18:00] [Tomorrow 10:00]
      [It is urgent]
      [Back to the announcement]
    Head: 21.11.2026 10:00
    Birge: That time is over. Please write one to come.

      When: as soon as you confirm

      When shall it go? Choose below or write a time, for example 25.11 18:30.
      It is 22 November 2026, 11:00 now.
      [Now]
      [Today 18:00] [Tomorrow 10:00]
      [It is urgent]
      [Back to the announcement]
    Head: 25.11 18:30
    Birge: Announcement № 5 · being written
      Centre
      Event

      Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00
      Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00
      Button: none

      Groups: all
      People: none
      When: 25 November 2026, 18:30
      [Preview] [Send it to me]
      [Text] [Button]
      [Audience] [When]
      [Send…]
      [Drop] [Menu]
    Head: [Send…]
    Birge: Shall it go? To 8 groups.
      When: 25 November 2026, 18:30
      It takes a moment.
      [Yes, send]
      [Preview]
      [Back to the announcement]"
  `);
  expect(await campaign(stage, id)).toMatchObject({ at: new Date('2026-11-25T13:30:00Z') });
  await presses(head, `ann:${id}:when`);
  await head.presses('Tomorrow 10:00');
  expect(await campaign(stage, id)).toMatchObject({ at: new Date('2026-11-23T05:00:00Z') });
  for (const [time, why] of [
    ['2026-11-22T10:00', 'ann-when-past'],
    ['2027-11-22T10:00', 'ann-when-too-far'],
    ['2026-11-31T10:00', 'ann-when-no-such-day'],
    ['2026-11-25T27:00', 'ann-when-no-such-time'],
  ] as const) {
    await head.pressesData(`ann:${id}:when:${time}`, head.last());
    expect(head.last().text).toContain(say(why, { days: 60 }));
  }
  expect(await campaign(stage, id)).toMatchObject({ at: new Date('2026-11-23T05:00:00Z') });
  // What was chosen is over when it is confirmed: it goes at once.
  stage.setClock('2026-11-23T05:30:00Z');
  await head.pressesData(`ann:${id}:send`, head.last());
  expect(head.last().text).toContain(say('ann-when-now'));
});

test('in the quiet hours it waits for the morning, unless a reason is written, which is recorded', async () => {
  await chooses('groups:all');
  stage.setClock('2026-11-22T18:00:00Z');
  const from = now(head);
  await presses(head, `ann:${id}:send`);
  await presses(head, `ann:${id}`);
  await presses(head, `ann:${id}:when`);
  await head.presses('It is urgent');
  await head.says('Snow');
  await head.says('Snow storm: tomorrow’s lessons are cancelled');
  await presses(head, `ann:${id}:send`);
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [Send…]
    Birge: Shall it go? To 8 groups.
      When: as soon as you confirm
      ⚠ From 21:00 to 09:00 I do not disturb people: the announcement goes out from 09:00 in the morning.
      The first one goes on 23 November 2026 at about 09:00.
      It takes a moment.
      [Yes, send]
      [Preview]
      [Back to the announcement]
    Head: [Back to the announcement]
    Birge: Announcement № 6 · being written
      Centre
      Event

      Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00
      Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00
      Button: none

      Groups: all
      People: none
      When: as soon as you confirm
      ⚠ From 21:00 to 09:00 I do not disturb people: the announcement goes out from 09:00 in the morning.
      [Preview] [Send it to me]
      [Text] [Button]
      [Audience] [When]
      [Send…]
      [Drop] [Menu]
    Head: [When]
    Birge: When: as soon as you confirm
      ⚠ From 21:00 to 09:00 I do not disturb people: the announcement goes out from 09:00 in the morning.

      When shall it go? Choose below or write a time, for example 25.11 18:30.
      It is 22 November 2026, 23:00 now.
      [Now]
      [Tomorrow 10:00]
      [It is urgent]
      [Back to the announcement]
    Head: [It is urgent]
    Birge: An urgent announcement goes out at night, too. Why can it not wait until 09:00? Write the reason: it is recorded.
      [Back to the announcement]
    Head: Snow
    Birge: Write the reason in 10 to 300 characters.

      An urgent announcement goes out at night, too. Why can it not wait until 09:00? Write the reason: it is recorded.
      [Back to the announcement]
    Head: Snow storm: tomorrow’s lessons are cancelled
    Birge: Announcement № 6 · being written
      Centre
      Event

      Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00
      Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00
      Button: none

      Groups: all
      People: none
      When: as soon as you confirm
      ⚡ Urgent: Snow storm: tomorrow’s lessons are cancelled
      [Preview] [Send it to me]
      [Text] [Button]
      [Audience] [When]
      [Send…]
      [Drop] [Menu]
    Head: [Send…]
    Birge: Shall it go? To 8 groups.
      When: as soon as you confirm
      ⚡ Urgent: Snow storm: tomorrow’s lessons are cancelled
      It takes a moment.
      [Yes, send]
      [Preview]
      [Back to the announcement]"
  `);
  expect(await campaign(stage, id)).toMatchObject({ urgent: 'Snow storm: tomorrow’s lessons are cancelled' });
  expect((await noted(stage, 1)).filter((row) => row['id'] === id)).toEqual([
    {
      action: 'urgent-announcement',
      kind: 'campaign',
      id,
      detail: { reason: 'Snow storm: tomorrow’s lessons are cancelled' },
    },
  ]);
  await presses(head, `ann:${id}`);
  await presses(head, `ann:${id}:when`);
  await head.presses('It is urgent');
  await head.presses('It is not urgent');
  expect(await campaign(stage, id)).toMatchObject({ urgent: null });
});

test('WhatsApp keeps people’s pace: how long it takes, until when, and that it is not connected now', async () => {
  const { sql } = stage.database;
  for (let number = 9; number <= 38; number += 1) await group(stage, centre, `Group ${number}`);
  await sql`with away as (insert into channels (kind, account) values ('whatsapp', 'away') returning id)
    update chats set channel_id = (select id from away) where id in (select chat_id from groups)`;
  await sql`update campaigns set state = 'cancelled'`;
  id = await announces(stage, head, centre);
  await sql`insert into budgets (channel_id, interval_ms, private_ms, group_ms, next_at, post_min_ms, post_max_ms, hour_cap, day_cap,
      ramp_from, ramp_step, group_daily, burst)
    select id, 3000, 1000, 3000, '-infinity', 20000, 60000, 40, 200, 200, 0, 2, 5 from channels where kind = 'whatsapp'`;
  await chooses('groups:all', 'people:mentor');
  await presses(head, `ann:${id}:send`);
  expect(shown(head)).toMatchInlineSnapshot(`
    "Shall it go? To 38 groups and 30 people.
    When: as soon as you confirm
    It takes about 25 minutes.
    The last one goes on 22 November 2026 at about 11:24.
    ⚠ WhatsApp is not connected now: 38 messages wait until it is.
    [Yes, send]
    [Preview]
    [Back to the announcement]"
  `);
});

test('a new number’s small limits make it days, and an empty one is said honestly', async () => {
  const { sql } = stage.database;
  await sql`update budgets set ramp_from = 10, ramp_step = 10 where post_min_ms is not null`;
  await chooses('groups:all');
  await presses(head, `ann:${id}:send`);
  expect(head.last().text).toContain('It takes about 2 days.');
  await sql`update budgets set hour_cap = 0 where post_min_ms is not null`;
  await presses(head, `ann:${id}`);
  await presses(head, `ann:${id}:send`);
  expect(head.last().text).toContain(say('ann-takes-unknown'));
});

test('what changes between the count and the yes is not sent to whom nobody has counted', async () => {
  const { sql } = stage.database;
  await chooses('groups:all');
  await presses(head, `ann:${id}:send`);
  // The audit is written between the two: in that moment a colleague adds people.
  await sql.unsafe(`create function adds_people() returns trigger language plpgsql as $$ begin
    update public.campaigns set audience = jsonb_set(audience, '{people}', '{"roles": []}') where id = new.subject_id; return new; end $$`);
  await sql.unsafe(
    `create trigger adds after insert on audit for each row when (new.action = 'announced') execute function adds_people()`,
  );
  await head.presses('Yes, send');
  await sql`drop function adds_people cascade`;
  expect(head.last().text).toContain(say('ann-changed'));
  expect(head.last().text).toMatch(/8 groups and \d+ people/);
  expect(await campaign(stage, id)).toMatchObject({ state: 'draft' });
  await head.presses('Yes, send');
  expect(await campaign(stage, id)).toMatchObject({ state: 'planned' });
});
