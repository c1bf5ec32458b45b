import { afterEach, beforeEach, expect, test } from 'vitest';
import { plan } from '../../src/obligations/plan.ts';
import { moveDay } from '../../src/rules/dates.ts';
import { momentOf } from './print.ts';
import { at, openWorld } from './world.ts';
import type { Sent, World } from './world.ts';

let world: World;
let team: number;
let centre: number;
let ids: number[];
const names = ['worker', 'head', 'coordinator', 'leader', 'deputy', 'office'] as const;

beforeEach(async () => {
  world = await openWorld();
  team = await world.organisation('movement-team', 'Team');
  centre = await world.organisation('career-centre', 'Centre');
  const union = await world.organisation('union', 'Union');
  ids = await world.people([
    { name: 'worker', language: 'en', roles: [{ role: 'worker', at: centre }] },
    { name: 'head', language: 'en', roles: [{ role: 'head', at: centre }] },
    { name: 'coordinator', language: 'en', roles: [{ role: 'coordinator', at: centre }] },
    { name: 'leader', language: 'en', roles: [{ role: 'leader', at: team }] },
    { name: 'deputy', language: 'en', roles: [{ role: 'deputy', at: team }] },
    { name: 'office', language: 'en', roles: [{ role: 'office', at: union }] },
  ]);
});
afterEach(() => world.close());

/** Who got what when: `worker 2026-11-20 10:00 digest: competence-self-assessment +1d`. */
const read = (sent: readonly Sent[]): string[] =>
  sent
    .map((one) => {
      const about = one.told.map(({ kind, period, step }) => `${kind} ${period} ${step}`).toSorted();
      return `${names[ids.indexOf(one.person)]} ${momentOf(one)} ${one.kind}: ${about.join(', ') || one.key}`;
    })
    .toSorted();

/** Plans and sends on these days, at the hours at which something can happen. */
async function lives(from: string, until: string): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (let day = from; day < until; day = moveDay(day, { days: 1 })) {
    for (const hour of ['00:00', '03:00', '09:00', '10:00', '18:00', '21:00']) {
      await world.tick(at(day, hour));
      sent.push(...(await world.send(at(day, hour))));
    }
  }
  return sent;
}

test('asleep from 1 to 20 November: each gets one notice, not seven', async () => {
  await lives('2026-10-30', '2026-11-01');
  await world.tick(at('2026-11-20', '11:20'));
  const woken = await world.send(at('2026-11-20', '11:20'));
  expect(read(woken)).toMatchInlineSnapshot(`
    [
      "coordinator 2026-11-20 11:20 digest: competence-external-assessment 2026 slip +1d",
      "deputy 2026-11-20 11:20 digest: deputy-weekly-report 2026-W44 0d 18:00, deputy-weekly-report 2026-W45 0d 18:00, deputy-weekly-report 2026-W46 0d 18:00, deputy-weekly-report 2026-W47 -2d 18:00",
      "head 2026-11-20 11:20 digest: competence-external-assessment 2026 +1d, competence-self-assessment 2026 slip +1d",
      "leader 2026-11-20 11:20 digest: deputy-weekly-report 2026-W44 slip +1d, deputy-weekly-report 2026-W45 slip +1d, deputy-weekly-report 2026-W46 slip +1d, leader-weekly-report 2026-W44 0d 18:00, leader-weekly-report 2026-W45 0d 18:00, leader-weekly-report 2026-W46 0d 18:00, leader-weekly-report 2026-W47 -2d 18:00, team-meeting 2026-10 +2d",
      "worker 2026-11-20 11:20 digest: competence-self-assessment 2026 +1d, forty-hours 2026 -60d",
    ]
  `);
  expect(read(await lives('2026-11-21', '2026-11-22'))).toMatchInlineSnapshot(`[]`);
});

