import type { Day } from '../rules/dates.ts';
import { monthOf, moveMonth } from '../rules/months.ts';
import type { Month } from '../rules/months.ts';
import type { Deed } from '../store/volunteers/deeds.ts';

/**
 * The months of which a volunteer can report on a day: from that in which their time began to that of the day, or of their
 * last day.
 */
export function monthsOpen(
  { from, until }: { from: Day; until: Day | null },
  today: Day,
): { first: Month; last: Month } {
  const over = until !== null && until < today;
  return { first: monthOf(from), last: monthOf(over ? until : today) };
}

/** Ours: until the tenth it is the month before that people look back at. */
const lookingBack = '10';

/** The month that is meant on a day where none is named. */
export function monthMeant(today: Day): Month {
  const month = monthOf(today);
  return today.slice(8) > lookingBack ? month : moveMonth(month, -1);
}

/** A form of activity in a month: how often, how long, with how many. The activity is as the entries have it. */
interface ActivityLine {
  activity: Deed['activity'];
  direction: string;
  deeds: number;
  hours: number;
  people: number;
}

/** A month's entries of a project, added up. */
export interface MonthSummary {
  deeds: number;
  hours: number;
  confirmedHours: number;
  people: number;
  /** Most hours first. */
  activities: ActivityLine[];
  /** Entries that say what was achieved, by day. */
  achieved: Deed[];
}

/** Adds up what was done; what is only planned does not count. */
export function summaryOf(entries: readonly Deed[]): MonthSummary {
  const done = entries.filter(({ state }) => state === 'done');
  const kinds = [...Map.groupBy(done, ({ activity }) => JSON.stringify(activity)).values()];
  return {
    ...totalOf(done),
    confirmedHours: totalOf(done.filter(({ confirmed }) => confirmed)).hours,
    activities: kinds
      .map((deeds) => ({
        activity: deeds[0]?.activity ?? null,
        direction: deeds[0]?.direction ?? '',
        ...totalOf(deeds),
      }))
      .toSorted((one, other) => other.hours - one.hours || other.deeds - one.deeds),
    achieved: done.filter(({ achieved }) => achieved !== null && achieved !== ''),
  };
}

/** Hours have two decimals at most; sums of such fractions are not exact. */
const totalOf = (deeds: readonly Deed[]) => ({
  deeds: deeds.length,
  hours: Math.round(deeds.reduce((sum, { hours }) => sum + (hours ?? 0), 0) * 100) / 100,
  people: deeds.reduce((sum, { people }) => sum + (people ?? 0), 0),
});
