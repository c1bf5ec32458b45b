import { afterAll, beforeAll, expect, test } from 'vitest';
import { formHash } from '../../../src/forms/index.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer, now, organisation, presses, project, say, story } from '../people/scene.ts';
import { member, organisationOf, roleStage } from '../roles/scene.ts';
import { losesRole, refusedTo } from './group-scene.ts';
import { announces, campaign, fair, group } from './scene.ts';

let stage: Stage;
let qanat: number;
let school: number;
let dana: Person;
let id: number;
const others: { account: number; name: string; person: Person }[] = [];
beforeAll(async () => {
  stage = await roleStage();
  qanat = await organisation(stage, 'Qanat');
  school = await project(stage, qanat, 'School');
  const centre = await organisationOf(stage, 'mobility-centre', 'Centre');
  dana = await member(stage, { id: 1, name: 'Dana' }, 'coordinator', { organisation: qanat });
  await group(stage, qanat, 'Volunteers', { tags: ['all'] });
  id = await announces(stage, dana, qanat);
  await stage.database.sql`update campaigns set state = 'asked' where id = ${id}`;
  others.push(
    { account: 2, name: 'stranger', person: await newcomer(stage, { id: 2, name: 'Stranger' }) },
    {
      account: 3,
      name: 'volunteer',
      person: await member(stage, { id: 3, name: 'Vera' }, 'volunteer', { organisation: qanat, project: school }),
    },
    {
      account: 4,
      name: 'coordinator of another programme',
      person: await member(stage, { id: 4, name: 'Far' }, 'coordinator', { organisation: centre }),
    },
    {
      account: 5,
      name: 'coordinator of another project',
      person: await member(stage, { id: 5, name: 'Near' }, 'coordinator', {
        organisation: qanat,
        project: await project(stage, qanat, 'Hospital'),
      }),
    },
  );
});
afterAll(() => stage.close());

/** Everything that stands on an announcement's buttons. */
const acts = [
  ...['', ':preview', ':test', ':text', ':link', ':link:projects', ':aud', ':aud:groups:all', ':when', ':when:now'],
  ...[':when:2026-11-25T10:00', ':urgent', ':urgent:off', ':send', ':yes:0123456789', ':drop', ':drop:yes'],
  ...[':agree', ':refuse', ':state', ':pause', ':resume', ':cancel', ':canceled-yes', ':failed', ':unknown', ':again'],
];

test('nobody else looks at an announcement or does anything with it, in any state; each try is in the audit', async () => {
  for (const { account, name, person } of others) {
    for (const state of ['asked', 'draft'] as const) {
      await stage.database.sql`update campaigns set state = ${state} where id = ${id}`;
      const before = await campaign(stage, id);
      const known = (await refusedTo(stage, account)).length;
      const from = now(person);
      for (const act of acts) await person.pressesData(`ann:${id}${act}`, person.last());
      const told = story(person, from);
      expect([name, told.split(say('refused')).length - 1]).toEqual([name, acts.length]);
      expect([name, told.includes('Қанат'), told.includes('Qanat')]).toEqual([name, false, false]);
      const refused = (await refusedTo(stage, account)).slice(known);
      expect(refused).toEqual(acts.map(() => ({ kind: 'campaign', id })));
      expect(await campaign(stage, id)).toEqual(before);
    }
  }
});

test('an announcement that never was is refused the same way: numbers tell nothing', async () => {
  const [{ person } = { person: dana }] = others;
  await person.pressesData('ann:999999', person.last());
  expect(person.last().text).toBe(say('refused'));
  expect(await refusedTo(stage, 2)).toContainEqual({ kind: 'campaign', id: 999_999 });
  await person.pressesData('ann:9999999999999999', person.last());
  expect(person.last().text).toBe(say('menu-text'));
});

