import { moveDay } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import { addWorkingDays } from '../rules/working-days.ts';
import type { Holidays } from './holidays.ts';
import type { Due } from './kind.ts';

/**
 * The day by which something is due after an event on `on`. The event's own day is not counted: one day after the 10th
 * is the 11th. A month from 31 January and a year from 29 February end on the last day of February. What is counted in
 * days, months or years stays where it falls, be it a holiday.
 */
export function dueAfter(
  { count, unit }: Extract<Due, { is: 'event' }>,
  on: Day,
  { isWorkingDay }: Pick<Holidays, 'isWorkingDay'>,
): Day {
  switch (unit) {
    case 'days':
      return moveDay(on, { days: count });
    case 'months':
      return moveDay(on, { months: count });
    case 'years':
      return moveDay(on, { years: count });
    case 'working-days':
      return addWorkingDays(on, count, isWorkingDay);
  }
}
