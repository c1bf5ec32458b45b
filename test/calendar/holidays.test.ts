import DateHolidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { loadHolidays } from '../../src/calendar/holidays.ts';
import { moveDay } from '../../src/rules/dates.ts';
import { isWeekend } from '../../src/rules/weeks.ts';

const holidays = loadHolidays('content/holidays.yaml');

/**
 * The official calendars, copied out by hand, for a week of five days. Their sums are those of the Ministry of Labour:
 * 119 days off in 2025; in 2026 it announced 119, and one fell away with Constitution Day.
 */
const official = {
  2025: {
    off: {
      '2025-01-01': 'New Year, Wednesday',
      '2025-01-02': 'New Year, Thursday',
      '2025-01-03': 'moved here from Sunday 5 January',
      '2025-01-07': 'Orthodox Christmas, Tuesday',
      '2025-03-10': 'for Saturday 8 March',
      '2025-03-21': 'Nauryz, Friday',
      '2025-03-24': 'for Saturday 22 March',
      '2025-03-25': 'for Sunday 23 March',
      '2025-05-01': 'Unity Day, Thursday',
      '2025-05-07': 'Defender’s Day, Wednesday',
      '2025-05-09': 'Victory Day, Friday',
      '2025-06-06': 'Kurban Ait, Friday',
      '2025-07-07': 'for Sunday 6 July',
      '2025-09-01': 'for Saturday 30 August',
      '2025-10-27': 'for Saturday 25 October',
      '2025-12-16': 'Independence Day, Tuesday',
    },
    working: ['2025-01-05'],
    daysOff: 119,
  },
  2026: {
    off: {
      '2026-01-01': 'New Year, Thursday',
      '2026-01-02': 'New Year, Friday',
      '2026-01-07': 'Orthodox Christmas, Wednesday',
      '2026-03-09': 'for Sunday 8 March',
      '2026-03-23': 'Nauryz, Monday',
      '2026-03-24': 'for Saturday 21 March',
      '2026-03-25': 'for Sunday 22 March',
      '2026-05-01': 'Unity Day, Friday',
      '2026-05-07': 'Defender’s Day, Thursday',
      '2026-05-11': 'for Saturday 9 May',
      '2026-05-27': 'Kurban Ait, Wednesday',
      '2026-07-06': 'Capital Day, Monday',
      '2026-10-26': 'for Sunday 25 October',
      '2026-12-16': 'Independence Day, Wednesday',
    },
    working: [],
    daysOff: 118,
  },
};

const daysOf = (from: string, to: string): string[] =>
  from > to ? [] : [from, ...daysOf(moveDay(from, { days: 1 }), to)];

describe.for([2025, 2026] as const)('the official list of %i', (year) => {
  const { off, working, daysOff } = official[year];

  test('comes out exactly', () => {
    expect(holidays.exceptions(year)).toEqual({ off: Object.keys(off), working });
    expect(holidays.confirmed(year)).toBe(true);
  });

  test(`has ${daysOff} days off`, () => {
    const days = daysOf(`${year}-01-01`, `${year}-12-31`);
    expect(days.filter((day) => !holidays.isWorkingDay(day))).toHaveLength(daysOff);
  });
});

const workedIn = (from: string, to: string): number[] =>
  daysOf(from, to)
    .filter((day) => holidays.isWorkingDay(day))
    .map((day) => Number(day.slice(8)));

test('the working days of March and May 2026, and around the turn of the year', () => {
  expect(workedIn('2026-03-01', '2026-03-31')).toEqual([
    ...[2, 3, 4, 5, 6],
    ...[10, 11, 12, 13],
    ...[16, 17, 18, 19, 20],
    ...[26, 27],
    ...[30, 31],
  ]);
  expect(workedIn('2026-05-01', '2026-05-31')).toEqual([
    ...[4, 5, 6, 8],
    ...[12, 13, 14, 15],
    ...[18, 19, 20, 21, 22],
    ...[25, 26, 28, 29],
  ]);
  expect(workedIn('2026-12-28', '2026-12-31')).toEqual([28, 29, 30, 31]);
  expect(workedIn('2027-01-01', '2027-01-10')).toEqual([5, 6, 8]);
});

test('30 August and 15 March 2026 were no holidays: the Constitution’s day is kept from 2027', () => {
  const days = ['2025-09-01', '2026-03-16', '2026-08-31', '2027-03-15', '2027-08-30'];
  expect(days.map(holidays.isWorkingDay)).toEqual([false, true, true, false, true]);
});

test('a year without a confirmed list is counted by the law: substitutes move, 7 January and Kurban Ait stay', () => {
  expect([2024, 2027, 2028].map(holidays.confirmed)).toEqual([false, false, false]);
  expect(holidays.exceptions(2027)).toEqual({
    off: [
      '2027-01-01',
      '2027-01-04', // for Saturday 2 January
      '2027-01-07',
      '2027-03-08',
      '2027-03-15',
      '2027-03-22',
      '2027-03-23',
      '2027-03-24', // for Sunday 21 March
      '2027-05-03', // for Saturday 1 May
      '2027-05-07',
      '2027-05-10', // for Sunday 9 May; Kurban Ait on Sunday 16 May moves nowhere
      '2027-07-06',
      '2027-10-25',
      '2027-12-16',
    ],
    working: [],
  });
  // 7 January 2024 was a Sunday; 1 and 2 January 2028 are a weekend, so two days follow.
  expect(holidays.isWorkingDay('2024-01-08')).toBe(true);
  expect(workedIn('2028-01-01', '2028-01-08')).toEqual([5, 6]);
  // A leap day is a day like others.
  expect(holidays.isWorkingDay('2028-02-29')).toBe(true);
});

/** Where the package alone would be wrong; once it is right everywhere, our own counting can go. */
const packageIsWrong = {
  2025: { notOff: ['2025-01-03'], wronglyOff: [], notWorked: ['2025-01-05'] },
  2026: { notOff: ['2026-03-25'], wronglyOff: ['2026-03-16'], notWorked: [] },
  2027: { notOff: ['2027-03-24'], wronglyOff: [], notWorked: [] },
};

test.for([2025, 2026, 2027] as const)('date-holidays by itself is wrong about %i', (year) => {
  const plain = new DateHolidays('KZ', { timezone: 'Asia/Almaty' })
    .getHolidays(year)
    .map(({ date }) => date.slice(0, 10));
  const { off, working } = holidays.exceptions(year);
  expect({
    notOff: off.filter((day) => !plain.includes(day)),
    wronglyOff: plain.filter((day) => !isWeekend(day) && !off.includes(day)),
    notWorked: working,
  }).toEqual(packageIsWrong[year]);
});
