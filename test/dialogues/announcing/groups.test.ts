import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { appoint, newcomer, now, organisation, presses, project } from '../people/scene.ts';
import { groupCode, linked, linkedGroup, story, takesCode } from './group-scene.ts';

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

test('a coordinator takes the bot into a group by its button, and describes the group', async () => {
  const from = now(dana);
  await takesCode(dana, qanat);
  const link = dana.last().message.reply_markup?.inline_keyboard[0]?.[0];
  expect(link).toEqual({
    text: 'Add to a Telegram group',
    url: `https://t.me/birge_bot?startgroup=${groupCode(dana)}`,
  });
  const group = stage.double.group({ title: 'Volunteers of Abai' });
  const seat = dana.in(group);
  await group.addsBot(dana);
  // What Telegram writes for whoever has pressed the button.
  await seat.says(`/start@birge_bot ${groupCode(dana)}`);
  expect(story(seat)).toMatchInlineSnapshot(`
    "Dana: /start@birge_bot l_CODE
    Birge: Осы топқа «Qanat» хабарландырулары келіп тұрады.
      В эту группу будут приходить объявления «Qanat»."
  `);
  await stage.catchUp();
  await dana.presses('Describe the group');
  await dana.presses('Abai Region');
  await dana.presses('Kazakh');
  await dana.says('Students, tutors, students, a tag that is longer than thirty signs');
  await dana.presses('Send');
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: /menu
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [Received questionnaires]
      [New project]
      [Invite]
      [Announce] [Groups]
      [Record an event]
      [My roles]
      [My data] [Language] [Help]
    Dana: [Groups]
    Birge: No group is linked yet. Link one, and announcements go there too.
      [Link a group]
      [Menu]
    Dana: [Link a group]
    Birge: Choose the organisation:
      [Qanat]
      [Menu]
    Dana: [Qanat]
    Birge: Link a group: Qanat

      Telegram. Open “Add to a Telegram group” below and choose the group. If I am in the group already, write there: /link l_CODE

      The code works once, within 7 days.
      [Add to a Telegram group ↗]
      [Menu]
    Birge: The group “Volunteers of Abai” is linked: announcements of “Qanat” now go there too. Describe the group, so that you can choose it by region and tags later.
      [Describe the group]
      [All groups]
    Dana: [Describe the group]
    Birge: Three short questions about this group. The answers help you choose groups for announcements.
    Birge: 1 / 3

      Which region does the group belong to?

      If it is for the whole country, skip this.
      [Astana]
      [Almaty]
      [Shymkent]
      [Abai Region]
      [Akmola Region]
      [Aktobe Region]
      [Almaty Region]
      [Atyrau Region]
      [West Kazakhstan Region]
      [Jambyl Region]
      [Jetisu Region]
      [Karaganda Region]
      [Kostanay Region]
      [Kyzylorda Region]
      [Mangystau Region]
      [Pavlodar Region]
      [North Kazakhstan Region]
      [Turkistan Region]
      [Ulytau Region]
      [East Kazakhstan Region]
      [Skip] [Later]
    Dana: [Abai Region]
    Birge: ✓ Abai Region

      2 / 3

      In which language shall we write to this group?
      [Kazakh] [Russian] [Both]
      [Back] [Later]
    Dana: [Kazakh]
    Birge: ✓ Kazakh

      3 / 3

      By which words shall we find it later?

      With commas, up to 10: students, Karaganda, tutors
      [Back] [Skip] [Later]
    Dana: Students, tutors, students, a tag that is longer than thirty signs
    Birge: Your answers

      1. Region: Abai Region
      2. Language: Kazakh
      3. Tags: Students, tutors, students, a tag that is longer than thirty signs

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2] [✎ 3]
      [Later] [Send]
    Dana: [Send]
    Birge: Noted.

      These tags are not saved: a tag that is longer than thirty signs. There can be 10, each of at most 30 characters.

      Volunteers of Abai
      Telegram · Qanat
      Region: Abai Region
      Language: Kazakh
      Tags: students, tutors
      ✓ Announcements go to this group.
      [Describe the group]
      [Unlink the group]
      [All groups]
      [Menu]"
  `);
  expect(await linked(stage)).toEqual([
    {
      title: 'Volunteers of Abai',
      organisation: qanat,
      project: null,
      region: 'abai',
      language: 'kk',
      tags: ['students', 'tutors'],
      gone: false,
    },
  ]);
});

test('described again it is asked anew; what is skipped is taken away', async () => {
  const chat = await presentChat('Volunteers of Abai');
  await presses(dana, 'grp:list');
  await presses(dana, `grp:${chat}`);
  await presses(dana, `grp:${chat}:describe`);
  await dana.presses('Skip');
  await dana.presses('Both');
  await dana.presses('Skip');
  const from = now(dana);
  await dana.presses('Send');
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [Send]
    Birge: Noted.

      Volunteers of Abai
      Telegram · Qanat
      Region: the whole country
      Language: Both
      ✓ Announcements go to this group.
      [Describe the group]
      [Unlink the group]
      [All groups]
      [Menu]"
  `);
  expect(await linked(stage)).toMatchObject([{ region: null, language: 'both', tags: [] }]);
});

