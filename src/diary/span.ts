import type { Birge, Say } from '../context.ts';
import { drawMonths } from '../pictures/months.ts';
import { daysOf } from '../rules/months.ts';
import type { Month } from '../rules/months.ts';
import { escapeHtml } from '../screens/html.ts';
import type { Store } from '../store/store.ts';
import { diaryOverviews } from '../store/volunteers/deeds.ts';
import type { DiaryOverview, Totals } from '../store/volunteers/deeds.ts';
import type { Language } from '../store/talks.ts';
import { directionIn } from '../volunteers/deed-words.ts';
import { totalsLine, totalsText } from './month.ts';
import { monthHeading, spanHeading } from './spans.ts';

/** Some months of a diary, in order. */
export type Span = readonly { month: Month; overview: DiaryOverview }[];

type ForWords = Pick<Birge, 'say' | 'forms'>;

/** Reads these months of somebody's diary in one call. */
export async function readSpan(store: Store, person: number, months: readonly Month[]): Promise<Span> {
  const overviews = await diaryOverviews(store, person, months.map(daysOf));
  return months.flatMap((month, index) => {
    const overview = overviews[index];
    return overview === undefined ? [] : [{ month, overview }];
  });
}

/** What was done in all these months. */
export function totalsOf(span: Span): Totals {
  const sum = (of: (overview: DiaryOverview) => number): number =>
    span.reduce((total, { overview }) => total + of(overview), 0);
  return {
    deeds: sum(({ deeds }) => deeds),
    hours: sum(({ hours }) => hours),
    confirmedHours: sum(({ confirmedHours }) => confirmedHours),
    people: sum(({ people }) => people),
  };
}

/** Hours by direction over all these months, most first. */
export function directionsOf(span: Span): { direction: string; hours: number }[] {
  const hours = new Map<string, number>();
  for (const one of span.flatMap(({ overview }) => overview.directions))
    hours.set(one.direction, (hours.get(one.direction) ?? 0) + one.hours);
  return [...hours].map(([direction, sum]) => ({ direction, hours: sum })).toSorted((a, b) => b.hours - a.hours);
}

/** Months of a diary in words, in Telegram's HTML: in all, month by month, by direction. */
export function spanText(birge: ForWords, span: Span, language: Language): string {
  const say = birge.say(language);
  const months = span.map(({ month, overview }) => `${monthHeading(month, language)}: ${hoursOf(say, overview)}`);
  const directions = directionsOf(span).map(
    ({ direction, hours }) =>
      `${escapeHtml(directionIn(birge, direction, language))}: ${say('vol-diary-hours', { hours })}`,
  );
  return [
    `<b>${headingOf(span, language)}</b>`,
    totalsText(say, totalsOf(span)),
    `<b>${say('vol-diary-by-month')}</b>\n${months.join('\n')}`,
    ...(directions.length > 0 ? [`<b>${say('vol-diary-by-direction')}</b>\n${directions.join('\n')}`] : []),
  ].join('\n\n');
}

/** The same as bars, a PNG. */
export function spanPicture(birge: ForWords, span: Span, language: Language): Promise<Uint8Array> {
  const say = birge.say(language);
  return drawMonths({
    title: headingOf(span, language),
    subtitle: totalsLine(say, totalsOf(span)),
    words: {
      confirmed: say('vol-diary-confirmed'),
      notYet: say('vol-diary-not-confirmed'),
      directions: say('vol-diary-by-direction'),
    },
    months: span.map(({ month, overview: { hours, confirmedHours } }) => ({
      label: monthHeading(month, language),
      hours,
      confirmed: confirmedHours,
      value: hoursOf(say, { hours, confirmedHours }),
    })),
    directions: directionsOf(span).map(({ direction, hours }) => ({
      label: directionIn(birge, direction, language),
      hours,
      value: say('vol-diary-hours', { hours }),
    })),
  });
}

/** A month's hours, and how many of them are confirmed; nothing is told of none. */
const hoursOf = (say: Say, { hours, confirmedHours }: Pick<DiaryOverview, 'hours' | 'confirmedHours'>): string =>
  hours === 0 ? say('vol-diary-hours', { hours }) : say('vol-diary-month-hours', { hours, confirmed: confirmedHours });

const headingOf = (span: Span, language: Language): string =>
  spanHeading(
    span.map(({ month }) => month),
    language,
  );
