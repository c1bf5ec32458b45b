import { today } from '../context.ts';
import type { Birge, Say } from '../context.ts';
import { percent } from '../documents/assessment-view.ts';
import type { Instrument } from '../label/instrument.ts';
import { shareOf } from '../label/level.ts';
import type { Marks } from '../label/level.ts';
import { dayInNumbers } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import type { LevelId, Mark } from '../rules/label-codes.ts';
import { escapeHtml } from '../screens/html.ts';
import { shorten } from '../screens/shorten.ts';
import type { ScreenButton } from '../screens/screen.ts';
import type { Assessment } from '../store/centres/assessments.ts';
import type { Language } from '../store/talks.ts';
import { answeredOf, centreName } from './assessed.ts';
import type { Assessed } from './assessed.ts';

/** The parts of `Birge` that words of an assessment need. */
export type ForWords = Pick<Birge, 'label' | 'say' | 'now' | 'timeZone'>;

/** Names of centres are as long as people write them; more than this would leave no room for what matters. */
const longestName = 150;

/** The centre's name as a heading of a message or of a picture's caption, in Telegram's HTML. */
export function nameLine({ centre }: Pick<Assessed, 'centre'>, language: Language): string {
  // One sign as people see it may be made of any number of others, and a caption has room for 1,024.
  const signs = [...shorten(centreName(centre, language), longestName)];
  return `<b>${escapeHtml(signs.slice(0, longestName).join(''))}</b>`;
}

/** Which assessment it is: whose, and of the beginning or the end. */
export const whatLine = (say: Say, { by, stage }: Pick<Assessment, 'by' | 'stage'>): string =>
  say('jb-res-what', { by, stage });

/** Finished on which day, or how far it is. */
export function stateLine(birge: ForWords, assessed: Assessed, language: Language): string {
  const say = birge.say(language);
  const { answered, of } = answeredOf(birge.label, assessed);
  if (assessed.assessment.status === 'draft') return say('jb-res-unfinished', { answered, of });
  return say('jb-res-finished', { day: dayInNumbers(dayOf(birge, assessed)), answered, of });
}

/** The day as of which the answers are: when it was finished; today while it goes on. */
export function dayOf({ now, timeZone }: Pick<Birge, 'now' | 'timeZone'>, { assessment }: Assessed): Day {
  const { submittedAt } = assessment;
  return submittedAt === null ? today({ now, timeZone }) : dayAt(timeZone, submittedAt);
}

/** The calendar day of a moment (ISO 8601) in the project's time zone. */
export const dayAt = (timeZone: string, at: string): Day => today({ timeZone, now: () => new Date(at) });

/** A level in words; null: none yet. */
export const levelWord = (say: Say, level: LevelId | null): string => say('jb-res-level', { level: level ?? 'none' });

/** That a level is an estimate, as the content says it; stands wherever a level does. */
export const estimateNote = ({ estimate }: Instrument, language: Language): string =>
  `<i>${escapeHtml(estimate.note[language])}</i>`;

/** A mark in words, in the middle of a line; undefined: not answered yet. */
export function markWord({ label, say }: ForWords, mark: Mark | undefined, language: Language): string {
  if (mark === undefined) return say(language)('jb-res-open');
  return label.form.answers[mark][language].toLocaleLowerCase(language);
}

/** The share of a criterion that is reached, in whole per cent; 100 only when all of it is. */
export const shareIn = (criterion: Parameters<typeof shareOf>[0], marks: Marks): number =>
  percent(shareOf(criterion, marks));

/** Numbers in a row become a range: `2, 5, 7–9`. They come in order. */
export function inRanges(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges
    .map(([first, last]) => (first === last ? `${first}` : `${first}${last === first + 1 ? ', ' : '–'}${last}`))
    .join(', ');
}

/** The button that leads to an assessment's result. */
export const toResult = (say: Say, { assessment }: Assessed): ScreenButton[] => [
  { text: say('jb-res-result-button'), data: `jb:res:${assessment.id}` },
];

/** The button that leads to the centre. */
export const toCentre = (say: Say, organisation: number): ScreenButton[] => [
  { text: say('jb-res-centre-button'), data: `jb:c:${organisation}` },
];
