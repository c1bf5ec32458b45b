import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Update } from 'grammy/types';
import type { Contender } from '../contenders/contender.ts';
import { presses } from '../load/updates.ts';
import { costOfReading, databaseTime } from './database-time.ts';
import type { Place, Ranges } from './people.ts';

/** What one answer costs, on the average of a few people's. Times in milliseconds. */
export interface Cost {
  cpu: number;
  database: number;
  /** From the press until the next question goes out. */
  reply: number;
  /** From the press until nothing is left to do for it. */
  whole: number;
  calls: number;
}

/** What was measured of one contender at one place, the median of all runs. */
export interface Measured {
  contender: Contender;
  place: Place;
  cost: Cost;
  stateBytes: number;
}

setFlagsFromString('--expose-gc');
// A collection that we ask for must not throw compiled code away: nobody would compile anew in real life.
setFlagsFromString('--no-flush-bytecode');
const collectGarbage = runInNewContext('gc') as () => void;

/** A bot as far as its answers are measured. */
type Measurable = Pick<Contender, 'field' | 'meter' | 'flush' | 'answer' | 'sentAt'>;

/**
 * Has updates answered one after another and measures them together; nothing else goes on in the process.
 * @param reading what a reading of the database's time costs by itself (`costOfReading`)
 */
export async function costOf(contender: Measurable, updates: readonly Update[], reading: number): Promise<Cost> {
  // Otherwise one contender's garbage would be carried away at the expense of the next.
  collectGarbage();
  const database = await databaseTime(contender);
  const calls = contender.meter.calls;
  let reply = 0;
  let whole = 0;
  const cpu = process.cpuUsage();
  for (const update of updates) {
    const start = performance.now();
    await contender.answer(update);
    whole += performance.now() - start;
    reply += contender.sentAt() - start;
  }
  const { user, system } = process.cpuUsage(cpu);
  const made = contender.meter.calls - calls;
  contender.meter.latency = 0;
  const spent = (await databaseTime(contender)) - database - reading;
  const each = (sum: number): number => sum / updates.length;
  return {
    cpu: each((user + system) / 1000),
    database: each(spent),
    reply: each(reply),
    whole: each(whole),
    calls: each(made),
  };
}

/** People at a place answer its question. */
function window(contender: Contender, place: Place, chats: number[], reading: number): Promise<Cost> {
  const updates = chats.map((chat) => presses(chat, contender.dataOf(chat, place.standing, 'b')));
  return costOf(contender, updates, reading);
}

/** How often, with how many people of a contender at a place, and how far away the database is (milliseconds per call). */
interface Extent {
  runs: number;
  people: number;
  latency: number;
}

/**
 * All contenders at all places, interleaved: a machine that is slow for a while is slow for everybody. A first run, that
 * is not counted, warms up.
 * @param ranges people enough for all runs and the first
 */
export async function series(contenders: Contender[], ranges: Ranges, extent: Extent): Promise<Measured[]> {
  const all = contenders.flatMap((contender) =>
    ranges.of(contender).map((range) => ({ contender, range, costs: [] as Cost[] })),
  );
  const readings = new Map<Contender, number>();
  for (const contender of contenders) readings.set(contender, await costOfReading(contender));
  for (let run = 0; run <= extent.runs; run += 1) {
    for (const place of ranges.places) {
      for (const { contender, range, costs } of all.filter((one) => one.range.place === place)) {
        const chats = Array.from({ length: extent.people }, (_, index) => range.first + run * extent.people + index);
        contender.meter.latency = extent.latency;
        const cost = await window(contender, place, chats, readings.get(contender) ?? 0);
        if (run > 0) costs.push(cost);
      }
    }
  }
  const measured: Measured[] = [];
  for (const { contender, range, costs } of all) {
    const state = await contender.stateOf(range.first);
    const stateBytes = state === undefined || state === null ? 0 : Buffer.byteLength(JSON.stringify(state));
    measured.push({ contender, place: range.place, cost: middle(costs), stateBytes });
  }
  return measured;
}

/** The median of each figure by itself. */
export function middle(costs: Cost[]): Cost {
  const of = (figure: keyof Cost) => median(costs.map((cost) => cost[figure]));
  return { cpu: of('cpu'), database: of('database'), reply: of('reply'), whole: of('whole'), calls: of('calls') };
}

export function median(figures: number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
