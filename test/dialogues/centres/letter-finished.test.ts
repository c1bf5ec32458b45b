import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, now, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
let centre: number;
let head: Person;
let others: Person[];
beforeAll(async () => {
  stage = await labelStage();
  const region = await centreOf(stage, { kind: 'regional', name: 'Region YRC' });
  centre = await centreOf(stage, { name: 'Abai <YRC>', parent: region });
  const of = { organisation: centre };
  head = await member(stage, { id: 1, name: 'Head' }, 'head', of);
  others = [
    await member(stage, { id: 2, name: 'Staff' }, 'staff', of),
    await member(stage, { id: 3, name: 'Expert' }, 'expert', of),
    await member(stage, { id: 4, name: 'Above' }, 'head', { organisation: region }),
  ];
  await stage.catchUp();
});
afterAll(() => stage.close());

/** An assessment is finished, as the form's last button does it. */
async function finishes(by: 'centre' | 'expert', of: 'start' | 'end'): Promise<number> {
  const id = await marksBySql(stage, { organisation: centre, by, stage: of, marks: { 9: 'no' } });
  const at = stage.running.birge.now().toISOString();
  await stage.database
    .sql`update submissions set status = 'submitted', submitted_at = ${at}, touched_at = ${at} where id = ${id}`;
  return id;
}

const letters = async () =>
  await stage.database.sql`
    select p.name, o.state, o.payload from outbox o join people p on p.id = o.person_id
    where o.kind = 'assessment-finished' order by o.id`;

test('whoever leads the centre hears that experts have finished, once each, and nobody else', async () => {
  const coordinator = await member(stage, { id: 5, name: 'Coordinator' }, 'coordinator', { organisation: centre });
  // Who holds two roles is one person.
  await stage.database.sql`insert into memberships (person_id, organisation_id, role, from_on)
    values (${await idOf(stage, 1)}, ${centre}, 'coordinator', '2026-11-22')`;
  const from = now(head);
  const before = others.map(now);
  const id = await finishes('expert', 'start');
  await stage.catchUp();
  expect(await letters()).toEqual(
    ['Head', 'Coordinator'].map((name) => ({ name, state: 'sent', payload: { submission: id } })),
  );
  expect(coordinator.last().text).toBe(head.last().text);
  await head.presses(say('jb-plan-button'));
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Birge: The experts have finished their assessment
      Abai <YRC>

      First expert assessment: you can see the result now. Where it says “no” or “not fully”, the indicator is in the action plan by now: you can plan a step for each.
      [Result]
      [Action plan]
    Head: [Action plan]
    Birge: Action plan
      Abai <YRC>

      Indicators for which nothing is planned yet: 1
      • 9. Outreach four times a month: “no” by the experts
      [+ 9. Outreach four times a month]
      [Back to the centre]
      [Menu]"
  `);
  expect(others.map((other, index) => story(other, before[index] ?? 0))).toEqual(['', '', '']);
});

test('what the centre finishes itself is no news to it', async () => {
  await finishes('centre', 'start');
  await stage.catchUp();
  expect(await letters()).toHaveLength(2);
});

test('who leads it no longer when the letter goes out hears nothing', async () => {
  const before = now(head);
  await finishes('expert', 'end');
  await stage.database.sql`update memberships set from_on = '2026-11-01', until_on = '2026-11-21'
    where person_id = ${await idOf(stage, 1)}`;
  await stage.catchUp();
  expect(story(head, before)).toBe('');
  expect((await letters()).slice(2).map(({ name, state }) => [name, state])).toEqual([
    ['Head', 'cancelled'],
    ['Coordinator', 'sent'],
  ]);
});
