import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueInvitation } from '../../../src/store/invitations.ts';
import { openPlatform } from '../../../src/store/organisations.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { codeShown, comesByLink, newcomer, now, presses, say, story } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('from the first administrator to a volunteer, all through the chat', async () => {
  const { store } = stage.database;
  const at = stage.running.birge.now();
  const platform = await openPlatform(store, { kk: 'Birge' }, at);
  const first = { kind: 'role', role: 'administrator', organisation: platform } as const;
  const administrator = await newcomer(stage, { id: 1, name: 'Admin' });
  const from = now(administrator);
  const opened = await issueInvitation(store, first, { issuedBy: null, uses: 1, days: 14 }, at);
  await comesByLink(administrator, opened, 'Жұмабаева Гүлнар');
  await presses(administrator, 'go:new-organisation');
  await administrator.says('Қанат');
  await administrator.presses('Skip');
  await administrator.presses('Almaty Region');
  await administrator.presses('Volunteer organisation');
  await administrator.presses(say('form-send'));
  await presses(administrator, 'go:invite');
  await administrator.presses('Қанат');
  await presses(administrator, 'invite:2:coordinator');
  expect(story(administrator, from)).toMatchInlineSnapshot(`
    "Admin: /start r_CODE
    Birge: What are your first name and surname? Those you work with in this role will see them.
    Admin: Жұмабаева Гүлнар
    Birge: Welcome! Your role now: administrator.
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
    Admin: [New organisation]
    Birge: Let us add an organisation. Its people will see its name.
    Birge: 1 / 4

      What is the organisation called in Kazakh?
      [Later]
    Admin: Қанат
    Birge: 2 / 4

      And in Russian?
      [Back] [Skip] [Later]
    Admin: [Skip]
    Birge: 3 / 4

      In which region does it work?
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
      [Back] [Later]
    Admin: [Almaty Region]
    Birge: ✓ Almaty Region

      4 / 4

      What kind of organisation is it?
      [Volunteer organisation]
      [Youth resource centre]
      [Labour mobility centre]
      [Career centre]
      [Union]
      [Member organisation of the union]
      [Pupils' leadership movement]
      [The movement's team]
      [Back] [Later]
    Admin: [Volunteer organisation]
    Birge: ✓ Volunteer organisation

      Your answers

      1. Name in Kazakh: Қанат
      2. Name in Russian: no answer
      3. Region: Almaty Region
      4. Kind: Volunteer organisation

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2] [✎ 3] [✎ 4]
      [Later] [Send]
    Admin: [Send]
    Birge: The organisation is added. Now invite its people.
      [Invite]
      [Menu]
    Admin: [Invite]
    Birge: Choose the organisation:
      [Қанат]
      [Menu]
    Admin: [Қанат]
    Birge: Whom shall we invite?
      [The organisation's coordinator]
      [Menu]
    Admin: [The organisation's coordinator]
    Birge: Send the link to those you invite (coordinator). It is valid for 14 days, for 1 person.

      https://t.me/birge_bot?start=r_CODE
      [Menu]"
  `);

  const coordinator = stage.double.person({ id: 2, first_name: 'Yerlan' });
  await coordinator.starts(codeShown(administrator));
  await presses(coordinator, 'w:lang:en');
  await presses(coordinator, 'w:agree');
  await coordinator.says('29.02.1988');
  await coordinator.says('Оспанов Ерлан');
  const begun = now(coordinator);
  await presses(coordinator, 'go:new-project');
  await coordinator.presses('Қанат');
  const words = ['Мектеп', 'Школа', 'Қордай', 'Кордай', 'ҰБТ-ға дайындау', 'Подготовка', 'сабақ береді', 'учат'];
  for (const text of words) await coordinator.says(text);
  await coordinator.presses('Education (BILIM)');
  await coordinator.presses(say('form-send'));
  await presses(coordinator, 'go:invite');
  await coordinator.presses('Қанат');
  await presses(coordinator, 'invite:2:volunteer:1');
  const told = story(coordinator, begun);
  expect(told.slice(told.indexOf('Yerlan: [Education'))).toMatchInlineSnapshot(`
    "Yerlan: [Education (BILIM)]
    Birge: ✓ Education (BILIM)

      Your answers

      1. Name in Kazakh: Мектеп
      2. Name in Russian: Школа
      3. Place in Kazakh: Қордай
      4. Place in Russian: Кордай
      5. Purpose in Kazakh: ҰБТ-ға дайындау
      6. Purpose in Russian: Подготовка
      7. Volunteers' work (in Kazakh): сабақ береді
      8. Volunteers' work (in Russian): учат
      9. Direction: Education (BILIM)

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2] [✎ 3] [✎ 4] [✎ 5]
      [✎ 6] [✎ 7] [✎ 8] [✎ 9]
      [Later] [Send]
    Yerlan: [Send]
    Birge: The project is added: volunteers can choose it.
      [Invite]
      [Menu]
    Yerlan: [Invite]
    Birge: Choose the organisation:
      [Қанат]
      [Menu]
    Yerlan: [Қанат]
    Birge: Whom shall we invite?
      [The organisation's coordinator]
      [Volunteers: Мектеп]
      [Menu]
    Yerlan: [Volunteers: Мектеп]
    Birge: Send the link to those you invite (volunteer). It is valid for 30 days, for 100 people.

      https://t.me/birge_bot?start=r_CODE
      [Menu]"
  `);

  const volunteer = stage.double.person({ id: 3, first_name: 'Dana' });
  await volunteer.starts(codeShown(coordinator));
  await presses(volunteer, 'w:lang:en');
  await presses(volunteer, 'w:agree');
  await volunteer.says('14.05.2001');
  await volunteer.says('Серікова Дана');
  expect(
    await stage.database.sql`
    select i.external_id as account, m.role, o.name->>'kk' as organisation, p.name as project
    from memberships m join identities i on i.person_id = m.person_id
    join organisations o on o.id = m.organisation_id left join projects p on p.id = m.project_id order by m.id`,
  ).toEqual([
    { account: '1', role: 'administrator', organisation: 'Birge', project: null },
    { account: '2', role: 'coordinator', organisation: 'Қанат', project: null },
    { account: '3', role: 'volunteer', organisation: 'Қанат', project: { kk: 'Мектеп', ru: 'Школа' } },
  ]);
  expect(
    await stage.database.sql`
    select kind, programme, region, name, parent_id::int = ${platform} as below from organisations where id = 2`,
  ).toEqual([
    {
      kind: 'volunteer-organisation',
      programme: 'volunteers',
      region: 'almaty_region',
      name: { kk: 'Қанат' },
      below: true,
    },
  ]);
  expect(
    await stage.database.sql`
    select organisation_id::int, place, purpose, activities, direction from projects`,
  ).toEqual([
    {
      organisation_id: 2,
      place: { kk: 'Қордай', ru: 'Кордай' },
      purpose: { kk: 'ҰБТ-ға дайындау', ru: 'Подготовка' },
      activities: { kk: 'сабақ береді', ru: 'учат' },
      direction: 'education',
    },
  ]);
});

test('what makes organisations and projects is never announced as a questionnaire', async () => {
  await stage.catchUp();
  const announced = ['1', '2'].filter((id) =>
    stage.double
      .person({ id: Number(id), first_name: 'X' })
      .transcript()
      .includes('new questionnaire'),
  );
  expect(announced).toEqual([]);
  expect(await stage.database.sql`select status from submissions`).toEqual([
    { status: 'accepted' },
    { status: 'accepted' },
  ]);
});