test('nobody begins an announcement of what is not theirs', async () => {
  const theirs = [`ann:new:${qanat}`, `ann:new:${qanat}:${school}`, 'ann:new:999999', `ann:new:${qanat}:999999`];
  for (const { account, name, person } of others) {
    const known = (await refusedTo(stage, account)).length;
    const tried = account === 5 ? theirs.slice(1) : theirs;
    for (const data of tried) {
      await person.pressesData(data, person.last());
      expect([name, data, person.last().text]).toEqual([name, data, say('refused')]);
    }
    expect((await refusedTo(stage, account)).slice(known).map(({ kind }) => kind)).toEqual(
      tried.map(() => 'organisation'),
    );
  }
  expect(await stage.database.sql`select count(*)::int as n from submissions where form = 'announcement'`).toEqual([
    { n: 1 },
  ]);
});

test('whoever announces nowhere has no button, and is refused the list and the beginning', async () => {
  for (const { account, name, person } of others.slice(0, 2)) {
    await person.says('/menu');
    expect([name, person.last().buttons.flat().includes('Announce')]).toEqual([name, false]);
    const known = (await refusedTo(stage, account)).length;
    for (const data of ['ann:new', 'ann:list', 'ann:list:5']) {
      await person.pressesData(data, person.last());
      expect([name, person.last().text]).toEqual([name, say('refused')]);
    }
    expect((await refusedTo(stage, account)).slice(known)).toHaveLength(3);
  }
  const far = others[2]?.person ?? dana;
  await far.pressesData('ann:list', far.last());
  expect(far.last().text).toBe(say('ann-list-none'));
});

test('a form about another organisation makes nothing when it is sent', async () => {
  const form = stage.running.birge.forms.get('announcement');
  if (form === undefined) throw new Error('there is no such form');
  const { sql } = stage.database;
  for (const { account, person } of others) {
    const [made] = await sql<{ id: number }[]>`
      insert into submissions (owner_person, form, form_hash, about_kind, about_id, at_question, opened_at, touched_at)
      values (${await idOf(stage, account)}, 'announcement', ${formHash(form)}, 'organisation', ${qanat}, 'overview',
        '2026-11-22', '2026-11-22') returning id::int`;
    const answers = { kind: 'free', free_kk: fair, text_ru: null, attachment: null, link: 'none' };
    for (const [question, value] of Object.entries(answers)) {
      await sql`insert into answers (submission_id, question, value, complete, at, rev)
        values (${made?.id ?? 0}, ${question}, ${JSON.stringify(value)}::text::jsonb, true, '2026-11-22', 1)`;
    }
    await person.pressesData(`go:draft:${made?.id}`, person.last());
    await person.presses('Send');
    expect(person.last().text).toBe(say('refused'));
    expect((await refusedTo(stage, account)).at(-1)).toEqual({ kind: 'organisation', id: qanat });
  }
  expect(await sql`select count(*)::int as n from campaigns`).toEqual([{ n: 1 }]);
});

test('a coordinator whose role ended is refused from then on, also in the middle of a question', async () => {
  await dana.pressesData(`ann:${id}:when`, dana.last());
  expect(dana.last().text).toContain('When shall it go?');
  await losesRole(stage, 1);
  await dana.says('25.11 18:30');
  expect(dana.last().text).toBe(say('refused'));
  await dana.pressesData(`ann:${id}:urgent`, dana.last());
  expect(dana.last().text).toBe(say('refused'));
  expect(await campaign(stage, id)).toMatchObject({ at: null, urgent: null });
  await dana.says('/menu');
  expect(dana.last().buttons.flat()).not.toContain('Announce');
});

test('a code of an announcement’s button opens only what is anybody’s', async () => {
  const [{ person } = { person: dana }] = others;
  for (const code of ['go_people', 'go_received', 'go_ann_1', `go_project_${school}x`, 'go_', 'go_status']) {
    await person.starts(code);
    expect([code, person.last().text]).toEqual([code, say('menu-text')]);
  }
  await presses(person, 'go:mydata');
});
