import { afterAll, beforeAll, expect, test } from 'vitest';
import { chatMoved } from '../../../src/store/talks.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { appoint, newcomer, now, organisation, presses } from '../people/scene.ts';
import { chatOf, groupCode, linked, linkedGroup, story } from './group-scene.ts';

let stage: Stage;
let qanat: number;
let dana: Person;
beforeAll(async () => {
  stage = await openStage();
  qanat = await organisation(stage, 'Qanat');
  dana = await newcomer(stage, { id: 1, name: 'Dana' });
  await appoint(stage, 1, 'coordinator', { organisation: qanat });
});
afterAll(() => stage.close());

const titled = async (title: string) => (await linked(stage)).find((group) => group['title'] === title);

test('a group that put the bot out is marked, and is as before when it takes it in again', async () => {
  const { group, chat } = await linkedGroup(stage, dana, qanat, 'Tutors');
  await group.kicksBot(dana);
  expect(await titled('Tutors')).toMatchObject({ organisation: qanat, gone: true });
  const from = now(dana);
  await presses(dana, 'grp:list');
  await presses(dana, `grp:${chat}`);
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [All groups]
    Birge: Groups (1). Announcements go to these.

      1. Tutors
      Telegram · ⚠ I am not in it
      [1. Tutors]
      [Link a group]
      [Menu]
    Dana: [1. Tutors]
    Birge: Tutors
      Telegram · Qanat
      Region: the whole country
      Language: Both
      ⚠ I am not in this group, so no announcement goes there. Add me to it again.
      [Describe the group]
      [Unlink the group]
      [All groups]
      [Menu]"
  `);
  await group.addsBot(dana);
  expect(await titled('Tutors')).toMatchObject({ organisation: qanat, gone: false });
  await presses(dana, `grp:${chat}`);
  expect(dana.last().text).toContain('✓ Announcements go to this group.');
});

test('a new title is known at once; without its message, at the next command or coming', async () => {
  const { group } = await linkedGroup(stage, dana, qanat, 'School 12');
  const seat = dana.in(group);
  const from = now(seat);
  await group.renames(dana, 'School 12, year 2027');
  expect(await titled('School 12, year 2027')).toMatchObject({ organisation: qanat });
  expect(story(seat, from)).toBe('');
  await stage.database.sql`update groups set title = 'Missed' where title = 'School 12, year 2027'`;
  await seat.says('/help');
  expect(await titled('School 12, year 2027')).toBeDefined();
  await stage.database.sql`update groups set title = 'Missed' where title = 'School 12, year 2027'`;
  await group.kicksBot(dana);
  await group.addsBot(dana);
  expect(await titled('School 12, year 2027')).toMatchObject({ gone: false });
});

test('the title of a group that nobody has linked is kept nowhere', async () => {
  const group = stage.double.group({ title: 'Family' });
  await group.addsBot(dana);
  await group.renames(dana, 'Our family');
  expect(await stage.database.sql`select 1 from groups where title like '%amily'`).toEqual([]);
  expect(await stage.database.sql`select 1 from inbox where payload is not null`).toEqual([]);
});

test('a group that becomes a supergroup keeps its link and all that is known of it', async () => {
  const plain = stage.double.group({ title: 'Small', type: 'group' });
  await presses(dana, 'grp:link');
  await presses(dana, `grp:link:${qanat}`);
  await dana.in(plain).says(`/link ${groupCode(dana)}`);
  await stage.catchUp();
  const chat = await chatOf(stage, plain);
  await stage.database.sql`update groups set tags = '["tutors"]', region = 'abai' where chat_id = ${chat}`;
  await plain.becomesSupergroup(dana);
  await dana.in(plain).says('/help');
  expect(await chatOf(stage, plain)).toBe(chat);
  expect(await titled('Small')).toMatchObject({ organisation: qanat, tags: ['tutors'], region: 'abai', gone: false });
});

test('a supergroup that spoke before it was known as the same keeps the link, too', async () => {
  const { group, chat } = await linkedGroup(stage, dana, qanat, 'Parents');
  const fresh = stage.double.group({ title: 'Parents' });
  // Its first command and the news of the move may come in either order.
  await dana.in(fresh).says('/help');
  const { birge } = stage.running;
  const [row] = await stage.database.sql<{ channel: number }[]>`
    select channel_id::int as channel from chats where id = ${chat}`;
  await chatMoved(birge.store, row?.channel ?? 0, String(group.chat.id), String(fresh.chat.id), birge.now());
  expect(await titled('Parents')).toMatchObject({ organisation: qanat, gone: false });
  expect(await chatOf(stage, fresh)).not.toBe(chat);
});
