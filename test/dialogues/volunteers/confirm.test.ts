import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, now, say, story } from '../people/scene.ts';
import { coordinatorOf, deedBySql, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let where: { organisation: number; project: number };
let asel: Person;
let olga: Person;
let ann: Person;
let dana: number;
let berik: number;
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage, { project: 'Ауыл мектебі' });
  asel = await coordinatorOf(stage, { id: 1, name: 'Әсел', language: 'kk' }, where);
  olga = await coordinatorOf(stage, { id: 4, name: 'Ольга', language: 'ru' }, { organisation: where.organisation });
  ann = await coordinatorOf(stage, { id: 5, name: 'Ann' }, where);
  dana = (await volunteerOf(stage, { id: 2, name: 'Дана <b>🌷</b>' }, where)).id;
  berik = (await volunteerOf(stage, { id: 3, name: 'Берік' }, where)).id;
});
beforeEach(() => stage.database.sql`delete from deeds`);
afterAll(() => stage.close());

const entry = (person: number, on: string, rest: { hours?: number; people?: number; achieved?: string } = {}) =>
  deedBySql(stage, { person, project: where.project, on, ...rest });

const opens = (person: Person, data: string) => person.pressesData(data, person.last());
const list = (person: Person) => opens(person, `vol:conf:${where.project}`);

const confirmed = async () => {
  const rows = await stage.database.sql<
    { id: number }[]
  >`select id::int from deeds where confirmed_at is not null order by id`;
  return rows.map(({ id }) => id);
};

test('hours are confirmed one by one, and by day; each can be taken back', async () => {
  await entry(dana, '2026-11-20', { hours: 1.5 });
  await entry(dana, '2026-11-21', { people: 12 });
  await entry(berik, '2026-11-21', { hours: 3 });
  const from = now(asel);
  await list(asel);
  await asel.presses('✓ 1 растау');
  await asel.presses('Растауды қайтарып алу');
  await asel.presses('✓ 21.11.2026: бәрін растау (2)');
  expect(await confirmed()).toHaveLength(2);
  await asel.presses('Растауды қайтарып алу (2)');
  expect(story(asel, from)).toMatchInlineSnapshot(`
    "Әсел: [vol:conf:1]
    Birge: Ауыл мектебі
      Растауды күтіп тұрған жазба: 3

      2026 жылғы 20 қараша
      1. Дана <b>🌷</b> · Сабақ, репетиторлық · 1,5 сағат

      2026 жылғы 21 қараша
      2. Дана <b>🌷</b> · Сабақ, репетиторлық · 2 сағат · 12 адам
      3. Берік · Сабақ, репетиторлық · 3 сағат
      [✓ 1 растау] [❓ 1 сұрау]
      [✓ 2 растау] [❓ 2 сұрау]
      [✓ 3 растау] [❓ 3 сұрау]
      [✓ 21.11.2026: бәрін растау (2)]
      [Жобаға оралу]
      [Мәзір]
    Әсел: [✓ 1 растау]
    Birge: ✓ Расталды:
      Дана <b>🌷</b> · Сабақ, репетиторлық · 1,5 сағат

      Ауыл мектебі
      Растауды күтіп тұрған жазба: 2

      2026 жылғы 21 қараша
      1. Дана <b>🌷</b> · Сабақ, репетиторлық · 2 сағат · 12 адам
      2. Берік · Сабақ, репетиторлық · 3 сағат
      [Растауды қайтарып алу]
      [✓ 1 растау] [❓ 1 сұрау]
      [✓ 2 растау] [❓ 2 сұрау]
      [✓ 21.11.2026: бәрін растау (2)]
      [Жобаға оралу]
      [Мәзір]
    Әсел: [Растауды қайтарып алу]
    Birge: Растау қайтарып алынды: бұл сағаттар қайтадан растауды күтеді.

      Ауыл мектебі
      Растауды күтіп тұрған жазба: 3

      2026 жылғы 20 қараша
      1. Дана <b>🌷</b> · Сабақ, репетиторлық · 1,5 сағат

      2026 жылғы 21 қараша
      2. Дана <b>🌷</b> · Сабақ, репетиторлық · 2 сағат · 12 адам
      3. Берік · Сабақ, репетиторлық · 3 сағат
      [✓ 1 растау] [❓ 1 сұрау]
      [✓ 2 растау] [❓ 2 сұрау]
      [✓ 3 растау] [❓ 3 сұрау]
      [✓ 21.11.2026: бәрін растау (2)]
      [Жобаға оралу]
      [Мәзір]
    Әсел: [✓ 21.11.2026: бәрін растау (2)]
    Birge: ✓ 2026 жылғы 21 қараша: 2 жазба расталды.

      Ауыл мектебі
      Растауды күтіп тұрған жазба: 1

      2026 жылғы 20 қараша
      1. Дана <b>🌷</b> · Сабақ, репетиторлық · 1,5 сағат
      [Растауды қайтарып алу (2)]
      [✓ 1 растау] [❓ 1 сұрау]
      [Жобаға оралу]
      [Мәзір]
    Әсел: [Растауды қайтарып алу (2)]
    Birge: Растау қайтарып алынды: бұл сағаттар қайтадан растауды күтеді.

      Ауыл мектебі
      Растауды күтіп тұрған жазба: 3

      2026 жылғы 20 қараша
      1. Дана <b>🌷</b> · Сабақ, репетиторлық · 1,5 сағат

      2026 жылғы 21 қараша
      2. Дана <b>🌷</b> · Сабақ, репетиторлық · 2 сағат · 12 адам
      3. Берік · Сабақ, репетиторлық · 3 сағат
      [✓ 1 растау] [❓ 1 сұрау]
      [✓ 2 растау] [❓ 2 сұрау]
      [✓ 3 растау] [❓ 3 сұрау]
      [✓ 21.11.2026: бәрін растау (2)]
      [Жобаға оралу]
      [Мәзір]"
  `);
  expect(await confirmed()).toEqual([]);
});

