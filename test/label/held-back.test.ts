import { expect, test } from 'vitest';
import { centreKinds } from '../../src/rules/label-codes.ts';
import type { CentreKind, LevelId, Mark } from '../../src/rules/label-codes.ts';
import { criteriaFor, loadInstrument } from '../../src/label/instrument.ts';
import type { Criterion, Indicator } from '../../src/label/instrument.ts';
import { estimate, heldBack, whatIf } from '../../src/label/level.ts';
import type { Marks } from '../../src/label/level.ts';
import { levelByDocument } from './level-by-document.ts';

const instrument = loadInstrument('content/jastar-belgisi.yaml');
const upwards: (LevelId | null)[] = [null, 'bronze', 'silver', 'gold'];
const read = new Map(centreKinds.map((kind) => [kind, criteriaFor(instrument, kind)]));
const criteriaOf = (kind: CentreKind): Criterion[] => read.get(kind) ?? [];
const indicatorsOf = (kind: CentreKind): Indicator[] => criteriaOf(kind).flatMap(({ indicators }) => indicators);

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const notYes: (Mark | undefined)[] = ['not_fully', 'no', undefined];

/** An assessment in which at most `most` indicators, all of some criteria, are not "yes"; some of these are not answered. */
function assessment(kind: CentreKind, most: number, random: () => number): Marks {
  const marks: Record<number, Mark> = {};
  for (const { number } of indicatorsOf(kind)) marks[number] = 'yes';
  const weak = criteriaOf(kind)
    .filter(() => random() < 0.5)
    .flatMap(({ indicators }) => indicators);
  for (let left = Math.floor(random() * (most + 1)); left > 0; left -= 1) {
    const number = weak[Math.floor(random() * weak.length)]?.number ?? 1;
    const mark = notYes[Math.floor(random() * notYes.length)];
    if (mark === undefined) delete marks[number];
    else marks[number] = mark;
  }
  return marks;
}

/** An assessment in which each indicator has some mark, or none: from nearly all "yes" to hardly any. */
function anyAssessment(kind: CentreKind, random: () => number): Marks {
  const marks: Record<number, Mark> = {};
  const share = random();
  for (const { number } of indicatorsOf(kind)) {
    const mark = random() < share ? 'yes' : notYes[Math.floor(random() * notYes.length)];
    if (mark !== undefined) marks[number] = mark;
  }
  return marks;
}

/** How high the met criteria reach by the document's rules, without the program's: 0 no level, 3 gold. */
const heightOf = (met: readonly number[], kind: CentreKind): number =>
  upwards.indexOf(levelByDocument(new Set(met), kind === 'regional'));

const metIn = (marks: Marks, kind: CentreKind): number[] =>
  criteriaOf(kind)
    .filter(({ indicators }) => indicators.every(({ number }) => marks[number] === 'yes'))
    .map(({ number }) => number);

const reached = (marks: Marks, kind: CentreKind): number => heightOf(metIn(marks, kind), kind);

const openIn = (marks: Marks, kind: CentreKind): number[] =>
  indicatorsOf(kind).flatMap(({ number }) => (marks[number] === 'yes' ? [] : [number]));

const withYes = (marks: Marks, numbers: readonly number[]): Marks => ({
  ...marks,
  ...Object.fromEntries(numbers.map((number) => [number, 'yes'])),
});

/** All sets of these, from the empty one to all. */
const setsOf = <Member>(members: readonly Member[]): Member[][] =>
  Array.from({ length: 2 ** members.length }, (_, bits) => members.filter((__, index) => bits & (1 << index)));

/**
 * Every set of open indicators is tried: 2 to the power of how many are open. `leading(height)` gives the smallest sets
 * that, made "yes", lead at least so high.
 */
function tryAll(marks: Marks, kind: CentreKind): { leading(height: number): number[][] } {
  const open = openIn(marks, kind);
  const needs = criteriaOf(kind).map(({ number, indicators }) => ({
    number,
    bits: open.reduce(
      (bits, one, index) => (indicators.some((own) => own.number === one) ? bits | (1 << index) : bits),
      0,
    ),
  }));
  const heights = Array.from({ length: 2 ** open.length }, (_, set) =>
    heightOf(
      needs.flatMap(({ number, bits }) => ((set & bits) === bits ? [number] : [])),
      kind,
    ),
  );
  return {
    leading(height) {
      const leading = heights.flatMap((found, set) => (found >= height ? [set] : []));
      const fewest = Math.min(...leading.map(sizeOf));
      return leading
        .filter((set) => sizeOf(set) === fewest)
        .map((set) => open.filter((_, index) => set & (1 << index)));
    },
  };
}

