import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { say } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
let centre: number;
beforeAll(async () => {
  stage = await labelStage();
  centre = await centreOf(stage, { name: 'Abai YRC' });
  const head = await member(stage, { id: 1, name: 'Head' }, 'head', { organisation: centre });
  await marksBySql(stage, { organisation: centre, marks: { 9: 'no', 26: 'no' } });
  await opens(head, `jb:plan:new:${centre}:9`);
  await head.says('Go to three villages every week');
  await head.presses(say('jb-plan-myself'));
  await head.presses('A month: 22 December 2026');
});
afterAll(() => stage.close());

const opens = (person: Person, data: string) => person.pressesData(data, person.last());

/** All that is planned, and all that is owed for it. */
const steps = async () => [
  ...(await stage.database.sql`select * from actions order by id`),
  ...(await stage.database.sql`select id, kind, due_on, fulfilled_at, closed_at from obligations order by id`),
];

test('whoever looks after centres reads, and changes nothing', async () => {
  const region = await centreOf(stage, { name: 'Region YRC', kind: 'regional' });
  await stage.database.sql`update organisations set parent_id = ${region} where id = ${centre}`;
  const above = await member(stage, { id: 30, name: 'Above' }, 'head', { organisation: region });
  const expert = await member(stage, { id: 31, name: 'Expert' }, 'expert', { organisation: centre });
  const before = await steps();
  for (const reader of [above, expert]) {
    await opens(reader, 'jb:act:1');
    expect(reader.last().buttons.flat()).toEqual([say('jb-plan-button'), 'Menu']);
    await opens(reader, `jb:plan:${centre}`);
    expect(
      reader
        .last()
        .buttons.flat()
        .filter((text) => text.startsWith('+') || text === say('jb-plan-ready')),
    ).toEqual([]);
    for (const data of changes(centre)) {
      await opens(reader, data);
      expect([data, reader.last().text]).toEqual([data, say('jb-ctr-refused')]);
    }
  }
  expect(await steps()).toEqual(before);
});

test('a stranger sees nothing of a plan, whichever buttons they press', async () => {
  const far = await centreOf(stage, { name: 'Far YRC' });
  const stranger = await member(stage, { id: 40, name: 'Stranger' }, 'head', { organisation: far });
  const before = await steps();
  for (const data of [`jb:plan:${centre}`, `jb:plan:todo:${centre}:0`, 'jb:act:1', 'jb:due:1', ...changes(centre)]) {
    await opens(stranger, data);
    expect([data, stranger.last().text]).toEqual([data, say('jb-ctr-refused')]);
  }
  for (const data of ['jb:act:999999999999999', 'jb:due:999999999999999']) {
    await opens(stranger, data);
    expect([data, stranger.last().text]).toEqual([data, say('jb-plan-gone')]);
  }
  expect(await steps()).toEqual(before);
});

/** What only those press who work on the plan. */
const changes = (organisation: number) => [
  ...[`jb:plan:new:${organisation}:9`, `jb:plan:more:${organisation}:9`],
  ...[`jb:plan:made:${organisation}`, `jb:plan:made:${organisation}:yes`],
  ...['on', 'what', 'who', 'when', 'day', 'done', 'drop', 'gone', 'open', 'on:2027-01-17'].map(
    (act) => `jb:act:1:${act}`,
  ),
  ...['p:1:abcdef', 'by:2027-03-01:abcdef'].map((act) => `jb:act:1:${act}`),
];
