import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer, now, presses, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { edits } from './briefing-scene.ts';
import { coordinatorOf, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let where: { organisation: number; project: number };
let coordinator: Person;
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage, { project: '<b>Жоба</b> 🌱', direction: 'elderly' });
  coordinator = await coordinatorOf(stage, { id: 1, name: 'Гүлнар', language: 'ru' }, where);
});
afterAll(() => stage.close());

const data = (end = '') => `vol:top:${where.project}${end}`;
const chosen = async () => {
  const rows = await stage.database.sql<{ topics: string[]; tutors: boolean; by: number }[]>`
    select topics, tutors, set_by::int as by from briefing_plans where project_id = ${where.project}`;
  return rows[0];
};

test('a coordinator takes topics out, adds general ones and the tutors’ part, page by page in one message', async () => {
  const from = now(coordinator);
  await coordinator.pressesData(`vol:p:${where.project}`, coordinator.last());
  await presses(coordinator, data());
  expect(await chosen()).toBeUndefined();
  await presses(coordinator, data(':1:-dress_code'));
  await presses(coordinator, data(':2'));
  await presses(coordinator, data(':3'));
  await presses(coordinator, data(':4'));
  await presses(coordinator, data(':4:+cultures'));
  await presses(coordinator, data(':4:tutors'));
  expect(story(coordinator, from)).toMatchInlineSnapshot(`
    "Гүлнар: [vol:p:1]
    Birge: <b>Жоба</b> 🌱
      Мысал ұйымы

      Анкет ждёт ответа: 0
      Волонтёров: 0
      Записей дневника ждёт подтверждения: 0
      [Кандидаты (0)]
      [Волонтёры (0)]
      [Подтвердить часы (0)]
      [Отчёты за месяц]
      [Темы инструктажа] [Подготовка]
      [Все проекты]
      [Меню]
    Гүлнар: [Темы инструктажа]
    Birge: Темы инструктажа
      <b>Жоба</b> 🌱

      Выбрано тем: 19 из 23
      Волонтёру предстоит: 19 карточек и 3 вопроса, это примерно 10 минут.

      Основные темы (1 из 3). Нажмите, чтобы включить или убрать.
      [✓ Безопасность и охрана в здании]
      [✓ Как одеться]
      [✓ Телефон и съёмка]
      [✓ Потерянные и найденные вещи]
      [✓ Экстренные звонки и сигналы]
      [✓ Оборудование и техника]
      [✓ Как не допустить падений]
      [✓ Без насилия]
      [Дальше ▸]
      [Что можно и чего нельзя репетиторам]
      [Все темы] [Только основные]
      [К проекту]
      [Меню]
    Гүлнар: [✓ Как одеться]
    Birge (edited): Темы инструктажа
      <b>Жоба</b> 🌱

      Выбрано тем: 18 из 23
      Волонтёру предстоит: 18 карточек и 3 вопроса, это примерно 9 минут.

      Основные темы (1 из 3). Нажмите, чтобы включить или убрать.
      [✓ Безопасность и охрана в здании]
      [Как одеться]
      [✓ Телефон и съёмка]
      [✓ Потерянные и найденные вещи]
      [✓ Экстренные звонки и сигналы]
      [✓ Оборудование и техника]
      [✓ Как не допустить падений]
      [✓ Без насилия]
      [Дальше ▸]
      [Что можно и чего нельзя репетиторам]
      [Все темы] [Только основные]
      [К проекту]
      [Меню]
    Гүлнар: [Дальше ▸]
    Birge (edited): Темы инструктажа
      <b>Жоба</b> 🌱

      Выбрано тем: 18 из 23
      Волонтёру предстоит: 18 карточек и 3 вопроса, это примерно 9 минут.

      Основные темы (2 из 3). Нажмите, чтобы включить или убрать.
      [✓ Если ребёнка обижают другие]
      [✓ Прикосновения к ребёнку]
      [✓ Без домогательств]
      [✓ Права и обязанности детей]
      [✓ Чего делать нельзя]
      [✓ Психологическая поддержка]
      [✓ Гигиена рук]
      [✓ Забота о своём здоровье]
      [◂ Назад] [Дальше ▸]
      [Что можно и чего нельзя репетиторам]
      [Все темы] [Только основные]
      [К проекту]
      [Меню]
    Гүлнар: [Дальше ▸]
    Birge (edited): Темы инструктажа
      <b>Жоба</b> 🌱

      Выбрано тем: 18 из 23
      Волонтёру предстоит: 18 карточек и 3 вопроса, это примерно 9 минут.

      Основные темы (3 из 3). Нажмите, чтобы включить или убрать.
      [✓ Если поранились или заболели вы]
      [✓ Если ребёнок поранился на занятии]
      [✓ Защита от инфекций]
      [◂ Назад] [Дальше ▸]
      [Что можно и чего нельзя репетиторам]
      [Все темы] [Только основные]
      [К проекту]
      [Меню]
    Гүлнар: [Дальше ▸]
    Birge (edited): Темы инструктажа
      <b>Жоба</b> 🌱

      Выбрано тем: 18 из 23
      Волонтёру предстоит: 18 карточек и 3 вопроса, это примерно 9 минут.

      Общие темы, их можно добавить (1 из 1). Нажмите, чтобы включить или убрать.
      [Конфликт интересов]
      [Уважение к разным культурам]
      [Без дискриминации]
      [Наркотики и курение]
      [◂ Назад]
      [Что можно и чего нельзя репетиторам]
      [Все темы] [Только основные]
      [К проекту]
      [Меню]
    Гүлнар: [Уважение к разным культурам]
    Birge (edited): Темы инструктажа
      <b>Жоба</b> 🌱

      Выбрано тем: 19 из 23
      Волонтёру предстоит: 19 карточек и 3 вопроса, это примерно 10 минут.

      Общие темы, их можно добавить (1 из 1). Нажмите, чтобы включить или убрать.
      [Конфликт интересов]
      [✓ Уважение к разным культурам]
      [Без дискриминации]
      [Наркотики и курение]
      [◂ Назад]
      [Что можно и чего нельзя репетиторам]
      [Все темы] [Только основные]
      [К проекту]
      [Меню]
    Гүлнар: [Что можно и чего нельзя репетиторам]
    Birge (edited): Темы инструктажа
      <b>Жоба</b> 🌱

      Выбрано тем: 19 из 23
      Волонтёру предстоит: 21 карточка и 3 вопроса, это примерно 11 минут.

      Общие темы, их можно добавить (1 из 1). Нажмите, чтобы включить или убрать.
      [Конфликт интересов]
      [✓ Уважение к разным культурам]
      [Без дискриминации]
      [Наркотики и курение]
      [◂ Назад]
      [✓ Что можно и чего нельзя репетиторам]
      [Все темы] [Только основные]
      [К проекту]
      [Меню]"
  `);
  const usual = stage.running.birge.volunteering.briefing.topics
    .filter(({ id, general }) => !general && id !== 'dress_code')
    .map(({ id }) => id);
  expect(await chosen()).toEqual({ topics: [...usual, 'cultures'], tutors: true, by: await idOf(stage, 1) });
});

