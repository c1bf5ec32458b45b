import { expect, test } from 'vitest';
import type { Deed } from '../../src/store/volunteers/deeds.ts';
import { monthMeant, monthsOpen, summaryOf } from '../../src/volunteers/report-month.ts';

test.for([
  ['goes on', '2026-09-15', null, '2026-11-22', '2026-09', '2026-11'],
  ['began today', '2026-11-22', null, '2026-11-22', '2026-11', '2026-11'],
  ['began on the 31st', '2026-10-31', null, '2026-11-01', '2026-10', '2026-11'],
  ['began on a leap day', '2028-02-29', null, '2028-03-31', '2028-02', '2028-03'],
  ['over a turn of the year', '2026-12-31', null, '2027-01-01', '2026-12', '2027-01'],
  ['ended in October', '2026-09-15', '2026-10-31', '2026-11-22', '2026-09', '2026-10'],
  ['ends today', '2026-09-15', '2026-11-22', '2026-11-22', '2026-09', '2026-11'],
  ['ends next month', '2026-09-15', '2026-12-05', '2026-11-22', '2026-09', '2026-11'],
] as const)('months to report of: %s', ([, from, until, today, first, last]) => {
  expect(monthsOpen({ from, until }, today)).toEqual({ first, last });
});

test.for([
  ['2026-11-22', '2026-11'],
  ['2026-11-30', '2026-11'],
  ['2026-12-01', '2026-11'],
  ['2026-12-10', '2026-11'],
  ['2026-12-11', '2026-12'],
  ['2027-01-01', '2026-12'],
  ['2028-03-01', '2028-02'],
])('on %s the month that is meant is %s', ([today = '', month]) => {
  expect(monthMeant(today)).toBe(month);
});

const deed = (said: Partial<Deed>): Deed => ({
  id: 1,
  person: 1,
  name: null,
  project: 1,
  projectName: null,
  organisation: 1,
  above: [],
  state: 'done',
  on: '2026-11-01',
  direction: 'education',
  activity: 'lesson',
  hours: 1,
  people: null,
  achieved: null,
  note: null,
  photo: null,
  idea: null,
  confirmed: false,
  questioned: false,
  changedAt: '2026-11-22T06:00:00Z',
  ...said,
});

test('a month is added up by form of activity; own words are a form of their own; what is planned does not count', () => {
  const summary = summaryOf([
    deed({ hours: 0.1, people: 3 }),
    deed({ hours: 0.2, confirmed: true }),
    deed({ activity: { other: 'Робот құрастыру' }, hours: 2, achieved: 'Бірінші робот' }),
    deed({ activity: { other: 'Робот құрастыру' }, hours: 1.25, people: 4 }),
    deed({ activity: 'event', hours: 0.3, direction: 'elderly', achieved: '' }),
    deed({ state: 'planned', activity: null, hours: null }),
  ]);
  expect({ ...summary, achieved: summary.achieved.length }).toEqual({
    deeds: 5,
    hours: 3.85,
    confirmedHours: 0.2,
    people: 7,
    activities: [
      { activity: { other: 'Робот құрастыру' }, direction: 'education', deeds: 2, hours: 3.25, people: 4 },
      { activity: 'lesson', direction: 'education', deeds: 2, hours: 0.3, people: 3 },
      { activity: 'event', direction: 'elderly', deeds: 1, hours: 0.3, people: 0 },
    ],
    achieved: 1,
  });
});

test('a month without anything', () => {
  expect(summaryOf([])).toEqual({ deeds: 0, hours: 0, confirmedHours: 0, people: 0, activities: [], achieved: [] });
});
