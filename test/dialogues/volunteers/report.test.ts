import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import { now, say, story } from '../people/scene.ts';
import { monthsOwed, signs } from './report-scene.ts';
import { deedBySql, projectOf, volunteerOf, volunteerStage } from './scene.ts';

type Volunteer = Awaited<ReturnType<typeof volunteerOf>>;

let stage: Stage;
let where: { organisation: number; project: number };
let dana: Volunteer;
let pavel: Volunteer;
let ann: Volunteer;
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage, { project: 'Ауыл мектебі' });
  dana = await volunteerOf(stage, { id: 1, name: 'Дана', language: 'kk' }, where);
  pavel = await volunteerOf(stage, { id: 2, name: 'Павел', language: 'ru' }, where);
  ann = await volunteerOf(stage, { id: 3, name: 'Ann' }, where);
  for (const { id } of [dana, pavel, ann]) await signs(stage, id, where.project, '2026-11-02');
  await stage.database.sql`update memberships set from_on = '2026-10-31' where role = 'volunteer'`;
});
beforeEach(async () => {
  stage.setClock('2026-11-22T06:00:00Z');
  await stage.database.sql`delete from deeds`;
  await stage.database.sql`delete from volunteer_reports`;
});
afterAll(() => stage.close());

const entry = (of: Volunteer, on: string, rest: Partial<Parameters<typeof deedBySql>[1]> = {}) =>
  deedBySql(stage, { person: of.id, project: where.project, on, ...rest });

const opens = ({ person }: Pick<Volunteer, 'person'>, data: string) => person.pressesData(data, person.last());

const reports = async () =>
  await stage.database.sql`
    select month, line, deeds, hours::float, people, sent_at is not null as sent from volunteer_reports order by person_id, month`;

test('a deadline opens the report; it is made from the diary, a line is added, it is sent, and the deadline is met', async () => {
  await entry(dana, '2026-11-03', {
    hours: 1.5,
    people: 12,
    confirmed: true,
    achieved: 'Бес бала көбейту кестесін жаттап алды',
  });
  await entry(dana, '2026-11-10', { hours: 2, people: 8 });
  await entry(dana, '2026-11-21', { activity: 'event', hours: 4, people: 30 });
  await entry(dana, '2026-11-25', { planned: true });
  await entry(dana, '2026-10-31', { hours: 7 });
  const [owed] = await monthsOwed(stage, dana.id);
  const from = now(dana.person);
  await opens(dana, `due:${owed?.id}`);
  await dana.person.presses('Есепті ашу');
  await dana.person.presses('✍️ Сөз қосу');
  await dana.person.says('Балалар робот құрастырғысы келеді. <Жинақ> керек 🤖');
  await dana.person.presses('📨 Есепті жіберу');
  expect(story(dana.person, from)).toMatchInlineSnapshot(`
    "Дана: [due:1]
    Birge: Атқарылған жұмыс туралы айлық есеп
      Қайда: Мысал ұйымы · Ауыл мектебі
      Мерзімі: 2026 жылғы 30 қараша (8 күн қалды)

      Келісімнің үлгісінде волонтер не істегенін айына кемінде бір рет хабарлап отырады делінген.
      Негізі: «Біргеміз: Білім» әдістемелік құралы, 2-қосымша, 6.1-тармақ

      Аяқтаған кезде өзі белгіленеді.
      [Есепті ашу]
      [Ертең еске салу]
      [Бұл менікі емес]
      [Барлық мерзімдерім]
    Дана: [Есепті ашу]
    Birge: Есеп: 2026 жылғы қараша
      Ауыл мектебі

      3 іс · 7,5 сағат · 50 адам
      Оның расталғаны: 1,5 сағат

      Не істелді
      • Мереке, жарыс, концерт: 1 іс · 4 сағат · 30 адам
      • Сабақ, репетиторлық: 2 іс · 3,5 сағат · 20 адам

      Қандай жетістік болды
      • 03.11.2026: Бес бала көбейту кестесін жаттап алды

      Есеп күнделіктен құралды, әлі жіберілген жоқ. Жіберсеңіз, үйлестіруші көреді.
      [📨 Есепті жіберу]
      [✍️ Сөз қосу]
      [2026 жылғы қазан]
      [📖 Күнделік]
      [Жобаға оралу]
      [Мәзір]
    Дана: [✍️ Сөз қосу]
    Birge: Үйлестірушіге тағы не айтқыңыз келеді: не ұнады, не қиын болды, қандай көмек керек? 1 000 таңбадан асырмай жазыңыз. Балалардың атын жазбаңыз.
      [Артқа]
    Дана: Балалар робот құрастырғысы келеді. <Жинақ> керек 🤖
    Birge: ✓ Сөзіңіз есепке қосылды.

      Есеп: 2026 жылғы қараша
      Ауыл мектебі

      3 іс · 7,5 сағат · 50 адам
      Оның расталғаны: 1,5 сағат

      Не істелді
      • Мереке, жарыс, концерт: 1 іс · 4 сағат · 30 адам
      • Сабақ, репетиторлық: 2 іс · 3,5 сағат · 20 адам

      Қандай жетістік болды
      • 03.11.2026: Бес бала көбейту кестесін жаттап алды

      Сіз қосқан сөз:
      Балалар робот құрастырғысы келеді. <Жинақ> керек 🤖

      Есеп күнделіктен құралды, әлі жіберілген жоқ. Жіберсеңіз, үйлестіруші көреді.
      [📨 Есепті жіберу]
      [✍️ Сөзді өзгерту] [Сөзді алып тастау]
      [2026 жылғы қазан]
      [📖 Күнделік]
      [Жобаға оралу]
      [Мәзір]
    Дана: [📨 Есепті жіберу]
    Birge: ✓ Рақмет, есеп жіберілді: 2026 жылғы қараша

      Үйлестіруші мынаны көреді:

      3 іс · 7,5 сағат · 50 адам
      Волонтердің сөзі:
      Балалар робот құрастырғысы келеді. <Жинақ> керек 🤖
      [Есепті ашу]
      [📖 Күнделік]
      [Жобаға оралу]
      [Мәзір]"
  `);
  expect(await monthsOwed(stage, dana.id)).toEqual([expect.objectContaining({ period: '2026-11', fulfilled: true })]);
  const line = 'Балалар робот құрастырғысы келеді. <Жинақ> керек 🤖';
  expect(await reports()).toEqual([{ month: '2026-11', line, deeds: 3, hours: 7.5, people: 50, sent: true }]);
});

