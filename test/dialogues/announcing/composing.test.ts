import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWhatsappChannel } from '../../../src/channels/whatsapp/whatsapp-channel.ts';
import { isWalking } from '../../../src/screens/walking.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { FakeWhatsapp } from '../../support/whatsapp-wire.ts';
import { newcomer, now, organisation, presses, project, say, story } from '../people/scene.ts';
import { member, roleStage } from '../roles/scene.ts';
import { announces, campaign, fair, group, newest, shown } from './scene.ts';

let stage: Stage;
let qanat: number;
let dana: Person;
beforeAll(async () => {
  stage = await roleStage();
  qanat = await organisation(stage, 'Qanat');
  dana = await member(stage, { id: 1, name: 'Dana' }, 'coordinator', { organisation: qanat });
  await group(stage, qanat, 'Volunteers', { tags: ['all'] });
});
afterAll(() => stage.close());

test('from the menu to the card, with gentle hints that are no wall', async () => {
  const from = now(dana);
  await dana.says('/menu');
  await presses(dana, 'ann:new');
  await dana.presses('Qanat');
  await dana.presses('Event');
  await dana.says('ЖӘРМЕҢКЕГЕ КЕЛІҢІЗДЕР!!!');
  await dana.presses('Skip');
  await dana.presses('Skip');
  await dana.presses('Send');
  const told = story(dana, from);
  expect(told.slice(told.indexOf('Birge: The announcement is written'))).toMatchInlineSnapshot(`
    "Birge: The announcement is written. Nobody gets it until you confirm.

      Announcement № 1 · being written
      Qanat
      Event

      ЖӘРМЕҢКЕГЕ КЕЛІҢІЗДЕР!!!
      Button: none

      It has not been chosen yet who gets it.
      When: as soon as you confirm

      Perhaps look once more:
      • There seems to be no phone, e-mail or link. Whom can people ask?
      • It does not seem to say when. Would you like to add a day or a time?
      • The text is very short. Who are we, and why do we write? People trust you more if the text says so.
      • Many exclamation marks. One or two are enough.
      [Preview] [Send it to me]
      [Text] [Button]
      [Audience] [When]
      [Send…]
      [Drop] [Menu]"
  `);
});

