import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { meaning, screen } from '../../support/filling.ts';
import { appoint, newcomer, now, story } from '../people/scene.ts';
import { projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await volunteerStage();
});
afterAll(() => stage.close());

const opens = (person: Person, data: string) => person.pressesData(data, person.last());

const deeds = async (account: number) => [
  ...(await stage.database.sql`
    select d.project_id::int as project, d.state, d.on_day::text as on, d.direction, d.activity, d.hours::float as hours, d.people,
      d.achieved, d.note, d.photo_id is not null as photo
    from deeds d join identities i on i.person_id = d.person_id where i.external_id = ${String(account)} order by d.id`),
];

const submissionsLeft = async () => await stage.database.sql`select 1 from submissions where form = 'diary-entry'`;

test('қазақша: жобаның волонтері ісін бес рет басып жазады', async () => {
  const where = await projectOf(stage, { project: 'Тіл & <b>досы</b>' });
  const { person } = await volunteerOf(stage, { id: 101, name: 'Айгерім', language: 'kk' }, where);
  const from = now(person);
  await opens(person, 'vol:new');
  await person.presses('Бүгін');
  await person.presses('Сабақ, репетиторлық');
  await person.presses('2');
  await person.presses('Жіберу');
  await expect(`${story(person, from)}\n`).toMatchFileSnapshot('talks/deed-kk.txt');
  expect(await deeds(101)).toEqual([
    {
      project: where.project,
      state: 'done',
      on: '2026-11-22',
      direction: 'education',
      activity: 'lesson',
      hours: 2,
      people: null,
      achieved: null,
      note: null,
      photo: false,
    },
  ]);
  expect(await submissionsLeft()).toEqual([]);
});

test('по-русски, вне проектов: свои слова, остальное кнопками в конце; в следующий раз они стоят первыми', async () => {
  const person = await newcomer(stage, { id: 102, name: 'Олжас', language: 'ru' });
  const from = now(person);
  await opens(person, 'vol:new');
  await person.says('32.11.2026');
  await person.says('23.11.2026');
  await person.says('вчера');
  await person.presses(meaning('environment'));
  await person.presses('Другое');
  await person.says('Починил <скворечник> 🐦');
  await person.says('сорок');
  await person.says('1,5');
  await person.presses('+ Сколько людей');
  await person.says('12');
  await person.presses('+ Заметка');
  await person.says('Взять <лестницу>');
  await person.presses('+ Достижения');
  await person.presses(meaning('back'));
  await person.presses('✓ Заметка');
  await person.presses('Убрать');
  await person.presses('Отправить');
  await person.presses('✍️ Записать ещё одно');
  await person.presses('Сегодня');
  await person.presses(meaning('elderly'));
  await expect(`${story(person, from)}\n`).toMatchFileSnapshot('talks/deed-ru.txt');
  await person.presses('Починил <скворечник> 🐦');
  await person.presses('4');
  await person.presses('Отправить');
  expect(
    (await deeds(102)).map(({ on, activity, hours, people, note }) => ({ on, activity, hours, people, note })),
  ).toEqual([
    { on: '2026-11-21', activity: { other: 'Починил <скворечник> 🐦' }, hours: 1.5, people: 12, note: null },
    { on: '2026-11-22', activity: { other: 'Починил <скворечник> 🐦' }, hours: 4, people: null, note: null },
  ]);
});

test('of several projects one is asked which; an old button of another project writes outside of projects', async () => {
  const first = await projectOf(stage, { project: 'First', direction: 'elderly' });
  const second = await projectOf(stage, { project: 'Second <b>' });
  const strange = await projectOf(stage, { project: 'Strange' });
  const { person } = await volunteerOf(stage, { id: 103, name: 'Dana' }, first);
  await appoint(stage, 103, 'volunteer', second);
  const from = now(person);
  await opens(person, 'vol:new');
  await person.presses('First');
  await person.presses(meaning('pause'));
  await opens(person, `vol:new:${strange.project}`);
  expect(story(person, from)).toMatchInlineSnapshot(`
    "Dana: [vol:new]
    Birge: Which project is this deed for?
      [Second <b>]
      [First]
      [Outside of projects]
      [Menu]
    Dana: [First]
    Birge: An entry in the diary takes less than a minute.
    Birge: Project: First

      1 / 4

      When was it?

      Another day can be typed, like 15.11.2026.
      [Today] [Yesterday]
      [Later]
    Dana: [Later]
    Birge: Let us take a break. 1 of 4 answers are saved, and you can go on whenever you like.
      [Continue] [Menu]
    Dana: [vol:new:4]
    Birge: An entry in the diary takes less than a minute.
    Birge: You are not a volunteer of that project, so we write the deed down outside of projects.

      1 / 4

      When was it?

      Another day can be typed, like 15.11.2026.
      [Today] [Yesterday]
      [Later]"
  `);
  await person.presses('Today');
  expect(screen(person)).toContain('To which direction does the deed belong?');
});

