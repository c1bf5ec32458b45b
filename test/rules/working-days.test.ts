import { expect, test } from 'vitest';
import { isWeekend } from '../../src/rules/weeks.ts';
import { addWorkingDays } from '../../src/rules/working-days.ts';

const mondayToFriday = (day: string): boolean => !isWeekend(day);

/** In a week without holidays: from, how many, to. 20 November 2026 is a Friday. */
const steps: [string, number, string][] = [
  ['2026-11-19', 1, '2026-11-20'],
  ['2026-11-20', 1, '2026-11-23'],
  ['2026-11-20', 3, '2026-11-25'],
  ['2026-11-21', 3, '2026-11-25'],
  ['2026-11-22', 3, '2026-11-25'],
  ['2026-11-23', 3, '2026-11-26'],
  ['2026-11-20', 5, '2026-11-27'],
  ['2026-11-20', 15, '2026-12-11'],
  ['2028-02-25', 2, '2028-02-29'],
  ['2028-02-28', 2, '2028-03-01'],
];

test.for(steps)('%s and %i working days are %s', ([from, count, to]) => {
  expect(addWorkingDays(from, count, mondayToFriday)).toBe(to);
});

test('the day of the event never counts, be it worked or not', () => {
  expect(addWorkingDays('2026-11-23', 1, () => true)).toBe('2026-11-24');
  expect(addWorkingDays('2026-11-23', 1, (day) => day === '2026-12-10')).toBe('2026-12-10');
});

test('a calendar without working days is an error, not an endless search', () => {
  expect(() => addWorkingDays('2026-11-23', 1, () => false)).toThrow('no working day in 60 days after 2026-11-23');
});