test('the text is changed where its form is looked over, and nothing goes out meanwhile', async () => {
  const id = await newest(stage);
  const from = now(dana);
  await presses(dana, `ann:${id}:text`);
  await dana.presses('✎ 2');
  await presses(dana, `ann:${id}:send`);
  await dana.presses('Text');
  await dana.presses('✎ 2');
  await dana.says(fair);
  await dana.presses('Send');
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [Text]
    Birge: Your answers

      1. Kind: Event
      2. Text in Kazakh: ЖӘРМЕҢКЕГЕ КЕЛІҢІЗДЕР!!!
      3. Text in Russian: no answer
      4. Picture or file: no answer

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2] [✎ 3] [✎ 4]
      [Later] [Send]
    Dana: [✎ 2]
    Birge: 2 / 4

      Please write the announcement in Kazakh.

      Your answer now: ЖӘРМЕҢКЕГЕ КЕЛІҢІЗДЕР!!!

      First who we are, then what will happen, at the end what the reader should do. At most three arguments and seven hashtags. Remember a contact.
      Good to name: what it is for; day, time and place; who it is for; whether it is free; what to bring; how to sign up.
      [Back] [Keep as it is] [Later]
    Dana: [Send…]
    Birge: The text is being changed and is not finished. First finish it and choose “Send” there.
      [Text]
      [Back to the announcement]
      [Menu]
    Dana: [Text]
    Birge: 2 / 4

      Please write the announcement in Kazakh.

      Your answer now: ЖӘРМЕҢКЕГЕ КЕЛІҢІЗДЕР!!!

      First who we are, then what will happen, at the end what the reader should do. At most three arguments and seven hashtags. Remember a contact.
      Good to name: what it is for; day, time and place; who it is for; whether it is free; what to bring; how to sign up.
      [Back] [Keep as it is] [Later]
    Dana: [✎ 2]
    Birge: 2 / 4

      Please write the announcement in Kazakh.

      Your answer now: ЖӘРМЕҢКЕГЕ КЕЛІҢІЗДЕР!!!

      First who we are, then what will happen, at the end what the reader should do. At most three arguments and seven hashtags. Remember a contact.
      Good to name: what it is for; day, time and place; who it is for; whether it is free; what to bring; how to sign up.
      [Back] [Keep as it is] [Later]
    Dana: Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00
    Birge: Your answers

      1. Kind: Event
      2. Text in Kazakh: Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмең…
      3. Text in Russian: no answer
      4. Picture or file: no answer

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2] [✎ 3] [✎ 4]
      [Later] [Send]
    Dana: [Send]
    Birge: The announcement is written. Nobody gets it until you confirm.

      Announcement № 1 · being written
      Qanat
      Event

      Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00
      Button: none

      It has not been chosen yet who gets it.
      When: as soon as you confirm

      Perhaps look once more:
      • There is no Russian text, so people who read Russian get the Kazakh one.
      [Preview] [Send it to me]
      [Text] [Button]
      [Audience] [When]
      [Send…]
      [Drop] [Menu]"
  `);
});

test('a form that was put off goes on where it was', async () => {
  await dana.says('/menu');
  await presses(dana, 'ann:new');
  await dana.presses('Qanat');
  await dana.presses('Course');
  await dana.presses('Later');
  await presses(dana, 'go:menu');
  await presses(dana, 'ann:new');
  await dana.presses('Qanat');
  expect(shown(dana)).toContain('Please write the announcement in Kazakh.');
  await dana.says(fair);
  for (const answer of ['Skip', 'Skip', 'Send']) await dana.presses(answer);
  expect(dana.last().text).toMatch(/Announcement № \d+ · being written\nQanat\nCourse/);
});

test('only its author changes the words; a colleague changes all else', async () => {
  const id = await newest(stage);
  const aset = await member(stage, { id: 2, name: 'Aset' }, 'coordinator', { organisation: qanat });
  await aset.pressesData(`ann:${id}`, aset.last());
  expect(aset.last().buttons.flat()).not.toContain('Text');
  await aset.pressesData(`ann:${id}:text`, aset.last());
  expect(aset.last().text).toBe(say('ann-text-others'));
  await aset.pressesData(`ann:${id}:link:deadlines`, aset.last());
  expect(await campaign(stage, id)).toMatchObject({ link: 'deadlines' });
});

test('the button leads to all projects, one of its own, the deadlines, or nowhere', async () => {
  const id = await newest(stage);
  const far = await project(stage, await organisation(stage, 'Other'), 'Theirs');
  const ids: number[] = [];
  for (let number = 1; number <= 12; number += 1) ids.push(await project(stage, qanat, `Project ${number}`));
  const from = now(dana);
  await presses(dana, `ann:${id}:link`);
  await dana.presses('Next ▸');
  await dana.presses('Project 2');
  await dana.pressesData(`ann:${id}:link:project:${far}`, dana.last());
  await dana.pressesData(`ann:${id}:link:anywhere`, dana.last());
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [Button]
    Birge: Which button shall stand below the announcement? Now: deadlines.
      [none]
      [all projects]
      [✓ deadlines]
      [write to Birge]
      [Project 12]
      [Project 11]
      [Project 10]
      [Project 9]
      [Project 8]
      [Project 7]
      [Project 6]
      [Project 5]
      [Project 4]
      [Project 3]
      [Next ▸]
      [Back to the announcement]
    Dana: [Next ▸]
    Birge: Which button shall stand below the announcement? Now: deadlines.
      [none]
      [all projects]
      [✓ deadlines]
      [write to Birge]
      [Project 2]
      [Project 1]
      [◂ Previous]
      [Back to the announcement]
    Dana: [Project 2]
    Birge: Announcement № 3 · being written
      Qanat
      Course

      Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00
      Button: the project “Project 2”

      It has not been chosen yet who gets it.
      When: as soon as you confirm

      Perhaps look once more:
      • There is no Russian text, so people who read Russian get the Kazakh one.
      [Preview] [Send it to me]
      [Text] [Button]
      [Audience] [When]
      [Send…]
      [Drop] [Menu]
    Dana: [ann:3:link:project:1]
    Birge: Which button shall stand below the announcement? Now: the project “Project 2”.
      [none]
      [all projects]
      [deadlines]
      [write to Birge]
      [Project 12]
      [Project 11]
      [Project 10]
      [Project 9]
      [Project 8]
      [Project 7]
      [Project 6]
      [Project 5]
      [Project 4]
      [Project 3]
      [Next ▸]
      [Back to the announcement]
    Dana: [ann:3:link:anywhere]
    Birge: Which button shall stand below the announcement? Now: the project “Project 2”.
      [none]
      [all projects]
      [deadlines]
      [write to Birge]
      [Project 12]
      [Project 11]
      [Project 10]
      [Project 9]
      [Project 8]
      [Project 7]
      [Project 6]
      [Project 5]
      [Project 4]
      [Project 3]
      [Next ▸]
      [Back to the announcement]"
  `);
  expect(await campaign(stage, id)).toMatchObject({ link: `project ${ids[1]}` });
});

