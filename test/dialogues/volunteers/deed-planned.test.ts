import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmDeed, planDeed, questionDeed } from '../../../src/store/volunteers/deeds.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { meaning, screen } from '../../support/filling.ts';
import { now, story } from '../people/scene.ts';
import { coordinatorOf, deedBySql, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let where: { organisation: number; project: number };
let person: Person;
let id: number;
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage, { project: 'Тіл & <досы>' });
  ({ person, id } = await volunteerOf(stage, { id: 301, name: 'Әсел', language: 'kk' }, where));
});
afterAll(() => stage.close());

const opens = (data: string) => person.pressesData(data, person.last());

const plans = (on: string, project: number | null = null) =>
  planDeed(
    stage.database.store,
    { person: id, project, on, direction: 'education', idea: 'bilim-workshop' },
    stage.running.birge.now(),
  );

const row = async (deed: number) =>
  (await stage.database.sql`select state, on_day::text as on, hours::float as hours from deeds where id = ${deed}`)[0];

const letters = async (kind: string) =>
  (await stage.database.sql`select state from outbox where kind = ${kind} order by id`).map(({ state }) =>
    String(state),
  );

test('жоспардың таңы: еске салу, басқа күнге қою, сол күні жазу', async () => {
  const deed = await plans('2026-11-23');
  const from = now(person);
  stage.setClock('2026-11-23T04:29:00Z');
  await stage.catchUp();
  expect(story(person, from)).toBe('');
  stage.setClock('2026-11-23T04:31:00Z');
  await stage.catchUp();
  await person.presses('Басқа күнге қою');
  await person.says('кейін');
  await person.says('22.11.2026');
  await person.says('25 қараша 2026');
  stage.setClock('2026-11-25T04:31:00Z');
  await stage.catchUp();
  await person.presses('✅ Істедім, жазамын');
  await person.presses(meaning('workshop'));
  await person.presses('3');
  await person.presses('Жіберу');
  await expect(`${story(person, from)}\n`).toMatchFileSnapshot('talks/deed-planned-kk.txt');
  expect(await row(deed)).toEqual({ state: 'done', on: '2026-11-25', hours: 3 });
  expect(await letters('deed-planned')).toEqual(['sent', 'sent']);
  stage.setClock('2026-11-22T06:00:00Z');
});

test('nothing is said of what was done, put off or dropped meanwhile', async () => {
  const before = (await letters('deed-planned')).length;
  const [done, moved, dropped] = [await plans('2026-12-01'), await plans('2026-12-02'), await plans('2026-12-03')];
  await stage.database.sql`update deeds set state = 'done', activity = '"lesson"', hours = 1 where id = ${done}`;
  await opens(`vol:deed:${moved}:on:2026-12-20`);
  await opens(`vol:deed:${dropped}:gone`);
  const from = now(person);
  stage.setClock('2026-12-04T06:00:00Z');
  await stage.catchUp();
  expect(story(person, from)).toBe('');
  expect((await letters('deed-planned')).slice(before)).not.toContain('sent');
  stage.setClock('2026-11-22T06:00:00Z');
});

test('buttons for another day: one that has passed is asked anew, of a done one the entry is shown', async () => {
  const deed = await plans('2026-11-28', where.project);
  const from = now(person);
  await opens(`vol:deed:${deed}`);
  await person.presses('Басқа күнге қою');
  const asked = person.last();
  await person.presses('Ертең: 2026 жылғы 23 қараша', asked);
  await person.presses('Ертең: 2026 жылғы 23 қараша', asked);
  await opens(`vol:deed:${deed}:on:2026-11-21`);
  await person.presses('Жазбаға оралу');
  await person.presses('Жоспарды өшіру');
  await person.presses('Жоқ, қалсын');
  await expect(`${story(person, from)}\n`).toMatchFileSnapshot('talks/deed-moved-kk.txt');
  await stage.database.sql`update deeds set state = 'done', activity = '"lesson"', hours = 1 where id = ${deed}`;
  await person.presses('Үш күннен кейін: 2026 жылғы 25 қараша', asked);
  expect(screen(person)).toContain('1 сағат · үйлестірушінің растауын күтіп тұр');
  expect(await row(deed)).toEqual({ state: 'done', on: '2026-11-23', hours: 1 });
});

test('put off to today: nobody promises a reminder of a morning that is over', async () => {
  const deed = await plans('2026-11-27');
  await opens(`vol:deed:${deed}:move`);
  await person.says('22.11.2026');
  expect(screen(person)).toMatch(/^✓ Енді бүгінге жоспарланды\./);
});

test('done while the day is being typed: the entry is shown, and stays where it is', async () => {
  const deed = await plans('2026-11-29');
  await opens(`vol:deed:${deed}:move`);
  await stage.database.sql`update deeds set state = 'done', activity = '"lesson"', hours = 1 where id = ${deed}`;
  await person.says('30.11.2026');
  expect(screen(person)).toContain('1 сағат');
  expect(await row(deed)).toEqual({ state: 'done', on: '2026-11-29', hours: 1 });
});

test('a coordinator asks to look again: the volunteer hears it once, and the change answers it', async () => {
  await coordinatorOf(stage, { id: 302, name: 'Айгүл', language: 'ru' }, where);
  const [coordinator] = await stage.database.sql<{ id: number }[]>`
    select person_id::int as id from identities where external_id = '302'`;
  const by = coordinator?.id ?? 0;
  const asks = (deed: number) =>
    questionDeed(stage.database.store, { id: deed, project: where.project, by }, stage.running.birge.now());
  const deed = await deedBySql(stage, { person: id, project: where.project, on: '2026-11-20', hours: 9 });
  const from = now(person);
  await asks(deed);
  await stage.catchUp();
  await person.presses('Өзгерту');
  await person.presses('✎ 4');
  await person.says('0,9');
  await person.presses('Жіберу');
  await expect(`${story(person, from)}\n`).toMatchFileSnapshot('talks/deed-questioned-kk.txt');
  const settled = await deedBySql(stage, { person: id, project: where.project, on: '2026-11-19', hours: 9 });
  await asks(settled);
  await confirmDeed(
    stage.database.store,
    { id: settled, project: where.project, confirmed: true, changedAt: '2026-11-19T12:00:00Z', by },
    stage.running.birge.now(),
  );
  const after = now(person);
  await stage.catchUp();
  expect(story(person, after)).toBe('');
});
