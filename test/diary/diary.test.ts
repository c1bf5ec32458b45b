import { expect, test } from 'vitest';
import { pageOf } from '../../src/diary/lines.ts';
import { monthHeading, spanHeading } from '../../src/diary/spans.ts';
import { partsOf } from '../../src/diary/whole.ts';
import { weekdayOf } from '../../src/rules/weekdays.ts';

const languages = ['kk', 'ru', 'en'] as const;

test('months as headings, also over the turn of a year', () => {
  expect(languages.map((language) => monthHeading('2026-11', language))).toEqual([
    '2026 жылғы қараша',
    'Ноябрь 2026 г.',
    'November 2026',
  ]);
  expect(languages.map((language) => spanHeading(['2026-06', '2026-07', '2026-11'], language))).toEqual([
    '2026 жылғы маусым – қараша',
    'Июнь – ноябрь 2026 г.',
    'June – November 2026',
  ]);
  expect(languages.map((language) => spanHeading(['2026-12', '2027-02'], language))).toEqual([
    '2026 жылғы желтоқсан – 2027 жылғы ақпан',
    'Декабрь 2026 г. – февраль 2027 г.',
    'December 2026 – February 2027',
  ]);
});

test.for([
  ['2026-11-22', 6],
  ['2026-11-23', 0],
  ['2028-02-29', 1],
  ['2026-12-31', 3],
  ['2027-01-01', 4],
] as const)('%s is day %i of its week', ([day, place]) => {
  expect(weekdayOf(day)).toBe(place);
});

const day = (on: string, done: number, planned = 0) => ({ on, hours: 0, done, planned });

test('a long diary is read in stretches of at most 400 entries, each day in one of them', () => {
  expect(partsOf([])).toEqual([]);
  expect(partsOf([day('2026-01-01', 1)])).toEqual([{ from: '2026-01-01', until: '2026-01-01' }]);
  const days = [day('2026-01-01', 200), day('2026-01-03', 199, 1), day('2026-01-04', 1), day('2026-01-09', 399)];
  expect(partsOf([...days, day('2026-02-01', 450), day('2026-02-02', 1)])).toEqual([
    { from: '2026-01-01', until: '2026-01-03' },
    { from: '2026-01-04', until: '2026-01-09' },
    { from: '2026-02-01', until: '2026-02-01' },
    { from: '2026-02-02', until: '2026-02-02' },
  ]);
});

test('pages of eight; one that is no more gives the last', () => {
  const items = Array.from({ length: 17 }, (_, index) => index);
  expect(pageOf(items, 1)).toEqual({ items: items.slice(0, 8), page: 1, pages: 3 });
  expect(pageOf(items, 3)).toEqual({ items: [16], page: 3, pages: 3 });
  expect([pageOf(items, 0).page, pageOf(items, 99).page]).toEqual([1, 3]);
  expect(pageOf([], 5)).toEqual({ items: [], page: 1, pages: 1 });
});
