import type { Say } from '../context.ts';
import { heldBack } from '../label/level.ts';
import type { HeldBack, Marks } from '../label/level.ts';
import type { LevelId } from '../rules/label-codes.ts';
import type { Language } from '../store/talks.ts';
import { criteriaOf, estimateOf, kindOf } from './assessed.ts';
import type { Assessed } from './assessed.ts';
import { estimateNote, inRanges, levelWord, markWord, nameLine, shareIn, stateLine, whatLine } from './words.ts';
import type { ForWords } from './words.ts';

/** Indicators that the result itself names; all of them have a message of their own. */
export const namedAtOnce = 8;

/** What lies between the present level and the next one. */
export interface Next {
  /** What is reached when all of these are "yes": the next level, or one above it that asks for no more than these. */
  level: LevelId;
  /** What must become "yes", cheapest way first. Never empty. */
  indicators: number[];
  /** The levels above it. */
  further: HeldBack[];
}

/** What holds back the next level; undefined: nothing, it is the highest. `marks` in place of those of the assessment. */
export function nextOf(
  { label }: Pick<ForWords, 'label'>,
  assessed: Assessed,
  marks: Marks = assessed.assessment.marks,
): Next | undefined {
  const held = heldBack(label, marks, kindOf(assessed));
  const fewest = held[0]?.indicators.length;
  const reached = held.findLast(({ indicators }) => indicators.length === fewest);
  return reached && { ...reached, further: held.slice(held.indexOf(reached) + 1) };
}

/** The result of an assessment as a message: level as an estimate, criteria, what holds back the next level, what is open. */
export function resultText(birge: ForWords, assessed: Assessed, language: Language): string {
  const say = birge.say(language);
  const { level } = estimateOf(birge.label, assessed);
  const head = [
    nameLine(assessed, language),
    whatLine(say, assessed.assessment),
    stateLine(birge, assessed, language),
  ].join('\n');
  if (nothingAnswered(birge, assessed)) return [head, say('jb-res-nothing')].join('\n\n');
  return [
    head,
    `${say('jb-res-estimate', { level: levelWord(say, level) })}\n${estimateNote(birge.label, language)}`,
    criteriaLines(birge, assessed, language),
    nextLines(birge, assessed, language),
    openLine(birge, assessed, say),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Is there no answer yet that counts for this centre? */
export const nothingAnswered = ({ label }: Pick<ForWords, 'label'>, assessed: Assessed): boolean =>
  estimateOf(label, assessed).criteria.every(({ answered }) => answered === 0);

function criteriaLines({ label, say: sayIn }: ForWords, assessed: Assessed, language: Language): string {
  const say = sayIn(language);
  const estimated = new Map(estimateOf(label, assessed).criteria.map((one) => [one.criterion, one]));
  const lines = criteriaOf(label, assessed).map((criterion) => {
    const { met = false, answered = 0, of = 0 } = estimated.get(criterion.number) ?? {};
    const share = shareIn(criterion, assessed.assessment.marks);
    const known = { number: criterion.number, title: criterion.short[language], share, answered, of };
    return say('jb-res-criterion', { ...known, state: standing(met, answered, of) });
  });
  return [say('jb-res-criteria'), ...lines].join('\n');
}

const standing = (met: boolean, answered: number, of: number): 'met' | 'answered' | 'begun' => {
  if (met) return 'met';
  return answered === of ? 'answered' : 'begun';
};

function nextLines(birge: ForWords, assessed: Assessed, language: Language): string {
  const say = birge.say(language);
  const next = nextOf(birge, assessed);
  if (next === undefined) return say('jb-res-top');
  const { level, indicators } = next;
  const shown = indicators.slice(0, namedAtOnce).map(indicatorLine(birge, assessed, language));
  const more = indicators.length - shown.length;
  return [
    say('jb-res-next', { level: levelWord(say, level), count: indicators.length }),
    ...shown,
    ...(more > 0 ? [say('jb-res-more', { count: more })] : []),
    ...furtherLines(say, next, language),
  ].join('\n');
}

/** Levels above that ask for the same indicators stand in one line: each asks for all that the one below it does. */
function furtherLines(say: Say, { further }: Next, language: Language): string[] {
  const counts = [...new Set(further.map(({ indicators }) => indicators.length))];
  const and = new Intl.ListFormat(language);
  return counts.map((count) => {
    const levels = further.filter(({ indicators }) => indicators.length === count);
    return say('jb-res-further', { level: and.format(levels.map(({ level }) => levelWord(say, level))), count });
  });
}

/** A line for an indicator of the assessment: its number, its short name, what was answered. */
export function indicatorLine(birge: ForWords, assessed: Assessed, language: Language): (number: number) => string {
  const names = new Map(
    criteriaOf(birge.label, assessed).flatMap(({ indicators }) =>
      indicators.map(({ number, short }) => [number, short[language]] as const),
    ),
  );
  return (number) =>
    birge.say(language)('jb-res-indicator', {
      number,
      title: names.get(number) ?? '',
      mark: markWord(birge, assessed.assessment.marks[number], language),
    });
}

function openLine({ label }: ForWords, assessed: Assessed, say: Say): string {
  const { marks } = assessed.assessment;
  const open = criteriaOf(label, assessed)
    .flatMap(({ indicators }) => indicators.map(({ number }) => number))
    .filter((number) => marks[number] === undefined);
  return open.length === 0 ? '' : say('jb-res-unanswered', { count: open.length, numbers: inRanges(open) });
}

/**
 * All that holds back the next level, by criterion, the one with the fewest indicators first. Names have 45 characters at
 * most, so the 32 that a regional centre needs for bronze fit into one message.
 */
export function heldText(birge: ForWords, assessed: Assessed, language: Language): string {
  const say = birge.say(language);
  const next = nextOf(birge, assessed);
  if (next === undefined) return [nameLine(assessed, language), say('jb-res-top')].join('\n\n');
  const line = indicatorLine(birge, assessed, language);
  const criteria = criteriaOf(birge.label, assessed);
  const wanted = new Set(next.indicators);
  const parts = criteria
    .map((criterion) => ({ criterion, held: criterion.indicators.filter(({ number }) => wanted.has(number)) }))
    .filter(({ held }) => held.length > 0)
    .toSorted((one, other) => one.held.length - other.held.length)
    .map(({ criterion, held }) =>
      [
        say('jb-res-held-criterion', { number: criterion.number, title: criterion.short[language] }),
        ...held.map(({ number }) => line(number)),
      ].join('\n'),
    );
  const head = say('jb-res-next', { level: levelWord(say, next.level), count: next.indicators.length });
  return [nameLine(assessed, language), head, ...parts].join('\n\n');
}