test('the volunteer is asked to look again: once, with one letter, and a day does not take that entry in', async () => {
  const asked = await entry(dana, '2026-11-21', { hours: 12, achieved: 'Он бала <5> алды' });
  await entry(berik, '2026-11-21');
  const from = now(olga);
  await list(olga);
  const old = olga.last();
  await olga.presses('❓ 1 спросить');
  await olga.presses('◂ К списку');
  await olga.presses('❓ 1 спросить', old);
  const yes = olga.last();
  await olga.presses('Да, попросить');
  await olga.presses('Да, попросить', yes);
  await olga.presses('❓ 1 спросить', old);
  expect(story(olga, from)).toMatchInlineSnapshot(`
    "Ольга: [vol:conf:1]
    Birge: Ауыл мектебі
      Ждут подтверждения: 2 записи

      21 ноября 2026 г.
      1. Дана <b>🌷</b> · Занятие или репетиторство · 12 ч
      2. Берік · Занятие или репетиторство · 2 ч
      [✓ 1 подтвердить] [❓ 1 спросить]
      [✓ 2 подтвердить] [❓ 2 спросить]
      [✓ 21.11.2026: подтвердить все (2)]
      [К проекту]
      [Меню]
    Ольга: [❓ 1 спросить]
    Birge: 21 ноября 2026 г.
      Дана <b>🌷</b> · Занятие или репетиторство · 12 ч
      Он бала <5> алды

      Попросить проверить эту запись? Дана <b>🌷</b> получит сообщение и сможет её исправить.
      [Да, попросить]
      [◂ К списку]
      [Меню]
    Ольга: [◂ К списку]
    Birge: Ауыл мектебі
      Ждут подтверждения: 2 записи

      21 ноября 2026 г.
      1. Дана <b>🌷</b> · Занятие или репетиторство · 12 ч
      2. Берік · Занятие или репетиторство · 2 ч
      [✓ 1 подтвердить] [❓ 1 спросить]
      [✓ 2 подтвердить] [❓ 2 спросить]
      [✓ 21.11.2026: подтвердить все (2)]
      [К проекту]
      [Меню]
    Ольга: [❓ 1 спросить]
    Birge: 21 ноября 2026 г.
      Дана <b>🌷</b> · Занятие или репетиторство · 12 ч
      Он бала <5> алды

      Попросить проверить эту запись? Дана <b>🌷</b> получит сообщение и сможет её исправить.
      [Да, попросить]
      [◂ К списку]
      [Меню]
    Ольга: [Да, попросить]
    Birge: ✓ Готово: Дана <b>🌷</b> получит просьбу проверить запись.

      Ауыл мектебі
      Ждут подтверждения: 2 записи

      21 ноября 2026 г.
      1. Дана <b>🌷</b> · Занятие или репетиторство · 12 ч
      ❓ Волонтёра попросили проверить
      2. Берік · Занятие или репетиторство · 2 ч
      [✓ 1 подтвердить]
      [✓ 2 подтвердить] [❓ 2 спросить]
      [К проекту]
      [Меню]
    Ольга: [Да, попросить]
    Birge: Волонтёра уже попросили проверить эту запись.

      Ауыл мектебі
      Ждут подтверждения: 2 записи

      21 ноября 2026 г.
      1. Дана <b>🌷</b> · Занятие или репетиторство · 12 ч
      ❓ Волонтёра попросили проверить
      2. Берік · Занятие или репетиторство · 2 ч
      [✓ 1 подтвердить]
      [✓ 2 подтвердить] [❓ 2 спросить]
      [К проекту]
      [Меню]
    Ольга: [❓ 1 спросить]
    Birge: Волонтёра уже попросили проверить эту запись.

      Ауыл мектебі
      Ждут подтверждения: 2 записи

      21 ноября 2026 г.
      1. Дана <b>🌷</b> · Занятие или репетиторство · 12 ч
      ❓ Волонтёра попросили проверить
      2. Берік · Занятие или репетиторство · 2 ч
      [✓ 1 подтвердить]
      [✓ 2 подтвердить] [❓ 2 спросить]
      [К проекту]
      [Меню]"
  `);
  await olga.presses('✓ 21.11.2026: подтвердить все (2)', old);
  expect(await confirmed()).not.toContain(asked);
  const letters = await stage.database
    .sql`select kind, person_id::int as person from outbox where kind = 'deed-questioned'`;
  expect(letters).toEqual([{ kind: 'deed-questioned', person: dana }]);
  await list(olga);
  await olga.presses('✓ 1 подтвердить');
  expect(await confirmed()).toHaveLength(2);
});

