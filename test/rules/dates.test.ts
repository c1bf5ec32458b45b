import { describe, expect, test } from 'vitest';
import { ageOn, dayInNumbers, dayInWords, isDay, limitDay, moveDay, readDay } from '../../src/rules/dates.ts';

const written: Record<string, string> = {
  '31.12.2001': '2001-12-31',
  '31/12/2001': '2001-12-31',
  '31 12 2001': '2001-12-31',
  '31-12-2001': '2001-12-31',
  '1.2.2001': '2001-02-01',
  '2001-12-31': '2001-12-31',
  '2001.12.31': '2001-12-31',
  '31 желтоқсан 2001': '2001-12-31',
  '2001 жылғы 31 желтоқсан': '2001-12-31',
  '2001 жылдың 5 қаңтары': '2001-01-05',
  '3 караша 2001': '2001-11-03',
  '31 декабря 2001': '2001-12-31',
  '31 декабря 2001 г.': '2001-12-31',
  '31 ДЕК 2001': '2001-12-31',
  '9 мая 1999 года': '1999-05-09',
  '1 маусым 1999': '1999-06-01',
  '1 мамыр 1999': '1999-05-01',
  '8 наурыз 2000': '2000-03-08',
  '8 марта 2000': '2000-03-08',
  '31 December 2001': '2001-12-31',
  'December 31, 2001': '2001-12-31',
  '1st of May 2001': '2001-05-01',
  ' 29.02.2024 ': '2024-02-29',
  '29.02.2000': '2000-02-29',
};

const refused: Record<string, string> = {
  '31.12.01': 'short-year',
  '31 декабря 01': 'short-year',
  '29.02.2023': 'no-such-day',
  '29.02.1900': 'no-such-day',
  '30.02.2024': 'no-such-day',
  '31 февраля 2024': 'no-such-day',
  '31.04.2024': 'no-such-day',
  '12/31/2001': 'no-such-day',
  '00.01.2001': 'no-such-day',
  '31.12': 'not-a-date',
  '31.12.200': 'not-a-date',
  '31.12.20011': 'not-a-date',
  '31 дикабря 2001': 'not-a-date',
  '31122001': 'not-a-date',
  кеше: 'not-a-date',
  '': 'not-a-date',
  '1 2 3 2001': 'not-a-date',
};

describe('readDay', () => {
  test.for(Object.entries(written))('%s', ([text, day]) => {
    expect(readDay(text)).toEqual({ is: 'day', day });
  });

  test.for(Object.entries(refused))('%s: %s', ([text, problem]) => {
    expect(readDay(text)).toEqual({ is: 'problem', problem });
  });

  test('reads every month in every language as it is written', () => {
    for (let month = 1; month <= 12; month += 1) {
      const day = `2026-${String(month).padStart(2, '0')}-07`;
      for (const lang of ['kk', 'ru', 'en'] as const)
        expect(readDay(dayInWords(day, lang))).toEqual({ is: 'day', day });
    }
  });
});

describe('a day without its year', () => {
  const cases: [string, 'before' | 'after', string, string][] = [
    ['5 қараша', 'before', '2026-11-22', '2026-11-05'],
    ['05.11', 'before', '2026-11-22', '2026-11-05'],
    ['22 ноября', 'before', '2026-11-22', '2026-11-22'],
    ['23 November', 'before', '2026-11-22', '2025-11-23'],
    ['31.12', 'before', '2027-01-01', '2026-12-31'],
    ['22.11', 'after', '2026-11-22', '2026-11-22'],
    ['21.11', 'after', '2026-11-22', '2027-11-21'],
    ['1 қаңтар', 'after', '2026-12-31', '2027-01-01'],
    ['29 ақпан', 'before', '2029-01-10', '2028-02-29'],
    ['29.02', 'after', '2027-11-22', '2028-02-29'],
  ];
  test.for(cases)('%s %s %s is %s', ([text, side, today, day]) => {
    expect(readDay(text, { today, side })).toEqual({ is: 'day', day });
  });

  test.for([
    ['29.02', 'no-such-day'],
    ['31.04', 'no-such-day'],
    ['5 құмыра', 'not-a-date'],
    ['5', 'not-a-date'],
    ['қараша', 'not-a-date'],
    ['05.11.26', 'short-year'],
  ] as const)('%s is none: %s', ([text, problem]) => {
    expect(readDay(text, { today: '2026-11-22', side: 'before' })).toEqual({ is: 'problem', problem });
  });

  test('is no day where a year has to be said', () => {
    expect(readDay('5 қараша')).toEqual({ is: 'problem', problem: 'not-a-date' });
  });
});

test('limits move from today, and stay within the month', () => {
  const today = '2024-02-29';
  const limits = ['2001-12-31', 'today', 'today+1d', 'today-14y', 'today-3m', 'today+12m'];
  expect(limits.map((limit) => limitDay(limit, today))).toEqual([
    '2001-12-31',
    '2024-02-29',
    '2024-03-01',
    '2010-02-28',
    '2023-11-29',
    '2025-02-28',
  ]);
  expect(moveDay('2026-01-31', { months: 1 })).toBe('2026-02-28');
});

test('age counts full years', () => {
  expect(ageOn('2008-11-23', '2026-11-22')).toBe(17);
  expect(ageOn('2008-11-22', '2026-11-22')).toBe(18);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
});

test('a day reads as people write it', () => {
  expect(dayInWords('2026-11-15', 'kk')).toBe('2026 жылғы 15 қараша');
  expect(dayInWords('2026-11-15', 'ru')).toBe('15 ноября 2026 г.');
  expect(dayInWords('2026-11-15', 'en')).toBe('15 November 2026');
  expect(dayInNumbers('2026-11-05')).toBe('05.11.2026');
  expect(['2026-11-15', '2026-11-31', '0001-01-01', '15.11.2026'].map(isDay)).toEqual([true, false, false, false]);
});