test('asleep with letters of the evening before in hand: they do not come beside the newest', async () => {
  await lives('2026-10-30', '2026-11-08');
  // Planned at midnight for ten o'clock, with the list of who has not done it yet; then nothing runs any more.
  await world.tick(at('2026-11-08', '00:01'));
  // The sender may be quicker than the planning.
  const first = await world.send(at('2026-11-20', '11:20'));
  await world.tick(at('2026-11-20', '11:20'));
  expect(read([...first, ...(await world.send(at('2026-11-20', '11:20')))])).toMatchInlineSnapshot(`
    [
      "coordinator 2026-11-20 11:20 digest: competence-external-assessment 2026 slip +1d",
      "deputy 2026-11-20 11:20 digest: deputy-weekly-report 2026-W45 0d 18:00, deputy-weekly-report 2026-W46 0d 18:00, deputy-weekly-report 2026-W47 -2d 18:00",
      "head 2026-11-20 11:20 digest: competence-external-assessment 2026 +1d, competence-self-assessment 2026 slip +1d",
      "leader 2026-11-20 11:20 digest: deputy-weekly-report 2026-W45 slip +1d, deputy-weekly-report 2026-W46 slip +1d, leader-weekly-report 2026-W45 0d 18:00, leader-weekly-report 2026-W46 0d 18:00, leader-weekly-report 2026-W47 -2d 18:00",
      "worker 2026-11-20 11:20 digest: competence-self-assessment 2026 +1d",
    ]
  `);
  expect(read(await lives('2026-11-21', '2026-11-22'))).toMatchInlineSnapshot(`[]`);
});

test('waking at three in the night: nothing before nine', async () => {
  await lives('2026-10-30', '2026-11-08');
  await world.tick(at('2026-11-08', '00:01'));
  await world.tick(at('2026-11-20', '03:00'));
  expect(read(await world.send(at('2026-11-20', '03:00')))).toEqual([]);
  expect(read(await lives('2026-11-20', '2026-11-21'))).toMatchInlineSnapshot(`
    [
      "coordinator 2026-11-20 09:00 digest: competence-external-assessment 2026 slip +1d",
      "deputy 2026-11-20 09:00 digest: deputy-weekly-report 2026-W45 0d 18:00, deputy-weekly-report 2026-W46 0d 18:00, deputy-weekly-report 2026-W47 -2d 18:00",
      "head 2026-11-20 09:00 digest: competence-external-assessment 2026 +1d, competence-self-assessment 2026 slip +1d",
      "leader 2026-11-20 09:00 digest: deputy-weekly-report 2026-W45 slip +1d, deputy-weekly-report 2026-W46 slip +1d, leader-weekly-report 2026-W45 0d 18:00, leader-weekly-report 2026-W46 0d 18:00, leader-weekly-report 2026-W47 -2d 18:00",
      "worker 2026-11-20 09:00 digest: competence-self-assessment 2026 +1d",
    ]
  `);
});

test('waking late in the evening of a day with a list: one list on the next day', async () => {
  await lives('2026-10-30', '2026-11-08');
  await world.tick(at('2026-11-10', '22:00'));
  expect(read(await world.send(at('2026-11-10', '22:00')))).toEqual([]);
  expect(read(await lives('2026-11-11', '2026-11-12'))).toMatchInlineSnapshot(`
    [
      "coordinator 2026-11-11 10:00 list-picture: competence-self-assessment 2026 2026-11-11",
      "coordinator 2026-11-11 10:00 list-table: competence-self-assessment 2026 2026-11-11",
      "deputy 2026-11-11 09:00 digest: deputy-weekly-report 2026-W45 0d 18:00",
      "head 2026-11-11 09:00 digest: competence-external-assessment 2026 -7d",
      "head 2026-11-11 10:00 list-picture: competence-self-assessment 2026 2026-11-11",
      "head 2026-11-11 10:00 list-table: competence-self-assessment 2026 2026-11-11",
      "leader 2026-11-11 09:00 digest: deputy-weekly-report 2026-W45 slip +1d, leader-weekly-report 2026-W45 0d 18:00",
      "worker 2026-11-11 09:00 digest: competence-self-assessment 2026 -7d",
    ]
  `);
});