test('what was changed after it was shown is not confirmed unseen, neither alone nor with its day', async () => {
  const changed = await entry(dana, '2026-11-21');
  const same = await entry(berik, '2026-11-21');
  await list(ann);
  const old = ann.last();
  await stage.database.sql`update deeds set hours = 20 where id = ${changed}`;
  const later = await entry(berik, '2026-11-21', { hours: 5 });
  const from = now(ann);
  await ann.presses('✓ 1 Confirm', old);
  await ann.presses('✓ 21.11.2026: confirm all (2)', old);
  expect(story(ann, from)).toMatchInlineSnapshot(`
    "Ann: [✓ 1 Confirm]
    Birge: This entry was changed after you saw it. Now it says:

      21 November 2026
      Дана <b>🌷</b> · A lesson or tutoring · 20 h
      [✓ Confirm]
      [◂ Back to the list]
      [Menu]
    Ann: [✓ 21.11.2026: confirm all (2)]
    Birge: ✓ 21 November 2026: 1 entry confirmed.
      Left alone, of what you saw: 1 (changed, taken out or confirmed meanwhile).

      Ауыл мектебі
      Waiting to be confirmed: 2 entries

      21 November 2026
      1. Дана <b>🌷</b> · A lesson or tutoring · 20 h
      2. Берік · A lesson or tutoring · 5 h
      [Take it back (1)]
      [✓ 1 Confirm] [❓ 1 Ask]
      [✓ 2 Confirm] [❓ 2 Ask]
      [✓ 21.11.2026: confirm all (2)]
      [Back to the project]
      [Menu]"
  `);
  expect(await confirmed()).toEqual([same]);
  await ann.presses('✓ 21.11.2026: confirm all (2)', old);
  expect(ann.last().text).toContain(say('vol-conf-day-none'));
  await ann.presses('✓ 21.11.2026: confirm all (2)');
  expect(await confirmed()).toEqual([changed, same, later]);
});

test('an undo does not touch what was changed and confirmed anew since', async () => {
  const id = await entry(dana, '2026-11-21');
  await list(ann);
  await ann.presses('✓ 1 Confirm');
  const undo = ann.last();
  await stage.database.sql`update deeds set hours = 4 where id = ${id}`;
  await ann.presses(say('vol-conf-undo'), undo);
  expect(ann.last().text).toContain(say('vol-conf-waits-already'));
  expect(await confirmed()).toEqual([id]);
});

test('two coordinators and two presses: whoever comes second hears that it is done', async () => {
  await entry(dana, '2026-11-21');
  await list(ann);
  await list(olga);
  const old = ann.last();
  await olga.presses('✓ 1 подтвердить');
  await ann.presses('✓ 1 Confirm', old);
  expect(ann.last().text).toContain(say('vol-conf-already'));
  await ann.presses('❓ 1 Ask', old);
  expect(ann.last().text).toContain(say('vol-conf-already'));
  await olga.presses('Отменить подтверждение');
  await olga.presses('Отменить подтверждение');
  expect(olga.last().text).toContain('Эта запись сейчас не подтверждена');
  const [row] = await stage.database.sql`select confirmed_by from deeds`;
  expect(row).toEqual({ confirmed_by: null });
});