test('a group’s button opens what it leads to; a newcomer gets there after the consent', async () => {
  const [row] = await stage.database.sql<
    { id: number }[]
  >`select id::int from projects where name->>'kk' = 'Project 2'`;
  const starts: [string, string][] = [
    ['go_projects', say('projects-choose')],
    [`go_project_${row?.id}`, '1 / '],
    ['go_project_999999', say('projects-choose')],
    ['go_deadlines', say('due-none')],
    ['go_menu', say('menu-text')],
    ['go_nowhere', say('menu-text')],
  ];
  const vera = await newcomer(stage, { id: 5, name: 'Vera' });
  for (const [code, words] of starts) {
    await vera.starts(code);
    expect([code, vera.last().text]).toEqual([code, expect.stringContaining(words)]);
  }
  const nurlan = stage.double.person({ id: 6, first_name: 'Nurlan' });
  await nurlan.starts(`go_project_${row?.id}`);
  await presses(nurlan, 'w:lang:en');
  await presses(nurlan, 'w:agree');
  const from = now(nurlan);
  await nurlan.says('14.05.1990');
  await nurlan.presses(say('menu-questionnaire'));
  expect(story(nurlan, from)).toMatchInlineSnapshot(`
    "Nurlan: 14.05.1990
    Birge: You came from an announcement. Let us go on:
      [Become a volunteer]
      [Menu]
    Nurlan: [Become a volunteer]
    Birge: It is great that you want to help the project “Project 2”!

      Where: Project 2
      What for: Project 2
      What volunteers do: Project 2

      Please answer a few questions about yourself. Together we will then find what suits you best. You can stop at any moment and go on later: your answers are kept.
    Birge: 1 / 19

      Getting to know you

      Please write your full name.

      Surname first, for example: Serikova Aigerim
      [Later]"
  `);
});

