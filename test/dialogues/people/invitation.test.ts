import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueInvitation } from '../../../src/store/invitations.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { agrees, child, codeShown, comesByLink, idOf, newcomer, now, organisation } from './scene.ts';
import { presses, project, say, story } from './scene.ts';

let stage: Stage;
let qanat: number;
let school: number;
beforeAll(async () => {
  stage = await openStage();
  qanat = await organisation(stage, 'Qanat');
  school = await project(stage, qanat, 'School');
});
afterAll(() => stage.close());

const volunteerLink = (uses = 1) =>
  issueInvitation(
    stage.database.store,
    { kind: 'role', role: 'volunteer', organisation: qanat, project: school },
    { issuedBy: null, uses, days: 30 },
    stage.running.birge.now(),
  );

const rolesOf = async (account: number) =>
  await stage.database.sql`
  select m.role, m.organisation_id::int as organisation, m.project_id::int as project, m.from_on::text, m.until_on
  from memberships m where m.person_id = ${await idOf(stage, account)}`;
const volunteer = () => [
  { role: 'volunteer', organisation: qanat, project: school, from_on: '2026-11-22', until_on: null },
];

test('a newcomer with a link gets the role when they are ready, not before', async () => {
  const p = stage.double.person({ id: 1, first_name: 'Aset' });
  await p.starts(await volunteerLink());
  await presses(p, 'w:lang:en');
  await presses(p, 'w:agree');
  expect(await rolesOf(1)).toEqual([]);
  const from = now(p);
  await p.says('14.05.2001');
  expect(await rolesOf(1)).toEqual([]);
  await p.says('Ermekov Aset');
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Aset: 14.05.2001
    Birge: What are your first name and surname? Those you work with in this role will see them.
    Aset: Ermekov Aset
    Birge: Welcome! Your role now: volunteer.
      You have been invited to the project “School”.
      [Fill in the questionnaire]
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My roles]
      [My data] [Language] [Help]"
  `);
  expect(await rolesOf(1)).toEqual(volunteer());
  expect(
    await stage.database.sql`
    select action, subject_kind, subject_id::int from audit where person_id = ${await idOf(stage, 1)}`,
  ).toEqual([{ action: 'joined', subject_kind: 'organisation', subject_id: qanat }]);
});

test('the link is not forgotten when the newcomer hesitates, asks for help or changes the language', async () => {
  const p = stage.double.person({ id: 2, first_name: 'Dana' });
  await p.starts(await volunteerLink());
  await presses(p, 'w:lang:ru');
  await presses(p, 'w:decline');
  await presses(p, 'go:menu');
  await p.says('/language');
  await presses(p, 'set:lang:en');
  await p.says('/help');
  await presses(p, 'go:menu');
  await presses(p, 'w:agree');
  await p.says('/mydata');
  await p.says('/cancel');
  await p.says('14.05.2001');
  await p.says('/language');
  await presses(p, 'set:lang:en');
  await p.says('/menu');
  await p.says('Serikova Dana');
  expect(await rolesOf(2)).toEqual(volunteer());
});

test('a child who came with a link gets the role when a parent has agreed', async () => {
  const p = stage.double.person({ id: 3, first_name: 'Aliya' });
  await p.starts(await volunteerLink());
  await presses(p, 'w:lang:en');
  await presses(p, 'w:agree');
  await p.says('14.05.2012');
  await p.says('Aliya Serik');
  await p.says('/menu');
  const parent = stage.double.person({ id: 4, first_name: 'Asel' });
  await parent.starts(codeShown(p));
  await presses(parent, 'w:lang:en');
  await agrees(parent, 'Serik Asel');
  expect(await rolesOf(3)).toEqual([]);
  await stage.catchUp();
  await presses(p, 'go:menu');
  expect(await rolesOf(3)).toEqual(volunteer());
});

test('somebody who is known gets the role as soon as they have a name, and the same link again changes nothing', async () => {
  const p = await newcomer(stage, { id: 5, name: 'Bolat' });
  const code = await volunteerLink();
  const from = now(p);
  await comesByLink(p, code, 'Omarov Bolat');
  await p.starts(code);
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Bolat: /start r_CODE
    Birge: What are your first name and surname? Those you work with in this role will see them.
    Bolat: Omarov Bolat
    Birge: Welcome! Your role now: volunteer.
      You have been invited to the project “School”.
      [Fill in the questionnaire]
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My roles]
      [My data] [Language] [Help]
    Bolat: /start r_CODE
    Birge: Welcome! Your role now: volunteer.
      You have been invited to the project “School”.
      [Fill in the questionnaire]
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My roles]
      [My data] [Language] [Help]"
  `);
  expect(await rolesOf(5)).toEqual(volunteer());
  await presses(p, `go:project:${school}`);
  expect(await stage.database.sql`select about_kind, about_id::int as about from submissions`).toEqual([
    { about_kind: 'project', about: school },
  ]);
});

