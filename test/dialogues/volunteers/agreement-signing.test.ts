import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { lastDocument } from '../centres/application-scene.ts';
import { delivers } from '../deadlines/scene.ts';
import { agrees, appoint, child, codeShown, idOf, now, presses, say, story } from '../people/scene.ts';
import { member, owedBy } from '../roles/scene.ts';
import { fillsIn, makesAgreement, pressesEnd } from './agreement-scene.ts';
import { coordinatorOf, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let school: { organisation: number; project: number };
let dana: Person;
let admin: Person;
let elsewhere: Person;
beforeAll(async () => {
  stage = await volunteerStage();
  school = await projectOf(stage, { organisation: 'Qanat', project: 'School' });
  dana = await coordinatorOf(stage, { id: 1, name: 'Dana' }, { organisation: school.organisation });
  const park = await projectOf(stage, { organisation: 'Zhasyl', project: 'Park' });
  admin = await member(stage, { id: 2, name: 'Admin' }, 'administrator', { organisation: park.organisation });
  elsewhere = await coordinatorOf(stage, { id: 3, name: 'Yerlan' }, park);
});
afterAll(() => stage.close());

const opens = (person: Person, data: string) => person.pressesData(data, person.last());
const agreementsOf = async (id: number) =>
  await stage.database.sql<{ id: number; on: string | null; how: string | null; days: number }[]>`
    select id::int, signed_on::text as on, signed_how as how, notice_days as days from agreements where person_id = ${id} order by id`;
const letters = async (kind: string) =>
  await stage.database.sql`
    select p.name, o.state from outbox o join people p on p.id = o.person_id where o.kind = ${kind} order by o.id`;
const standing = async (id: number): Promise<number> => (await agreementsOf(id)).at(-1)?.id ?? 0;

test('в соглашении на русском: строки от руки, представитель несовершеннолетнего, две недели', async () => {
  // Who is seventeen signs with a parent; from the birthday on they sign alone.
  const ivan = await child(stage, { id: 10, name: 'Иван', bornOn: '23.11.2008' });
  const parent = stage.double.person({ id: 110, first_name: 'Мама' });
  await parent.starts(codeShown(ivan));
  await presses(parent, 'w:lang:ru');
  await agrees(parent, 'Мария Иванова');
  await stage.database.sql`update people set language = 'ru' where id = ${await idOf(stage, 10)}`;
  await appoint(stage, 10, 'volunteer', school);
  const enrolment = await enrolmentOf(10);
  await makesAgreement(ivan, enrolment);
  const from = now(ivan);
  await delivers(stage);
  expect(story(ivan, from)).toMatchInlineSnapshot(`
    "Birge: (document agreement-1.docx) Соглашение: School
      Распечатайте и подпишите вместе с координатором.
      [К моему проекту]
      [Меню]
    Birge: Хорошая новость: согласие получено! Можно начинать.
      [Меню]"
  `);
  const { paragraphs } = await lastDocument(stage, ivan);
  expect(paragraphs).toEqual(
    expect.arrayContaining([
      'СОГЛАШЕНИЕ С ВОЛОНТЁРОМ',
      'Фамилия, имя, отчество: Иван Serik',
      `Удостоверение личности: ${'_'.repeat(40)}`,
      '3.10. Предупредить Организацию об уходе не позднее чем за 2 недели (14 дней).',
      '7.2. Дни недели: Суббота.',
      '7.3. Время дня: 10:00–12:00.',
      '7.4. Организация возмещает: Не возмещаются.',
      'Родитель или другой законный представитель Волонтёра:',
    ]),
  );
  stage.setClock('2026-11-22T19:00:00Z');
  await opens(dana, `vol:agc:file:${enrolment}`);
  expect((await lastDocument(stage, dana)).paragraphs.join('\n')).not.toContain('законный представитель');
  stage.setClock('2026-11-22T06:00:00Z');
});

test('what is not signed can be changed: the form comes with its answers, and the old agreement gives way', async () => {
  const vera = await volunteerOf(stage, { id: 11, name: 'Vera' }, school);
  await makesAgreement(vera.person, vera.enrolment, { language: 'en', card: 'N12345678', notice: 3 });
  const first = await standing(vera.id);
  await opens(vera.person, `vol:agr:${vera.enrolment}`);
  await vera.person.presses(say('vol-agr-change'));
  expect(vera.person.last().text).toMatch(
    /4\. Identity card No: N12345678.*14\. Notice: We agreed otherwise.*15\. Days before: 3/s,
  );
  await vera.person.presses('✎ 14');
  await vera.person.presses('Two weeks before');
  await pressesEnd(vera.person, ':send');
  const [only, ...more] = await agreementsOf(vera.id);
  expect([only?.days, only?.on, more]).toEqual([14, null, []]);
  expect(only?.id).not.toBe(first);
  expect(await stage.database.sql`select status from submissions where owner_person = ${vera.id}`).toEqual([
    { status: 'accepted' },
  ]);
  await delivers(stage);
  // Of the one that gave way nobody hears.
  expect(await letters('agreement-made')).toEqual([
    { name: 'Dana', state: 'sent' },
    { name: 'Dana', state: 'cancelled' },
    { name: 'Dana', state: 'sent' },
  ]);
  // The coordinator's button is of the agreement that gave way.
  await opens(dana, `vol:agc:${vera.enrolment}:${first}:2026-11-22:paper`);
  expect(dana.last().text).toContain(say('vol-agr-other-now'));
  await opens(dana, `vol:agc:sign:${vera.enrolment}:${first}`);
  expect(dana.last().text).toContain(say('vol-agr-other-now'));
  expect((await agreementsOf(vera.id))[0]?.on).toBeNull();
});

test('signed twice is signed once; taken back at once, nobody hears and nothing is owed', async () => {
  const vera = await idOf(stage, 11);
  const enrolment = await enrolmentOf(11);
  const id = await standing(vera);
  await opens(dana, `vol:agc:${enrolment}:${id}:2026-11-22:electronic`);
  await opens(dana, `vol:agc:${enrolment}:${id}:2026-11-22:paper`);
  expect(dana.last().text).toContain('How: by electronic signature');
  const events = async () =>
    await stage.database
      .sql`select undone_at is not null as undone from events where event = 'agreement-signed' and person_id = ${vera}`;
  expect(await events()).toEqual([{ undone: false }]);
  const from = now(dana);
  await dana.presses(say('vol-agr-undo'));
  await dana.presses(say('vol-agr-undo-yes'));
  await opens(dana, `vol:agc:undo:${enrolment}:${id}:yes`);
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [Take the mark back]
    Birge: Shall I take back the mark that the agreement was signed? The report and the briefing that follow from it are taken back, too.
      [Yes, take it back]
      [Back]
    Dana: [Yes, take it back]
    Birge: ✓ Taken back: the agreement is not signed.

      Vera
      School
      Qanat

      The agreement was made on 22 November 2026 and is not signed yet.

      Sign it together, then press “It is signed”.
      [Get the document (.docx)]
      [It is signed]
      [Back to the volunteer]
      [Menu]
    Dana: [vol:agc:undo:5:3:yes]
    Birge: Vera
      School
      Qanat

      The agreement was made on 22 November 2026 and is not signed yet.

      Sign it together, then press “It is signed”.
      [Get the document (.docx)]
      [It is signed]
      [Back to the volunteer]
      [Menu]"
  `);
  expect(await events()).toEqual([{ undone: true }]);
  expect((await owedBy(stage, 11)).filter(({ closed }) => !closed)).toEqual([]);
  stage.setClock('2026-11-22T06:20:00Z');
  await delivers(stage);
  expect(await letters('agreement-signed')).toEqual([{ name: 'Vera', state: 'cancelled' }]);
});

const enrolmentOf = async (account: number): Promise<number> =>
  Number(
    (
      await stage.database.sql`
        select id::int from memberships where role = 'volunteer' and person_id = ${await idOf(stage, account)}`
    )[0]?.['id'],
  );

test('signed by the coordinator while the volunteer fills in another one: what is signed stands', async () => {
  const vera = await idOf(stage, 11);
  const enrolment = await enrolmentOf(11);
  const id = await standing(vera);
  const person = stage.double.person({ id: 11, first_name: 'Vera' });
  await person.pressesData(`vol:agr:fill:${enrolment}`, 1);
  await opens(dana, `vol:agc:${enrolment}:${id}:2026-11-22:other`);
  expect(dana.last().text).toContain('✓ Signed: 22 November 2026, in another way');
  await pressesEnd(person, ':send');
  expect(person.last().text).toBe(say('vol-agr-signed-meanwhile'));
  expect(await agreementsOf(vera)).toEqual([{ id, on: '2026-11-22', how: 'other', days: 14 }]);
});

test('a day in the future or before they came is no day of signing, also by a button', async () => {
  const asel = await volunteerOf(stage, { id: 12, name: 'Asel' }, school);
  await makesAgreement(asel.person, asel.enrolment, { language: 'kk' });
  const id = await standing(asel.id);
  for (const [day, told] of [
    ['2026-11-23', 'That is too late'],
    ['2026-11-21', 'That is too early'],
    ['2026-02-31', 'is not signed yet'],
  ] as const) {
    await opens(dana, `vol:agc:${asel.enrolment}:${id}:${day}:paper`);
    expect(dana.last().text).toContain(told);
  }
  // Yesterday is offered once they have been there for a day; midnight is Almaty's.
  stage.setClock('2026-11-22T19:00:00Z');
  await opens(dana, `vol:agc:sign:${asel.enrolment}:${id}`);
  expect(dana.last().buttons).toEqual([['Today', 'Yesterday'], ['Back']]);
  await dana.presses('Yesterday');
  await dana.presses('on paper');
  expect((await agreementsOf(asel.id))[0]).toMatchObject({ on: '2026-11-22', how: 'paper' });
  stage.setClock('2026-11-22T06:20:00Z');
});

test('administrators, coordinators of other projects, volunteers and strangers do nothing with an agreement', async () => {
  const asel = await enrolmentOf(12);
  const id = await standing(await idOf(stage, 12));
  const vera = stage.double.person({ id: 11, first_name: 'Vera' });
  const before = await agreementsOf(await idOf(stage, 12));
  for (const person of [admin, elsewhere, vera]) {
    for (const data of [
      `vol:agr:${asel}`,
      `vol:agr:fill:${asel}`,
      `vol:agr:file:${asel}`,
      `vol:agr:own:${asel}`,
      `vol:agc:${asel}`,
      `vol:agc:file:${asel}`,
      `vol:agc:sign:${asel}:${id}`,
      `vol:agc:${asel}:${id}:2026-11-22:paper`,
      `vol:agc:undo:${asel}:${id}:yes`,
    ]) {
      await person.pressesData(data, 1);
      expect(person.last().text).toBe(say('vol-refused'));
    }
  }
  expect(await agreementsOf(await idOf(stage, 12))).toEqual(before);
});

test('whoever has left makes no agreement; one that was being filled in when they left is not made', async () => {
  const mira = await volunteerOf(stage, { id: 13, name: 'Mira' }, school);
  await opens(mira.person, `vol:agr:fill:${mira.enrolment}`);
  await fillsIn(mira.person, { language: 'en' });
  await stage.database
    .sql`update memberships set from_on = '2026-11-01', until_on = '2026-11-21' where id = ${mira.enrolment}`;
  await pressesEnd(mira.person, ':send');
  expect(mira.person.last().text).toBe(say('vol-agr-over'));
  await opens(mira.person, `vol:agr:${mira.enrolment}`);
  expect(mira.person.last().buttons.flat()).not.toContain(say('vol-agr-make'));
  await opens(mira.person, `vol:agr:fill:${mira.enrolment}`);
  expect(mira.person.last().text).toContain(say('vol-agr-over'));
  await opens(dana, `vol:agc:${mira.enrolment}`);
  expect(dana.last().text).toContain(say('vol-agr-lead-none'));
  expect(await agreementsOf(mira.id)).toEqual([]);
});
