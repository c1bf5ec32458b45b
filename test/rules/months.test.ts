import { expect, test } from 'vitest';
import { daysOf, isMonth, monthInWords, monthOf, moveMonth } from '../../src/rules/months.ts';

test.for([
  ['2026-11', true],
  ['2026-12', true],
  ['2026-13', false],
  ['2026-00', false],
  ['2026-1', false],
  ['0026-11', false],
  ['2026-11-01', false],
  ['', false],
] as const)('%s is a month: %s', ([text, is]) => {
  expect(isMonth(text)).toBe(is);
});

test.for([
  ['2027-01-01', '2027-01'],
  ['2026-12-31', '2026-12'],
  ['2028-02-29', '2028-02'],
])('%s lies in %s', ([day = '', month]) => {
  expect(monthOf(day)).toBe(month);
});

test.for([
  ['2026-11', -1, '2026-10'],
  ['2027-01', -1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2028-03', -1, '2028-02'],
  ['2026-11', -12, '2025-11'],
  ['2026-11', 14, '2028-01'],
  ['2026-11', 0, '2026-11'],
] as const)('%s moved by %i is %s', ([month, by, moved]) => {
  expect(moveMonth(month, by)).toBe(moved);
});

test.for([
  ['2026-02', '2026-02-28'],
  ['2028-02', '2028-02-29'],
  ['2100-02', '2100-02-28'],
  ['2000-02', '2000-02-29'],
  ['2026-04', '2026-04-30'],
  ['2026-12', '2026-12-31'],
  ['2027-01', '2027-01-31'],
])('%s ends on %s', ([month = '', until]) => {
  expect(daysOf(month)).toEqual({ from: `${month}-01`, until });
});

test('a month in words', () => {
  expect((['kk', 'ru', 'en'] as const).map((lang) => monthInWords('2026-11', lang))).toEqual([
    '2026 жылғы қараша',
    'ноябрь 2026 г.',
    'November 2026',
  ]);
  expect((['kk', 'ru', 'en'] as const).map((lang) => monthInWords('2027-05', lang))).toEqual([
    '2027 жылғы мамыр',
    'май 2027 г.',
    'May 2027',
  ]);
});
