import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlatform } from '../../../src/store/organisations.ts';
import type { Stage } from '../../support/dialogue.ts';
import { codeShown, comesByLink, idOf, newcomer, now, presses, story } from '../people/scene.ts';
import { member, organisationOf, roleStage } from './scene.ts';

let stage: Stage;
let region: number;
let branch: number;
let other: number;
beforeAll(async () => {
  stage = await roleStage();
  region = await organisationOf(stage, 'mobility-centre', 'Region centre');
  branch = await organisationOf(stage, 'career-centre', 'Branch', region);
  other = await organisationOf(stage, 'mobility-centre', 'Other centre');
});
afterAll(() => stage.close());

test('a head invites a mentor, who comes by the link and is one', async () => {
  const head = await member(stage, { id: 1, name: 'Head' }, 'head', { organisation: region });
  const from = now(head);
  await head.says('/menu');
  await presses(head, 'go:invite');
  await head.presses('Region centre');
  await presses(head, `invite:${region}:mentor`);
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: /menu
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [Invite]
      [Announce] [Groups]
      [Record an event]
      [My roles]
      [My data] [Language] [Help]
    Head: [Invite]
    Birge: Choose the organisation:
      [Branch]
      [Region centre]
      [Menu]
    Head: [Region centre]
    Birge: Whom shall we invite?
      [The organisation's coordinator]
      [Workers]
      [A mentor]
      [An internal trainer]
      [Menu]
    Head: [A mentor]
    Birge: Send the link to those you invite (mentor). It is valid for 14 days, for 1 person.

      https://t.me/birge_bot?start=r_CODE
      [Menu]"
  `);
  const mentor = await newcomer(stage, { id: 2, name: 'Mentor' });
  await comesByLink(mentor, codeShown(head), 'Ermekova Mira');
  expect(
    await stage.database.sql`
    select role, organisation_id::int as organisation, project_id from memberships
    where person_id = ${await idOf(stage, 2)}`,
  ).toEqual([{ role: 'mentor', organisation: region, project_id: null }]);
});

test('a head gives roles of the branch too, but of no other centre, and never the own role', async () => {
  const head = stage.double.person({ id: 1, first_name: 'Head' });
  const before = await stage.database.sql`select count(*)::int as n from invitations`;
  for (const data of [
    ...[`invite:${region}:head`, `invite:${branch}:head`, `invite:${other}:worker`, `invite:${other}:mentor`],
    ...[
      `invite:${region}:administrator`,
      `invite:${region}:expert`,
      `invite:${region}:leader`,
      `invite:${region}:volunteer`,
    ],
    ...[`go:invite:${other}`, 'invite:999999:worker', `invite:${region}:toString`],
  ]) {
    await head.pressesData(data, head.last());
  }
  expect(await stage.database.sql`select count(*)::int as n from invitations`).toEqual(before);
  await head.pressesData(`invite:${branch}:worker`, head.last());
  expect(
    await stage.database.sql`
    select role, organisation_id::int as organisation, uses_left, (expires_at - issued_at)::text as for from invitations
    where issued_by = ${await idOf(stage, 1)} order by id desc limit 1`,
  ).toEqual([{ role: 'worker', organisation: branch, uses_left: 100, for: '30 days' }]);
});

test('a mentor, a worker and a deputy invite nobody', async () => {
  const team = await organisationOf(stage, 'movement-team', 'Team');
  const people = [
    await member(stage, { id: 3, name: 'Mira' }, 'mentor', { organisation: region }),
    await member(stage, { id: 4, name: 'Will' }, 'worker', { organisation: region }),
    await member(stage, { id: 5, name: 'Dias' }, 'deputy', { organisation: team }),
  ];
  for (const [index, person] of people.entries()) {
    await person.says('/menu');
    expect(person.last().buttons.flat()).not.toContain('Invite');
    for (const place of [region, branch, team]) {
      for (const role of ['worker', 'mentor', 'deputy', 'leader', 'head', 'coordinator']) {
        await person.pressesData(`invite:${place}:${role}`, person.last());
      }
    }
    expect(
      await stage.database.sql`select 1 from invitations where issued_by = ${await idOf(stage, 3 + index)}`,
    ).toEqual([]);
  }
});

test('a leader invites deputies to the own team alone', async () => {
  const [mine, theirs] = [
    await organisationOf(stage, 'movement-team', 'Ours'),
    await organisationOf(stage, 'movement-team', 'Theirs'),
  ];
  const leader = await member(stage, { id: 6, name: 'Lea' }, 'leader', { organisation: mine });
  await leader.says('/menu');
  await presses(leader, 'go:invite');
  expect(leader.last().buttons.flat()).toEqual(['Ours', 'Menu']);
  await leader.presses('Ours');
  expect(leader.last().buttons.flat()).toEqual(['A deputy leader', 'Menu']);
  await leader.pressesData(`invite:${theirs}:deputy`, leader.last());
  await leader.pressesData(`invite:${mine}:leader`, leader.last());
  await leader.pressesData(`invite:${mine}:deputy`, leader.last());
  expect(
    await stage.database.sql`
    select role, organisation_id::int as organisation, uses_left from invitations
    where issued_by = ${await idOf(stage, 6)}`,
  ).toEqual([{ role: 'deputy', organisation: mine, uses_left: 1 }]);
});

test('an administrator adds a career centre and puts it below its mobility centre', async () => {
  const platform = await openPlatform(stage.database.store, { kk: 'Birge' }, stage.running.birge.now());
  const admin = await member(stage, { id: 7, name: 'Admin' }, 'administrator', { organisation: platform });
  await admin.says('/menu');
  await presses(admin, 'go:new-organisation');
  await admin.says('Қордай мансап орталығы');
  await admin.presses('Skip');
  await admin.presses('Jambyl Region');
  await admin.presses('Career centre');
  const from = now(admin);
  await admin.presses('Send');
  const [made] = await stage.database.sql<{ id: number }[]>`
    select id::int, kind, programme from organisations order by id desc limit 1`;
  await presses(admin, `go:below:${made?.id}`);
  await admin.presses('Region centre');
  await presses(admin, `go:invite:${made?.id}`);
  expect(story(admin, from)).toMatchInlineSnapshot(`
    "Admin: [Send]
    Birge: The organisation is added. Now invite its people.
      [Invite]
      [Place it below another one]
      [Menu]
    Admin: [Place it below another one]
    Birge: Below which organisation does it stand? Those above see its deadlines and can invite people to it.
      [Other centre]
      [Region centre]
      [Menu]
    Admin: [Region centre]
    Birge: Done: it stands there now. Next, invite its people.
      [Invite]
      [Menu]
    Admin: [Invite]
    Birge: Whom shall we invite?
      [Its head]
      [The organisation's coordinator]
      [Workers]
      [A mentor]
      [An internal trainer]
      [Menu]"
  `);
  expect(
    await stage.database.sql`
    select kind, programme, region, parent_id::int as parent from organisations where id = ${made?.id ?? 0}`,
  ).toEqual([{ kind: 'career-centre', programme: 'mobility', region: 'jambyl', parent: region }]);
});

test('nobody but an administrator moves an organisation, and none below what it cannot stand below', async () => {
  const head = stage.double.person({ id: 1, first_name: 'Head' });
  const admin = stage.double.person({ id: 7, first_name: 'Admin' });
  await head.pressesData(`go:below:${branch}`, head.last());
  await head.pressesData(`go:below:${branch}:${other}`, head.last());
  for (const [one, above] of [
    [region, branch],
    [branch, branch],
    [branch, 999_999],
    [999_999, region],
  ]) {
    await admin.pressesData(`go:below:${one}:${above}`, admin.last());
  }
  expect(
    await stage.database.sql`
    select id::int, parent_id::int as parent from organisations where id in (${region}, ${branch}) order by id`,
  ).toEqual([
    { id: region, parent: null },
    { id: branch, parent: region },
  ]);
});
