import { expect, test } from 'vitest';
import { isWeekend, mondayOf, weekOf, weekdayOf, weekdays } from '../../src/rules/weeks.ts';

/** Compared with a printed calendar: day, weekday, ISO week, Monday of that week. */
const calendar: [string, (typeof weekdays)[number], string, string][] = [
  ['2024-12-29', 'sunday', '2024-W52', '2024-12-23'],
  ['2024-12-30', 'monday', '2025-W01', '2024-12-30'],
  ['2025-12-28', 'sunday', '2025-W52', '2025-12-22'],
  ['2025-12-29', 'monday', '2026-W01', '2025-12-29'],
  ['2026-01-01', 'thursday', '2026-W01', '2025-12-29'],
  ['2026-01-04', 'sunday', '2026-W01', '2025-12-29'],
  ['2026-01-05', 'monday', '2026-W02', '2026-01-05'],
  ['2026-03-23', 'monday', '2026-W13', '2026-03-23'],
  ['2026-11-15', 'sunday', '2026-W46', '2026-11-09'],
  ['2026-11-22', 'sunday', '2026-W47', '2026-11-16'],
  ['2026-12-31', 'thursday', '2026-W53', '2026-12-28'],
  ['2027-01-01', 'friday', '2026-W53', '2026-12-28'],
  ['2027-01-03', 'sunday', '2026-W53', '2026-12-28'],
  ['2027-01-04', 'monday', '2027-W01', '2027-01-04'],
  ['2028-01-01', 'saturday', '2027-W52', '2027-12-27'],
  ['2028-02-29', 'tuesday', '2028-W09', '2028-02-28'],
  ['2028-12-31', 'sunday', '2028-W52', '2028-12-25'],
];

test.for(calendar)('%s is a %s of %s, which begins on %s', ([day, name, week, monday]) => {
  expect([weekdays[weekdayOf(day) - 1], weekOf(day), mondayOf(day)]).toEqual([name, week, monday]);
  expect(isWeekend(day)).toBe(name === 'saturday' || name === 'sunday');
});
