import { afterAll, beforeAll, expect, test } from 'vitest';
import { sizeOf } from '../../pictures/drawn-texts.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer, now, presses, story } from '../people/scene.ts';
import { deedBySql, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let where: { organisation: number; project: number };
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage, { project: 'Ауыл <b>мектебі</b>' });
});
afterAll(() => stage.close());

/** The picture that the newest message shows. */
function pictureOf(person: Person) {
  const photo = person.last().message.photo?.at(-1)?.file_id;
  if (photo === undefined) throw new Error('the newest message has no picture');
  return sizeOf(stage.double.state.files.find(photo)?.bytes ?? new Uint8Array());
}

/** What is said from here on, to be compared. */
const talk = async (person: Person, acts: () => Promise<unknown>): Promise<string> => {
  const from = now(person);
  await acts();
  return story(person, from);
};

test('an empty diary: kind words and one button to begin; a table of nothing', async () => {
  const aruzhan = await newcomer(stage, { id: 1, name: 'Aruzhan', language: 'kk' });
  expect(await talk(aruzhan, () => aruzhan.says('/diary'))).toMatchInlineSnapshot(`
    "Aruzhan: /diary
    Birge: Игі істер күнделігі

      Күнделігіңіз әзірге бос. Кішкентай істің өзі маңызды: бүгін кімге көмектестіңіз? Соны жазудан бастайық.
      [✍️ Игі іс жазу]
      [Мәзір]"
  `);
  const data = aruzhan.last();
  expect(
    await talk(aruzhan, async () => {
      await aruzhan.pressesData('vol:diary:2026-10:1', data);
      await aruzhan.pressesData('vol:span:6', data);
      await aruzhan.pressesData('vol:xls:all', data);
    }),
  ).toMatchInlineSnapshot(`
    "Aruzhan: [vol:diary:2026-10:1]
    Birge: 2026 жылғы қазан

      Бұл айда жазба жоқ.
      [✍️ Игі іс жазу]
      [◂ 2026 жылғы қазан]
      [Мәзір]
    Aruzhan: [vol:span:6]
    Birge: 2026 жылғы маусым – қараша

      Бұл айларда жазба жоқ.
      [✍️ Игі іс жазу]
      [◂ 2026 жылғы қараша] [3 ай]
      [Кесте алу (.xlsx)]
      [Менің волонтерлігім]
      [Мәзір]
    Aruzhan: [vol:xls:all]
    Birge: Бұл уақытта орындалған іс жазылмаған, сондықтан кестеге жинайтын ештеңе жоқ.
      [✍️ Игі іс жазу]
      [📖 Күнделік]
      [Мәзір]"
  `);
});

test('a month: the calendar with what it comes to, its entries, the way to other months', async () => {
  const { person, id } = await volunteerOf(stage, { id: 2, name: 'Дана 🌷', language: 'kk' }, where);
  const { project } = where;
  await deedBySql(stage, { person: id, project, on: '2026-11-03', hours: 2, people: 12, confirmed: true });
  await deedBySql(stage, { person: id, on: '2026-11-22', hours: 1.5, people: 3, activity: 'nature' });
  await deedBySql(stage, { person: id, on: '2026-11-25', planned: true });
  await deedBySql(stage, { person: id, on: '2026-12-05', planned: true });
  const own = await deedBySql(stage, { person: id, on: '2026-11-22' });
  await stage.database
    .sql`update deeds set activity = ${stage.database.sql.json({ other: '<b>Әжеге</b> отын & су 🪵' })} where id = ${own}`;
  expect(await talk(person, () => person.says('/diary'))).toMatchInlineSnapshot(`
    "Дана 🌷: /diary
    Birge: (photo) 2026 жылғы қараша

      Игі іс: 3
      Сағат: 5,5, расталғаны: 2
      Көмек алған адам: 15
      Жоспарланған іс: 1
      [✍️ Игі іс жазу]
      [Жазбаларды көру]
      [◂ 2026 жылғы қазан]
      [3 ай] [Жарты жыл]
      [Кесте алу (.xlsx)]
      [Менің волонтерлігім]
      [Мәзір]"
  `);
  expect(pictureOf(person)).toMatchObject({ width: 720 });
  expect(await talk(person, () => person.presses('Жазбаларды көру'))).toMatchInlineSnapshot(`
    "Дана 🌷: [Жазбаларды көру]
    Birge: 2026 жылғы қараша

      Ашқыңыз келген жазбаны таңдаңыз:
      [03.11 · 2 сағат ✓ · Сабақ, репетиторлық]
      [22.11 · 1,5 сағат · Тазалық, көшет отырғызу]
      [22.11 · 2 сағат · <b>Әжеге</b> отын & су 🪵]
      [25.11 · жоспар · Білім (BILIM)]
      [05.12 · жоспар · Білім (BILIM)]
      [✍️ Игі іс жазу]
      [◂ 2026 жылғы қараша]
      [Мәзір]"
  `);
  expect(await talk(person, () => presses(person, 'vol:diary:2026-11'))).toContain('(photo) 2026 жылғы қараша');
  expect(await talk(person, () => presses(person, 'vol:diary:2026-10'))).toMatchInlineSnapshot(`
    "Дана 🌷: [◂ 2026 жылғы қазан]
    Birge: 2026 жылғы қазан

      Бұл айда жазба жоқ.
      [✍️ Игі іс жазу]
      [◂ 2026 жылғы қыркүйек] [2026 жылғы қараша ▸]
      [3 ай] [Жарты жыл]
      [Кесте алу (.xlsx)]
      [Менің волонтерлігім]
      [Мәзір]"
  `);
});

