import { describe, expect, test } from 'vitest';
import type { Due } from '../../src/calendar/kind.ts';
import { periodAt } from '../../src/calendar/periods.ts';
import { moveDay } from '../../src/rules/dates.ts';

const dues = {
  'by 15 November': { is: 'yearly', month: 11, day: 15, after: false },
  'by 31 March of the next year': { is: 'yearly', month: 3, day: 31, after: true },
  'by Sunday': { is: 'weekly', weekday: 7 },
  'by Friday': { is: 'weekly', weekday: 5 },
  'by the last of the month': { is: 'monthly', day: 'last', after: false },
  'by the 31st': { is: 'monthly', day: 31, after: false },
  'by the 5th': { is: 'monthly', day: 5, after: false },
  'by the 5th of the next month': { is: 'monthly', day: 5, after: true },
  'by the quarter’s last day': { is: 'quarterly', day: 'last', after: false },
  'by the 31st of its last month': { is: 'quarterly', day: 31, after: false },
  'by the 10th of its last month': { is: 'quarterly', day: 10, after: false },
  'by the 10th after the quarter': { is: 'quarterly', day: 10, after: true },
  'after an event': { is: 'event', event: 'hired', count: 15, unit: 'working-days' },
} satisfies Record<string, Due>;

/** Checked by hand: what, on which day, its period with the days on which it opens and is due; or nothing is open. */
const table: [keyof typeof dues, string, [string, string, string] | null][] = [
  ['by 15 November', '2026-01-01', ['2026', '2026-01-01', '2026-11-15']],
  // A Sunday, and it stays.
  ['by 15 November', '2026-11-15', ['2026', '2026-01-01', '2026-11-15']],
  ['by 15 November', '2026-11-16', null],
  ['by 15 November', '2026-12-31', null],
  ['by 15 November', '2027-01-01', ['2027', '2027-01-01', '2027-11-15']],
  ['by 15 November', '2028-02-29', ['2028', '2028-01-01', '2028-11-15']],
  ['by 31 March of the next year', '2026-12-31', null],
  ['by 31 March of the next year', '2027-01-01', ['2026', '2027-01-01', '2027-03-31']],
  ['by 31 March of the next year', '2027-03-31', ['2026', '2027-01-01', '2027-03-31']],
  ['by 31 March of the next year', '2027-04-01', null],
  ['by Sunday', '2026-11-16', ['2026-W47', '2026-11-16', '2026-11-22']],
  ['by Sunday', '2026-11-22', ['2026-W47', '2026-11-16', '2026-11-22']],
  ['by Sunday', '2025-12-29', ['2026-W01', '2025-12-29', '2026-01-04']],
  // A Friday, in the 53rd week of the year before.
  ['by Sunday', '2027-01-01', ['2026-W53', '2026-12-28', '2027-01-03']],
  ['by Sunday', '2027-01-04', ['2027-W01', '2027-01-04', '2027-01-10']],
  ['by Sunday', '2028-02-29', ['2028-W09', '2028-02-28', '2028-03-05']],
  ['by Friday', '2027-01-01', ['2026-W53', '2026-12-28', '2027-01-01']],
  ['by Friday', '2027-01-02', null],
  ['by the last of the month', '2026-03-23', ['2026-03', '2026-03-01', '2026-03-31']],
  ['by the last of the month', '2026-11-30', ['2026-11', '2026-11-01', '2026-11-30']],
  ['by the last of the month', '2027-02-28', ['2027-02', '2027-02-01', '2027-02-28']],
  ['by the last of the month', '2028-02-29', ['2028-02', '2028-02-01', '2028-02-29']],
  ['by the last of the month', '2026-12-31', ['2026-12', '2026-12-01', '2026-12-31']],
  ['by the 31st', '2026-05-31', ['2026-05', '2026-05-01', '2026-05-31']],
  ['by the 31st', '2026-02-01', ['2026-02', '2026-02-01', '2026-02-28']],
  ['by the 31st', '2028-02-29', ['2028-02', '2028-02-01', '2028-02-29']],
  ['by the 5th', '2026-11-05', ['2026-11', '2026-11-01', '2026-11-05']],
  ['by the 5th', '2026-11-06', null],
  ['by the 5th of the next month', '2026-11-30', null],
  ['by the 5th of the next month', '2026-12-01', ['2026-11', '2026-12-01', '2026-12-05']],
  ['by the 5th of the next month', '2027-01-05', ['2026-12', '2027-01-01', '2027-01-05']],
  ['by the 5th of the next month', '2028-03-01', ['2028-02', '2028-03-01', '2028-03-05']],
  ['by the quarter’s last day', '2026-01-01', ['2026-Q1', '2026-01-01', '2026-03-31']],
  ['by the quarter’s last day', '2026-05-09', ['2026-Q2', '2026-04-01', '2026-06-30']],
  ['by the quarter’s last day', '2026-12-31', ['2026-Q4', '2026-10-01', '2026-12-31']],
  ['by the 31st of its last month', '2026-09-30', ['2026-Q3', '2026-07-01', '2026-09-30']],
  ['by the 10th of its last month', '2026-12-10', ['2026-Q4', '2026-10-01', '2026-12-10']],
  ['by the 10th of its last month', '2026-12-11', null],
  ['by the 10th after the quarter', '2026-12-31', null],
  ['by the 10th after the quarter', '2027-01-01', ['2026-Q4', '2027-01-01', '2027-01-10']],
  ['by the 10th after the quarter', '2026-04-10', ['2026-Q1', '2026-04-01', '2026-04-10']],
  ['by the 10th after the quarter', '2026-04-11', null],
  ['after an event', '2026-11-22', null],
];

