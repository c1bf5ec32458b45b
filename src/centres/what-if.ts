import { isMet, whatIf } from '../label/level.ts';
import type { Marks } from '../label/level.ts';
import type { Criterion } from '../label/instrument.ts';
import { shorten } from '../screens/shorten.ts';
import type { Screen, ScreenButton } from '../screens/screen.ts';
import type { Language } from '../store/talks.ts';
import { criteriaOf, estimateOf, kindOf } from './assessed.ts';
import type { Assessed } from './assessed.ts';
import { nextOf } from './result.ts';
import { estimateNote, levelWord, nameLine, shareIn, toResult, whatLine } from './words.ts';
import type { ForWords } from './words.ts';

/** The digits of a button's number: ten of them hold the 48 bits of the indicators. */
const base = 36;

/** Indicators as the bits of one number, written with digits and letters: what a button's data has room for. */
export function maskOf(numbers: Iterable<number>): string {
  let mask = 0n;
  for (const number of numbers) mask |= 1n << BigInt(number - 1);
  return mask.toString(base);
}

/** The indicators whose bits are set; digits that are none count as 0. */
export function numbersIn(mask: string): number[] {
  let bits = 0n;
  for (const digit of mask) bits = bits * BigInt(base) + BigInt(Number.parseInt(digit, base) || 0);
  const numbers: number[] = [];
  for (let number = 1; bits > 0n; number += 1, bits >>= 1n) if (bits & 1n) numbers.push(number);
  return numbers;
}

/** What is tried out: which indicators are taken for "yes". */
interface Trial {
  birge: ForWords;
  assessed: Assessed;
  language: Language;
  chosen: ReadonlySet<number>;
  marks: Marks;
}

/**
 * "What if": the level that the assessment would come to if the chosen indicators were "yes". `criterion` is the one whose
 * indicators are offered; 0 or one that does not apply: the criteria. All that is chosen stands in the buttons.
 */
export function whatIfScreen(
  birge: ForWords,
  assessed: Assessed,
  language: Language,
  pressed: { criterion: number; mask: string },
): Screen {
  const trial = trialOf(birge, assessed, language, pressed.mask);
  const criterion = criteriaOf(birge.label, assessed).find(({ number }) => number === pressed.criterion);
  const back = toResult(birge.say(language), assessed);
  if (criterion === undefined) return { text: introduced(trial), buttons: [...criterionRows(trial), back] };
  return { text: inBrief(trial, criterion), buttons: [...indicatorRows(trial, criterion), back] };
}

/** What this is, and what the choice comes to; stands above the criteria. */
function introduced(trial: Trial): string {
  const { birge, assessed, language, chosen } = trial;
  const say = birge.say(language);
  return [
    nameLine(assessed, language),
    `${whatLine(say, assessed.assessment)}\n${say('jb-res-if-intro')}`,
    [say('jb-res-if-chosen', { count: chosen.size }), levelsLine(trial), leftLine(trial)].join('\n'),
    estimateNote(birge.label, language),
  ].join('\n\n');
}

/** A few lines, the level first: a phone shows them together with the indicators to be ticked below. */
function inBrief(trial: Trial, criterion: Criterion): string {
  const note = `<i>${trial.birge.say(trial.language)('jb-res-if-estimate')}</i>`;
  return [levelsLine(trial), note, '', criterionHeading(trial, criterion), leftLine(trial)].join('\n');
}

/** An old button may name what is "yes" meanwhile, or does not apply: only what is still open to be tried counts. */
function trialOf(birge: ForWords, assessed: Assessed, language: Language, mask: string): Trial {
  const open = new Set(openIn(criteriaOf(birge.label, assessed), assessed.assessment.marks));
  const chosen = new Set(numbersIn(mask).filter((number) => open.has(number)));
  const marks: Marks = {
    ...assessed.assessment.marks,
    ...Object.fromEntries([...chosen].map((number) => [number, 'yes' as const])),
  };
  return { birge, assessed, language, chosen, marks };
}

