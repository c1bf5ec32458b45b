import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsOf } from '../../documents/letters.ts';
import type { Stage } from '../../support/dialogue.ts';
import { delivers } from '../deadlines/scene.ts';
import { appoint, now, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { answers, applicant, cover, documents, lastDocument, opens } from './application-scene.ts';
import { labelStage } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await labelStage();
});
afterAll(() => stage.close());

test.for(['before', 'after'] as const)(
  'a process that dies %s it has ordered the document loses nothing, and it comes once',
  async (moment) => {
    const id = moment === 'before' ? 3 : 9;
    const other = await applicant(stage, 'Шу ауданының ЖРО');
    const person = await member(stage, { id, name: 'Saule' }, 'coordinator', { organisation: other });
    await opens(person, other);
    await answers(person, 'In Russian', ...cover, 'Миссия', 'Молодёжь', 'Встречи', 'No', 'No');
    const from = now(person);
    stage.breakCalls((fn) => (fn === 'enqueue' ? moment : undefined));
    await person.presses(say('form-send'));
    expect(story(person, from)).not.toContain('The application is ready');
    stage.breakCalls();
    await stage.restart();
    await delivers(stage);
    await delivers(stage);
    expect(story(person, from)).toContain('The application is ready');
    const { name, paragraphs } = await lastDocument(stage, person);
    expect(name).toBe('jastar-belgisi-zayavka-2026-11-22.docx');
    expect(paragraphs).toEqual(expect.arrayContaining(['ЗАЯВКА', 'Текущих проектов сейчас нет.']));
    expect(documents(person)).toHaveLength(1);
  },
);

test('a letter that is too long is not sent; after cutting it is', async () => {
  const other = await applicant(stage, 'Талас ауданының ЖРО');
  const person = await member(stage, { id: 4, name: 'Marat' }, 'head', { organisation: other });
  const long = wordsOf('kk', 240);
  await opens(person, other);
  await answers(person, 'In Kazakh', ...cover, long, long, long);
  for (const name of ['Көпір', 'Алаң']) await answers(person, 'Yes', name, '2026', '300 адам', long);
  await answers(person, 'No');
  for (const name of ['Дос', 'Үміт']) await answers(person, 'Yes', name, '2025', '90 адам', long);
  await answers(person, 'No');
  const refused = person.last().text;
  const cut = Number(/cut about (\d+) words/.exec(refused)?.[1]);
  expect(refused).toMatch(/The letter is too long: about \d(?:\.\d)? pages; 3 at most are allowed\./);
  const numbers = /have the numbers ([\d, ]+)\./.exec(refused)?.[1]?.split(', ') ?? [];
  expect(numbers).toHaveLength(3);
  const from = now(person);
  await person.presses(say('form-send'));
  expect(story(person, from)).toContain('The letter is too long');
  await delivers(stage);
  expect(documents(person)).toEqual([]);
  expect(
    await stage.database
      .sql`select status from submissions where owner_organisation = ${other} and form = 'label-application'`,
  ).toEqual([{ status: 'draft' }]);
  // As many words as were told, taken from the answers that were named.
  const perAnswer = Math.ceil(cut / numbers.length);
  for (const number of numbers) {
    await person.presses(`✎ ${number}`);
    await person.says(wordsOf('kk', 240 - perAnswer));
  }
  expect(person.last().text).not.toContain('too long');
  await person.presses(say('form-send'));
  await delivers(stage);
  expect((await lastDocument(stage, person)).paragraphs).toContain('1. Көпір');
});

test('strangers, experts and colleagues of other centres are told who may, and nothing opens', async () => {
  const [centre, other] = [await applicant(stage, 'Мысал орталығы'), await applicant(stage, 'Қордай ауданының ЖРО')];
  const owner = await member(stage, { id: 10, name: 'Asel' }, 'head', { organisation: centre });
  await opens(owner, centre);
  await answers(owner, 'In Kazakh', ...cover, 'Сенім', 'Жастар', 'Кездесу', 'No', 'No');
  await owner.presses(say('form-send'));
  const stranger = await member(stage, { id: 5, name: 'Nurlan' }, 'head', { organisation: other });
  const expert = await member(stage, { id: 6, name: 'Zhanar' }, 'expert', { organisation: centre });
  const [sent] = await stage.database.sql<{ id: number }[]>`
    select id::int from submissions where owner_organisation = ${centre} and form = 'label-application' and status = 'submitted'`;
  const before = await stage.database.sql`select count(*) from submissions`;
  for (const person of [stranger, expert]) {
    for (const act of [
      `${centre}`,
      `${centre}:anew`,
      `${centre}:again`,
      `file:${sent?.id ?? 0}`,
      '999999',
      'file:999999',
    ]) {
      await person.pressesData(`jb:app:${act}`, person.last());
      expect([act, person.last().text]).toEqual([act, say('jb-app-refused')]);
      expect(person.last().buttons.flat()).toEqual([say('menu-button')]);
    }
    expect(documents(person)).toEqual([]);
    expect(person.transcript()).not.toContain('Тараз');
  }
  expect(await stage.database.sql`select count(*) from submissions`).toEqual(before);
});

test('a draft has no document, and old buttons ask for the right again', async () => {
  const other = await applicant(stage, 'Меркі ауданының ЖРО');
  const person = await member(stage, { id: 7, name: 'Aigul' }, 'staff', { organisation: other });
  await opens(person, other);
  const [draft] = await stage.database.sql<{ id: number }[]>`
    select id::int from submissions where owner_organisation = ${other} and status = 'draft'`;
  await person.pressesData(`jb:app:file:${draft?.id ?? 0}`, person.last());
  expect(person.last().text).toBe(say('jb-app-refused'));
  // With no application yet, the button of an earlier one leads to the form.
  await person.pressesData(`jb:app:${other}:again`, person.last());
  expect(person.last().text).toContain('In which language shall the application be?');
  await stage.database.sql`update memberships set until_on = '2026-11-21' where organisation_id = ${other}`;
  await opens(person, other);
  expect(person.last().text).toBe(say('jb-app-refused'));
  await appoint(stage, 7, 'staff', { organisation: other });
  await opens(person, other);
  expect(person.last().text).toContain('In which language shall the application be?');
});

test('whoever lost the role before the document went out does not get it', async () => {
  const other = await applicant(stage, 'Жуалы ауданының ЖРО');
  const person = await member(stage, { id: 8, name: 'Bek' }, 'staff', { organisation: other });
  await opens(person, other);
  await answers(person, 'In Kazakh', ...cover, 'Сенім', 'Жастар', 'Кездесу', 'No', 'No');
  await person.presses(say('form-send'));
  await stage.database.sql`update memberships set until_on = '2026-11-21' where organisation_id = ${other}`;
  await delivers(stage);
  expect(documents(person)).toEqual([]);
  await person.presses(say('jb-app-file-button'));
  expect([person.last().text, documents(person)]).toEqual([say('jb-app-refused'), []]);
});