test.for(table)('%s on %s', ([name, day, expected]) => {
  const [period = '', opensOn = '', dueOn = ''] = expected ?? [];
  expect(periodAt(dues[name], day)).toEqual(expected ? [{ period, opensOn, dueOn }] : []);
});

test('the due time of day goes with the period', () => {
  expect(periodAt({ is: 'weekly', weekday: 7, time: '23:00' }, '2026-11-20')).toEqual([
    { period: '2026-W47', opensOn: '2026-11-16', dueOn: '2026-11-22', time: '23:00' },
  ]);
});

describe('from 2025 to 2028, day by day', () => {
  const days: string[] = [];
  for (let day = '2025-01-01'; day <= '2028-12-31'; day = moveDay(day, { days: 1 })) days.push(day);

  /** How many periods open in these four years. */
  const opened: Record<keyof typeof dues, number> = {
    'by 15 November': 4,
    'by 31 March of the next year': 4,
    // From Monday 30 December 2024 to Sunday 31 December 2028.
    'by Sunday': 209,
    'by Friday': 209,
    'by the last of the month': 48,
    'by the 31st': 48,
    'by the 5th': 48,
    'by the 5th of the next month': 48,
    'by the quarter’s last day': 16,
    'by the 31st of its last month': 16,
    'by the 10th of its last month': 16,
    'by the 10th after the quarter': 16,
    'after an event': 0,
  };

  test.for(Object.entries(dues))(
    '%s: each period once, open exactly from its first day to the due day',
    ([name, due]) => {
      const seen = new Map<string, { days: string[]; opensOn: string; dueOn: string }>();
      for (const day of days) {
        for (const { period, opensOn, dueOn } of periodAt(due, day)) {
          const before = seen.get(period) ?? { days: [], opensOn, dueOn };
          expect({ opensOn, dueOn }).toEqual({ opensOn: before.opensOn, dueOn: before.dueOn });
          seen.set(period, { ...before, days: [...before.days, day] });
        }
      }
      expect(seen.size).toBe(opened[name as keyof typeof dues]);
      for (const { days: open, opensOn, dueOn } of seen.values())
        expect([open[0], open.at(-1)]).toEqual([opensOn < '2025' ? '2025-01-01' : opensOn, dueOn]);
    },
  );
});
