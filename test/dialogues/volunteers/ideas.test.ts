import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { newcomer, now, say, story } from '../people/scene.ts';
import { projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let where: { organisation: number; project: number };
let dana: Person;
let pavel: Person;
let ann: Person;
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage, { project: 'Ауыл мектебі' });
  dana = (await volunteerOf(stage, { id: 1, name: 'Дана', language: 'kk' }, where)).person;
  pavel = (await volunteerOf(stage, { id: 2, name: 'Павел', language: 'ru' }, where)).person;
  ann = await newcomer(stage, { id: 3, name: 'Ann' });
});
beforeEach(async () => {
  stage.setClock('2026-11-22T06:00:00Z');
  await stage.database.sql`delete from deeds`;
  await stage.database.sql`delete from outbox where kind = 'deed-planned'`;
});
afterAll(() => stage.close());

const opens = (person: Person, data: string) => person.pressesData(data, person.last());

const planned = async () =>
  await stage.database.sql`
    select on_day::text as on, direction, idea, project_id::int as project, state from deeds order by id`;

const reminders = async () =>
  await stage.database.sql`
    select (due_at at time zone 'Asia/Almaty')::text as at from outbox where kind = 'deed-planned' order by id`;

test('a volunteer takes up an idea for their project; a reminder comes that morning', async () => {
  const from = now(dana);
  await opens(dana, 'vol:idea');
  await dana.presses('⭐ Білім (BILIM)');
  await dana.presses('Келесілер ▸');
  await dana.presses('◂ Алдыңғылар');
  await dana.presses((button) => button.text.startsWith('2. Дойбы'));
  await dana.presses('Осыны істеймін');
  await dana.presses('Сенбі: 2026 жылғы 28 қараша');
  await dana.presses('Ауыл мектебі');
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Дана: [vol:idea]
    Birge: Қай бағытта игі іс жасағыңыз келеді? Идея ұсынайын.
      [⭐ Білім (BILIM)]
      [Денсаулық (SAÝLYQ)]
      [Балаларға тәлімгерлік (SABAQTASTYQ)]
      [Мұра (ASYL MURA)]
      [Экология (TAZA ÁLEM)]
      [Қарттарға қамқорлық (QAMQOR)]
      [Іздестіру (ÚMIT)]
      [Менің волонтерлігім]
      [Мәзір]
    Дана: [⭐ Білім (BILIM)]
    Birge: Білім (BILIM)
      Бір күнде істеп үлгеретін істер:

      1. Аулада не мектепте балаларға сүйікті ісіңізді көрсетіп, шеберлік сабағын өткізу

      2. Дойбы не шахмат жарысын ұйымдастыру. Басқа ересектерді шақырсаңыз, футбол, «көңілді старттар» не шағын марафон да болады

      3. Волонтерлік топпен бірге мереке ұйымдастыруға қатысу

      4. Балаларға өзіңіз мереке өткізіп, ұйымдастыруға басқа балаларды да тарту

      5. Көршінің не мектептің бір баласына өзіңіз білетін пәннен репетитор болу
      [1. Аулада не мектепте балаларға сүйікті ісіңізді көрсетіп, …]
      [2. Дойбы не шахмат жарысын ұйымдастыру. Басқа ересектерді ш…]
      [3. Волонтерлік топпен бірге мереке ұйымдастыруға қатысу]
      [4. Балаларға өзіңіз мереке өткізіп, ұйымдастыруға басқа бал…]
      [5. Көршінің не мектептің бір баласына өзіңіз білетін пәннен…]
      [Келесілер ▸]
      [Ұзақ мерзімді істер (6)]
      [Барлық бағыт]
      [Мәзір]
    Дана: [Келесілер ▸]
    Birge: Білім (BILIM)
      Бір күнде істеп үлгеретін істер:

      6. Мектеп бағдарламасында жоқ пайдалы тақырыптан сабақ өткізу

      7. YouTube арнасын ашып, білгеніңізбен және лайфхактарыңызбен бөлісу
      [6. Мектеп бағдарламасында жоқ пайдалы тақырыптан сабақ өткі…]
      [7. YouTube арнасын ашып, білгеніңізбен және лайфхактарыңызб…]
      [◂ Алдыңғылар]
      [Ұзақ мерзімді істер (6)]
      [Барлық бағыт]
      [Мәзір]
    Дана: [◂ Алдыңғылар]
    Birge: Білім (BILIM)
      Бір күнде істеп үлгеретін істер:

      1. Аулада не мектепте балаларға сүйікті ісіңізді көрсетіп, шеберлік сабағын өткізу

      2. Дойбы не шахмат жарысын ұйымдастыру. Басқа ересектерді шақырсаңыз, футбол, «көңілді старттар» не шағын марафон да болады

      3. Волонтерлік топпен бірге мереке ұйымдастыруға қатысу

      4. Балаларға өзіңіз мереке өткізіп, ұйымдастыруға басқа балаларды да тарту

      5. Көршінің не мектептің бір баласына өзіңіз білетін пәннен репетитор болу
      [1. Аулада не мектепте балаларға сүйікті ісіңізді көрсетіп, …]
      [2. Дойбы не шахмат жарысын ұйымдастыру. Басқа ересектерді ш…]
      [3. Волонтерлік топпен бірге мереке ұйымдастыруға қатысу]
      [4. Балаларға өзіңіз мереке өткізіп, ұйымдастыруға басқа бал…]
      [5. Көршінің не мектептің бір баласына өзіңіз білетін пәннен…]
      [Келесілер ▸]
      [Ұзақ мерзімді істер (6)]
      [Барлық бағыт]
      [Мәзір]
    Дана: [2. Дойбы не шахмат жарысын ұйымдастыру. Басқа ересектерді ш…]
    Birge: Дойбы не шахмат жарысын ұйымдастыру. Басқа ересектерді шақырсаңыз, футбол, «көңілді старттар» не шағын марафон да болады
      Білім (BILIM) · бір күндік іс
      [Осыны істеймін]
      [💡 Басқа идеялар]
      [Менің волонтерлігім]
      [Мәзір]
    Дана: [Осыны істеймін]
    Birge: Дойбы не шахмат жарысын ұйымдастыру. Басқа ересектерді шақырсаңыз, футбол, «көңілді старттар» не шағын марафон да болады

      Қай күні істейсіз?
      [Бүгін: 2026 жылғы 22 қараша]
      [Ертең: 2026 жылғы 23 қараша]
      [Сенбі: 2026 жылғы 28 қараша]
      [Басқа күн]
      [Артқа]
      [Мәзір]
    Дана: [Сенбі: 2026 жылғы 28 қараша]
    Birge: 2026 жылғы 28 қараша
      Бұл істі жобаңыз үшін жасайсыз ба?
      [Ауыл мектебі]
      [Жоқ, жобадан тыс іс]
      [Артқа]
      [Мәзір]
    Дана: [Ауыл мектебі]
    Birge: ✓ Жоспарланды: 2026 жылғы 28 қараша

      Дойбы не шахмат жарысын ұйымдастыру. Басқа ересектерді шақырсаңыз, футбол, «көңілді старттар» не шағын марафон да болады

      Сол күні таңертең еске саламын (сағат 09:30). Істеп болған соң күнделікке белгілеңіз.
      [Жоспарланған істі ашу]
      [📖 Күнделік] [💡 Басқа идеялар]
      [Мәзір]"
  `);
  expect(await planned()).toEqual([
    { on: '2026-11-28', direction: 'education', idea: 'bilim-contest', project: where.project, state: 'planned' },
  ]);
  expect(await reminders()).toEqual([{ at: '2026-11-28 09:30:00' }]);
});

test('a long one begins on a first day, typed; without a project of that direction it is planned at once', async () => {
  const from = now(pavel);
  await opens(pavel, 'vol:idea:elderly');
  await pavel.presses('Дела надолго (3)');
  await pavel.presses((button) => button.text.startsWith('2. Дважды'));
  await pavel.presses('Сделаю это');
  await pavel.presses('Другой день');
  await pavel.says('завтра');
  await pavel.says('21.11.2026');
  await pavel.says('1 декабря 2026');
  expect(story(pavel, from)).toMatchInlineSnapshot(`
    "Павел: [vol:idea:elderly]
    Birge: Забота о пожилых (QAMQOR)
      Дела на один день:

      1. Навестить одинокого пожилого соседа: узнать, как дела, и выпить вместе чаю

      2. Принести пожилому человеку нужное из магазина и аптеки (вместе с чеком)

      3. Научить пожилого человека пользоваться телефоном: звонить по видео, распознавать мошенников

      4. Убрать снег или листья во дворе пожилых соседей

      5. По договорённости с домом для пожилых устроить маленький концерт или чаепитие
      [1. Навестить одинокого пожилого соседа: узнать, как дела, и…]
      [2. Принести пожилому человеку нужное из магазина и аптеки (…]
      [3. Научить пожилого человека пользоваться телефоном: звонит…]
      [4. Убрать снег или листья во дворе пожилых соседей]
      [5. По договорённости с домом для пожилых устроить маленький…]
      [Дела надолго (3)]
      [Все направления]
      [Меню]
    Павел: [Дела надолго (3)]
    Birge: Забота о пожилых (QAMQOR)
      Дела надолго:

      1. Каждую неделю навещать одинокого пожилого человека и помогать по дому

      2. Дважды в неделю звонить пожилому человеку, просто чтобы поговорить

      3. Вести в библиотеке еженедельный клуб для старших: песни, тогызкумалак, компьютер
      [1. Каждую неделю навещать одинокого пожилого человека и пом…]
      [2. Дважды в неделю звонить пожилому человеку, просто чтобы …]
      [3. Вести в библиотеке еженедельный клуб для старших: песни,…]
      [Дела на один день (5)]
      [Все направления]
      [Меню]
    Павел: [2. Дважды в неделю звонить пожилому человеку, просто чтобы …]
    Birge: Дважды в неделю звонить пожилому человеку, просто чтобы поговорить
      Забота о пожилых (QAMQOR) · дело надолго
      [Сделаю это]
      [💡 Другие идеи]
      [Моё волонтёрство]
      [Меню]
    Павел: [Сделаю это]
    Birge: Дважды в неделю звонить пожилому человеку, просто чтобы поговорить

      С какого дня начнёте? В дневнике будет первый день.
      [Сегодня: 22 ноября 2026 г.]
      [Завтра: 23 ноября 2026 г.]
      [Суббота: 28 ноября 2026 г.]
      [Другой день]
      [Назад]
      [Меню]
    Павел: [Другой день]
    Birge: Напишите дату с годом.
      Например: 15.12.2026
      [Назад]
    Павел: завтра
    Birge: Не получилось понять дату. Напишите так: 31.12.2001.

      Напишите дату с годом.
      Например: 15.12.2026
      [Назад]
    Павел: 21.11.2026
    Birge: Это слишком рано. Напишите 22.11.2026 или более позднюю дату.

      Напишите дату с годом.
      Например: 15.12.2026
      [Назад]
    Павел: 1 декабря 2026
    Birge: ✓ Запланировано: 1 декабря 2026 г.

      Дважды в неделю звонить пожилому человеку, просто чтобы поговорить

      Утром этого дня напомню (09:30). Когда сделаете, отметьте это в дневнике.
      [Открыть запланированное]
      [📖 Дневник] [💡 Другие идеи]
      [Меню]"
  `);
  expect(await planned()).toEqual([
    { on: '2026-12-01', direction: 'elderly', idea: 'elderly-calls', project: null, state: 'planned' },
  ]);
});

test('whoever is in no project finds ideas, too; today the morning has passed', async () => {
  await opens(ann, 'vol:idea');
  expect(ann.last().buttons.flat()).toContain('Education (BILIM)');
  await ann.presses('Environment (TAZA ÁLEM)');
  await ann.presses((button) => button.text.startsWith('3. Make a bird feeder'));
  await ann.presses('I’ll do it');
  const days = ann.last();
  await ann.presses('Today: 22 November 2026');
  expect(ann.last().text).toBe(
    '✓ Planned: 22 November 2026\n\nMake a bird feeder, hang it up and fill it\n\n' +
      'The time of today’s reminder (09:30) has passed, so none will come. When it is done, mark it in the diary.',
  );
  // Pressed twice it is planned once.
  await ann.presses('Today: 22 November 2026', days);
  expect(await planned()).toHaveLength(1);
  expect(await reminders()).toEqual([]);
  // At nine in the morning there is still time.
  stage.setClock('2026-11-23T04:00:00Z');
  await opens(ann, 'vol:idea:on:env-feeder:2026-11-23');
  expect(ann.last().text).toContain(say('vol-idea-reminds', { hour: '09:30' }));
  expect(await reminders()).toEqual([{ at: '2026-11-23 09:30:00' }]);
});

test('days: midnight in Almaty, Friday and Saturday, an old button’s day, a day too far', async () => {
  const shown = async () => {
    await opens(ann, 'vol:idea:day:env-feeder');
    return ann.last().buttons.flat().slice(0, 3);
  };
  // Thursday, a minute before midnight.
  stage.setClock('2026-11-26T18:59:00Z');
  expect(await shown()).toEqual([
    'Today: 26 November 2026',
    'Tomorrow: 27 November 2026',
    'Saturday: 28 November 2026',
  ]);
  const old = ann.last();
  stage.setClock('2026-11-26T19:00:00Z');
  expect(await shown()).toEqual(['Today: 27 November 2026', 'Tomorrow: 28 November 2026', 'Another day']);
  await ann.presses('Today: 26 November 2026', old);
  expect(ann.last().text).toContain('Write 27.11.2026 or a later');
  stage.setClock('2026-11-28T06:00:00Z');
  expect(await shown()).toEqual(['Today: 28 November 2026', 'Tomorrow: 29 November 2026', 'Another day']);
  await ann.presses('Another day');
  await ann.says('29.11.2027');
  expect(ann.last().text).toContain('28.11.2027');
  await ann.sends.sticker();
  await ann.presses('Back');
  expect(await planned()).toEqual([]);
});

test('old buttons: an idea that is gone, a direction that is none, a project that is over or another’s', async () => {
  for (const data of [
    'vol:idea:one:no-such',
    'vol:idea:day:no-such',
    'vol:idea:type:no-such',
    'vol:idea:on:no-such:2026-11-28',
  ]) {
    await opens(ann, data);
    expect([data, ann.last().text]).toEqual([data, say('vol-idea-gone')]);
  }
  await opens(ann, `vol:idea:for:bilim-contest:2026-11-28:${where.project}`);
  expect(await planned()).toEqual([expect.objectContaining({ project: null })]);
  await stage.database.sql`delete from deeds`;
  // Who leaves before that day plans it for themselves.
  await stage.database.sql`update memberships set until_on = '2026-11-25' where role = 'volunteer'`;
  await opens(dana, `vol:idea:for:bilim-contest:2026-11-28:${where.project}`);
  expect(await planned()).toEqual([expect.objectContaining({ project: null })]);
  await opens(dana, 'vol:idea:on:bilim-contest:2026-11-25');
  expect(dana.last().buttons.flat()).toContain('Ауыл мектебі');
  await opens(ann, 'vol:idea:education:once:9999');
  expect(ann.last().text).toContain('1. Hold a workshop');
});
