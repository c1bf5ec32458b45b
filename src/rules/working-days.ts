import { moveDay } from './dates.ts';
import type { Day } from './dates.ts';

/** Longer than any row of days off: after so many, whoever says what a working day is must be wrong. */
const longestRest = 60;

/**
 * The day on which the given number of working days has passed. The day of the event itself does not count: three
 * working days from a Friday are the next Wednesday. `count` is a whole number above 0. Throws a RangeError if
 * `isWorkingDay` finds no working day for 60 days on end.
 */
export function addWorkingDays(from: Day, count: number, isWorkingDay: (day: Day) => boolean): Day {
  let day = from;
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay(day, isWorkingDay);
  return day;
}

function nextWorkingDay(after: Day, isWorkingDay: (day: Day) => boolean): Day {
  let day = moveDay(after, { days: 1 });
  for (let rest = 0; !isWorkingDay(day); rest += 1) {
    if (rest >= longestRest) throw new RangeError(`no working day in ${longestRest} days after ${after}`);
    day = moveDay(day, { days: 1 });
  }
  return day;
}