test('all, only the usual; pressing twice does it once', async () => {
  const on = coordinator.last();
  await coordinator.pressesData(data(':4:all'), on);
  await coordinator.pressesData(data(':4:all'), on);
  expect((await chosen())?.topics).toHaveLength(23);
  await coordinator.pressesData(data(':4:usual'), on);
  expect((await chosen())?.topics).toHaveLength(19);
  await coordinator.pressesData(data(':1:-falls'), on);
  await coordinator.pressesData(data(':1:-falls'), on);
  expect((await chosen())?.topics).toHaveLength(18);
  await coordinator.pressesData(data(':1:+falls'), on);
  await coordinator.pressesData(data(':1:+falls'), on);
  expect((await chosen())?.topics).toHaveLength(19);
  await coordinator.pressesData(data(':1:alone'), on);
  await coordinator.pressesData(data(':1:alone'), on);
  expect((await chosen())?.tutors).toBe(false);
});

test('at least one topic stays; what is not there changes nothing', async () => {
  await stage.database.sql`update briefing_plans set topics = '{falls}' where project_id = ${where.project}`;
  const on = coordinator.last();
  await coordinator.pressesData(data(':1:-falls'), on);
  expect(coordinator.last().text).toContain('Хотя бы одна тема должна остаться.');
  await coordinator.pressesData(data(':1:+gone'), on);
  await coordinator.pressesData(data(':99'), on);
  expect((await chosen())?.topics).toEqual(['falls']);
  expect(coordinator.last().text).toContain('Выбрано тем: 1 из 23');
  expect(coordinator.last().text).toContain('1 карточка и 1 вопрос, это примерно 1 минута.');
  // What has left the content is not chosen any more.
  edits(stage, (topics) => topics.filter(({ id }) => id !== 'falls'));
  await coordinator.pressesData(data(':1'), on);
  expect(coordinator.last().text).toContain('Выбрано тем: 18 из 22');
  await stage.restart();
});

test('whoever has no right there is refused, and that they tried is written down', async () => {
  const elsewhere = await projectOf(stage, { organisation: 'Басқа' });
  const volunteer = await volunteerOf(stage, { id: 10, name: 'Дана' }, where);
  const other = await coordinatorOf(stage, { id: 11, name: 'Ерлан' }, elsewhere);
  const head = await member(stage, { id: 12, name: 'Басшы' }, 'head', where);
  const stranger = await newcomer(stage, { id: 13, name: 'Біреу' });
  const before = await chosen();
  for (const curious of [volunteer.person, other, head, stranger]) {
    for (const end of ['', ':1', ':1:all']) {
      await curious.pressesData(data(end), curious.last());
      expect(curious.last().text).toBe(say('vol-refused'));
    }
  }
  expect(await chosen()).toEqual(before);
  const audit = await stage.database.sql`
    select count(*)::int as count from audit where action = 'refused-choose-briefing' and subject_id = ${where.project}`;
  expect(audit).toEqual([{ count: 12 }]);
});