test('a used, an expired and an unknown link give nothing and say so', async () => {
  const used = await volunteerLink();
  await comesByLink(await newcomer(stage, { id: 6, name: 'First' }), used, 'Ermekova First');
  const p = await newcomer(stage, { id: 7, name: 'Late' });
  const from = now(p);
  await p.starts(used);
  const old = await volunteerLink();
  stage.setClock('2026-12-22T06:00:00Z');
  await p.starts(old);
  stage.setClock('2026-11-22T06:00:00Z');
  await p.starts('r_AAAAAAAAAAAAAAAAAAAAAA');
  await p.starts('r_Ab3xYz1');
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Late: /start r_CODE
    Birge: This invitation has expired or has been used. Ask whoever invited you for a new one.
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]
    Late: /start r_CODE
    Birge: This invitation has expired or has been used. Ask whoever invited you for a new one.
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]
    Late: /start r_CODE
    Birge: There is no such link. Check that you copied all of it.
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]
    Late: /start r_Ab3xYz1
    Birge: There is no such link. Check that you copied all of it.
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]"
  `);
  expect(await rolesOf(7)).toEqual([]);
});

test('a newcomer with a dead link hears so at once, and goes on without it', async () => {
  const p = stage.double.person({ id: 8, first_name: 'Alua', language_code: 'ru' });
  await p.starts('r_AAAAAAAAAAAAAAAAAAAAAA');
  await presses(p, 'w:lang:en');
  await presses(p, 'w:agree');
  const from = now(p);
  await p.says('14.05.2001');
  expect(p.transcript()).toMatch(/^Alua: .*\nBirge: Такой ссылки нет/u);
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Alua: 14.05.2001
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]"
  `);
  expect(await rolesOf(8)).toEqual([]);
});

test('a dead link does not push out a good one, also when it is the good one that died', async () => {
  const good = await volunteerLink();
  const p = await newcomer(stage, { id: 9, name: 'Timur' });
  await p.starts(good);
  await p.starts('r_AAAAAAAAAAAAAAAAAAAAAA');
  expect(p.last().text).toBe(say('role-name-ask'));
  await comesByLink(await newcomer(stage, { id: 10, name: 'Quick' }), good, 'Ermekova Alua');
  const from = now(p);
  await p.starts(good);
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Timur: /start r_CODE
    Birge: This invitation has expired or has been used. Ask whoever invited you for a new one.
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]"
  `);
});

test('as many people as it says may use a link, however many open it at once', async () => {
  const code = await volunteerLink(2);
  const people = [];
  for (const id of [11, 12, 13]) people.push(await newcomer(stage, { id, name: `N${id}` }));
  await Promise.all(people.map((p) => comesByLink(p, code, 'Ermekova Alua')));
  const joined = people.filter((p) => p.transcript().includes(say('joined', { role: say('role-volunteer') })));
  expect(joined).toHaveLength(2);
});

test("a child's link gives no role, and a role's link no say over a child", async () => {
  const p = await child(stage, { id: 14, name: 'Miras' });
  const code = codeShown(p);
  const other = await newcomer(stage, { id: 15, name: 'Asel' });
  const from = now(other);
  await other.starts(code.replace(/^g_/, 'r_'));
  await other.starts((await volunteerLink()).replace(/^r_/, 'g_'));
  expect(story(other, from)).toMatchInlineSnapshot(`
    "Asel: /start r_CODE
    Birge: There is no such link. Check that you copied all of it.
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]
    Asel: /start g_CODE
    Birge: There is no such link. Check that you copied all of it."
  `);
});
