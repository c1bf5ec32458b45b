import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, now, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
let centre: number;
let head: Person;
let aigul: Person;
let timur: Person;
beforeAll(async () => {
  stage = await labelStage();
  centre = await centreOf(stage, { name: 'Abai <YRC>' });
  head = await member(stage, { id: 1, name: 'Head' }, 'head', { organisation: centre });
  aigul = await member(stage, { id: 2, name: 'Aigul' }, 'staff', { organisation: centre });
  timur = await member(stage, { id: 3, name: 'Timur' }, 'staff', { organisation: centre });
  await marksBySql(stage, { organisation: centre, marks: { 9: 'no', 26: 'no' } });
  await stage.catchUp();
});
afterAll(() => stage.close());

const opens = (person: Person, data: string) => person.pressesData(data, person.last());

const letters = async () =>
  await stage.database.sql`
    select p.name, o.state, o.payload from outbox o join people p on p.id = o.person_id where o.kind = 'action-given' order by o.id`;

const lastEnd = async () => (await letters()).at(-1)?.['state'];

/** Makes a step for indicator 9 to its end, all but who answers for it. */
async function plans(what: string, who: string): Promise<number> {
  await opens(head, `jb:plan:more:${centre}:9`);
  await head.says(what);
  await head.presses(who);
  await head.presses('A month: 22 December 2026');
  return Number((await stage.database.sql`select max(id)::int as id from actions`)[0]?.['id']);
}

test('whom a colleague made responsible hears what, where and by when, and opens the step', async () => {
  const from = now(aigul);
  const step = await plans('Go to <three> villages & back', 'Aigul');
  expect(story(aigul, from)).toBe('');
  await stage.catchUp();
  await aigul.presses(say('jb-given-open'));
  expect(story(aigul, from)).toMatchInlineSnapshot(`
    "Birge: A step of the action plan is yours
      Abai <YRC>

      9. Outreach four times a month
      Go to <three> villages & back
      By: 22 December 2026 (30 days left)

      You are responsible for this step, and I will remind you in good time. If you cannot do it, open the step and change who is responsible or the day.
      [Open the step]
    Aigul: [Open the step]
    Birge: 9. Outreach four times a month
      Go to <three> villages & back
      Responsible: Aigul
      By: 22 December 2026 (30 days left)
      Abai <YRC>
      [Done]
      [Change what to do]
      [Change who] [Change the day]
      [Take it off the plan]
      [Action plan]
      [Menu]"
  `);
  expect(await letters()).toEqual([{ name: 'Aigul', state: 'sent', payload: { action: step } }]);
});

test('a change of what or when is not told again; whoever takes it on themselves knows', async () => {
  await opens(head, 'jb:act:1:when');
  await head.presses('Two weeks: 6 December 2026');
  await opens(head, 'jb:act:1:what');
  await head.says('Go to four villages');
  await opens(timur, 'jb:act:1:who');
  await timur.presses(say('jb-plan-myself'));
  await stage.catchUp();
  expect(await letters()).toHaveLength(1);
});

test('given back to the first one, it is told them anew', async () => {
  stage.setClock('2026-11-22T07:00:00Z');
  await opens(head, 'jb:act:1:who');
  await head.presses('Aigul');
  await stage.catchUp();
  expect((await letters()).map(({ name, state }) => [name, state])).toEqual([
    ['Aigul', 'sent'],
    ['Aigul', 'sent'],
  ]);
  expect(aigul.last().text).toContain('Go to four villages');
});

test('what was given to somebody else, done or dropped before the letter went out is not told', async () => {
  const before = now(aigul);
  const other = await plans('Ask the akimat', 'Aigul');
  await opens(head, `jb:act:${other}:who`);
  await head.presses('Timur');
  await stage.catchUp();
  expect((await letters()).slice(2).map(({ name, state }) => [name, state])).toEqual([
    ['Aigul', 'cancelled'],
    ['Timur', 'sent'],
  ]);
  const done = await plans('Buy chairs', 'Aigul');
  await opens(head, `jb:act:${done}:on:2026-11-22`);
  await stage.catchUp();
  expect(await lastEnd()).toBe('cancelled');
  const dropped = await plans('Buy tables', 'Aigul');
  await opens(head, `jb:act:${dropped}:gone`);
  await stage.catchUp();
  expect([await lastEnd(), story(aigul, before)]).toEqual(['cancelled', '']);
});

test('who has left the centre by then hears nothing, and a mere name gets no letter', async () => {
  const before = now(timur);
  const count = (await letters()).length;
  await plans('Paint the room', 'Timur');
  await stage.database.sql`update memberships set from_on = '2026-11-01', until_on = '2026-11-21'
    where person_id = ${await idOf(stage, 3)}`;
  await stage.catchUp();
  expect([await lastEnd(), story(timur, before)]).toEqual(['cancelled', '']);
  await opens(head, `jb:plan:more:${centre}:26`);
  await head.says('Look for rooms');
  await head.says('Serik Omarov');
  await head.presses('A month: 22 December 2026');
  expect(await letters()).toHaveLength(count + 1);
});
