import type { CentreKind } from '../rules/label-codes.ts';
import { criteriaFor } from './instrument.ts';
import type { Criterion, Instrument } from './instrument.ts';
import type { LevelId, Mark } from '../rules/label-codes.ts';

/*
 * Which level an assessment comes to. The document leaves to experts when a criterion is met (items 11 and 13(4)); here
 * it is when every indicator of it is "yes". So all of this is an estimate, and whoever shows it says so.
 */

/** The marks of an assessment by the indicators' numbers; one that is not answered yet is absent. */
export type Marks = Readonly<Partial<Record<number, Mark>>>;

/** What a mark adds to the share reached of its criterion. */
const worth = { yes: 1, not_fully: 0.5, no: 0 } as const satisfies Record<Mark, number>;

/** The indicators of a criterion, as far as marks need them. */
type Marked = Pick<Criterion, 'indicators'>;

/** The share reached of a criterion, from 0 to 1; what is not answered adds nothing. */
export const shareOf = ({ indicators }: Marked, marks: Marks): number =>
  indicators.reduce((sum, { number }) => sum + worth[marks[number] ?? 'no'], 0) / indicators.length;

/** Is the criterion estimated as met: every indicator of it "yes"? */
export const isMet = ({ indicators }: Marked, marks: Marks): boolean =>
  indicators.every(({ number }) => marks[number] === 'yes');

/** The best level that these met criteria reach for a centre of this kind (item 10); null: none yet. */
export function levelOf(instrument: Instrument, met: ReadonlySet<number>, kind: CentreKind): LevelId | null {
  return ladder(instrument, kind).find(({ criteria }) => criteria.every(({ number }) => met.has(number)))?.id ?? null;
}

export interface Estimate {
  /** Null: none yet. */
  level: LevelId | null;
  /** Those that apply to the centre, in the document's order. */
  criteria: {
    criterion: number;
    /** From 0 to 1. */
    share: number;
    met: boolean;
    answered: number;
    /** How many indicators the criterion has. */
    of: number;
  }[];
}

/** The level and the shares that the marks come to so far; marks of indicators that do not apply count for nothing. */
export function estimate(instrument: Instrument, marks: Marks, kind: CentreKind): Estimate {
  const criteria = criteriaFor(instrument, kind).map((criterion) => ({
    criterion: criterion.number,
    share: shareOf(criterion, marks),
    met: isMet(criterion, marks),
    answered: criterion.indicators.filter(({ number }) => marks[number] !== undefined).length,
    of: criterion.indicators.length,
  }));
  const met = new Set(criteria.filter((criterion) => criterion.met).map(({ criterion }) => criterion));
  return { level: levelOf(instrument, met, kind), criteria };
}

/** The estimate if these indicators had these marks instead; nothing is stored. */
export const whatIf = (instrument: Instrument, marks: Marks, changes: Marks, kind: CentreKind): Estimate =>
  estimate(instrument, { ...marks, ...changes }, kind);

export interface HeldBack {
  level: LevelId;
  /** What is not "yes" of all that the level asks, the criteria with the fewest such indicators first. Never empty. */
  indicators: number[];
}

/**
 * Which indicators hold back each level above the present one, cheapest way first: these must become "yes", and no
 * smaller set reaches the level. The first is the next level up; a centre of gold has none. A level may ask for no more
 * than the one below it: then both are there with the same indicators.
 */
export function heldBack(instrument: Instrument, marks: Marks, kind: CentreKind): HeldBack[] {
  const upwards = ladder(instrument, kind).toReversed();
  const present = upwards.findLastIndex(({ criteria }) => criteria.every((criterion) => isMet(criterion, marks)));
  // Each level asks for all that the one below asks, so upwards is also from the fewest indicators to the most.
  return upwards.slice(present + 1).map(({ id, criteria }) => ({
    level: id,
    indicators: criteria
      .map(({ indicators }) => indicators.filter(({ number }) => marks[number] !== 'yes'))
      .toSorted((one, other) => one.length - other.length)
      .flat()
      .map(({ number }) => number),
  }));
}

/** The levels from the highest to the lowest, with the criteria that a centre of this kind must meet for them. */
function ladder(instrument: Instrument, kind: CentreKind): { id: LevelId; criteria: Criterion[] }[] {
  const applying = criteriaFor(instrument, kind);
  return instrument.levels.map(({ id, criteria }) => ({
    id,
    criteria: applying.filter(({ number }) => criteria.includes(number)),
  }));
}
