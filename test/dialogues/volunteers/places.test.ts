import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer, now, presses, say, story } from '../people/scene.ts';
import { idOfRow, stands } from './places-scene.ts';
import { projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let reader: Person;
let where: { organisation: number; project: number };
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage);
  reader = await newcomer(stage, { id: 1, name: 'Asel' });
});
afterAll(() => stage.close());

test('everybody reads: regions, a region page by page, sites', async () => {
  const begun = now(reader);
  await reader.pressesData('vol:go', reader.last());
  await reader.presses('Astana · 4');
  await reader.presses(say('vol-go-regions'));
  await reader.presses('Almaty · 11');
  await reader.presses(say('vol-go-more'));
  await reader.presses(say('vol-go-regions'));
  await reader.presses(say('vol-go-sites-button'));
  await reader.presses(say('vol-go-tutoring-button'));
  expect(story(reader, begun)).toMatchSnapshot();
});

test('what is read links to the pages of organisations', async () => {
  await reader.pressesData('vol:go:r:astana', reader.last());
  const message = reader.last().message;
  const links = message.entities?.flatMap((entity) => (entity.type === 'text_link' ? [entity.url] : []));
  expect(links).toContain('https://t.me/adalvolunteerclub');
});

test.for([
  { id: 11, name: 'Айгүл', language: 'kk' as const },
  { id: 12, name: 'Ольга', language: 'ru' as const },
])('the same in $language', async (who) => {
  const person = await newcomer(stage, who);
  const begun = now(person);
  await person.pressesData('vol:go', person.last());
  await presses(person, 'vol:go:r:jetisu');
  await presses(person, 'vol:go');
  await presses(person, 'vol:go:sites');
  expect(story(person, begun)).toMatchSnapshot();
});

test('old buttons of what is not there lead back to the list', async () => {
  const begun = now(reader);
  await reader.pressesData('vol:go:r:nowhere', reader.last());
  await reader.pressesData(`vol:go:r:abai:${await idOfRow(stage, '46')}`, reader.last());
  await reader.pressesData('vol:go:p:999999', reader.last());
  expect(story(reader, begun)).toMatchInlineSnapshot(`
    "Asel: [vol:go:r:nowhere]
    Birge: No organisations here yet. Please look at the regions nearby.
      [All regions]
      [Menu]
    Asel: [vol:go:r:abai:46]
    Birge: That is the whole list of the region.
      [All regions]
      [Menu]
    Asel: [vol:go:p:999999]
    Birge: This organisation is not in the list.
      [All regions]
      [Menu]"
  `);
});

test('volunteers and strangers only read; that they tried stands in the audit', async () => {
  const { person } = await volunteerOf(stage, { id: 31, name: 'Marat' }, where);
  const id = await idOfRow(stage, '5');
  await person.pressesData(`vol:go:p:${id}`, person.last());
  expect(person.last().buttons.flat()).not.toContain(say('vol-go-fix'));
  const before = await stands(stage, id);
  for (const data of ['vol:go:add', ...['fix', 'gone', 'gone:yes', 'back'].map((act) => `vol:go:p:${id}:${act}`)]) {
    for (const who of [person, reader]) {
      await who.pressesData(data, who.last());
      expect(who.last().text).toBe(say('vol-refused'));
    }
  }
  expect(await stands(stage, id)).toEqual(before);
  expect(
    await stage.database.sql`select action, count(*)::int as n from audit
    where person_id = ${await idOf(stage, 31)} and action like 'refused%' group by 1`,
  ).toEqual([{ action: 'refused-keep-places', n: 5 }]);
});
