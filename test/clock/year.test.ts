import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { check } from '../../src/obligations/ticking.ts';
import { thousand } from './cast.ts';
import type { Cast } from './cast.ts';
import { Life } from './life.ts';
import { burden, byDay, dayOf, momentOf, ofPerson } from './print.ts';
import { at, openWorld } from './world.ts';
import type { Sent, World } from './world.ts';

let world: World;
let cast: Cast;
const sent: Sent[] = [];

/** One of each role, and those with whom something happens on the way. */
const examples = [
  'volunteer-1-1',
  'volunteer-1-2',
  'volunteer-1-40',
  'volunteer-coordinator-1',
  'worker-1-1-2',
  'worker-1-1-13',
  'worker-1-2-11',
  'mentor-1-1',
  'trainer-1-1',
  'career-head-1-1',
  'mobility-head-1',
  'mobility-coordinator-1',
  'youth-staff-1-2-3',
  'youth-head-1-1',
  'regional-youth-head-1',
  'youth-coordinator-1',
  'expert-1',
  'member-head-1',
  'union-office-1',
  'union-head',
  'leader-1',
  'deputy-1-1',
  'regional-head',
  'administrator',
];

const idOf = (name: string): number => cast.ids.get(name) ?? 0;
const to = (name: string): Sent[] => sent.filter(({ person }) => person === idOf(name));

beforeAll(async () => {
  world = await openWorld();
  cast = await thousand(world);
  // Known from before: nobody is reminded now of what was due then.
  const before = cast.signing.filter(({ on }) => on < '2026-01-01').map((one) => ({ ...one, id: idOf(one.name) }));
  await world.database.sql`
    insert into events (person_id, event, about_organisation, on_day, recorded_at)
    select (r->>'id')::bigint, 'agreement-signed', (r->>'place')::bigint, (r->>'on')::date, '2025-12-01'
    from jsonb_array_elements(${world.database.sql.json(before)}) r`;
  const life = new Life(world);
  life.begins(cast);
  for (let day: Day = '2026-01-01'; day <= '2027-01-31'; day = moveDay(day, { days: 1 })) {
    await world.tick(at(day));
    await life.looks(day);
    // Also what is done in the morning of a day on which it was to be reminded of.
    if (await life.happens(day, 'morning')) await world.tick(at(day, '09:59'));
    sent.push(...(await world.send(at(day, '10:00'))));
    await life.happens(day, 'afternoon');
    if (day === '2026-08-10')
      await world.database.sql`update people set language = 'ru' where id = ${idOf('volunteer-1-1')}`;
    await world.tick(at(day, '14:00'));
    await life.looks(day);
    sent.push(...(await world.send(at(day, '14:00'))), ...(await world.send(at(day, '18:00'))));
    // As Postgres does by itself where it is left running.
    if (/-(02|16)$/.test(day)) await world.database.sql`analyze`;
  }
}, 300_000);
afterAll(() => world.close());

test('the calendar of a year: who got what when', async () => {
  const names = new Map([...cast.ids].map(([name, id]) => [id, name]));
  const text = [
    'A simulated year, day by day: how many people heard of what, by which rung. Times of Almaty.',
    ...byDay(sent),
    '',
    'Every letter to some of them: when, its first line, of what it told.',
    ...examples.flatMap((name) => ofPerson(name, to(name))),
    '',
    ...burden(sent, (person) => names.get(person) ?? ''),
  ];
  await expect(`${text.join('\n')}\n`).toMatchFileSnapshot('year.txt');
});

test('nobody gets two digests on a day, and nothing comes from 21:00 to 09:00', () => {
  const digests = sent.filter(({ kind }) => kind === 'digest').map((one) => `${one.person} ${dayOf(one)}`);
  expect(digests.length - new Set(digests).size).toBe(0);
  expect([...new Set(sent.map((one) => momentOf(one).slice(11)))].toSorted()).toEqual(['10:00', '14:00', '18:00']);
});

test('nothing is said twice', () => {
  const said = sent.flatMap(({ person, told }) =>
    told.map(({ id, dueOn, step }) => `${person} ${id} ${dueOn} ${step}`),
  );
  expect(said.length - new Set(said).size).toBe(0);
});

test('nobody is reminded of what is done, waived or closed', () => {
  expect(sent.flatMap(({ told }) => told.filter((one) => one.fulfilled || one.waived || one.closed))).toEqual([]);
});

test('whoever has left hears nothing more', () => {
  const left = ['volunteer-1-40', 'volunteer-7-40', 'worker-1-2-11', 'worker-3-2-11'];
  expect(left.map((name) => to(name).filter((one) => dayOf(one) > '2026-06-30').length)).toEqual([0, 0, 0, 0]);
});

test('the obligations agree with the facts in the end', async () => {
  await check(world.birge);
  expect(await world.database.sql`select detail from ticks where name = 'check'`).toEqual([
    { detail: { differences: 0 } },
  ]);
});
