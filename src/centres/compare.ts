import type { Say } from '../context.ts';
import type { Criterion } from '../label/instrument.ts';
import type { Assessment, Stage } from '../store/centres/assessments.ts';
import type { Centre } from '../store/centres/centre.ts';
import type { Language } from '../store/talks.ts';
import type { Assessor } from '../rules/label-codes.ts';
import { criteriaOf, estimateOf } from './assessed.ts';
import type { Assessed } from './assessed.ts';
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

/** So many differences are named; the report has all answers. */
const named = 10;

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
  const { is, first, second } = pair;
  const both = sharedCriteria(birge, pair)
    .flatMap(({ indicators }) => indicators)
    .filter(({ number }) => first.assessment.marks[number] && second.assessment.marks[number]);
  if (both.length === 0) return say('jb-res-differs-not-yet');
  const differing = both.filter(({ number }) => first.assessment.marks[number] !== second.assessment.marks[number]);
  if (differing.length === 0) return say('jb-res-same', { count: both.length });
  const lines = differing.slice(0, named).map(({ number, short }) =>
    say('jb-res-differing', {
      is,
      number,
      title: short[language],
      first: markWord(birge, first.assessment.marks[number], language),
      second: markWord(birge, second.assessment.marks[number], language),
    }),
  );
  const more = differing.length - lines.length;
  return [
    say('jb-res-differs', { is, count: differing.length }),
    ...lines,
    ...(more > 0 ? [say('jb-res-more', { count: more })] : []),
  ].join('\n');
}

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
