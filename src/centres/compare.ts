import type { Say } from '../context.ts';
import type { Criterion, Indicator } from '../label/instrument.ts';
import type { Assessment, Stage } from '../store/centres/assessments.ts';
import type { Centre } from '../store/centres/centre.ts';
import type { Language } from '../store/talks.ts';
import type { Assessor } from '../rules/label-codes.ts';
import { criteriaOf, estimateOf } from './assessed.ts';
import type { Assessed } from './assessed.ts';
import { linesWithin, perMessage } from './fitting.ts';
import { estimateNote, levelWord, markWord, nameLine, stateLine, whatLine } from './words.ts';
import type { ForWords } from './words.ts';

/** Two assessments of one centre that belong side by side. */
export interface Pair {
  /** Start and end by the same assessors; or what the centre and the experts say at the same stage. */
  is: 'progress' | 'beside';
  /** The start, or the centre's own. */
  first: Assessed;
  /** The end, or the experts'. */
  second: Assessed;
}

/** Which kind of pair it is, as words name it. */
export const pairKind = ({ is, first: { assessment } }: Pair): Assessor | Stage =>
  is === 'progress' ? assessment.by : assessment.stage;

/** The pairs of a centre's assessments, newest cycle first; within it start and end first, then side by side from the end. */
export function pairsOf(centre: Centre, assessments: readonly Assessment[]): Pair[] {
  const cycles = [...new Set(assessments.map(({ cycle }) => cycle))].toSorted((one, other) => other - one);
  return cycles.flatMap((cycle) => {
    const find = (by: Assessor, stage: Stage): Assessed[] =>
      assessments
        .filter((one) => one.cycle === cycle && one.by === by && one.stage === stage)
        .map((assessment) => ({ assessment, centre }));
    const pair = (is: Pair['is'], [first]: Assessed[], [second]: Assessed[]): Pair[] =>
      first && second ? [{ is, first, second }] : [];
    return [
      ...pair('progress', find('centre', 'start'), find('centre', 'end')),
      ...pair('progress', find('expert', 'start'), find('expert', 'end')),
      ...pair('beside', find('centre', 'end'), find('expert', 'end')),
      ...pair('beside', find('centre', 'start'), find('expert', 'start')),
    ];
  });
}

/** The criteria that both answer: the kind of a centre may have been corrected between them. */
export function sharedCriteria(
  { label }: Pick<ForWords, 'label'>,
  { first, second }: Pick<Pair, 'first' | 'second'>,
): Criterion[] {
  const other = new Set(criteriaOf(label, second).map(({ number }) => number));
  return criteriaOf(label, first).filter(({ number }) => other.has(number));
}

/** So many differences the comparison itself names; all of them have a message of their own. */
export const namedAtOnce = 10;

/** What differs between two assessments, indicator by indicator, as a message. */
export function pairText(birge: ForWords, pair: Pair, language: Language): string {
  const say = birge.say(language);
  const { first, second } = pair;
  return [
    nameLine(first, language),
    ...[first, second].map((one) => standingLine(birge, one, language)),
    estimateNote(birge.label, language),
    differenceLines(birge, pair, language),
    oneSidedLine(birge, pair, say),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function standingLine(birge: ForWords, assessed: Assessed, language: Language): string {
  const say = birge.say(language);
  const level = levelWord(say, estimateOf(birge.label, assessed).level);
  return [
    `<b>${whatLine(say, assessed.assessment)}</b>`,
    stateLine(birge, assessed, language),
    say('jb-res-estimate', { level }),
  ].join('\n');
}

function differenceLines(birge: ForWords, pair: Pair, language: Language): string {
  const say = birge.say(language);
  const both = answeredInBoth(birge, pair);
  if (both.length === 0) return say('jb-res-differs-not-yet');
  const differing = differingIn(birge, pair);
  if (differing.length === 0) return say('jb-res-same', { count: both.length });
  const lines = differing.slice(0, namedAtOnce).map(differenceLine(birge, pair, language));
  const more = differing.length - lines.length;
  return [
    say('jb-res-differs', { is: pair.is, count: differing.length }),
    ...lines,
    ...(more > 0 ? [say('jb-res-more', { count: more })] : []),
  ].join('\n');
}

/** All that differs between two assessments as one message; were it too much for one, how many are left out stands there. */
export function differencesText(birge: ForWords, pair: Pair, language: Language): string {
  const say = birge.say(language);
  const differing = differingIn(birge, pair);
  if (differing.length === 0)
    return [nameLine(pair.first, language), differenceLines(birge, pair, language)].join('\n\n');
  const head = [
    nameLine(pair.first, language),
    `${say('jb-res-pair', { pair: pairKind(pair) })}\n${say('jb-res-differs', { is: pair.is, count: differing.length })}`,
  ].join('\n\n');
  const lines = differing.map(differenceLine(birge, pair, language));
  const note = `\n${say('jb-res-more', { count: lines.length })}`;
  const { kept, left } = linesWithin(lines, perMessage - head.length - note.length);
  return [head, ...kept, ...(left > 0 ? [say('jb-res-more', { count: left })] : [])].join('\n');
}

const answeredInBoth = (birge: Pick<ForWords, 'label'>, pair: Pair): Indicator[] =>
  sharedCriteria(birge, pair)
    .flatMap(({ indicators }) => indicators)
    .filter(({ number }) => pair.first.assessment.marks[number] && pair.second.assessment.marks[number]);

/** The indicators that both have answered, each in its own way. */
export const differingIn = (birge: Pick<ForWords, 'label'>, pair: Pair): Indicator[] =>
  answeredInBoth(birge, pair).filter(
    ({ number }) => pair.first.assessment.marks[number] !== pair.second.assessment.marks[number],
  );

/** A line for an indicator: its number, its short name, both answers. */
const differenceLine =
  (birge: ForWords, { is, first, second }: Pair, language: Language) =>
  ({ number, short }: Indicator): string =>
    birge.say(language)('jb-res-differing', {
      is,
      number,
      title: short[language],
      first: markWord(birge, first.assessment.marks[number], language),
      second: markWord(birge, second.assessment.marks[number], language),
    });

/** How many only one of them answers: that is no difference of opinion. */
function oneSidedLine(birge: ForWords, pair: Pair, say: Say): string {
  const { first, second } = pair;
  const count = sharedCriteria(birge, pair)
    .flatMap(({ indicators }) => indicators)
    .filter(
      ({ number }) =>
        (first.assessment.marks[number] === undefined) !== (second.assessment.marks[number] === undefined),
    ).length;
  return count === 0 ? '' : say('jb-res-one-sided', { count });
}
