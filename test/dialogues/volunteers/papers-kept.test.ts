import { afterAll, beforeAll, expect, test } from 'vitest';
import { papersAsked } from '../../../flows/volunteers/paper-send.ts';
import { readEnrolment } from '../../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../../src/talks/talk.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { pdf } from '../../support/sent-files.ts';
import { delivers } from '../deadlines/scene.ts';
import { appoint, idOf, now, presses, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { coordinatorOf, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let school: { organisation: number; project: number };
let dana: Person;
beforeAll(async () => {
  stage = await volunteerStage();
  school = await projectOf(stage, { organisation: 'Qanat', project: 'School' });
  dana = await coordinatorOf(stage, { id: 1, name: 'Dana' }, school);
});
afterAll(() => stage.close());

const opens = (person: Person, data: string) => person.pressesData(data, person.last());
const papersOf = async (id: number) =>
  await stage.database.sql`
    select kind, received_at is not null as received, checked_at is not null as checked, expires_on::text as until,
      submission_id is not null as kept from papers where person_id = ${id} order by kind`;
const lettersOf = async (kind: string) =>
  await stage.database.sql`
    select p.name, o.state from outbox o join people p on p.id = o.person_id where o.kind = ${kind} order by o.id`;
const formsOf = async (id: number) =>
  await stage.database
    .sql`select status from submissions where owner_person = ${id} and form = 'volunteer-paper' order by id`;

test('all that work with children asks for, in Russian; the last place of work is told in words', async () => {
  const olga = await volunteerOf(stage, { id: 10, name: 'Ольга', language: 'ru' }, school);
  await opens(dana, `vol:pap:${olga.enrolment}`);
  await dana.presses(say('vol-pap-all'));
  expect(dana.last().text).toContain('✓ Asked for 4 papers. I have written to the volunteer.');
  expect(dana.last().buttons.flat()).not.toContain(say('vol-pap-all'));
  await opens(dana, `vol:pap:all:${olga.enrolment}`);
  expect(dana.last().text).toContain(say('vol-pap-nothing-to-ask'));
  await opens(dana, `vol:pap:ask:${olga.enrolment}:last_employer`);
  const from = now(olga.person);
  await delivers(stage);
  await olga.person.presses('Написать');
  await olga.person.says('Школа № 5 <Тараз>, учитель, до 2019 года');
  await olga.person.presses('Отправить', olga.person.last());
  expect(story(olga.person, from)).toMatchInlineSnapshot(`
    "Birge: School
      Вы будете работать с детьми, а их безопасность важнее всего. Поэтому координатор просит:
      • Рекомендательное письмо
      • Справка об отсутствии судимости
      • Справка из наркодиспансера
      • Справка из психоневродиспансера

      Нажмите кнопку и отправьте фото или файл.

      Увидят это только координаторы проекта.
      [Рекомендательное письмо]
      [Справка об отсутствии судимости]
      [Справка из наркодиспансера]
      [Справка из психоневродиспансера]
    Birge: School
      Вы будете работать с детьми, а их безопасность важнее всего. Поэтому координатор просит:
      • Последнее место работы

      Нажмите кнопку и напишите в нескольких словах.

      Увидят это только координаторы проекта.
      [Написать]
    Ольга: [Написать]
    Birge: Безопасность детей важнее всего, поэтому мы просим этот документ. Его увидят только координаторы проекта.
    Birge: Последнее место работы

      2 / 2

      Где, кем и до какого года вы работали в последний раз? Укажите и контакт человека, который вас знает.
      [Назад] [Отложить]
    Ольга: Школа № 5 <Тараз>, учитель, до 2019 года
    Birge: Ваши ответы

      1. Какой документ: Последнее место работы
      2. Последнее место работы: Школа № 5 <Тараз>, учитель, до 2019 года

      Всё верно? Измените, что нужно, и отправьте.
      [✎ 1] [✎ 2]
      [Отложить] [Отправить]
    Ольга: [Отправить]
    Birge: ✓ Спасибо! Координаторы проекта «School» получили: Последнее место работы.

      Координатор ждёт от вас 4 документа.
      [Рекомендательное письмо]
      [Справка об отсутствии судимости]
      [Справка из наркодиспансера]
      [Справка из психоневродиспансера]
      [К моему проекту]
      [Меню]"
  `);
  await stage.catchUp();
  const theirs = now(dana);
  await dana.presses('Look at it');
  await dana.presses(say('vol-pap-open'));
  expect(story(dana, theirs)).toMatchInlineSnapshot(`
    "Dana: [Look at it]
    Birge: Last place of work
      Ольга
      received on 22 November 2026
      [Open what was sent]
      [Checked]
      [Not needed, cross it off]
      [All papers]
      [Menu]
    Dana: [Open what was sent]
    Birge: Школа № 5 <Тараз>, учитель, до 2019 года
    Birge: If all is well, press “Checked”.

      Last place of work
      Ольга
      received on 22 November 2026
      [Open what was sent]
      [Checked]
      [Not needed, cross it off]
      [All papers]
      [Menu]"
  `);
  // One letter for all that was asked at once.
  expect(await lettersOf('paper-asked')).toEqual(Array.from({ length: 2 }, () => ({ name: 'Ольга', state: 'sent' })));
});

test('what waits is offered on the own page: the function for it names what has not come', async () => {
  const { birge } = stage.running;
  const olga = await readEnrolment(birge.store, 2);
  if (olga === null) throw new Error('Olga is no volunteer');
  const talk = { person: { language: 'ru' } } as Talk;
  const asked = await papersAsked(birge, talk, olga);
  expect([asked?.line, asked?.rows.flat().map(({ text }) => text)]).toEqual([
    'Координатор ждёт от вас 4 документа.',
    [
      'Рекомендательное письмо',
      'Справка об отсутствии судимости',
      'Справка из наркодиспансера',
      'Справка из психоневродиспансера',
    ],
  ]);
  expect(await papersAsked(birge, talk, { ...olga, person: 987654 })).toBeUndefined();
});

test('seen on paper: checked without a file and without a letter; a day that is typed, wrong ones answered', async () => {
  const vera = await volunteerOf(stage, { id: 11, name: 'Vera' }, school);
  const from = now(dana);
  await opens(dana, `vol:pap:${vera.enrolment}:recommendation`);
  await dana.presses(say('vol-pap-seen'));
  await dana.presses(say('vol-pap-other-day'));
  await dana.says('soon');
  await dana.says('21.11.2026');
  await dana.says('22.11.2036');
  await dana.says('23.11.2036');
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [vol:pap:3:recommendation]
    Birge: Recommendation letter
      Vera
      not asked
      [Ask for it]
      [I saw it on paper]
      [All papers]
      [Menu]
    Dana: [I saw it on paper]
    Birge: Recommendation letter
      ✓ Marked as checked. Until when is it valid?
      [No end date]
      [3 months: 22 February 2027]
      [A year: 22 November 2027]
      [Another date]
      [All papers]
      [Menu]
    Dana: [Another date]
    Birge: Until which day is it valid? Write the date, for example 31.12.2027.
      [All papers]
      [Menu]
    Dana: soon
    Birge: I could not read the date. Write it like this: 31.12.2001.

      Until which day is it valid? Write the date, for example 31.12.2027.
      [All papers]
      [Menu]
    Dana: 21.11.2026
    Birge: That is too early. Write 22.11.2026 or a later day.

      Until which day is it valid? Write the date, for example 31.12.2027.
      [All papers]
      [Menu]
    Dana: 22.11.2036
    Birge: ✓ Saved.

      Recommendation letter
      Vera
      checked on 22 November 2026, valid until 22 November 2036
      [Change until when it is valid]
      [Not needed, cross it off]
      [All papers]
      [Menu]
    Dana: 23.11.2036
    Birge: I did not understand that. Please choose one of these.
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [Received questionnaires]
      [Invite]
      [Announce] [Groups]
      [Record an event]
      [My roles]
      [My data] [Language] [Help]"
  `);
  await opens(dana, `vol:pap:seen:${vera.enrolment}:recommendation`);
  await stage.catchUp();
  expect(await papersOf(vera.id)).toEqual([
    { kind: 'recommendation', received: true, checked: true, until: '2036-11-22', kept: false },
  ]);
  expect((await lettersOf('paper-asked')).filter(({ name }) => name === 'Vera')).toEqual([]);
});

test('it expires after its last day, by the day of Almaty, and is asked again', async () => {
  const timur = await volunteerOf(stage, { id: 12, name: 'Timur' }, school);
  await opens(dana, `vol:pap:seen:${timur.enrolment}:narcological`);
  await dana.presses('3 months: 22 February 2027');
  // 18:59 in Greenwich is 23:59 in Almaty.
  stage.setClock('2027-02-22T18:59:00Z');
  await opens(dana, `vol:pap:${timur.enrolment}:narcological`);
  expect(dana.last().text).toContain('valid until 22 February 2027');
  stage.setClock('2027-02-22T19:00:00Z');
  await opens(dana, `vol:pap:${timur.enrolment}:narcological`);
  expect(dana.last().text).toContain('⚠️ expired, it was valid until 22 February 2027');
  await dana.presses(say('vol-pap-ask-again'));
  await dana.pressesData(`vol:pap:ask:${timur.enrolment}:narcological`, dana.last());
  expect(await papersOf(timur.id)).toEqual([
    { kind: 'narcological', received: false, checked: false, until: null, kept: false },
  ]);
  await stage.catchUp();
  expect(timur.person.last().text).toContain('Narcological dispensary certificate');
  stage.setClock('2026-11-22T06:00:00Z');
});

test('a form begun for one paper is turned to another, without what was put in for the first', async () => {
  const saule = await volunteerOf(stage, { id: 13, name: 'Saule' }, school);
  await opens(dana, `vol:pap:all:${saule.enrolment}`);
  const [first, second] = await stage.database.sql<{ id: number }[]>`
    select id::int from papers where person_id = ${saule.id} and kind in ('recommendation', 'criminal_record') order by kind desc`;
  await opens(saule.person, `vol:pap:send:${first?.id}`);
  await saule.person.sends.document(pdf('letter'), 'letter.pdf', 'application/pdf');
  await opens(saule.person, `vol:pap:send:${second?.id}`);
  expect(saule.person.last().text).not.toContain('✓');
  await saule.person.sends.document(pdf('record'), 'record.pdf', 'application/pdf');
  await saule.person.presses('Done');
  expect(saule.person.last().text).toMatch(
    /1\. Which paper: Certificate of no criminal record\s+2\. File: document: 1/,
  );
  await saule.person.presses('Send', saule.person.last());
  expect(saule.person.last().text).toContain('Thank you!');
  expect((await papersOf(saule.id)).find(({ kind }) => kind === 'criminal_record')).toMatchObject({ received: true });
  // Sent already: it is not begun anew without asking.
  await opens(saule.person, `vol:pap:send:${second?.id}`);
  expect(saule.person.last().text).toContain('You have sent this already');
  await saule.person.presses(say('vol-pap-send-anew'));
  await saule.person.sends.document(pdf('newer'), 'newer.pdf', 'application/pdf');
  await saule.person.presses('Done');
  await saule.person.presses('Send', saule.person.last());
  expect(await formsOf(saule.id)).toEqual([{ status: 'accepted' }]);
});

test('a file that came in the place of the one that was looked at has to be looked at first', async () => {
  const asked = `vol:pap:ok:${await enrolmentOf(13)}:criminal_record:1`;
  await opens(dana, asked);
  expect(dana.last().text).toContain(say('vol-pap-came-anew'));
  await dana.presses(say('vol-pap-ok'));
  const pressed = dana.last();
  await dana.presses(say('vol-pap-no-end'));
  await opens(dana, asked);
  expect(dana.last().text).toContain('checked on 22 November 2026');
  await dana.presses(say('vol-pap-year', { day: '22 November 2027' }), pressed.message);
  await dana.pressesData(`vol:pap:until:${await enrolmentOf(13)}:criminal_record:2020-01-01`, pressed.message);
  expect(dana.last().text).toContain('That is too early');
});

const enrolmentOf = async (account: number): Promise<number> =>
  Number(
    (
      await stage.database.sql`
        select id::int from memberships where role = 'volunteer' and person_id = ${await idOf(stage, account)}`
    )[0]?.['id'],
  );

test('the file is removed after checking, and a paper is crossed off with what was sent; each asks once', async () => {
  const id = await enrolmentOf(13);
  const saule = await idOf(stage, 13);
  const files = async () => (await stage.database.sql`select 1 from files where owner_person = ${saule}`).length;
  const before = await files();
  const from = now(dana);
  await opens(dana, `vol:pap:${id}:criminal_record`);
  await dana.presses(say('vol-pap-take'));
  await dana.presses(say('vol-pap-take-yes'));
  await dana.pressesData(`vol:pap:take:${id}:criminal_record:yes`, dana.last());
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [vol:pap:5:criminal_record]
    Birge: Certificate of no criminal record
      Saule
      checked on 22 November 2026, valid until 22 November 2027
      [Open what was sent]
      [Change until when it is valid]
      [Remove what was sent]
      [Not needed, cross it off]
      [All papers]
      [Menu]
    Dana: [Remove what was sent]
    Birge: Certificate of no criminal record
      Shall I remove what was sent? That it was checked stays.
      [Yes, remove it]
      [Back]
    Dana: [Yes, remove it]
    Birge: ✓ Removed. That it was checked stays.

      Certificate of no criminal record
      Saule
      checked on 22 November 2026, valid until 22 November 2027
      [Change until when it is valid]
      [Not needed, cross it off]
      [All papers]
      [Menu]
    Dana: [vol:pap:take:5:criminal_record:yes]
    Birge: Certificate of no criminal record
      Saule
      checked on 22 November 2026, valid until 22 November 2027
      [Change until when it is valid]
      [Not needed, cross it off]
      [All papers]
      [Menu]"
  `);
  expect((await papersOf(saule)).find(({ kind }) => kind === 'criminal_record')).toMatchObject({
    checked: true,
    until: '2027-11-22',
    kept: false,
  });
  expect(await files()).toBe(before - 1);
  await opens(dana, `vol:pap:${id}:criminal_record`);
  await dana.presses(say('vol-pap-drop'));
  await dana.presses(say('vol-pap-drop-yes'));
  expect(dana.last().text).toContain(say('vol-pap-dropped'));
  expect((await papersOf(saule)).map(({ kind }) => kind)).not.toContain('criminal_record');
  expect(await formsOf(saule)).toEqual([]);
});

test('what was crossed off while it was being sent is not kept', async () => {
  const aset = await volunteerOf(stage, { id: 14, name: 'Aset' }, school);
  await opens(dana, `vol:pap:ask:${aset.enrolment}:recommendation`);
  await stage.catchUp();
  await aset.person.presses(say('vol-pap-send-button'));
  await aset.person.sends.document(pdf(), 'a.pdf', 'application/pdf');
  await aset.person.presses('Done');
  await opens(dana, `vol:pap:drop:${aset.enrolment}:recommendation:yes`);
  await aset.person.presses('Send', aset.person.last());
  expect(aset.person.last().text).toBe(say('vol-pap-not-kept'));
  expect([await papersOf(aset.id), await formsOf(aset.id)]).toEqual([[], []]);
});

test('administrators, coordinators of other projects, the volunteers themselves and strangers see no papers', async () => {
  const vera = await enrolmentOf(11);
  const park = await projectOf(stage, { organisation: 'Qanat 2', project: 'Park' });
  const admin = await member(stage, { id: 20, name: 'Admin' }, 'administrator', { organisation: park.organisation });
  const elsewhere = await coordinatorOf(stage, { id: 21, name: 'Yerlan' }, park);
  const volunteer = stage.double.person({ id: 11, first_name: 'Vera' });
  const before = await papersOf(await idOf(stage, 11));
  for (const person of [admin, elsewhere, volunteer]) {
    for (const data of [
      `vol:pap:${vera}`,
      `vol:pap:all:${vera}`,
      `vol:pap:${vera}:recommendation`,
      `vol:pap:ask:${vera}:criminal_record`,
      `vol:pap:seen:${vera}:criminal_record`,
      `vol:pap:open:${vera}:recommendation`,
      `vol:pap:type:${vera}:recommendation`,
      `vol:pap:drop:${vera}:recommendation:yes`,
    ]) {
      await person.pressesData(data, 1);
      expect(person.last().text).toBe(say('vol-refused'));
    }
  }
  await elsewhere.pressesData('vol:pap:send:1', 1);
  expect(elsewhere.last().text).toBe(say('vol-pap-not-asked'));
  expect(await papersOf(await idOf(stage, 11))).toEqual(before);
  expect(
    await stage.database.sql`
      select count(*)::int as count from audit where action = 'refused-see-papers' and person_id = ${await idOf(stage, 20)}`,
  ).toEqual([{ count: 8 }]);
});

test('whoever has left is asked for nothing, and the coordinator who left hears nothing', async () => {
  const mira = await volunteerOf(stage, { id: 15, name: 'Mira' }, school);
  await appoint(stage, 20, 'coordinator', school);
  await opens(dana, `vol:pap:ask:${mira.enrolment}:recommendation`);
  await stage.database
    .sql`update memberships set from_on = '2026-11-01', until_on = '2026-11-21' where id = ${mira.enrolment}`;
  await stage.catchUp();
  expect((await lettersOf('paper-asked')).at(-1)).toEqual({ name: 'Mira', state: 'cancelled' });
  await opens(dana, `vol:pap:${mira.enrolment}:narcological`);
  expect(dana.last().buttons.flat()).toEqual(['All papers', 'Menu']);
  await opens(dana, `vol:pap:ask:${mira.enrolment}:narcological`);
  expect(dana.last().text).toContain(say('vol-pap-nothing-to-ask'));
  await presses(dana, `vol:pap:${mira.enrolment}`);
  expect(dana.last().buttons.flat()).not.toContain(say('vol-pap-all'));
});
