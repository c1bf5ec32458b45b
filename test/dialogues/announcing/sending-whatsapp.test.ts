import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupNumber } from '../../../src/channels/whatsapp/ids.ts';
import { createWhatsappChannel } from '../../../src/channels/whatsapp/whatsapp-channel.ts';
import { isWalking } from '../../../src/screens/walking.ts';
import { offerIn } from '../../../src/store/talks.ts';
import { FakeWhatsapp } from '../../support/whatsapp-wire.ts';
import { idOf } from '../people/scene.ts';
import { sendingScene, worksOff } from './sending-scene.ts';
import type { SendingScene } from './sending-scene.ts';

const rooms = ['120363025246125481@g.us', '120363025246125482@g.us', '120363025246125483@g.us'];
const own = '77017654321@c.us';

let scene: SendingScene;
const wire = new FakeWhatsapp();

/** A coordinator who talks with us in WhatsApp, and three groups there. */
beforeAll(async () => {
  scene = await sendingScene();
  const { running, database } = scene.stage;
  const { birge, desk } = running;
  wire.person(own);
  for (const id of rooms) wire.inGroups.push({ id, title: 'Tutors' });
  const row = { id: 0 };
  const channel = createWhatsappChannel({
    wire,
    keep: (chat, offer) => {
      if (!desk.noteOffer(2, chat, offer)) return offerIn(database.store, row.id, chat, [offer]);
    },
    languageOf: () => 'en',
    words: () => ({ write: 'Write the word:' }),
    walks: isWalking,
    reports: { gone: () => {}, unreached: () => {}, acknowledged: () => {} },
    now: () => birge.now().getTime(),
    log: birge.log,
  });
  const { id, receive } = await running.attach(channel);
  row.id = id;
  await channel.start(receive);
  const { sql } = database;
  const dana = await idOf(scene.stage, 1);
  await sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
    values (${id}, '77017654321', 'private', ${dana}, '2026-11-22')`;
  await sql`insert into identities (channel_id, external_id, person_id, added_at) values (${id}, '77017654321', ${dana}, '2026-11-22')`;
  await sql`update people set preferred_chat = (select id from chats where external_id = '77017654321') where id = ${dana}`;
  for (const room of rooms) {
    await sql`
      with chat as (
        insert into chats (channel_id, external_id, kind, last_used_at)
        values (${id}, ${String(groupNumber(room))}, 'group', '2026-11-22') returning id
      )
      insert into groups (chat_id, organisation_id, title, language, linked_at)
      select id, ${scene.organisation}, 'Tutors', 'both', '2026-11-22' from chat`;
  }
});
afterAll(() => scene.stage.close());

/** The pause between two posts is over; then all does what is due. */
const afterAPause = async () => {
  await scene.stage.database
    .sql`update budgets set post_next_at = '-infinity', next_at = '-infinity' where post_min_ms is not null`;
  await worksOff(scene.stage);
};

test('groups hear it one by one; the coordinator hears of the beginning, when asked, of a pause and of the end', async () => {
  await scene.confirms({ kk: 'Сенбіде <жиналамыз>.', ru: 'Собираемся в субботу.', people: null, link: 'deadlines' });
  await worksOff(scene.stage);
  expect(
    wire.reached.filter(({ chat }) => chat.endsWith('@g.us')),
    'one, and then a pause',
  ).toHaveLength(1);
  await afterAPause();
  await wire.says(own, 'C');
  await scene.stage.running.desk.settled();
  await wire.says(own, '1');
  await scene.stage.running.desk.settled();
  await afterAPause();
  expect(
    wire.reached.filter(({ chat }) => chat.endsWith('@g.us')),
    'paused',
  ).toHaveLength(2);
  await wire.says(own, '1');
  await scene.stage.running.desk.settled();
  await afterAPause();
  const said = wire.reached.map(({ chat, message }) => `${chat === own ? 'to Dana' : 'in a group'}: ${message.text}`);
  expect(said.join('\n\n')).toMatchInlineSnapshot(`
    "in a group: Сенбіде <жиналамыз>.

    ––––––––––

    Собираемся в субботу.

    _— Qanat_

    Мерзімдерімді көру: https://wa.me/77010000001?text=go_deadlines

    to Dana: *Announcement № 1 is being sent*
    1 of 3 sent
    Left: a moment

    A. Pause
    B. Cancel
    C. How far is it?

    in a group: Сенбіде <жиналамыз>.

    ––––––––––

    Собираемся в субботу.

    _— Qanat_

    Мерзімдерімді көру: https://wa.me/77010000001?text=go_deadlines

    to Dana: *Announcement № 1 is being sent*
    2 of 3 sent
    Left: a moment

    1. Pause
    2. Cancel
    3. How far is it?

    to Dana: *Announcement № 1 is paused*
    2 of 3 sent

    1. Go on
    2. Cancel

    to Dana: *Announcement № 1 is being sent*
    2 of 3 sent
    Left: a moment

    1. Pause
    2. Cancel
    3. How far is it?

    in a group: Сенбіде <жиналамыз>.

    ––––––––––

    Собираемся в субботу.

    _— Qanat_

    Мерзімдерімді көру: https://wa.me/77010000001?text=go_deadlines

    to Dana: *Announcement № 1 is through*
    3 of 3 sent

    _Write the word: Menu_"
  `);
});
