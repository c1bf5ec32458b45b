import { expect, test } from 'vitest';
import { centreKinds } from '../../src/label/centre-kinds.ts';
import type { CentreKind } from '../../src/label/centre-kinds.ts';
import { criteriaFor, indicatorsFor, loadInstrument } from '../../src/label/instrument.ts';
import { estimate, heldBack, whatIf } from '../../src/label/level.ts';
import type { Mark, Marks } from '../../src/label/level.ts';
import type { LevelId } from '../../src/label/programme-shape.ts';
import { levelByDocument } from './level-by-document.ts';

const instrument = loadInstrument('content/jastar-belgisi.yaml');
const upwards: (LevelId | null)[] = [null, 'bronze', 'silver', 'gold'];

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
  for (const { number } of indicatorsFor(instrument, kind)) marks[number] = 'yes';
  const weak = criteriaFor(instrument, kind)
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

/** The level by the document's rules, without the program's. */
function reached(marks: Marks, kind: CentreKind): number {
  const met = criteriaFor(instrument, kind)
    .filter(({ indicators }) => indicators.every(({ number }) => marks[number] === 'yes'))
    .map(({ number }) => number);
  return upwards.indexOf(levelByDocument(new Set(met), kind === 'regional'));
}

const withYes = (marks: Marks, numbers: readonly number[]): Marks => ({
  ...marks,
  ...Object.fromEntries(numbers.map((number) => [number, 'yes'])),
});

/** All sets of these numbers. */
const setsOf = (numbers: readonly number[]): number[][] =>
  Array.from({ length: 2 ** numbers.length }, (_, bits) => numbers.filter((__, index) => bits & (1 << index)));

test.for(centreKinds)('the lists are the smallest that reach each level, for a centre of the kind %s', (kind) => {
  const random = chance(20201122);
  const seen = new Set<string>();
  for (let round = 0; round < 60; round += 1) {
    const marks = assessment(kind, 10, random);
    const present = reached(marks, kind);
    const lists = heldBack(instrument, marks, kind);
    expect(lists.map(({ level }) => level)).toEqual(upwards.slice(present + 1));

    const open = indicatorsFor(instrument, kind).filter(({ number }) => marks[number] !== 'yes');
    const ways = setsOf(open.map(({ number }) => number)).map((numbers) => ({
      numbers,
      leadsTo: reached(withYes(marks, numbers), kind),
    }));
    for (const { level, indicators } of lists) {
      const leading = ways.filter(({ leadsTo }) => leadsTo >= upwards.indexOf(level));
      const fewest = Math.min(...leading.map(({ numbers }) => numbers.length));
      const smallest = leading.filter(({ numbers }) => numbers.length === fewest);
      // There is one smallest way, and it is the list.
      expect(smallest.map(({ numbers }) => numbers)).toEqual([indicators.toSorted((one, other) => one - other)]);
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
});

test('on any assessment a list reaches its level, and without any one of it does not', () => {
  const random = chance(7);
  for (let round = 0; round < 100; round += 1) {
    const kind = centreKinds[round % centreKinds.length] ?? 'district';
    const marks = assessment(kind, 90, random);
    for (const { level, indicators } of heldBack(instrument, marks, kind)) {
      const wanted = upwards.indexOf(level);
      expect(reached(withYes(marks, indicators), kind)).toBeGreaterThanOrEqual(wanted);
      for (const left of indicators) {
        const rest = indicators.filter((number) => number !== left);
        expect(reached(withYes(marks, rest), kind)).toBeLessThan(wanted);
      }
    }
  }
});

test('the fewest come first: levels by indicators, criteria by what is missing in each', () => {
  const marks = withYes(
    { 1: 'no', 2: 'not_fully', 12: 'no', 20: 'not_fully', 43: 'no' },
    indicatorsFor(instrument, 'district')
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
    indicatorsFor(instrument, 'regional').map(({ number }) => number),
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