const sizeOf = (set: number): number => {
  let size = 0;
  for (let left = set; left > 0; left &= left - 1) size += 1;
  return size;
};

const inOrder = (numbers: readonly number[]): number[] => numbers.toSorted((one, other) => one - other);

/** Told in the tests' names, so that whatever fails can be run again as it was. */
const seeds = [20201122, 7, 48];
const everyKind = centreKinds.flatMap((kind) => seeds.map((seed) => [kind, seed] as const));

test.for(everyKind)(
  'no smaller set and no other of that size reaches a level: all sets of open indicators, %s, seed %i',
  ([kind, seed]) => {
    const random = chance(seed);
    const seen = new Set<string>();
    for (let round = 0; round < 60; round += 1) {
      const marks = assessment(kind, 13, random);
      const present = reached(marks, kind);
      const lists = heldBack(instrument, marks, kind);
      expect(lists.map(({ level }) => level)).toEqual(upwards.slice(present + 1));
      const tried = tryAll(marks, kind);
      for (const { level, indicators } of lists) {
        // There is one smallest way, and it is the list.
        expect(tried.leading(upwards.indexOf(level))).toEqual([inOrder(indicators)]);
        seen.add(`${upwards[present]} to ${level}`);
      }
    }
    expect([...seen].toSorted()).toEqual([
      'bronze to gold',
      'bronze to silver',
      'null to bronze',
      'null to gold',
      'null to silver',
      'silver to gold',
    ]);
  },
);

test.for(everyKind)(
  'however much is open, no other set of criteria is cheaper: all sets of criteria, %s, seed %i',
  ([kind, seed]) => {
    const random = chance(seed);
    for (let round = 0; round < 60; round += 1) {
      const marks = anyAssessment(kind, random);
      const open = new Set(openIn(marks, kind));
      const choices = setsOf(criteriaOf(kind)).map((chosen) => {
        const cost = chosen.flatMap(({ indicators }) =>
          indicators.flatMap(({ number }) => (open.has(number) ? [number] : [])),
        );
        return { cost, height: reached(withYes(marks, cost), kind) };
      });
      for (const { level, indicators } of heldBack(instrument, marks, kind)) {
        const wanted = upwards.indexOf(level);
        expect(reached(withYes(marks, indicators), kind)).toBeGreaterThanOrEqual(wanted);
        const costs = choices.flatMap(({ cost, height }) => (height >= wanted ? [cost.length] : []));
        expect(indicators).toHaveLength(Math.min(...costs));
        for (const left of indicators) {
          const rest = indicators.filter((number) => number !== left);
          expect(reached(withYes(marks, rest), kind)).toBeLessThan(wanted);
        }
      }
    }
  },
);

test('the fewest come first: levels by indicators, criteria by what is missing in each', () => {
  const marks = withYes(
    { 1: 'no', 2: 'not_fully', 12: 'no', 20: 'not_fully', 43: 'no' },
    indicatorsOf('district')
      .map(({ number }) => number)
      .filter((number) => ![1, 2, 12, 20, 43].includes(number)),
  );
  expect(heldBack(instrument, marks, 'district')).toEqual([
    { level: 'bronze', indicators: [12, 1, 2] },
    { level: 'silver', indicators: [12, 20, 1, 2] },
    { level: 'gold', indicators: [12, 20, 43, 1, 2] },
  ]);
});

test('nothing answered: everything that a level asks holds it back', () => {
  const lengths = (kind: CentreKind) => heldBack(instrument, {}, kind).map(({ indicators }) => indicators.length);
  expect(lengths('regional')).toEqual([11 + 8 + 9 + 4, 11 + 8 + 6 + 9 + 4, 48]);
  expect(lengths('district')).toEqual([11 + 8 + 9, 11 + 8 + 6 + 9, 44]);
});

test('gold is held back by nothing; where a level costs no more than the one below, both have the same list', () => {
  const all = withYes(
    {},
    indicatorsOf('regional').map(({ number }) => number),
  );
  expect(heldBack(instrument, all, 'regional')).toEqual([]);
  const lists = heldBack(instrument, { ...all, 47: 'not_fully' }, 'regional');
  expect(lists).toEqual([
    { level: 'bronze', indicators: [47] },
    { level: 'silver', indicators: [47] },
    { level: 'gold', indicators: [47] },
  ]);
  expect(whatIf(instrument, { ...all, 47: 'no' }, { 47: 'yes' }, 'regional')).toEqual(
    estimate(instrument, all, 'regional'),
  );
});