test('the diary changes after the report was sent: it says so, and the report is sent again', async () => {
  await entry(pavel, '2026-11-03');
  await opens(pavel, `vol:rep:${pavel.enrolment}`);
  const old = pavel.person.last();
  await pavel.person.presses('📨 Отправить отчёт');
  await pavel.person.presses('📨 Отправить отчёт', old);
  expect(await reports()).toHaveLength(1);
  await entry(pavel, '2026-11-20', { hours: 5, people: 4 });
  const from = now(pavel.person);
  await opens(pavel, `vol:rep:${pavel.enrolment}`);
  await pavel.person.presses('📨 Отправить отчёт ещё раз');
  await pavel.person.presses('Открыть отчёт');
  expect(story(pavel.person, from)).toMatchInlineSnapshot(`
    "Павел: [vol:rep:2]
    Birge: Отчёт: ноябрь 2026 г.
      Ауыл мектебі

      2 дела · 7 ч · 4 чел.
      Из них подтверждено: 0 ч

      Что сделано
      • Занятие или репетиторство: 2 дела · 7 ч · 4 чел.

      ✓ Отправлено 22 ноября 2026 г.
      В отчёте стоит: 1 дело · 2 ч
      ❗ С тех пор дневник изменился: отправьте отчёт ещё раз.
      [📨 Отправить отчёт ещё раз]
      [✍️ Добавить пару слов]
      [Октябрь 2026 г.]
      [📖 Дневник]
      [К проекту]
      [Меню]
    Павел: [📨 Отправить отчёт ещё раз]
    Birge: ✓ Спасибо, отчёт отправлен: ноябрь 2026 г.

      Координатор видит:

      2 дела · 7 ч · 4 чел.
      [Открыть отчёт]
      [📖 Дневник]
      [К проекту]
      [Меню]
    Павел: [Открыть отчёт]
    Birge: Отчёт: ноябрь 2026 г.
      Ауыл мектебі

      2 дела · 7 ч · 4 чел.
      Из них подтверждено: 0 ч

      Что сделано
      • Занятие или репетиторство: 2 дела · 7 ч · 4 чел.

      ✓ Отправлено 22 ноября 2026 г.
      [📨 Отправить отчёт ещё раз]
      [✍️ Добавить пару слов]
      [Октябрь 2026 г.]
      [📖 Дневник]
      [К проекту]
      [Меню]"
  `);
  expect(await reports()).toEqual([{ month: '2026-11', line: null, deeds: 2, hours: 7, people: 4, sent: true }]);
});

