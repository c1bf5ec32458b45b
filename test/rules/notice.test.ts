import { expect, test } from 'vitest';
import { noticeDaysOf } from '../../flows/volunteers/agreement-form.ts';
import { earliestLastDay, latestLastDay } from '../../src/rules/notice.ts';

test.for<[today: string, days: number, earliest: string]>([
  ['2026-11-22', 0, '2026-11-22'],
  ['2026-11-22', 1, '2026-11-23'],
  ['2026-11-22', 14, '2026-12-06'],
  ['2026-12-20', 14, '2027-01-03'],
  ['2028-02-16', 14, '2028-03-01'],
  ['2027-02-16', 14, '2027-03-02'],
  ['2026-11-22', 60, '2027-01-21'],
])('notice given on %s, %i days: the earliest last day is %s', ([today, days, earliest]) => {
  expect(earliestLastDay(today, days)).toBe(earliest);
});

test('a last day can be said a year ahead', () => {
  expect(latestLastDay('2026-11-22')).toBe('2027-11-22');
  expect(latestLastDay('2028-02-29')).toBe('2029-02-28');
});

test.for<[notice: unknown, days: unknown, said: number]>([
  ['two_weeks', undefined, 14],
  // Changed back to two weeks: the number of before is not asked any more.
  ['two_weeks', 3, 14],
  ['other', 0, 0],
  ['other', 1, 1],
  ['other', 60, 60],
  ['other', undefined, 14],
  [undefined, undefined, 14],
])('the answers %s and %s mean a notice of %i days', ([notice, days, said]) => {
  const answered = (value: unknown) => ({ value, rev: 1, complete: true });
  const answers = {
    ...(notice === undefined ? {} : { notice: answered(notice) }),
    ...(days === undefined ? {} : { notice_days: answered(days) }),
  };
  expect(noticeDaysOf({ answers })).toBe(said);
});
