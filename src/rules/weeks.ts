import { moveDay } from './dates.ts';
import type { Day } from './dates.ts';

/** Days of the week as ISO 8601 counts them: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Their English names in that order, as content files write them. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** The weekday of a day. */
export function weekdayOf(day: Day): Weekday {
  // The remainder of a division by seven, counted from 1, is a weekday.
  return (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;
}

export const isWeekend = (day: Day): boolean => weekdayOf(day) >= 6;

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: Day): Day => moveDay(day, { days: 1 - weekdayOf(day) });

/**
 * The ISO week of a day: `2026-W47`. A week belongs to the year of its Thursday, so 1 January 2027, a Friday, lies in
 * `2026-W53`.
 */
export function weekOf(day: Day): string {
  const thursday = moveDay(mondayOf(day), { days: 3 });
  const year = thursday.slice(0, 4);
  const daysBefore = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${String(Math.floor(daysBefore / 7) + 1).padStart(2, '0')}`;
}
