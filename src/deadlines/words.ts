import type { Kind } from '../calendar/kind.ts';
import type { Say } from '../context.ts';
import { dayInWords } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import type { Obligation } from '../store/deadlines.ts';
import type { Language, Words } from '../store/talks.ts';

/** A name of an organisation or a project; where the language is missing, Kazakh stands in. */
export const inWords = (words: Words, language: Language): string => words[language] ?? words.kk;

/** Days from one day to another; negative when that has passed. */
export const daysUntil = (due: Day, today: Day): number => (Date.parse(due) - Date.parse(today)) / 86_400_000;

/** «бүгін», «3 күн қалды», «2 күн өтті». */
export function daysLeft(say: Say, due: Day, today: Day): string {
  const days = daysUntil(due, today);
  if (days === 0) return say('due-today');
  return days > 0 ? say('due-left', { days }) : say('due-late', { days: -days });
}

/** Made once for each zone, for it takes long; see `today`. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The hour (`HH:MM`) of a moment in the zone. */
export function hourOf(moment: Date, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  clocks.set(timeZone, clock);
  return clock.format(moment);
}

/** The due day in words, with the hour where there is one. */
export function byWhen({ dueOn, dueAt }: Obligation, language: Language, timeZone: string): string {
  const day = dayInWords(dueOn, language);
  return dueAt === null ? day : `${day}, ${hourOf(new Date(dueAt), timeZone)}`;
}

/** The organisation, with the project if it is about one; empty where it is about neither. */
export function whereIs({ organisationName, projectName }: Obligation, language: Language): string {
  return [organisationName, projectName].flatMap((name) => (name ? [inWords(name, language)] : [])).join(' · ');
}

/** Who owes it, where that is a person. */
export const nameOf = (say: Say, { personName }: Obligation): string => personName ?? say('due-no-name');

/** The documents that dates come from, as `content/calendar.yaml` names them. */
export const documents = [
  'jastar-belgisi-quality-label',
  'mobility-centre-workers-cpd-rules',
  'student-leaders-movement-regulation',
  'union-annual-evaluation-regulation',
  'volunteering-manual-birgemiz-bilim',
] as const;

/** The parts of documents that places name, as the sources write them. */
const parts = { annex: 'place-annex', indicator: 'place-indicator', item: 'place-item', stage: 'place-stage' } as const;
const place = /\b(annex|indicator|item|stage)s? ([\d.()]+(?:(?:, | and )[\d.()]+)*)/g;

/** Where a date comes from, in the reader's language: the document with its item, the centre itself, or us. */
export function sourceOf({ source, opens }: Kind, say: Say): string {
  if (opens === 'action') return say('due-agreed');
  if (source === null) return say('due-ours');
  const [document = '', ...rest] = source.split(', ');
  const places = [...rest.join(', ').matchAll(place)].map(([, part = '', number = '']) =>
    say(parts[part as keyof typeof parts], {
      number: number.replaceAll(' and ', ', '),
      count: number.split(/, | and /).length,
    }),
  );
  return say('due-source', { source: [say(`document-${document}`), ...places].join(', ') });
}