test('the preview shows what each messenger shows, and the test send is the very letter', async () => {
  const { birge } = stage.running;
  await stage.running.attach(
    createWhatsappChannel({
      wire: new FakeWhatsapp(),
      keep: () => {},
      languageOf: () => 'kk',
      words: () => ({ write: '' }),
      walks: isWalking,
      reports: { gone: () => {}, unreached: () => {}, acknowledged: () => {} },
      now: () => birge.now().getTime(),
      log: birge.log,
    }),
  );
  const id = await announces(stage, dana, qanat);
  await presses(dana, `ann:${id}:link`);
  await dana.presses('all projects');
  const from = now(dana);
  await dana.presses('Preview');
  await presses(dana, `ann:${id}`);
  await dana.presses('Send it to me');
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [Preview]
    Birge: Telegram, to a reader of Kazakh
    Birge: Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00

      — Qanat. Хабарландыру керек болмаса: /stop
      [Волонтер сауалнамасын толтыру]
    Birge: Telegram, to a reader of Russian
    Birge: Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00

      — Qanat. Не получать объявления: /stop
      [Заполнить анкету волонтёра]
    Birge: Telegram, in a group
    Birge: Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00

      ––––––––––

      Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00

      — Qanat
      [Волонтер сауалнамасын толтыру ↗]
    Birge: WhatsApp, to a reader of Kazakh
      Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00

      _— Qanat. Хабарландыру керек болмаса: /stop_

      A. Волонтер сауалнамасын толтыру
    Birge: WhatsApp, to a reader of Russian
      Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00

      _— Qanat. Не получать объявления: /stop_

      A. Заполнить анкету волонтёра
    Birge: WhatsApp, in a group
      Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00

      ––––––––––

      Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00

      _— Qanat_

      Волонтер сауалнамасын толтыру: https://wa.me/77010000001?text=go_projects
    Birge: That is all. This is how it looks.
      [Back to the announcement]
      [Menu]
    Dana: [Back to the announcement]
    Birge: Announcement № 4 · being written
      Qanat
      Event

      Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00
      Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00
      Button: all projects

      It has not been chosen yet who gets it.
      When: as soon as you confirm
      [Preview] [Send it to me]
      [Text] [Button]
      [Audience] [When]
      [Send…]
      [Drop] [Menu]
    Dana: [Send it to me]
    Birge: Telegram, to a reader of Kazakh
    Birge: Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00

      — Qanat. Хабарландыру керек болмаса: /stop
      [Волонтер сауалнамасын толтыру]
    Birge: Telegram, to a reader of Russian
    Birge: Мы – волонтёрская организация «Қанат». 28 ноября, в субботу, в 11:00 в Центральном парке пройдёт благотворительная ярмарка. Приходите! Вопросы: +7 701 000 00 00

      — Qanat. Не получать объявления: /stop
      [Заполнить анкету волонтёра]
    Birge: This is exactly what people get.
      [Back to the announcement]
      [Menu]"
  `);
});

test('what WhatsApp shows in two messages is shown so before it is sent', async () => {
  const id = await newest(stage);
  const { sql } = stage.database;
  await sql`update answers set value = to_jsonb(repeat('Келіңіз, бірге! ', 125))
    where question in ('event_kk', 'text_ru') and submission_id = (select submission_id from campaigns where id = ${id})`;
  const from = now(dana);
  await dana.pressesData(`ann:${id}:preview`, dana.last());
  const [, inGroup = ''] = story(dana, from).split('WhatsApp, in a group');
  expect(inGroup.match(/^ *Birge: /gm), 'its second message, and the end').toHaveLength(2);
  expect(dana.last().text).toBe(say('ann-preview-end'));
});

test('what does not fit into one message is told before anything is sent', async () => {
  const id = await newest(stage);
  await stage.database.sql`update answers set value = to_jsonb(repeat('Келіңіз, бірге! ', 200))
    where question in ('event_kk', 'text_ru') and submission_id = (select submission_id from campaigns where id = ${id})`;
  await dana.pressesData(`ann:${id}:send`, dana.last());
  expect(shown(dana)).toMatchInlineSnapshot(`
    "Both texts do not fit into one message: they have 6,414 characters, and there is room for 3,976. Shorten them or take the file away.
    [Text]
    [Back to the announcement]
    [Menu]"
  `);
});

test('a draft is dropped after one more question; then its old buttons say so', async () => {
  const id = await newest(stage);
  await dana.pressesData(`ann:${id}:drop`, dana.last());
  await dana.presses('Yes, drop it');
  expect(dana.last().text).toBe(say('ann-dropped'));
  for (const act of ['text', 'link:none', 'aud:groups:all', 'when:now', 'urgent', 'send', 'yes:0', 'drop:yes']) {
    await dana.pressesData(`ann:${id}:${act}`, dana.last());
    expect([act, dana.last().text]).toEqual([
      act,
      expect.stringMatching(/^This announcement can no longer be changed.*cancelled/s),
    ]);
  }
  expect(await campaign(stage, id)).toMatchObject({ state: 'cancelled', link: 'projects', audience: { groups: null } });
  await presses(dana, 'go:menu');
  await presses(dana, 'ann:new');
  await dana.presses('Earlier announcements');
  expect(dana.last().buttons.map(([label]) => label)).toEqual([
    expect.stringMatching(/^№ \d+ · cancelled · Келіңіз/),
    expect.stringMatching(/^№ \d+ · being written · Біз – «Қанат»/),
    expect.stringMatching(/^№ \d+ · being written · Біз – «Қанат»/),
    'New announcement',
    'Menu',
  ]);
});
