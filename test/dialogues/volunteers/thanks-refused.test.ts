import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveThanks } from '../../../src/store/volunteers/thanks.ts';
import { makeNumber } from '../../../src/certificates/number.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { documents } from '../centres/application-scene.ts';
import { idOf, newcomer, now, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { coordinatorOf, projectOf, volunteerOf, volunteerStage } from './scene.ts';
import { opens, scans, works } from './thanks-scene.ts';

let stage: Stage;
let asel: Person;
let dana: Awaited<ReturnType<typeof volunteerOf>>;
let other: Awaited<ReturnType<typeof volunteerOf>>;
const refused: Record<string, Person> = {};
let thanks: number;
beforeAll(async () => {
  stage = await volunteerStage();
  const where = await projectOf(stage, { project: 'Ауыл мектебі' });
  const elsewhere = await projectOf(stage, { organisation: 'Басқа', project: 'Бақ' });
  asel = await coordinatorOf(stage, { id: 1, name: 'Asel' }, where);
  dana = await volunteerOf(stage, { id: 2, name: 'Dana Example' }, where);
  other = await volunteerOf(stage, { id: 3, name: 'Berik' }, where);
  refused['a stranger'] = await newcomer(stage, { id: 5, name: 'Stranger' });
  refused['another volunteer of the project'] = other.person;
  refused['a coordinator of another project'] = await coordinatorOf(stage, { id: 6, name: 'Olga' }, elsewhere);
  refused['an administrator without the role of a coordinator'] = await member(
    stage,
    { id: 7, name: 'Admin' },
    'administrator',
    { organisation: where.organisation },
  );
  await works(stage, dana.id, where.project);
  const { store, now: time } = stage.running.birge;
  const given = await giveThanks(
    store,
    {
      kind: 'certificate',
      person: dana.id,
      project: where.project,
      language: 'en',
      number: makeNumber(),
      from: '2025-12-20',
      until: '2026-11-22',
      submission: null,
      by: await idOf(stage, 1),
    },
    time(),
  );
  thanks = given.is === 'given' ? given.id : 0;
});
afterAll(() => stage.close());

const acts = () => [
  `vol:thank:${dana.enrolment}`,
  `vol:thank:${dana.enrolment}:cert`,
  `vol:thank:${dana.enrolment}:all`,
  `vol:thank:${dana.enrolment}:year`,
  `vol:thank:${dana.enrolment}:days`,
  `vol:thank:${dana.enrolment}:see:2026-01-01:2026-11-22:kk`,
  `vol:thank:${dana.enrolment}:give:2026-01-01:2026-11-22:kk:30.5`,
  `vol:thank:${dana.enrolment}:letter`,
  `vol:thank:${dana.enrolment}:letter:kk`,
  ...['one', 'file', 'off', 'gone', 'on'].map((act) => `vol:thank:${dana.enrolment}:${act}:${thanks}`),
];

test.for([
  'a stranger',
  'another volunteer of the project',
  'a coordinator of another project',
  'an administrator without the role of a coordinator',
])('%s thanks nobody here, and opens nothing of theirs', async (who) => {
  const person = refused[who];
  if (person === undefined) throw new Error(who);
  for (const act of [...acts(), `vol:thx:${thanks}`]) {
    await opens(person, act);
    expect([act, person.last().text]).toEqual([act, say('vol-refused')]);
  }
  expect(documents(person)).toEqual([]);
  expect(await stage.database.sql`select count(*)::int as n, count(withdrawn_at)::int as w from thanks`).toEqual([
    { n: 1, w: 0 },
  ]);
});

test('the volunteer thanks not themself, but opens their own', async () => {
  for (const act of acts()) {
    await opens(dana.person, act);
    expect([act, dana.person.last().text]).toEqual([act, say('vol-refused')]);
  }
  await opens(dana.person, `vol:thx:${thanks}`);
  expect((await scans(stage, dana.person)).page.status).toBe(200);
});

test('a certificate of somebody else is not reached through another volunteer', async () => {
  await opens(asel, `vol:thank:${other.enrolment}:one:${thanks}`);
  expect(asel.last().text).toBe(say('vol-refused'));
  await opens(asel, `vol:thank:${other.enrolment}:gone:${thanks}`);
  expect(asel.last().text).toBe(say('vol-refused'));
  await opens(asel, 'vol:thx:999');
  expect(asel.last().text).toBe(say('vol-refused'));
});

test('a button with days that are none leads to choosing them', async () => {
  await opens(asel, `vol:thank:${dana.enrolment}:see:2026-99-99:2026-11-22:kk`);
  expect(asel.last().text).toBe(say('vol-thx-which-days'));
  await opens(asel, `vol:thank:${dana.enrolment}:give:2026-01-01:----------:kk:5`);
  expect(asel.last().text).toBe(say('vol-thx-which-days'));
});

test('a coordinator who lost the role while typing the days is refused', async () => {
  await opens(asel, `vol:thank:${dana.enrolment}:days`);
  await stage.database.sql`update memberships set until_on = '2026-11-21' where person_id = ${await idOf(stage, 1)}`;
  await asel.says('01.01.2026');
  expect(asel.last().text).toBe(say('vol-refused'));
  await stage.database.sql`update memberships set until_on = null where person_id = ${await idOf(stage, 1)}`;
});

test('somebody without a name gets no certificate yet', async () => {
  await stage.database.sql`update people set name = null where id = ${dana.id}`;
  const from = now(asel);
  await opens(asel, `vol:thank:${dana.enrolment}`);
  await opens(asel, `vol:thank:${dana.enrolment}:all`);
  expect(story(asel, from)).toMatchInlineSnapshot(`
    "Asel: [vol:thank:2]
    Birge: № 2
      Ауыл мектебі
      Мысал ұйымы

      Confirmed: 40.5 hours, 4 good deeds, 42 people helped
      20 December 2025 – 22 November 2026

      Given before:
      [🏅 Certificate · 22.11.2026 · 40.5 hours]
      [🏅 Give a certificate] [✉️ Write a letter]
      [Back to the volunteer]
      [Menu]
    Asel: [vol:thank:2:all]
    Birge: The volunteer has not said their name yet, and a certificate needs it. Please ask them to tell Birge.
      [Back to thanking]
      [Menu]"
  `);
  await stage.database.sql`update people set name = 'Dana Example' where id = ${dana.id}`;
});

test('who has left the project opens theirs all the same, and the coordinator too', async () => {
  await stage.database.sql`update memberships set until_on = '2026-11-01' where id = ${dana.enrolment}`;
  const before = documents(dana.person).length;
  await opens(dana.person, 'vol:mythx');
  await opens(dana.person, `vol:thx:${thanks}`);
  expect(documents(dana.person)).toHaveLength(before + 1);
  await opens(asel, `vol:thank:${dana.enrolment}:file:${thanks}`);
  expect((await scans(stage, asel)).text).toContain('Dana Example');
  await opens(asel, `vol:thx:${thanks}`);
  expect(documents(asel)).toHaveLength(2);
});

test('without any yet, it is said how one gets one', async () => {
  const from = now(other.person);
  await opens(other.person, 'vol:mythx');
  expect(story(other.person, from)).toMatchInlineSnapshot(`
    "Berik: [vol:mythx]
    Birge: You have no certificates yet. Write your good deeds into the diary: once a coordinator has confirmed the hours, they can give you a certificate.
      [My volunteering]
      [Menu]"
  `);
});