const openIn = (criteria: readonly Criterion[], marks: Marks): number[] =>
  criteria.flatMap(({ indicators }) =>
    indicators.map(({ number }) => number).filter((number) => marks[number] !== 'yes'),
  );

/** The level that it comes to now, and that with the choice. */
function levelsLine({ birge, assessed, language, marks }: Trial): string {
  const say = birge.say(language);
  const now = estimateOf(birge.label, assessed).level;
  const would = whatIf(birge.label, assessed.assessment.marks, marks, kindOf(assessed)).level;
  return say('jb-res-if-levels', { now: levelWord(say, now), would: levelWord(say, would) });
}

/** What would still be missing for the level after that. */
function leftLine({ birge, assessed, language, marks }: Trial): string {
  const say = birge.say(language);
  const next = nextOf(birge, assessed, marks);
  if (next === undefined) return say('jb-res-top');
  return say('jb-res-if-left', { level: levelWord(say, next.level), count: next.indicators.length });
}

function criterionHeading({ birge, assessed, language, marks }: Trial, criterion: Criterion): string {
  return birge.say(language)('jb-res-if-criterion', {
    number: criterion.number,
    title: criterion.short[language],
    now: shareIn(criterion, assessed.assessment.marks),
    would: shareIn(criterion, marks),
    met: isMet(criterion, marks) ? 'yes' : 'no',
  });
}

/** Where a press leads: to a criterion, or by 0 to all of them, with this choice. */
const press = ({ assessed }: Trial, criterion: number, chosen: Iterable<number>): string =>
  `jb:if:${assessed.assessment.id}:${criterion}:${maskOf(chosen)}`;

/** The criteria of which something can still be tried; the shortest way to the next level; all given up again. */
function criterionRows(trial: Trial): ScreenButton[][] {
  const { birge, assessed, language, chosen, marks } = trial;
  const say = birge.say(language);
  const rows = criteriaOf(birge.label, assessed)
    .filter((criterion) => openIn([criterion], assessed.assessment.marks).length > 0)
    .map((criterion): ScreenButton[] => {
      const share = `${shareIn(criterion, marks)} %${isMet(criterion, marks) ? ' ✓' : ''}`;
      const text = `${criterion.number}. ${criterion.short[language]} · ${share}`;
      return [{ text, data: press(trial, criterion.number, chosen) }];
    });
  const next = nextOf(birge, assessed, marks);
  const shortest: ScreenButton[][] = next
    ? [[{ text: say('jb-res-if-shortest'), data: press(trial, 0, [...chosen, ...next.indicators]) }]]
    : [];
  const clear: ScreenButton[][] =
    chosen.size > 0 ? [[{ text: say('jb-res-if-clear'), data: press(trial, 0, []) }]] : [];
  return [...rows, ...shortest, ...clear];
}

/** The criterion's indicators that are not "yes", each to be ticked; all of them at once; back to the criteria. */
function indicatorRows(trial: Trial, criterion: Criterion): ScreenButton[][] {
  const { birge, assessed, language, chosen } = trial;
  const say = birge.say(language);
  const open = new Set(openIn([criterion], assessed.assessment.marks));
  const rows = criterion.indicators
    .filter(({ number }) => open.has(number))
    .map(({ number, short }): ScreenButton[] => {
      const ticked = chosen.has(number);
      const others = [...chosen].filter((one) => one !== number);
      return [
        {
          text: shorten(`${ticked ? '☑' : '☐'} ${number}. ${short[language]}`, 60),
          data: press(trial, criterion.number, ticked ? others : [...others, number]),
        },
      ];
    });
  const rest = [...open].filter((number) => !chosen.has(number));
  const all: ScreenButton[][] =
    rest.length > 1
      ? [[{ text: say('jb-res-if-all'), data: press(trial, criterion.number, [...chosen, ...rest]) }]]
      : [];
  return [...rows, ...all, [{ text: say('jb-res-if-criteria'), data: press(trial, 0, chosen) }]];
}