test('an empty month is reported with a word on why', async () => {
  const from = now(ann.person);
  await opens(ann, `vol:rep:${ann.enrolment}`);
  expect(ann.person.last().buttons.flat()).not.toContain(say('vol-rep-send'));
  // An old button asks for the word, too.
  await opens(ann, `vol:rep:send:${ann.enrolment}:2026-11`);
  await ann.person.says('I had exams.');
  await ann.person.presses('📨 Send the report');
  expect(story(ann.person, from)).toMatchInlineSnapshot(`
    "Ann: [vol:rep:3]
    Birge: Report: November 2026
      Ауыл мектебі

      Your diary has nothing for this month.

      An empty month can be reported too: just write in a few words why. If you did something, put it in the diary first.
      [✍️ Write why]
      [October 2026]
      [📖 Diary]
      [Back to the project]
      [Menu]
    Ann: [vol:rep:send:3:2026-11]
    Birge: Why was there nothing this month (November 2026)? A few words are enough, for example: I had exams. Up to 1,000 characters.
      [Back]
    Ann: I had exams.
    Birge: ✓ Your words are in the report.

      Report: November 2026
      Ауыл мектебі

      Your diary has nothing for this month.

      You added:
      I had exams.

      This is made from your diary and not sent yet. The coordinator sees it once you send it.
      [📨 Send the report]
      [✍️ Change the words]
      [October 2026]
      [📖 Diary]
      [Back to the project]
      [Menu]
    Ann: [📨 Send the report]
    Birge: ✓ Thank you, the report is sent: November 2026

      The coordinator sees:

      0 deeds · 0 h
      The volunteer adds:
      I had exams.
      [Open the report]
      [📖 Diary]
      [Back to the project]
      [Menu]"
  `);
  expect(await monthsOwed(stage, ann.id)).toEqual([expect.objectContaining({ period: '2026-11', fulfilled: true })]);
  await opens(ann, `vol:rep:drop:${ann.enrolment}:2026-11`);
  expect(await reports()).toEqual([expect.objectContaining({ line: 'I had exams.' })]);
});

test('the line: wrong input, a long text, changing it, taking it away', async () => {
  await entry(ann, '2026-11-03');
  await opens(ann, `vol:rep:line:${ann.enrolment}:2026-11`);
  for (const [text, said] of [
    ['ok', 'too short'],
    ['a'.repeat(1001), '1,001'],
    ['   ', 'text'],
  ] as const) {
    await ann.person.says(text);
    expect([text, ann.person.last().text]).toEqual([text, expect.stringContaining(said)]);
  }
  await ann.person.sends.sticker();
  expect(ann.person.last().text).toContain(say('vol-rep-ask-line', { max: 1000 }).slice(0, 40));
  await ann.person.says('é'.repeat(1000));
  expect(await reports()).toEqual([expect.objectContaining({ line: 'é'.repeat(1000), sent: false })]);
  await ann.person.presses('✍️ Change the words');
  await ann.person.presses('Back');
  await ann.person.presses('✍️ Change the words');
  await ann.person.says('All is well.');
  await ann.person.presses('Take the words out');
  expect(ann.person.last().text).toContain(say('vol-rep-dropped'));
  expect(await reports()).toEqual([expect.objectContaining({ line: null, sent: false })]);
});