test('nobody confirms their own hours', async () => {
  const own = await entry(await idOf(stage, 5), '2026-11-21');
  const other = await entry(dana, '2026-11-21');
  const third = await entry(berik, '2026-11-21');
  const from = now(ann);
  await list(ann);
  expect(story(ann, from)).toMatchInlineSnapshot(`
    "Ann: [vol:conf:1]
    Birge: Ауыл мектебі
      Waiting to be confirmed: 3 entries

      21 November 2026
      1. Ann · A lesson or tutoring · 2 h
      👤 This one is yours: a colleague confirms it
      2. Дана <b>🌷</b> · A lesson or tutoring · 2 h
      3. Берік · A lesson or tutoring · 2 h
      [✓ 2 Confirm] [❓ 2 Ask]
      [✓ 3 Confirm] [❓ 3 Ask]
      [✓ 21.11.2026: confirm all (2)]
      [Back to the project]
      [Menu]"
  `);
  await opens(ann, `vol:conf:ok:${own}:abcd:0`);
  expect(ann.last().text).toContain(say('vol-conf-own-told'));
  await ann.presses('✓ 21.11.2026: confirm all (2)');
  expect(await confirmed()).toEqual([other, third]);
  await list(olga);
  await olga.presses('✓ 1 подтвердить');
  expect(await confirmed()).toEqual([own, other, third]);
});

test('an entry that was taken out, or moved to another project, is not confirmed', async () => {
  const elsewhere = await projectOf(stage, { organisation: 'Басқа ұйым' });
  const gone = await entry(dana, '2026-11-20');
  const moved = await entry(dana, '2026-11-21');
  await list(ann);
  const old = ann.last();
  await stage.database.sql`delete from deeds where id = ${gone}`;
  await stage.database.sql`update deeds set project_id = ${elsewhere.project} where id = ${moved}`;
  await ann.presses('✓ 1 Confirm', old);
  expect(ann.last().text).toBe(say('vol-conf-gone'));
  await ann.presses('✓ 2 Confirm', old);
  expect(ann.last().text).toBe(say('vol-refused'));
  await list(ann);
  expect(ann.last().text).toContain(say('vol-conf-none'));
  expect(await confirmed()).toEqual([]);
});

test('twenty entries are three pages; a page whose entries are done begins anew', async () => {
  const ids: number[] = [];
  for (let index = 0; index < 20; index += 1) {
    ids.push(await entry(index % 2 === 0 ? dana : berik, `2026-11-${String(10 + (index >> 2)).padStart(2, '0')}`));
  }
  await list(ann);
  expect(ann.last().text).toContain('20 entries');
  await ann.presses('Next entries ▸');
  // Confirmed on the second page: the list goes on there.
  await ann.presses('✓ 1 Confirm');
  expect(ann.last().text).toContain('12 November 2026');
  expect(ann.last().text).not.toContain('10 November 2026');
  await ann.presses('✓ 13.11.2026: confirm all (4)');
  expect(ann.last().text).toContain('12 November 2026');
  expect(ann.last().text).not.toContain('11 November 2026');
  await ann.presses('◂ From the beginning');
  expect(ann.last().text).toContain('10 November 2026');
  expect(ann.last().buttons.flat()).not.toContain('◂ From the beginning');
  await opens(ann, `vol:conf:${where.project}:${ids.at(-1)}`);
  expect(ann.last().text).toContain('10 November 2026');
  expect(await confirmed()).toHaveLength(5);
});

test('volunteers, coordinators of other projects and strangers are told what is theirs', async () => {
  const id = await entry(dana, '2026-11-21');
  const elsewhere = await projectOf(stage, { organisation: 'Үшінші ұйым' });
  const other = await coordinatorOf(stage, { id: 6, name: 'Other' }, elsewhere);
  const { person: volunteer } = await volunteerOf(stage, { id: 7, name: 'Volunteer' }, where);
  const presses = [
    `vol:conf:${where.project}`,
    `vol:conf:ok:${id}:abcd:0`,
    `vol:conf:q:${id}:abcd:0`,
    `vol:conf:d:${where.project}:2026-11-21:0abcd`,
    `vol:conf:ud:${where.project}:1`,
  ];
  for (const person of [other, volunteer]) {
    for (const data of presses) {
      await opens(person, data);
      expect([data, person.last().text]).toEqual([data, say('vol-refused')]);
    }
  }
  expect(await confirmed()).toEqual([]);
  const [row] = await stage.database
    .sql`select count(*)::int as count from audit where action = 'refused-confirm-hours'`;
  expect(row).toEqual({ count: 11 });
});
