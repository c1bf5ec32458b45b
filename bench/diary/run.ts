import { deepStrictEqual } from 'node:assert';
import { moveDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import type { Field, Ground } from '../ground.ts';
import { fill, today } from './fill.ts';
import type { Diarist } from './fill.ts';
import { openWays } from './ways.ts';
import type { Way } from './ways.ts';

/** Milliseconds of many calls: half of them took at most `p50`, 95 of 100 at most `p95`. */
export interface Took {
  p50: number;
  p95: number;
}

/** One diary, one stretch of days: what the function takes in the database, and what each way takes in all. */
export interface Looked {
  diarist: Diarist;
  span: string;
  entries: number;
  database: Took;
  ways: { way: Way; rows: number; took: Took }[];
}

const spans: { name: string; days: { from: Day; until: Day } }[] = [
  { name: 'a month', days: { from: '2026-11-01', until: '2026-11-30' } },
  { name: 'half a year', days: { from: '2026-06-01', until: '2026-11-30' } },
  { name: 'all years', days: { from: moveDay(today, { years: -11 }), until: today } },
];

/** Every diary by every way in turn, so that a slow moment of the machine is everybody's; the answers must be the same. */
export async function measureDiary(
  ground: Ground,
  plan: { people: number; calls: number; readings: number },
  say: (step: string) => void,
): Promise<Looked[]> {
  const field = await ground.field('diary', true);
  say(`${plan.people.toLocaleString('en-US')} diaries`);
  const diarists = await fill(field.admin, plan.people);
  const { ways, close } = openWays(field);
  try {
    const looked: Looked[] = [];
    for (const diarist of diarists) {
      for (const span of spans) {
        say(`${diarist.name}: ${span.name}`);
        looked.push(await lookAt(field, ways, { diarist, span }, plan));
      }
    }
    return looked;
  } finally {
    await close();
  }
}

async function lookAt(
  field: Field,
  ways: readonly Way[],
  { diarist, span }: { diarist: Diarist; span: (typeof spans)[number] },
  plan: { calls: number; readings: number },
): Promise<Looked> {
  const { person } = diarist;
  const { from, until } = span.days;
  const database: number[] = [];
  const took = new Map(ways.map((way) => [way, { rows: 0, ms: [] as number[] }]));
  let entries = 0;
  // The first round warms up: plans, pages, compiled code.
  for (let round = -1; round < plan.readings; round += 1) {
    const answers: unknown[] = [];
    for (const way of ways) {
      const began = performance.now();
      const { totals, rows } = await way.totals(person, span.days);
      const ms = performance.now() - began;
      answers.push(totals);
      entries = totals.deeds;
      const found = took.get(way);
      if (found === undefined || round < 0) continue;
      found.rows = rows;
      found.ms.push(ms);
    }
    for (const answer of answers) deepStrictEqual(answer, answers[0]);
  }
  for (let call = -5; call < plan.calls; call += 1) {
    const began = performance.now();
    await field.admin`select diary_overview(${person}, ${from}, ${until})`;
    if (call >= 0) database.push(performance.now() - began);
  }
  return {
    diarist,
    span: span.name,
    entries,
    database: quantiles(database),
    ways: [...took].map(([way, { rows, ms }]) => ({ way, rows, took: quantiles(ms) })),
  };
}

function quantiles(ms: readonly number[]): Took {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