test('a month with 40 entries stays one message', async () => {
  for (let day = 1; day <= 20; day += 1) {
    const on = `2026-11-${String(day).padStart(2, '0')}`;
    await entry(ann, on, { achieved: `${'Ұзақ <b>сөз</b> '.repeat(30)}${day}`, hours: 0.25 });
    await stage.database.sql`
      update deeds set activity = ${stage.database.sql.json({ other: `Own & words ${day} ${'x'.repeat(150)}` })} where on_day = ${on}`;
    await entry(ann, on, { hours: 1.1 });
  }
  await opens(ann, `vol:rep:line:${ann.enrolment}:2026-11`);
  await ann.person.says('&'.repeat(1000));
  const { text, message } = ann.person.last();
  expect(text).toContain('40 deeds · 27 h');
  expect(text).toContain('A lesson or tutoring: 20 deeds · 22 h');
  expect(text.split('\n').filter((line) => line.startsWith('…and'))).toEqual(['…and 11 more', '…and 10 more']);
  expect('text' in message && (message.text?.length ?? 0)).toBeLessThan(4096);
});

test('months: this one and the one before, never one that has not come or was before their time', async () => {
  await opens(ann, `vol:rep:${ann.enrolment}`);
  expect(ann.person.last().text).toContain('November 2026');
  await ann.person.presses('October 2026');
  expect(ann.person.last().text).toContain('Report: October 2026');
  for (const month of ['2026-12', '2026-09', '2026-13', '0000-00']) {
    await opens(ann, `vol:rep:${ann.enrolment}:${month}`);
    expect([month, ann.person.last().text]).toEqual([month, say('vol-rep-no-month')]);
  }
  await ann.person.presses(say('vol-report'));
  expect(ann.person.last().text).toContain('Report: November 2026');
});

test('at midnight in Almaty the month turns; until the tenth the month before is meant, if it was not reported', async () => {
  const shown = async () => {
    await opens(ann, `vol:rep:${ann.enrolment}`);
    return ann.person.last().text.split('\n')[0];
  };
  // 23:59 on 31 December.
  stage.setClock('2026-12-31T18:59:00Z');
  expect(await shown()).toBe('Report: December 2026');
  expect(ann.person.last().buttons.flat()).toContain('November 2026');
  stage.setClock('2026-12-31T19:00:00Z');
  expect(await shown()).toBe('Report: December 2026');
  expect(ann.person.last().buttons.flat()).toContain('January 2027');
  await entry(ann, '2026-12-31', { hours: 3 });
  await opens(ann, `vol:rep:send:${ann.enrolment}:2026-12`);
  expect(await shown()).toBe('Report: January 2027');
  await stage.database.sql`delete from volunteer_reports`;
  stage.setClock('2027-01-10T19:00:00Z');
  expect(await shown()).toBe('Report: January 2027');
});

test('February of a leap year has its 29th', async () => {
  stage.setClock('2028-02-29T12:00:00Z');
  await entry(ann, '2028-02-29', { hours: 2 });
  await entry(ann, '2028-03-01', { hours: 5 });
  await opens(ann, `vol:rep:${ann.enrolment}:2028-02`);
  expect(ann.person.last().text).toContain('1 deed · 2 h');
});

test('another one’s report, another one’s deadline, and a coordinator’s view of it stay closed', async () => {
  const [owed] = await monthsOwed(stage, ann.id);
  for (const data of [
    `vol:rep:${ann.enrolment}`,
    `vol:rep:${ann.enrolment}:2026-11`,
    `vol:rep:send:${ann.enrolment}:2026-11`,
    `vol:rep:line:${ann.enrolment}:2026-11`,
    `vol:rep:due:${owed?.id}`,
    'vol:rep:999999',
  ]) {
    await opens(pavel, data);
    expect([data, pavel.person.last().text]).toEqual([
      data,
      'Это вам недоступно, или этого больше нет. Вот что открыто для вас.',
    ]);
  }
  expect(await reports()).toEqual([]);
});

test('a line that was stored before the program was killed is there once', async () => {
  await entry(ann, '2026-11-03');
  await opens(ann, `vol:rep:line:${ann.enrolment}:2026-11`);
  stage.breakCalls((fn) => (fn === 'set_report_line' ? 'after' : undefined));
  await ann.person.says('All is well.');
  stage.breakCalls();
  await stage.database.sql`update talks set lease_until = '-infinity' where lease_until is not null`;
  await stage.catchUp();
  expect(ann.person.last().text).toContain(say('vol-rep-kept'));
  expect(await reports()).toEqual([expect.objectContaining({ line: 'All is well.' })]);
});