test('a group in which the bot is already is linked by a word in it, by whoever has the code', async () => {
  const code = await takesCode(dana, qanat);
  const group = stage.double.group({ title: 'Tutors' });
  const member = stage.double.person({ id: 50, first_name: 'Aset' }).in(group);
  await member.says('/help');
  await member.says(`/link ${code}`);
  await member.says(`/link ${code}`);
  expect(story(member)).toMatchInlineSnapshot(`
    "Aset: /help
    Birge: Мен жеке хабарламада сөйлесемін: топта жеке дерек сұралмайды.
      [Жеке жазу ↗]
    Aset: /link l_CODE
    Birge: Осы топқа «Qanat» хабарландырулары келіп тұрады.
      В эту группу будут приходить объявления «Qanat».
    Aset: /link l_CODE
    Birge: Осы топқа «Qanat» хабарландырулары келіп тұрады.
      В эту группу будут приходить объявления «Qanat»."
  `);
  expect((await linked(stage)).map(({ title }) => title as string)).toEqual(['Tutors', 'Volunteers of Abai']);
  // Whoever wrote the code is nobody to us; the coordinator hears of the group, once.
  expect(await stage.database.sql`select 1 from identities where external_id = '50'`).toEqual([]);
  const from = now(dana);
  await stage.catchUp();
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Birge: The group “Tutors” is linked: announcements of “Qanat” now go there too. Describe the group, so that you can choose it by region and tags later.
      [Describe the group]
      [All groups]"
  `);
});

test('a code works once, and not after its seven days', async () => {
  const code = await takesCode(dana, qanat);
  await dana.in(stage.double.group({ title: 'First' })).says(`/link ${code}`);
  const second = dana.in(stage.double.group({ title: 'Second' }));
  await second.says(`/link ${code}`);
  const late = await takesCode(dana, qanat);
  stage.setClock('2026-11-29T06:00:00Z');
  await second.says(`/link ${late}`);
  stage.setClock('2026-11-22T06:00:00Z');
  expect(story(second)).toMatchInlineSnapshot(`
    "Dana: /link l_CODE
    Birge: Бұл код енді жарамайды. Жаңасын үйлестіруші «Топ қосу» арқылы алады.
      Этот код больше не действует. Новый координатор получит через «Подключить группу».
    Dana: /link l_CODE
    Birge: Бұл код енді жарамайды. Жаңасын үйлестіруші «Топ қосу» арқылы алады.
      Этот код больше не действует. Новый координатор получит через «Подключить группу»."
  `);
  expect((await linked(stage)).map(({ title }) => title as string)).not.toContain('Second');
  await stage.catchUp();
});

test('a group of another organisation stays with it until it is let go', async () => {
  const { group, chat } = await linkedGroup(stage, dana, qanat, 'Shared');
  const jastar = await organisation(stage, 'Jastar');
  const erlan = await newcomer(stage, { id: 2, name: 'Erlan', language: 'ru' });
  await appoint(stage, 2, 'coordinator', { organisation: jastar });
  const code = await takesCode(erlan, jastar);
  const seat = erlan.in(group);
  const from = now(seat);
  await seat.says(`/link ${code}`);
  const letting = now(dana);
  await presses(dana, 'grp:list');
  await presses(dana, `grp:${chat}`);
  await presses(dana, `grp:${chat}:drop`);
  await presses(dana, `grp:${chat}:dropped`);
  await dana.presses('Unlink the group');
  expect(story(dana, letting)).toMatchInlineSnapshot(`
    "Dana: [All groups]
    Birge: Groups (4). Announcements go to these.

      1. First
      Telegram

      2. Shared
      Telegram

      3. Tutors
      Telegram

      4. Volunteers of Abai
      Telegram
      [1. First]
      [2. Shared]
      [3. Tutors]
      [4. Volunteers of Abai]
      [Link a group]
      [Menu]
    Dana: [2. Shared]
    Birge: Shared
      Telegram · Qanat
      Region: the whole country
      Language: Both
      ✓ Announcements go to this group.
      [Describe the group]
      [Unlink the group]
      [All groups]
      [Menu]
    Dana: [Unlink the group]
    Birge: Unlink the group “Shared”? It will get no more announcements, not even those already waiting.
      [Yes, unlink it]
      [No, keep it]
      [Menu]
    Dana: [Yes, unlink it]
    Birge: The group “Shared” is unlinked. To link it again you need a new code.
      [All groups]
      [Menu]
    Dana: [Unlink the group]
    Birge: This group is not on the list: somebody has unlinked it. To have it back, choose “Link a group” in the list of groups.
      [All groups]
      [Menu]"
  `);
  // What was not taken did not use the code up.
  await seat.says(`/link ${code}`);
  expect(story(seat, from)).toMatchInlineSnapshot(`
    "Erlan: /link l_CODE
    Birge: Бұл топты басқа ұйым қосып қойған. Алдымен сол ұйымның үйлестірушісі оны тізімінен шығаруы керек.
      Эта группа подключена к другой организации. Сначала её координатор должен отключить группу.
    Erlan: /link l_CODE
    Birge: Осы топқа «Jastar» хабарландырулары келіп тұрады.
      В эту группу будут приходить объявления «Jastar»."
  `);
  expect((await linked(stage)).find(({ title }) => title === 'Shared')).toMatchObject({ organisation: jastar });
  const told = now(erlan);
  await stage.catchUp();
  expect(story(erlan, told)).toMatchInlineSnapshot(`
    "Birge: Группа «Shared» подключена: теперь объявления «Jastar» приходят и туда. Опишите группу, чтобы потом выбирать её по региону и меткам.
      [Описать группу]
      [Все группы]"
  `);
  expect(
    await stage.database.sql`select action, person_id is not null as by from audit
      where subject_kind = 'group' and subject_id = ${chat} order by id`,
  ).toEqual([
    { action: 'linked-group', by: true },
    { action: 'unlinked-group', by: true },
    { action: 'linked-group', by: true },
  ]);
});

test('whoever coordinates one project links groups to it; of two they choose', async () => {
  const school = await project(stage, qanat, 'School');
  const park = await project(stage, qanat, 'Park');
  const one = await newcomer(stage, { id: 3, name: 'Madi' });
  await appoint(stage, 3, 'coordinator', { organisation: qanat, project: school });
  const { chat } = await linkedGroup(stage, one, qanat, 'School volunteers');
  await appoint(stage, 3, 'coordinator', { organisation: qanat, project: park });
  const from = now(one);
  await takesCodeOf(one, 'Park');
  const seat = one.in(stage.double.group({ title: 'Park volunteers' }));
  await seat.says(`/link ${groupCode(one)}`);
  await stage.catchUp();
  await presses(one, 'grp:list');
  await presses(one, `grp:${chat}`);
  expect(story(one, from)).toMatchInlineSnapshot(`
    "Madi: [Link a group]
    Birge: Choose the organisation:
      [Qanat]
      [Menu]
    Madi: [Qanat]
    Birge: Which project does the group belong to?
      [Park]
      [School]
      [Menu]
    Madi: [Park]
    Birge: Link a group: Qanat · Park

      Telegram. Open “Add to a Telegram group” below and choose the group. If I am in the group already, write there: /link l_CODE

      The code works once, within 7 days.
      [Add to a Telegram group ↗]
      [Menu]
    Birge: The group “Park volunteers” is linked: announcements of “Qanat” now go there too. Describe the group, so that you can choose it by region and tags later.
      [Describe the group]
      [All groups]
    Madi: [All groups]
    Birge: Groups (2). Announcements go to these.

      1. Park volunteers
      Telegram

      2. School volunteers
      Telegram
      [1. Park volunteers]
      [2. School volunteers]
      [Link a group]
      [Menu]
    Madi: [2. School volunteers]
    Birge: School volunteers
      Telegram · Qanat · School
      Region: the whole country
      Language: Both
      ✓ Announcements go to this group.
      [Describe the group]
      [Unlink the group]
      [All groups]
      [Menu]"
  `);
  const theirs = (await linked(stage)).filter((row) => row['project'] !== null);
  expect(theirs.map(({ title, project: of }) => ({ title, of }))).toEqual([
    { title: 'Park volunteers', of: park },
    { title: 'School volunteers', of: school },
  ]);
});

test('a long list comes page by page, of every part where somebody announces', async () => {
  const below = await organisation(stage, 'Below', qanat);
  const aside = await organisation(stage, 'Aside');
  const head = await newcomer(stage, { id: 4, name: 'Head' });
  await appoint(stage, 4, 'coordinator', { organisation: below });
  await appoint(stage, 4, 'coordinator', { organisation: aside });
  for (let number = 1; number <= 9; number += 1)
    await linkedGroup(stage, head, number % 2 === 0 ? below : aside, `Group ${number}`);
  const from = now(head);
  await presses(head, 'grp:list');
  await head.presses('More groups ▸');
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [All groups]
    Birge: Groups (9). Announcements go to these.

      1. Group 1
      Telegram

      2. Group 2
      Telegram

      3. Group 3
      Telegram

      4. Group 4
      Telegram

      5. Group 5
      Telegram

      6. Group 6
      Telegram

      7. Group 7
      Telegram

      8. Group 8
      Telegram
      [1. Group 1]
      [2. Group 2]
      [3. Group 3]
      [4. Group 4]
      [5. Group 5]
      [6. Group 6]
      [7. Group 7]
      [8. Group 8]
      [More groups ▸]
      [Link a group]
      [Menu]
    Head: [More groups ▸]
    Birge: Groups (9). Announcements go to these.

      9. Group 9
      Telegram
      [9. Group 9]
      [Link a group]
      [Menu]"
  `);
});

const takesCodeOf = async (coordinator: Person, words: string) => {
  await presses(coordinator, 'grp:link');
  await presses(coordinator, `grp:link:${qanat}`);
  await coordinator.presses(words);
};

async function presentChat(title: string): Promise<number> {
  const [row] = await stage.database.sql<
    { chat: number }[]
  >`select chat_id::int as chat from groups where title = ${title}`;
  return row?.chat ?? 0;
}
