import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { kindHash } from '../../src/calendar/hash.ts';
import type { Due, Kind } from '../../src/calendar/kind.ts';
import { loadCalendar } from '../../src/calendar/load.ts';
import { kindOf, known, small } from './small.ts';

test('a kind is read whole', () => {
  expect(kindOf(small(), 'yearly-review')).toEqual({
    id: 'yearly-review',
    programme: 'mobility',
    source: 'sample-rules, item 1',
    ours: null,
    title: { kk: 'Жылдық шолу', ru: 'Годовой обзор', en: 'Yearly review' },
    why: { kk: 'Шолу жыл сайын өтеді.', ru: 'Обзор проводится каждый год.', en: 'The review is held every year.' },
    owes: { role: 'worker', at: ['mobility-centre', 'career-centre'], as: 'person', having: null },
    due: { is: 'yearly', month: 11, day: 15, after: false },
    ladder: [
      { is: 'day', label: '-30d', days: -30, time: '10:00' },
      { is: 'day', label: '-2d 18:00', days: -2, time: '18:00' },
      { is: 'day', label: '-1d', days: -1, time: '10:00' },
      { is: 'day', label: '0d', days: 0, time: '10:00' },
      { is: 'day', label: '+1d', days: 1, time: '10:00' },
    ],
    slips: {
      tell: ['head'],
      ladder: [
        { is: 'day', label: '+1d', days: 1, time: '10:00' },
        { is: 'day', label: '+7d', days: 7, time: '10:00' },
      ],
    },
    list: {
      tell: ['coordinator', 'head'],
      ladder: [
        { is: 'day', label: '-2d', days: -2, time: '10:00' },
        { is: 'day', label: '-1d', days: -1, time: '10:00' },
      ],
    },
    opens: 'done',
    fulfilled: { event: 'reviewed', hours: 40 },
  } satisfies Kind);
});

test('what an organisation owes, and steps in hours', () => {
  const { ours, source, owes, slips, list, fulfilled } = kindOf(small(), 'year-report');
  expect({ ours, source, owes, slips, list, fulfilled }).toEqual({
    ours: 'We want to hear how the year went.',
    source: null,
    owes: { role: 'office', at: ['union-member'], as: 'organisation', having: 'agreement-signed' },
    slips: null,
    list: null,
    fulfilled: { form: 'weekly-report' },
  });
  expect(kindOf(small(), 'weekly-report').ladder).toEqual([
    { is: 'day', label: '-1d', days: -1, time: '20:59' },
    { is: 'hour', label: '-12h', hours: -12 },
    { is: 'hour', label: '-1h', hours: -1 },
  ]);
});

test('every shape of due', () => {
  expect(Object.fromEntries([...small().kinds].map(([id, { due }]) => [id, due]))).toEqual({
    'yearly-review': { is: 'yearly', month: 11, day: 15, after: false },
    'year-report': { is: 'yearly', month: 3, day: 31, after: true },
    'weekly-report': { is: 'weekly', weekday: 7, time: '23:00' },
    'monthly-meeting': { is: 'monthly', day: 'last', after: false },
    'quarterly-report': { is: 'quarterly', day: 10, after: true },
    plan: { is: 'event', event: 'mentor-named', count: 3, unit: 'working-days' },
  } satisfies Record<string, Due>);
});

test('events say for whom they are and who records them', () => {
  const { events } = small();
  expect([...events.keys()]).toEqual([
    'reviewed',
    'agreement-signed',
    'week-reported',
    'met',
    'quarter-reported',
    'mentor-named',
    'plan-written',
  ]);
  expect([events.get('met'), events.get('agreement-signed')]).toEqual([
    { id: 'met', title: { kk: 'Жиын өтті', ru: 'Встреча прошла', en: 'Met' }, about: 'person', record: [] },
    {
      id: 'agreement-signed',
      title: { kk: 'Келісімге қол қойылды', ru: 'Соглашение подписано', en: 'Agreement signed' },
      about: 'organisation',
      record: ['administrator', 'coordinator'],
    },
  ]);
});

/** The sample with its content changed, written the way `change` leaves it. */
function changed(change: (kinds: Record<string, Record<string, unknown>>) => unknown) {
  const { kinds, events } = parse(readFileSync('test/calendar/small.yaml', 'utf8')) as {
    kinds: Record<string, Record<string, unknown>>;
    events: Record<string, unknown>;
  };
  const file = join(mkdtempSync(join(tmpdir(), 'calendar-')), 'calendar.yaml');
  writeFileSync(file, stringify({ events, kinds: change(kinds) }));
  return loadCalendar(file, known);
}

test('the hash is that of the content, not of the order', () => {
  const turned = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).toReversed());
  const same = changed((kinds) =>
    turned(Object.fromEntries(Object.entries(kinds).map(([id, kind]) => [id, turned(kind)]))),
  );
  expect(same.hash).toBe(small().hash);
  expect(small().hash).toMatch(/^[0-9a-f]{64}$/);
});

test('a changed kind changes its own hash and that of the calendar', () => {
  const other = changed((kinds) => ({ ...kinds, plan: { ...kinds.plan, ladder: ['0d', '+2d'] } }));
  const differing = [...small().kinds.values()].filter((kind) => kindHash(kind) !== kindHash(kindOf(other, kind.id)));
  expect(differing.map(({ id }) => id)).toEqual(['plan']);
  expect(other.hash).not.toBe(small().hash);
});
