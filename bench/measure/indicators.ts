import type { Assessing } from '../contenders/assessing.ts';
import { presses } from '../load/updates.ts';
import { costOfReading } from './database-time.ts';
import { costOf, middle } from './series.ts';
import type { Cost } from './series.ts';

/** What the answer to one indicator costs, the median of all runs. */
export interface Indicated {
  contender: Assessing;
  /** Which one, counted from 1. */
  indicator: number;
  cost: Cost;
  /** Of the stored state of the conversation, after the answer. */
  stateBytes: number;
}

/** Nobody is measured twice: each run of each contender has people of its own, for both ways of one share a database. */
let next = 4_000_000_000;

/**
 * Everybody answers all indicators, one after the other: of each indicator all people of all contenders, interleaved,
 * so a slow moment of the machine is everybody's. What lies between indicators is walked and not measured. A first run,
 * that is not counted, warms up.
 */
export async function indicatorByIndicator(
  contenders: readonly Assessing[],
  last: number,
  { runs, people }: { runs: number; people: number },
  say: (step: string) => void,
): Promise<Indicated[]> {
  const all = contenders.map((contender) => ({
    contender,
    chats: [] as number[],
    costs: Array.from({ length: last }, () => [] as Cost[]),
    stateBytes: Array.from({ length: last }, () => 0),
  }));
  const readings = new Map<Assessing, number>();
  for (const contender of contenders) readings.set(contender, await costOfReading(contender));
  for (let run = 0; run <= runs; run += 1) {
    say(run === 0 ? 'warming up' : `run ${run} of ${runs}`);
    for (const one of all) one.chats = Array.from({ length: people }, () => (next += 1));
    for (const { contender, chats } of all) for (const chat of chats) await contender.begin(chat);
    for (let indicator = 1; indicator <= last; indicator += 1) {
      for (const { contender, chats, costs, stateBytes } of all) {
        const updates = [];
        for (const chat of chats) updates.push(presses(chat, await contender.reach(chat, indicator)));
        const cost = await costOf(contender, updates, readings.get(contender) ?? 0);
        if (run > 0) costs[indicator - 1]?.push(cost);
        stateBytes[indicator - 1] = bytesOf(await contender.stateOf(chats[0] ?? 0));
      }
    }
  }
  return all.flatMap(({ contender, costs, stateBytes }) =>
    costs.map((found, index) => ({
      contender,
      indicator: index + 1,
      cost: middle(found),
      stateBytes: stateBytes[index] ?? 0,
    })),
  );
}

const bytesOf = (state: unknown): number =>
  state === undefined || state === null ? 0 : Buffer.byteLength(JSON.stringify(state));
