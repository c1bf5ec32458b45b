import { expect, test } from 'vitest';
import { dueAfter } from '../../src/calendar/after-event.ts';
import { loadHolidays } from '../../src/calendar/holidays.ts';
import type { Due } from '../../src/calendar/kind.ts';

type Unit = Extract<Due, { is: 'event' }>['unit'];
const holidays = loadHolidays('content/holidays.yaml');

/** Counted by hand on the official calendars. */
const table: [string, number, Unit, string][] = [
  // From a Friday: Monday, Tuesday, Wednesday.
  ['2026-11-20', 3, 'working-days', '2026-11-25'],
  // From a Saturday or a Sunday the same.
  ['2026-11-21', 3, 'working-days', '2026-11-25'],
  ['2026-11-22', 3, 'working-days', '2026-11-25'],
  // Off: 9 March; 23, 24 and 25 March. Worked: 16 March.
  ['2026-03-05', 15, 'working-days', '2026-04-01'],
  ['2026-03-20', 1, 'working-days', '2026-03-26'],
  ['2026-03-06', 1, 'working-days', '2026-03-10'],
  ['2026-03-13', 1, 'working-days', '2026-03-16'],
  // Off: 1, 7, 11 and 27 May.
  ['2026-04-30', 3, 'working-days', '2026-05-06'],
  ['2026-04-30', 15, 'working-days', '2026-05-26'],
  ['2026-05-05', 15, 'working-days', '2026-05-29'],
  ['2026-05-08', 1, 'working-days', '2026-05-12'],
  // Over the turn of the year: off are 1, 4 and 7 January 2027.
  ['2026-12-30', 3, 'working-days', '2027-01-06'],
  ['2026-12-30', 4, 'working-days', '2027-01-08'],
  // The Sunday that was worked for Friday 3 January 2025.
  ['2025-01-02', 1, 'working-days', '2025-01-05'],
  ['2025-01-02', 2, 'working-days', '2025-01-06'],
  ['2025-01-02', 3, 'working-days', '2025-01-08'],
  // Over a leap day.
  ['2028-02-28', 1, 'working-days', '2028-02-29'],
  ['2028-02-28', 2, 'working-days', '2028-03-01'],
  // Days are counted from the day after; where they end on a Sunday, they stay.
  ['2026-11-10', 1, 'days', '2026-11-11'],
  ['2026-10-31', 15, 'days', '2026-11-15'],
  ['2028-02-28', 1, 'days', '2028-02-29'],
  ['2026-12-31', 1, 'days', '2027-01-01'],
  ['2026-01-31', 1, 'months', '2026-02-28'],
  ['2028-01-31', 1, 'months', '2028-02-29'],
  ['2026-01-31', 2, 'months', '2026-03-31'],
  ['2026-11-30', 3, 'months', '2027-02-28'],
  ['2026-03-31', 3, 'months', '2026-06-30'],
  ['2028-02-29', 1, 'years', '2029-02-28'],
  ['2028-02-29', 4, 'years', '2032-02-29'],
  ['2026-11-15', 3, 'years', '2029-11-15'],
];

test.for(table)('%s and %i %s: %s', ([on, count, unit, due]) => {
  expect(dueAfter({ is: 'event', event: 'hired', count, unit }, on, holidays)).toBe(due);
});
