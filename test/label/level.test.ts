import { expect, test } from 'vitest';
import type { CentreKind, Mark } from '../../src/rules/label-codes.ts';
import { criteriaFor, indicatorsFor, loadInstrument } from '../../src/label/instrument.ts';
import type { Criterion } from '../../src/label/instrument.ts';
import { estimate, isMet, levelOf, shareOf, whatIf } from '../../src/label/level.ts';
import type { Marks } from '../../src/label/level.ts';
import { levelByDocument } from './level-by-document.ts';

const instrument = loadInstrument('content/jastar-belgisi.yaml');

/** All subsets of the criteria 1 to `last`. */
const subsets = (last: number): Set<number>[] =>
  Array.from(
    { length: 2 ** last },
    (_, bits) => new Set(Array.from({ length: last }, (__, index) => index + 1).filter((n) => bits & (1 << (n - 1)))),
  );

test.for<[CentreKind, combinations: number]>([
  ['regional', 256],
  ['republican_city', 128],
  ['oblast_city', 128],
  ['district', 128],
])('all combinations of met criteria for a centre of the kind %s: %i', ([kind, combinations]) => {
  const all = subsets(kind === 'regional' ? 8 : 7);
  const named = (level: (met: Set<number>) => string | null) => all.map((met) => `${[...met].join()}: ${level(met)}`);
  expect(all).toHaveLength(combinations);
  expect(named((met) => levelOf(instrument, met, kind))).toEqual(
    named((met) => levelByDocument(met, kind === 'regional')),
  );
});

test.for<[CentreKind, last: number]>([
  ['regional', 8],
  ['republican_city', 7],
  ['oblast_city', 7],
  ['district', 7],
])(
  'the same of whole assessments of a centre of the kind %s, where one indicator keeps a criterion from being met',
  ([kind, last]) => {
    for (const met of subsets(last)) {
      // In each criterion that is not met one indicator is not "yes", another one from combination to combination.
      const weak = criteriaFor(instrument, kind)
        .filter(({ number }) => !met.has(number))
        .map(({ number, indicators }) => indicators[(met.size * 5 + number) % indicators.length]?.number ?? 0);
      for (const mark of ['not_fully', 'no'] as const) {
        const marks = all(kind, 'yes', Object.fromEntries(weak.map((number) => [number, mark])));
        const found = estimate(instrument, marks, kind);
        expect(found.level, `met: ${[...met].join()}`).toBe(levelByDocument(met, kind === 'regional'));
        expect(found.criteria.flatMap(({ criterion, met: is }) => (is ? [criterion] : []))).toEqual([...met]);
      }
    }
  },
);

test('how many combinations reach which level', () => {
  const counts = (kind: CentreKind, last: number) => {
    const levels = subsets(last).map((met) => levelOf(instrument, met, kind));
    return ['gold', 'silver', 'bronze', null].map((level) => levels.filter((reached) => reached === level).length);
  };
  // Of 2^8: gold 1; silver leaves 5, 6, 7 free, not all of them met; bronze leaves 5, 6, 7 free without 3.
  expect(counts('regional', 8)).toEqual([1, 7, 8, 240]);
  expect(counts('district', 7)).toEqual([1, 7, 8, 112]);
});

/** Every indicator that applies, with this mark, but for these. */
const all = (kind: CentreKind, mark: Mark, but: Marks = {}): Marks => ({
  ...Object.fromEntries(indicatorsFor(instrument, kind).map(({ number }) => [number, mark])),
  ...but,
});

function criterion(number: number): Criterion {
  const found = criteriaFor(instrument, 'regional').find((known) => known.number === number);
  if (!found) throw new Error(`there is no criterion ${number}`);
  return found;
}

test.for<[marks: Marks, share: number, met: boolean]>([
  [{}, 0, false],
  [{ 45: 'yes', 46: 'yes', 47: 'yes', 48: 'yes' }, 1, true],
  [{ 45: 'yes', 46: 'yes', 47: 'yes', 48: 'not_fully' }, 0.875, false],
  [{ 45: 'yes', 46: 'yes', 47: 'yes' }, 0.75, false],
  [{ 45: 'not_fully', 46: 'not_fully', 47: 'not_fully', 48: 'not_fully' }, 0.5, false],
  [{ 45: 'no', 46: 'no', 47: 'no', 48: 'not_fully' }, 0.125, false],
  [{ 45: 'no', 46: 'no', 47: 'no', 48: 'no', 1: 'yes' }, 0, false],
])('criterion 8 with the marks %j has the share %d', ([given, share, met]) => {
  expect([shareOf(criterion(8), given), isMet(criterion(8), given)]).toEqual([share, met]);
});

test('one indicator that is not fully, or not answered, keeps its criterion from being met', () => {
  const marks = all('district', 'yes', { 20: 'not_fully' });
  const { level, criteria } = estimate(instrument, marks, 'district');
  expect(level).toBe('bronze');
  expect(criteria.find(({ criterion: number }) => number === 3)).toEqual({
    criterion: 3,
    share: 5.5 / 6,
    met: false,
    answered: 6,
    of: 6,
  });
  const { 20: _, ...open } = marks;
  expect(estimate(instrument, open, 'district')).toMatchObject({ level: 'bronze', criteria: { 2: { answered: 5 } } });
});

test('nothing answered is no level, and every criterion is open', () => {
  const { level, criteria } = estimate(instrument, {}, 'regional');
  expect(level).toBeNull();
  expect(criteria.map(({ share, met, answered, of }) => [share, met, answered, of])).toEqual(
    [11, 8, 6, 9, 3, 5, 2, 4].map((of) => [0, false, 0, of]),
  );
});

test('criterion 8 neither helps nor hinders a centre that is not regional', () => {
  for (const kind of ['republican_city', 'oblast_city', 'district'] as const) {
    for (const met of subsets(7)) {
      const level = levelOf(instrument, met, kind);
      expect(levelOf(instrument, new Set([...met, 8]), kind)).toBe(level);
    }
  }
});

test('indicators 45–48 count for regional centres and for no others', () => {
  const marks = all('district', 'yes');
  expect(estimate(instrument, marks, 'district').level).toBe('gold');
  expect(estimate(instrument, marks, 'republican_city').level).toBe('gold');
  expect(estimate(instrument, marks, 'regional').level).toBeNull();
  expect(estimate(instrument, all('regional', 'yes'), 'regional').level).toBe('gold');
  expect(estimate(instrument, { ...marks, 45: 'no' }, 'district')).toEqual(estimate(instrument, marks, 'district'));
});

test('"what if" shows the level with other marks and changes none', () => {
  const marks = all('regional', 'yes', { 3: 'no', 21: 'not_fully' });
  expect(estimate(instrument, marks, 'regional').level).toBeNull();
  expect(whatIf(instrument, marks, { 3: 'yes' }, 'regional').level).toBe('bronze');
  expect(whatIf(instrument, marks, { 3: 'yes', 21: 'yes' }, 'regional').level).toBe('gold');
  expect(whatIf(instrument, marks, { 12: 'no' }, 'regional').level).toBeNull();
  expect(marks[3]).toBe('no');
});
