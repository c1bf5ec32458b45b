import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { delivers } from '../deadlines/scene.ts';
import { idOf, now, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await labelStage();
});
afterAll(() => stage.close());

const opens = (person: Person, data: string) => person.pressesData(data, person.last());

test('many findings come in pages', async () => {
  const big = await centreOf(stage, { name: 'Big YRC' });
  await member(stage, { id: 20, name: 'Dana' }, 'coordinator', { organisation: big });
  const dana = stage.double.person({ id: 20, first_name: 'Dana' });
  await marksBySql(stage, {
    organisation: big,
    marks: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [i + 1, 'no'])),
  });
  const from = now(dana);
  await opens(dana, `jb:plan:${big}`);
  await dana.presses('The others (4) ▸');
  await expect(`${story(dana, from)}\n`).toMatchFileSnapshot('talks/plan-pages.txt');
});

test('what has slipped is marked, its words stand in the digest, and after three days the head hears of it', async () => {
  const busy = await centreOf(stage, { name: 'Busy YRC' });
  const boss = await member(stage, { id: 21, name: 'Boss' }, 'head', { organisation: busy });
  const erlan = await member(stage, { id: 22, name: 'Erlan' }, 'staff', { organisation: busy });
  await marksBySql(stage, { organisation: busy, marks: { 43: 'no', 44: 'no' } });
  for (const [indicator, what] of [
    [43, 'A box for letters'],
    [44, 'Read them every Friday'],
  ] as const) {
    await opens(erlan, `jb:plan:new:${busy}:${indicator}`);
    await erlan.says(what);
    await erlan.presses(say('jb-plan-myself'));
    await erlan.says('20.01.2027');
  }
  await stage.catchUp();
  stage.setClock('2027-01-20T05:30:00Z');
  const from = now(erlan);
  await delivers(stage);
  stage.setClock('2027-01-23T05:30:00Z');
  const bossFrom = now(boss);
  await opens(erlan, `jb:plan:${busy}`);
  await delivers(stage);
  await expect(`${[story(erlan, from), story(boss, bossFrom)].join('\n')}\n`).toMatchFileSnapshot(
    'talks/plan-late.txt',
  );
  const [owed] = await stage.database.sql`
    select id::int from obligations where person_id = ${await idOf(stage, 22)} and kind = 'plan-action' order by id`;
  await opens(boss, `due:${owed?.['id']}`);
  await boss.presses(say('due-open-action'));
  expect(boss.last().text).toContain('❗ By: 20 January 2027 (3 days late)');
});

test('a long plan comes in pages, what is done last', async () => {
  const long = await centreOf(stage, { name: 'Long YRC' });
  const planner = await member(stage, { id: 23, name: 'Planner' }, 'staff', { organisation: long });
  await stage.database.sql`
    insert into actions (organisation_id, cycle, indicator, what, responsible_name, due_on, done_on, made_at)
    select ${long}, 1, n, 'Step ' || n, 'Guest', '2027-02-01', case when n < 3 then date '2027-01-10' end, '2027-01-01'
    from generate_series(1, 10) n`;
  const from = now(planner);
  await opens(planner, `jb:plan:${long}`);
  await planner.presses(say('due-further'));
  await expect(`${story(planner, from)}\n`).toMatchFileSnapshot('talks/plan-long.txt');
});