test('asleep over the New Year: what began meanwhile is owed, what ended meanwhile is told of once', async () => {
  await lives('2026-12-27', '2026-12-28');
  await world.tick(at('2027-01-05', '12:00'));
  expect(read(await world.send(at('2027-01-05', '12:00')))).toMatchInlineSnapshot(`
    [
      "coordinator 2027-01-05 12:00 digest: forty-hours 2026 slip +1d",
      "deputy 2027-01-05 12:00 digest: deputy-weekly-report 2026-W53 0d 18:00",
      "head 2027-01-05 12:00 digest: forty-hours 2026 slip +1d",
      "leader 2027-01-05 12:00 digest: deputy-weekly-report 2026-W52 slip +1d, deputy-weekly-report 2026-W53 slip +1d, leader-weekly-report 2026-W53 0d 18:00, team-meeting 2026-12 +2d, team-quarterly-report 2026-Q4 +2d",
      "worker 2027-01-05 12:00 digest: forty-hours 2026 +1d",
    ]
  `);
  const opened = await world.database.sql`
    select kind, period, due_on::text as due from obligations where period like '2027%' or period like '2026-W53' order by 1, 2`;
  expect(opened.map(({ kind, period, due }) => `${kind} ${period} ${due}`)).toMatchInlineSnapshot(`
    [
      "competence-external-assessment 2027 2027-11-15",
      "competence-self-assessment 2027 2027-11-15",
      "deputy-weekly-report 2026-W53 2027-01-03",
      "deputy-weekly-report 2027-W01 2027-01-10",
      "forty-hours 2027 2027-12-31",
      "leader-weekly-report 2026-W53 2027-01-03",
      "leader-weekly-report 2027-W01 2027-01-10",
      "next-learning-plan 2027 2027-12-20",
      "team-meeting 2027-01 2027-01-31",
      "team-quarterly-report 2027-Q1 2027-03-31",
    ]
  `);
});

test('a whole week slept through is owed all the same; after more than two months the oldest are let go', async () => {
  await lives('2026-06-01', '2026-06-02');
  await world.tick(at('2026-06-17', '12:00'));
  expect(read(await world.send(at('2026-06-17', '12:00')))).toMatchInlineSnapshot(`
    [
      "deputy 2026-06-17 12:00 digest: deputy-weekly-report 2026-W23 0d 18:00, deputy-weekly-report 2026-W24 0d 18:00",
      "leader 2026-06-17 12:00 digest: deputy-weekly-report 2026-W23 slip +1d, deputy-weekly-report 2026-W24 slip +1d, leader-weekly-report 2026-W23 0d 18:00, leader-weekly-report 2026-W24 0d 18:00, team-quarterly-report 2026-Q2 -14d",
    ]
  `);
  await world.tick(at('2026-10-01', '12:00'));
  const weeks = await world.database.sql`select period from obligations where kind = 'leader-weekly-report' order by 1`;
  expect(weeks.map(({ period }) => period)).toMatchInlineSnapshot(`
    [
      "2026-W23",
      "2026-W24",
      "2026-W25",
      "2026-W31",
      "2026-W32",
      "2026-W33",
      "2026-W34",
      "2026-W35",
      "2026-W36",
      "2026-W37",
      "2026-W38",
      "2026-W39",
      "2026-W40",
    ]
  `);
});

test('two processes wake at once: everything is planned and sent once', async () => {
  await lives('2026-10-30', '2026-11-01');
  const moment = at('2026-11-20', '11:20');
  world.turn(moment);
  await Promise.all([plan(world.birge), plan(world.birge)]);
  const [one, other] = await Promise.all([world.send(moment), world.send(moment)]);
  expect(read([...one, ...other])).toMatchInlineSnapshot(`
    [
      "coordinator 2026-11-20 11:20 digest: competence-external-assessment 2026 slip +1d",
      "deputy 2026-11-20 11:20 digest: deputy-weekly-report 2026-W44 0d 18:00, deputy-weekly-report 2026-W45 0d 18:00, deputy-weekly-report 2026-W46 0d 18:00, deputy-weekly-report 2026-W47 -2d 18:00",
      "head 2026-11-20 11:20 digest: competence-external-assessment 2026 +1d, competence-self-assessment 2026 slip +1d",
      "leader 2026-11-20 11:20 digest: deputy-weekly-report 2026-W44 slip +1d, deputy-weekly-report 2026-W45 slip +1d, deputy-weekly-report 2026-W46 slip +1d, leader-weekly-report 2026-W44 0d 18:00, leader-weekly-report 2026-W45 0d 18:00, leader-weekly-report 2026-W46 0d 18:00, leader-weekly-report 2026-W47 -2d 18:00, team-meeting 2026-10 +2d",
      "worker 2026-11-20 11:20 digest: competence-self-assessment 2026 +1d, forty-hours 2026 -60d",
    ]
  `);
});