test('an entry of yesterday, written at five past midnight; "today" pressed after midnight is the day it was shown', async () => {
  const person = await newcomer(stage, { id: 104, name: 'Timur' });
  stage.setClock('2026-11-22T18:55:00Z');
  await opens(person, 'vol:new');
  stage.setClock('2026-11-22T19:05:00Z');
  const from = now(person);
  await person.presses('Today');
  await person.presses(meaning('back'));
  await person.presses('✓ Yesterday');
  expect(story(person, from)).toMatchInlineSnapshot(`
    "Timur: [Today]
    Birge: ✓ 22 November 2026

      2 / 4

      To which direction does the deed belong?
      [Health (SAÝLYQ)]
      [Education (BILIM)]
      [Mentoring of children (SABAQTASTYQ)]
      [Heritage (ASYL MURA)]
      [Environment (TAZA ÁLEM)]
      [Care for the elderly (QAMQOR)]
      [Search (ÚMIT)]
      [Back] [Later]
    Timur: [Back]
    Birge: 1 / 4

      When was it?

      Your answer now: 22 November 2026

      Another day can be typed, like 15.11.2026.
      [Today] [✓ Yesterday]
      [Keep as it is] [Later]
    Timur: [✓ Yesterday]
    Birge: ✓ 22 November 2026

      2 / 4

      To which direction does the deed belong?
      [Health (SAÝLYQ)]
      [Education (BILIM)]
      [Mentoring of children (SABAQTASTYQ)]
      [Heritage (ASYL MURA)]
      [Environment (TAZA ÁLEM)]
      [Care for the elderly (QAMQOR)]
      [Search (ÚMIT)]
      [Back] [Later]"
  `);
  await person.presses(meaning('health'));
  await person.presses(meaning('home'));
  await person.presses('1');
  await person.presses('Send');
  expect((await deeds(104)).map(({ on }) => on)).toEqual(['2026-11-22']);
  stage.setClock('2026-11-22T06:00:00Z');
});

test('more than 24 hours of a day are pointed out, and stop nobody', async () => {
  const person = await newcomer(stage, { id: 105, name: 'Aru' });
  for (const hours of ['13', '11', '0,5']) {
    await opens(person, 'vol:new');
    await person.presses('Today');
    await person.presses(meaning('health'));
    await person.presses(meaning('home'));
    await person.says(hours);
    if (hours !== '0,5') await person.presses('Send');
  }
  expect(screen(person)).toMatchInlineSnapshot(`
    "Your answers

    1. Day: 22 November 2026
    2. Direction: Health (SAÝLYQ)
    3. Form of activity: Help at somebody's home
    4. Hours: 0.5

    Is everything right? Change what you like, then send.

    ⚠️ 22 November 2026: that makes 24.5 hours in all, and a day has 24. If it is a mistake, correct the hours.
    [✎ 1] [✎ 2] [✎ 3] [✎ 4]
    [+ How many people] [+ Achievements]
    [+ Note] [+ Photo]
    [Later] [Send]"
  `);
  await person.presses('Send');
  expect(await deeds(105)).toHaveLength(3);
});

/** An entry up to its overview. */
async function upToSend(id: number, name: string): Promise<Person> {
  const person = await newcomer(stage, { id, name });
  await opens(person, 'vol:new');
  await person.presses('Yesterday');
  await person.presses(meaning('health'));
  await person.presses(meaning('home'));
  await person.presses('3');
  return person;
}

test('"Send" pressed twice writes one entry; old buttons of the form lead to the diary', async () => {
  const person = await upToSend(106, 'Saule');
  const overview = person.last();
  const from = now(person);
  await person.presses('Send', overview);
  await person.presses('Send', overview);
  await person.presses('✎ 4', overview);
  expect(story(person, from)).toMatchInlineSnapshot(`
    "Saule: [Send]
    Birge: ✓ It is in the diary. Thank you for the good deed!

      21 November 2026
      Outside of projects
      Health (SAÝLYQ)
      Help at somebody's home
      3 hours
      [✍️ Write another one] [📖 Diary]
      [Share] [Open the entry]
      [Menu]
    Saule: [Send]
    Birge: This form has been sent: your entry is in the diary.
      [📖 Diary]
      [Menu]
    Saule: [✎ 4]
    Birge: This form has been sent: your entry is in the diary.
      [📖 Diary]
      [Menu]"
  `);
  expect(await deeds(106)).toHaveLength(1);
});

test.for([
  ['before', 'write_deed', 111],
  ['after', 'write_deed', 112],
  ['after', 'send_submission', 113],
  ['before', 'close_talk', 114],
] as const)(
  'a process that dies %s %s over "Send": the entry is there once, and it is said',
  async ([when, fn, id]) => {
    const person = await upToSend(id, 'Marat');
    const from = now(person);
    stage.breakCalls((called) => (called === fn ? when : undefined));
    await person.presses('Send');
    stage.breakCalls();
    stage.errors.splice(0);
    await stage.restart();
    await stage.catchUp();
    await stage.running.desk.settled();
    expect(await deeds(id)).toHaveLength(1);
    expect(story(person, from)).toMatch(/in the diary/);
    expect(story(person, from)).not.toMatch(/not open to you/);
  },
);
