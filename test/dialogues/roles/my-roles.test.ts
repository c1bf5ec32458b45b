import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlatform } from '../../../src/store/organisations.ts';
import type { Stage } from '../../support/dialogue.ts';
import { appoint, idOf, newcomer, now, organisation, presses, project, say, story } from '../people/scene.ts';
import { member, membershipOf, organisationOf, owedBy, roleStage } from './scene.ts';

let stage: Stage;
let almaty: number;
beforeAll(async () => {
  stage = await roleStage();
  almaty = await organisationOf(stage, 'mobility-centre', 'Almaty centre');
});
afterAll(() => stage.close());

const rolesOf = async (account: number) =>
  await stage.database.sql`
  select role, until_on::text as until from memberships where person_id = ${await idOf(stage, account)} order by id`;

test('somebody looks at their roles, hesitates, and leaves one', async () => {
  const qanat = await organisation(stage, 'Qanat');
  const school = await project(stage, qanat, 'School');
  const p = await member(stage, { id: 1, name: 'Dana' }, 'coordinator', { organisation: qanat });
  await appoint(stage, 1, 'volunteer', { organisation: qanat, project: school });
  const from = now(p);
  await p.says('/roles');
  await p.presses((button) => button.text === 'Leave: coordinator, Qanat');
  await p.presses(say('roles-stay'));
  await p.presses((button) => button.text === 'Leave: coordinator, Qanat');
  await p.presses(say('roles-leave-yes'));
  await presses(p, 'go:menu');
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Dana: /roles
    Birge: Your roles
      • coordinator: Qanat
      • volunteer: Qanat · School
      [Leave: coordinator, Qanat]
      [Leave: volunteer, Qanat · School]
      [Menu]
    Dana: [Leave: coordinator, Qanat]
    Birge: You are about to leave a role: coordinator, Qanat.

      Everything you owe in this role will be closed, and reminders about it will end. To come back you need a new link. Leave?
      [Yes, leave]
      [No, stay]
      [Menu]
    Dana: [No, stay]
    Birge: Your roles
      • coordinator: Qanat
      • volunteer: Qanat · School
      [Leave: coordinator, Qanat]
      [Leave: volunteer, Qanat · School]
      [Menu]
    Dana: [Leave: coordinator, Qanat]
    Birge: You are about to leave a role: coordinator, Qanat.

      Everything you owe in this role will be closed, and reminders about it will end. To come back you need a new link. Leave?
      [Yes, leave]
      [No, stay]
      [Menu]
    Dana: [Yes, leave]
    Birge: You have left this role: coordinator. Thank you for your work!
      [Menu]
    Dana: [Menu]
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My roles]
      [My data] [Language] [Help]"
  `);
  expect(await rolesOf(1)).toEqual([
    { role: 'coordinator', until: '2026-11-21' },
    { role: 'volunteer', until: null },
  ]);
  expect(
    await stage.database.sql`
    select action, subject_id::int, detail from audit where person_id = ${await idOf(stage, 1)} and action = 'left'`,
  ).toEqual([{ action: 'left', subject_id: qanat, detail: { role: 'coordinator' } }]);
});

test('what is owed in a role is closed with it, and owed again by whoever comes back the same day', async () => {
  const p = await member(stage, { id: 2, name: 'Aset' }, 'worker', { organisation: almaty });
  await stage.database.sql`
    insert into periods (kind, period, opens_on, due_on) values ('forty-hours', '2026', '2026-01-01', '2026-12-31')`;
  const leaves = async () => {
    await p.says('/roles');
    await presses(p, `go:leave:${await membershipOf(stage, 2, 'worker')}`);
    await presses(p, `go:left:${await membershipOf(stage, 2, 'worker')}`);
  };
  await leaves();
  await appoint(stage, 2, 'worker', { organisation: almaty });
  const owed = { kind: 'forty-hours', due: '2026-12-31', fulfilled: false };
  expect(await owedBy(stage, 2)).toEqual([{ ...owed, closed: false }]);
  expect(await rolesOf(2)).toEqual([{ role: 'worker', until: null }]);
  await leaves();
  expect(await owedBy(stage, 2)).toEqual([{ ...owed, closed: true }]);
});

test('a mentor who leaves sees nothing more of the workers', async () => {
  await member(stage, { id: 3, name: 'Worker' }, 'worker', { organisation: almaty });
  const mentor = await member(stage, { id: 4, name: 'Mentor' }, 'mentor', { organisation: almaty });
  await stage.database.sql`
    insert into assignments (person_id, role, about_kind, about_id, from_on)
    values (${await idOf(stage, 4)}, 'mentor', 'person', ${await idOf(stage, 3)}, '2026-11-01')`;
  await mentor.says('/roles');
  await presses(mentor, `go:leave:${await membershipOf(stage, 4, 'mentor')}`);
  await presses(mentor, `go:left:${await membershipOf(stage, 4, 'mentor')}`);
  expect(await stage.database.sql`select until_on::text as until from assignments`).toEqual([{ until: '2026-11-21' }]);
});

test('the last administrator stays; with a second one the first may go', async () => {
  const platform = await openPlatform(stage.database.store, { kk: 'Birge' }, stage.running.birge.now());
  const first = await member(stage, { id: 5, name: 'First' }, 'administrator', { organisation: platform });
  const held = await membershipOf(stage, 5, 'administrator');
  const from = now(first);
  await first.says('/roles');
  await presses(first, `go:leave:${held}`);
  await presses(first, `go:left:${held}`);
  expect(story(first, from)).toMatchInlineSnapshot(`
    "First: /roles
    Birge: Your roles
      • administrator: Birge
      [Leave: administrator, Birge]
      [Menu]
    First: [Leave: administrator, Birge]
    Birge: You are about to leave a role: administrator, Birge.

      Everything you owe in this role will be closed, and reminders about it will end. To come back you need a new link. Leave?
      [Yes, leave]
      [No, stay]
      [Menu]
    First: [Yes, leave]
    Birge: You are the last administrator: without one nobody could add organisations. First let somebody else become one: whoever runs Birge makes the link with npm run admin. Then you can leave.
      [Menu]"
  `);
  expect(await rolesOf(5)).toEqual([{ role: 'administrator', until: null }]);
  await member(stage, { id: 6, name: 'Second' }, 'administrator', { organisation: platform });
  await first.pressesData(`go:left:${held}`, first.last());
  expect(await rolesOf(5)).toEqual([{ role: 'administrator', until: '2026-11-21' }]);
});

test('nobody leaves a role of somebody else, nor one twice', async () => {
  const mine = await member(stage, { id: 7, name: 'Mine' }, 'worker', { organisation: almaty });
  const other = await newcomer(stage, { id: 8, name: 'Other' });
  const held = await membershipOf(stage, 7, 'worker');
  for (const data of [
    `go:leave:${held}`,
    `go:left:${held}`,
    'go:left:999999999999999',
    'go:left:9999999999999999999',
  ]) {
    await other.pressesData(data, other.last());
  }
  expect(await rolesOf(7)).toEqual([{ role: 'worker', until: null }]);
  expect(other.transcript()).not.toContain('Almaty centre');
  await other.says('/roles');
  expect([other.last().text, other.last().buttons.flat()]).toEqual([say('roles-none'), [say('menu-button')]]);
  await mine.pressesData(`go:left:${held}`, mine.last());
  await mine.pressesData(`go:left:${held}`, mine.last());
  expect(await rolesOf(7)).toEqual([{ role: 'worker', until: '2026-11-21' }]);
});
