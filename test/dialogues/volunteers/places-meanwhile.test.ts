import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, now, say, story } from '../people/scene.ts';
import { idOfRow, stands } from './places-scene.ts';
import { coordinatorOf, projectOf, volunteerStage } from './scene.ts';

let stage: Stage;
let keeper: Person;
let where: { organisation: number; project: number };
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage);
  // Of one project only: the list is everybody's all the same.
  keeper = await coordinatorOf(stage, { id: 2, name: 'Daniyar' }, where);
});
afterAll(() => stage.close());

test('it was taken out while somebody corrected it', async () => {
  const id = await idOfRow(stage, '16');
  await keeper.pressesData(`vol:go:p:${id}:fix`, keeper.last());
  await stage.database.sql`update places set closed_at = now() where id = ${id}`;
  const begun = now(keeper);
  await keeper.presses(say('form-send'));
  expect(story(keeper, begun)).toMatchInlineSnapshot(`
    "Daniyar: [Send]
    Birge: This organisation is not in the list.
      [Put it back]
      [All regions]
      [Menu]"
  `);
});

test('whose role ends while they fill it in writes nothing', async () => {
  const once = await coordinatorOf(stage, { id: 32, name: 'Once' }, where);
  const id = await idOfRow(stage, '5');
  const before = await stands(stage, id);
  await once.pressesData(`vol:go:p:${id}:fix`, once.last());
  await once.presses('✎ 2');
  await once.says('Қосшы');
  await stage.database.sql`update memberships set until_on = '2026-11-21' where person_id = ${await idOf(stage, 32)}`;
  await once.presses(say('form-send'));
  expect(once.last().text).toBe(say('vol-refused'));
  expect(await stands(stage, id)).toEqual(before);
});

test('another start leaves what coordinators have said', async () => {
  const corrected = await idOfRow(stage, '6');
  await keeper.pressesData(`vol:go:p:${corrected}:fix`, keeper.last());
  await keeper.presses('✎ 2');
  await keeper.says('Теміртау');
  await keeper.presses(say('form-send'));
  const takenOut = await idOfRow(stage, '7');
  await keeper.pressesData(`vol:go:p:${takenOut}:gone:yes`, keeper.last());
  await stage.restart();
  expect(await stands(stage, corrected)).toMatchObject({ city: 'Теміртау' });
  expect(await stands(stage, takenOut)).toMatchObject({ closed: true });
  expect(await stage.database.sql`select count(*)::int as n from places`).toEqual([{ n: 77 }]);
});

test.for(['before', 'after'] as const)('the process dies %s the list is written: it is written once', async (when) => {
  const name = `Екінші рет ${when}`;
  await keeper.pressesData('vol:go:add:abai', keeper.last());
  await keeper.says(name);
  await keeper.says('Семей');
  await keeper.presses(say('form-skip'));
  await keeper.presses(say('form-skip'));
  stage.breakCalls((fn) => (fn === 'write_place' ? when : undefined));
  const begun = now(keeper);
  await keeper.presses(say('form-send'));
  stage.breakCalls();
  expect(stage.errors.splice(0).length).toBeLessThan(2);
  await stage.restart();
  await stage.catchUp();
  await stage.running.desk.settled();
  expect(await stage.database.sql`select count(*)::int as n from places where name = ${name}`).toEqual([{ n: 1 }]);
  expect(story(keeper, begun)).toMatchSnapshot();
});

test('what is no page by the time that it is sent is refused all the same', async () => {
  const id = await idOfRow(stage, '4');
  await keeper.pressesData(`vol:go:p:${id}:fix`, keeper.last());
  stage.breakCalls((fn) => (fn === 'read_submission' ? 'before' : undefined));
  const begun = now(keeper);
  await keeper.presses(say('form-send'));
  stage.breakCalls();
  stage.errors.splice(0);
  await stage.database.sql`update answers set value = '"https://wa.me/77011234567"' where question = 'pages'
    and submission_id in (select id from submissions where form = 'place' and about_id = ${id})`;
  await stage.restart();
  await stage.catchUp();
  await stage.running.desk.settled();
  expect(story(keeper, begun)).toMatchInlineSnapshot(`
    "Daniyar: [Send]
    Birge: I cannot save anything right now: your answer is not saved yet. As soon as things are well again I will go on by myself. If nothing comes within a few minutes, send it again.
    Birge: ❗ There is a phone number in it. Everybody sees the list: please take the number out.
      [✎ Correct]
      [All regions]
      [Menu]"
  `);
  expect(await stands(stage, id)).toMatchObject({ pages: [] });
});
