import { expect, test } from 'vitest';
import { localTime, momentAt } from '../../../src/rules/announcing/local-time.ts';
import { momentProblems, readMoment } from '../../../src/rules/announcing/moment.ts';

const timeZone = 'Asia/Almaty';
const moment = (day: string, minutes: number): Date => momentAt({ day, minutes }, timeZone);

/** What somebody types on Sunday, 22 November 2026 at 14:00, and what is understood: the local time or a problem. */
const typed: [string, string][] = [
  ['25.11 18:30', '2026-11-25 18:30'],
  ['25.11.2026 18:30', '2026-11-25 18:30'],
  ['25.11.26 18:30', '2026-11-25 18:30'],
  ['25/11 18:30', '2026-11-25 18:30'],
  ['2026-11-25 18:30', '2026-11-25 18:30'],
  ['25.11 18.30', '2026-11-25 18:30'],
  ['25.11, 9:05', '2026-11-25 09:05'],
  ['18:30 25.11', '2026-11-25 18:30'],
  ['25 қараша 18:30', '2026-11-25 18:30'],
  ['25 қараша сағат 18:30-да', '2026-11-25 18:30'],
  ['25 ноября в 18:30', '2026-11-25 18:30'],
  ['November 25 at 18:30', '2026-11-25 18:30'],
  ['  25.11   18 : 30 ', '2026-11-25 18:30'],
  ['18:30', '2026-11-22 18:30'],
  ['14:01', '2026-11-22 14:01'],
  ['14:00', '2026-11-23 14:00'],
  ['10:00', '2026-11-23 10:00'],
  ['ертең 10:00', '2026-11-23 10:00'],
  ['Ертен сағат 10-да', '2026-11-23 10:00'],
  ['завтра в 10', '2026-11-23 10:00'],
  ['Ертең 10', '2026-11-23 10:00'],
  ['послезавтра 9', '2026-11-24 09:00'],
  ['Tomorrow at 10:00', '2026-11-23 10:00'],
  ['послезавтра 10.00', '2026-11-24 10:00'],
  ['бүрсігүні 10:00', '2026-11-24 10:00'],
  ['бүгін 20:59', '2026-11-22 20:59'],
  ['сегодня в 21:00', '2026-11-22 21:00 quiet'],
  ['25.11 08:59', '2026-11-25 08:59 quiet'],
  ['25.11 09:00', '2026-11-25 09:00'],
  ['05.01 12:00', '2027-01-05 12:00'],
  ['21.01 23:59', '2027-01-21 23:59 quiet'],
  ['22.01 00:00', 'too-far'],
  ['01.05 12:00', 'too-far'],
  ['25.11.2027 12:00', 'too-far'],
  ['бүгін 13:59', 'past'],
  ['20.11 18:30', 'past'],
  ['25.11.2025 18:30', 'past'],
  ['31.11 18:30', 'no-such-day'],
  ['29.02.2027 18:30', 'no-such-day'],
  ['31.11', 'no-such-day'],
  ['25.11 24:00', 'no-such-time'],
  ['25.11 18:60', 'no-such-time'],
  ['25.11', 'no-time'],
  ['ертең', 'no-time'],
  ['кеше', 'past'],
  ['вчера 10:00', 'past'],
  ['10', 'unreadable'],
  ['25 қараша', 'no-time'],
  ['', 'unreadable'],
  ['кешке', 'unreadable'],
  ['25 18:30', 'unreadable'],
  ['қазір 18:30', 'unreadable'],
  ['18:30 19:30', 'unreadable'],
];

test.for(typed)('"%s" is %s', ([text, understood]) => {
  const read = readMoment(text, moment('2026-11-22', 14 * 60), timeZone);
  expect(read.is === 'problem' ? read.problem : shown(read)).toBe(understood);
});

test('every problem has a case', () => {
  const met = new Set(typed.map(([, understood]) => understood));
  expect(momentProblems.filter((problem) => !met.has(problem))).toEqual([]);
});

test('a day that only the next year has', () => {
  const read = readMoment('29.02 12:00', moment('2027-12-31', 12 * 60), timeZone);
  expect(read).toMatchObject({ is: 'moment', day: '2028-02-29' });
});

test('in the evening of 31 December the day is counted on the clocks of the place', () => {
  // 19:30 in London is half past midnight in Almaty.
  const now = new Date('2026-12-31T19:30:00Z');
  expect(readMoment('ертең 10:00', now, timeZone)).toMatchObject({ day: '2027-01-02' });
  expect(readMoment('tomorrow 10:00', now, 'Europe/London')).toMatchObject({
    day: '2027-01-01',
    at: new Date('2027-01-01T10:00:00Z'),
  });
});

function shown({ at, day, quiet }: { at: Date; day: string; quiet: boolean }): string {
  const local = localTime(at, timeZone);
  expect(local.day).toBe(day);
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${day} ${pad(Math.floor(local.minutes / 60))}:${pad(local.minutes % 60)}${quiet ? ' quiet' : ''}`;
}
