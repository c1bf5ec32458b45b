import { expect, test } from 'vitest';
import { findingsOf, missingPart, ownMark, sourcesOf, standingOf, unplanned } from '../../src/centres/plan.ts';
import { indicatorsFor, loadInstrument } from '../../src/label/instrument.ts';
import type { Assessor, CentreKind, Mark } from '../../src/rules/label-codes.ts';

const instrument = loadInstrument('content/jastar-belgisi.yaml');

/** An assessment in which everything is "yes" but this; `open` is not answered. */
function assessed(
  by: Assessor,
  but: Record<number, Mark | 'open'>,
  { kind = 'district', status = 'draft' }: { kind?: CentreKind; status?: 'draft' | 'submitted' } = {},
) {
  const marks = indicatorsFor(instrument, kind).flatMap(({ number }): [number, Mark][] => {
    const mark = but[number] ?? 'yes';
    return mark === 'open' ? [] : [[number, mark]];
  });
  return { by, status, marks: Object.fromEntries(marks) };
}

const numbers = (...[assessments, kind = 'district']: [ReturnType<typeof assessed>[], CentreKind?]) =>
  findingsOf(instrument, assessments, kind).map(({ indicator }) => indicator.number);

test('what holds back the next level comes first, the cheapest criterion before the others', () => {
  const own = assessed('centre', { 12: 'not_fully', 13: 'no', 20: 'no', 26: 'not_fully', 35: 'no', 36: 'open' });
  // Bronze asks for criteria 1, 2, 4, silver for 3 beside them, gold for all.
  expect(numbers([own])).toEqual([26, 12, 13, 20, 35]);
});

test('once bronze is reached, what silver asks for comes first', () => {
  expect(numbers([assessed('centre', { 35: 'no', 20: 'no', 21: 'no' })])).toEqual([20, 21, 35]);
});

test('both sources count, each indicator once, with what each of them says', () => {
  const own = assessed('centre', { 2: 'no', 3: 'not_fully', 9: 'open' });
  const experts = assessed('expert', { 3: 'no', 9: 'not_fully' }, { status: 'submitted' });
  const found = findingsOf(instrument, [own, experts], 'district');
  expect(found.map(({ indicator, marks }) => [indicator.number, marks])).toEqual([
    [
      2,
      [
        { by: 'centre', mark: 'no' },
        { by: 'expert', mark: 'yes' },
      ],
    ],
    [
      3,
      [
        { by: 'centre', mark: 'not_fully' },
        { by: 'expert', mark: 'no' },
      ],
    ],
    [9, [{ by: 'expert', mark: 'not_fully' }]],
  ]);
});

test('where the sources differ, the stricter one says what holds the centre back', () => {
  // By its own marks criterion 2 lacks one indicator and criterion 4 two; the experts see two more in criterion 2.
  const own = assessed('centre', { 12: 'no', 26: 'no', 27: 'no' });
  const experts = assessed('expert', { 13: 'no', 14: 'not_fully' }, { status: 'submitted' });
  expect(numbers([own])).toEqual([12, 26, 27]);
  expect(numbers([own, experts])).toEqual([26, 27, 12, 13, 14]);
});

test('the experts count when they have finished; the newest own assessment counts when it has begun', () => {
  const begun = assessed('centre', { 1: 'no' });
  const before = assessed('centre', { 2: 'no' }, { status: 'submitted' });
  const empty = { by: 'centre', status: 'draft', marks: {} } as const;
  const unfinished = assessed('expert', { 3: 'no' });
  const finished = assessed('expert', { 4: 'no' }, { status: 'submitted' });
  expect(sourcesOf([begun, unfinished, before])).toEqual([begun]);
  expect(sourcesOf([empty, unfinished, finished, before])).toEqual([before, finished]);
  expect(sourcesOf([empty, unfinished])).toEqual([]);
  expect(ownMark([empty, finished, before], 2)).toBe('no');
  expect(ownMark([empty, finished], 2)).toBeUndefined();
});

test('what does not apply to the kind of centre is nobody’s work', () => {
  const own = assessed('centre', { 45: 'no', 1: 'no' }, { kind: 'regional' });
  expect(numbers([own], 'regional')).toEqual([1, 45]);
  expect(numbers([own], 'district')).toEqual([1]);
});

test('with gold there is nothing to plan, and without an assessment neither', () => {
  expect(numbers([assessed('centre', {})])).toEqual([]);
  expect(numbers([])).toEqual([]);
});

test('an indicator with a step, be it done or only begun, needs none', () => {
  const found = findingsOf(instrument, [assessed('centre', { 1: 'no', 2: 'no', 3: 'no' })], 'district');
  expect(unplanned(found, [{ indicator: 1 }, { indicator: 3 }]).map(({ indicator }) => indicator.number)).toEqual([2]);
});

test('a step is asked for what it lacks, in order; who has left is not asked for again', () => {
  const who = { person: null, name: 'Aliya' };
  const steps = [
    { what: null, responsible: null, dueOn: null, doneOn: null },
    { what: 'Go', responsible: null, dueOn: null, doneOn: null },
    { what: 'Go', responsible: who, dueOn: null, doneOn: null },
    { what: 'Go', responsible: who, dueOn: '2026-12-01', doneOn: null },
    { what: 'Go', responsible: null, dueOn: '2026-12-01', doneOn: null },
    { what: 'Go', responsible: who, dueOn: '2026-12-01', doneOn: '2026-11-30' },
  ];
  expect(steps.map((step) => [missingPart(step), standingOf(step)])).toEqual([
    ['what', 'unsaid'],
    ['who', 'unsaid'],
    ['when', 'unsaid'],
    [undefined, 'open'],
    [undefined, 'open'],
    [undefined, 'done'],
  ]);
});
