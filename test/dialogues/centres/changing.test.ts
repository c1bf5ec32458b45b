import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { member } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await labelStage();
});
afterAll(() => stage.close());

/** The buttons of a screen that open an assessment at an indicator. */
const offered = async (person: Person, data: string) => {
  await person.pressesData(data, person.last());
  return (person.last().message.reply_markup?.inline_keyboard.flat() ?? []).flatMap((button) =>
    'callback_data' in button && button.callback_data.startsWith('jb:mark:') ? [button] : [],
  );
};

test('the centre’s own staff open the question from what they read, and the answer is another one', async () => {
  const ours = await centreOf(stage, { name: 'Changing YRC' });
  const staff = await member(stage, { id: 1, name: 'Staff' }, 'staff', { organisation: ours });
  const submission = await marksBySql(stage, { organisation: ours, marks: { 43: 'yes', 44: 'no' } });
  expect(await offered(staff, `jb:ans:${submission}:7`)).toEqual([
    { text: 'Change, from indicator 44 on', callback_data: `jb:mark:${ours}:44` },
  ]);
  expect(await offered(staff, `jb:ans:${submission}:5`)).toEqual([
    { text: 'Answer, from indicator 35 on', callback_data: `jb:mark:${ours}:35` },
  ]);
  expect(await offered(staff, `jb:hist:${submission}:35`)).toMatchObject([{ text: 'Answer' }]);
  await staff.pressesData(`jb:hist:${submission}:43`, staff.last());
  await staff.presses('Change the answer');
  expect(staff.last().text).toContain('43. ');
  await staff.presses('Not fully');
  // It goes on with the next one.
  expect(staff.last().text).toContain('44. ');
  await staff.pressesData(`jb:hist:${submission}:43`, staff.last());
  expect(staff.last().text).toMatch(/Now: not fully – Staff.*\nBefore: yes/);
});

test('nobody else is offered it, and nothing that is not under way', async () => {
  const region = await centreOf(stage, { kind: 'regional', name: 'Above YRC' });
  const ours = await centreOf(stage, { name: 'Closed YRC', parent: region });
  const staff = await member(stage, { id: 2, name: 'Staff' }, 'staff', { organisation: ours });
  const expert = await member(stage, { id: 3, name: 'Expert' }, 'expert', { organisation: ours });
  const above = await member(stage, { id: 4, name: 'Above' }, 'head', { organisation: region });
  const marks = { 43: 'no' as const };
  const finished = await marksBySql(stage, { organisation: ours, marks, finished: true });
  const theirs = await marksBySql(stage, { organisation: ours, by: 'expert', marks, finished: true });
  const draft = await marksBySql(stage, { organisation: ours, stage: 'end', marks });
  const screens = (id: number) => [`jb:hist:${id}:43`, `jb:ans:${id}:7`];
  for (const data of [...screens(finished), ...screens(theirs)])
    expect([data, await offered(staff, data)]).toEqual([data, []]);
  for (const person of [expert, above])
    for (const data of screens(draft)) expect(await offered(person, data)).toEqual([]);
  for (const data of screens(draft)) expect(await offered(staff, data)).toHaveLength(1);
  // The next candidacy has begun: what stayed open of the one before is read only.
  await stage.database.sql`
    insert into label_decisions (organisation_id, cycle, level, on_day, until_on, at)
    values (${ours}, 1, null, '2026-11-10', null, '2026-11-10')`;
  for (const data of screens(draft)) expect(await offered(staff, data)).toEqual([]);
});