test('the same in Russian; three months and half a year', async () => {
  const ivan = await newcomer(stage, { id: 3, name: 'Иван', language: 'ru' });
  const person = await idOf(stage, 3);
  await deedBySql(stage, { person, on: '2026-06-01', hours: 3 });
  await deedBySql(stage, { person, on: '2026-09-30', hours: 2.25, confirmed: true, people: 5 });
  await deedBySql(stage, { person, on: '2026-11-01', hours: 0.75, people: 1 });
  expect(await talk(ivan, () => ivan.says('/diary'))).toMatchInlineSnapshot(`
    "Иван: /diary
    Birge: (photo) Ноябрь 2026 г.

      Добрых дел: 1
      Часов: 0,75, подтверждено: 0
      Помощь получили, человек: 1
      [✍️ Записать дело]
      [Смотреть записи]
      [◂ Октябрь 2026 г.]
      [3 месяца] [Полгода]
      [Получить таблицу (.xlsx)]
      [Моё волонтёрство]
      [Меню]"
  `);
  expect(await talk(ivan, () => ivan.presses('3 месяца'))).toMatchInlineSnapshot(`
    "Иван: [3 месяца]
    Birge: (photo) Сентябрь – ноябрь 2026 г.

      Добрых дел: 2
      Часов: 3, подтверждено: 2,25
      Помощь получили, человек: 6

      По месяцам
      Сентябрь 2026 г.: 2,25 ч, подтверждено 2,25
      Октябрь 2026 г.: 0 ч
      Ноябрь 2026 г.: 0,75 ч, подтверждено 0

      По направлениям
      Образование (BILIM): 3 ч
      [✍️ Записать дело]
      [◂ Ноябрь 2026 г.] [Полгода]
      [Получить таблицу (.xlsx)]
      [Моё волонтёрство]
      [Меню]"
  `);
  expect(await talk(ivan, () => ivan.presses('Полгода'))).toMatchInlineSnapshot(`
    "Иван: [Полгода]
    Birge: (photo) Июнь – ноябрь 2026 г.

      Добрых дел: 3
      Часов: 6, подтверждено: 2,25
      Помощь получили, человек: 6

      По месяцам
      Июнь 2026 г.: 3 ч, подтверждено 0
      Июль 2026 г.: 0 ч
      Август 2026 г.: 0 ч
      Сентябрь 2026 г.: 2,25 ч, подтверждено 2,25
      Октябрь 2026 г.: 0 ч
      Ноябрь 2026 г.: 0,75 ч, подтверждено 0

      По направлениям
      Образование (BILIM): 6 ч
      [✍️ Записать дело]
      [◂ Ноябрь 2026 г.] [3 месяца]
      [Получить таблицу (.xlsx)]
      [Моё волонтёрство]
      [Меню]"
  `);
  expect(pictureOf(ivan)).toMatchObject({ width: 720 });
});

test('pages of entries; an old page of a list that has become shorter', async () => {
  const vera = await newcomer(stage, { id: 4, name: 'Вера', language: 'ru' });
  const person = await idOf(stage, 4);
  for (let day = 1; day <= 17; day += 1)
    await deedBySql(stage, { person, on: `2026-10-${String(day).padStart(2, '0')}`, hours: 1 });
  await vera.pressesData('vol:diary:2026-10:2', vera.last());
  expect(vera.last().buttons.map((row) => row.join(' | '))).toMatchInlineSnapshot(`
    [
      "09.10 · 1 ч · Занятие или репетиторство",
      "10.10 · 1 ч · Занятие или репетиторство",
      "11.10 · 1 ч · Занятие или репетиторство",
      "12.10 · 1 ч · Занятие или репетиторство",
      "13.10 · 1 ч · Занятие или репетиторство",
      "14.10 · 1 ч · Занятие или репетиторство",
      "15.10 · 1 ч · Занятие или репетиторство",
      "16.10 · 1 ч · Занятие или репетиторство",
      "◂ Предыдущие | Следующие ▸",
      "✍️ Записать дело",
      "◂ Октябрь 2026 г.",
      "Меню",
    ]
  `);
  await vera.presses('Следующие ▸');
  expect(vera.last().buttons.map((row) => row.join(' | '))).toMatchInlineSnapshot(`
    [
      "17.10 · 1 ч · Занятие или репетиторство",
      "◂ Предыдущие",
      "✍️ Записать дело",
      "◂ Октябрь 2026 г.",
      "Меню",
    ]
  `);
  await vera.pressesData('vol:diary:2026-10:99', vera.last());
  expect(vera.last().text).toBe('Октябрь 2026 г. (3 / 3)\n\nВыберите запись, чтобы открыть её:');
});

test('a month to come is refused kindly; a month that is none is the present one', async () => {
  const olga = await newcomer(stage, { id: 5, name: 'Ольга', language: 'ru' });
  await deedBySql(stage, { person: await idOf(stage, 5), on: '2026-11-02', hours: 1 });
  expect(await talk(olga, () => olga.pressesData('vol:diary:2026-12', olga.last()))).toMatchInlineSnapshot(`
    "Ольга: [vol:diary:2026-12]
    Birge: Этот месяц ещё не наступил. Когда он начнётся, записи появятся здесь.
      [Смотреть текущий месяц]
      [Меню]"
  `);
  await olga.presses('Смотреть текущий месяц');
  expect(olga.last().text).toContain('Ноябрь 2026 г.');
  await olga.pressesData('vol:diary:2026-13', olga.last());
  expect(olga.last().text).toContain('Ноябрь 2026 г.');
});
