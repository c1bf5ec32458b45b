import type { Day } from '../rules/dates.ts';
import type { Store } from '../store/store.ts';
import { deedsOf, diaryOverview } from '../store/volunteers/deeds.ts';
import type { Deed, DiaryOverview } from '../store/volunteers/deeds.ts';

/** Before any entry: a deed can be written down ten years later at most, and Birge is younger than that. */
export const everSince: Day = '2010-01-01';

/** `deedsOf` gives 500 at once; the rest is room for what is written between counting and reading. */
const atOnce = 400;

/** Every entry between two days that is done, by day, however many there are: read in parts that come whole. */
export async function doneBetween(store: Store, person: number, days: { from: Day; until: Day }): Promise<Deed[]> {
  const { days: filled } = await diaryOverview(store, person, days);
  const done: Deed[] = [];
  for (const part of partsOf(filled)) {
    const deeds = await deedsOf(store, person, part);
    done.push(...deeds.filter(({ state }) => state === 'done'));
  }
  return done;
}

/** Stretches of days, in order, with at most 400 entries each: a stretch begins where the one before would grow too long. */
export function partsOf(days: DiaryOverview['days']): { from: Day; until: Day }[] {
  const parts: { from: Day; until: Day; entries: number }[] = [];
  for (const { on, done, planned } of days) {
    const entries = done + planned;
    const last = parts.at(-1);
    if (last !== undefined && last.entries + entries <= atOnce) {
      last.until = on;
      last.entries += entries;
    } else {
      parts.push({ from: on, until: on, entries });
    }
  }
  return parts.map(({ from, until }) => ({ from, until }));
}
