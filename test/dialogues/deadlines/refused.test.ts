import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, now, presses, say, story } from '../people/scene.ts';
import { lateAssessment, looksOf, mentors, obligationOf, somebody } from './scene.ts';

let stage: Stage;
let aigerim: Person;
let head: Person;
let assessment: number;
let place: Awaited<ReturnType<typeof lateAssessment>>['place'];

beforeAll(async () => {
  ({ stage, place, aigerim, head, assessment } = await lateAssessment());
});
afterAll(() => stage.close());

const looks = (account: number) => looksOf(stage, account);

/** Everything a curious person can press. */
async function tries(p: Person): Promise<string> {
  const from = now(p);
  const ends = ['', ':done', ':on:2026-11-16', ':later', ':not', ':waive', ':mine', ':undo', ':day'];
  for (const end of ends) await p.pressesData(`due:${assessment}${end}`, p.last());
  await p.pressesData('go:people', p.last());
  return story(p, from);
}

test('nobody else sees or changes it: they hear what to do', async () => {
  const others: [number, string, string | undefined, number][] = [
    [20, 'stranger', undefined, 0],
    [21, 'head', 'head', place.ush],
    [22, 'colleague', 'worker', place.qanat],
    [23, 'staff', 'staff', place.qanat],
    [24, 'mentor of another', 'mentor', place.qanat],
    [25, 'former head', 'head', place.qanat],
  ];
  const state = () => stage.database.sql`select fulfilled_at, waived_at from obligations where id = ${assessment}`;
  const before = await state();
  for (const [id, name, role, at] of others) {
    const p = await somebody(stage, { id, name, ...(role !== undefined && { role, at }) });
    if (id === 24) await mentors(stage, 24, 2);
    if (id === 25) {
      await stage.database.sql`update memberships set from_on = '2026-01-01', until_on = '2026-11-16'
        where person_id = ${await idOf(stage, 25)}`;
    }
    const told = await tries(p);
    const refusals = told.split('\n').filter((line) => line.includes(say('due-refused')));
    expect([name, refusals.length, told.includes('Aigerim'), told.includes('Qanat')]).toEqual([name, 9, false, false]);
    expect(await looks(id)).toEqual([]);
  }
  expect(await state()).toEqual(before);
  await aigerim.pressesData('due:999999', aigerim.last());
  expect(aigerim.last().text).toBe(say('due-refused'));
});

test('a deadline of a role that has ended says kindly that it is over', async () => {
  const guest = await somebody(stage, { id: 30, name: 'Guest', role: 'worker', at: place.ush });
  const hours = await obligationOf(stage, 30, 'hours');
  await stage.database.sql`update obligations set closed_at = '2026-11-17' where id = ${hours}`;
  await guest.pressesData(`due:${hours}:later`, guest.last());
  expect(guest.last().text).toContain(say('due-over'));
  expect(guest.last().buttons).toEqual([[say('due-all-mine')]]);
});

test('what the centre owes is its head’s own, and a former head’s no more', async () => {
  const [row] = await stage.database.sql<{ id: number }[]>`
    select id::int from obligations where organisation_id = ${place.qanat} and kind = 'plan'`;
  const plan = row?.id ?? 0;
  await head.says('/deadlines');
  await presses(head, `due:${plan}`);
  expect(head.last().buttons).toEqual([[say('due-done')], [say('due-later')], [say('due-not')], [say('due-all-mine')]]);
  await presses(head, `due:${plan}:done`);
  await presses(head, `due:${plan}:on:2026-11-17`);
  const known = await stage.database
    .sql`select organisation_id::int, about_organisation, key from events where event = 'planned'`;
  expect(known).toEqual([{ organisation_id: place.qanat, about_organisation: null, key: '2026' }]);
  await presses(head, `due:${plan}:undo`);
  await stage.database.sql`update memberships set from_on = '2026-01-01', until_on = '2026-11-16'
    where person_id = ${await idOf(stage, 3)}`;
  await presses(head, `due:${plan}:done`);
  expect(head.last().text).toBe(say('due-refused'));
});
