import { today } from '../context.ts';
import type { Birge, Say } from '../context.ts';
import { drawMonth } from '../pictures/month.ts';
import { daysOf } from '../rules/months.ts';
import type { Month } from '../rules/months.ts';
import { weekdayNames, weekdayOf } from '../rules/weekdays.ts';
import type { DiaryOverview, Totals } from '../store/volunteers/deeds.ts';
import type { Language } from '../store/talks.ts';
import { monthHeading } from './spans.ts';

/** Good deeds that are still to be done in these days. */
const plannedIn = ({ days }: DiaryOverview): number => days.reduce((sum, { planned }) => sum + planned, 0);

/** Does nothing stand in these days, neither done nor planned? */
export const isEmpty = ({ days }: DiaryOverview): boolean => days.length === 0;

/** A month of a diary in words, in Telegram's HTML: what was done in all, and what is planned. */
export function monthText(say: Say, overview: DiaryOverview, month: Month, language: Language): string {
  const planned = plannedIn(overview);
  return [
    `<b>${monthHeading(month, language)}</b>`,
    '',
    totalsText(say, overview),
    ...(planned > 0 ? [say('vol-diary-planned', { count: planned })] : []),
  ].join('\n');
}

/** Deeds, hours, of them confirmed, and people, a line each. */
export const totalsText = (say: Say, { deeds, hours, confirmedHours, people }: Totals): string =>
  say('vol-diary-totals', { deeds, hours, confirmed: confirmedHours, people });

/** The same in one line, below the heading of a picture. */
export const totalsLine = (say: Say, { deeds, hours, confirmedHours }: Totals): string =>
  say('vol-diary-totals-line', { deeds, hours, confirmed: confirmedHours });

/** The month as a calendar, a PNG. */
export function monthPicture(
  birge: Pick<Birge, 'say' | 'now' | 'timeZone'>,
  overview: DiaryOverview,
  month: Month,
  language: Language,
): Promise<Uint8Array> {
  const say = birge.say(language);
  const now = today(birge);
  const { from, until } = daysOf(month);
  const byDay = new Map(overview.days.map((day) => [day.on, day]));
  return drawMonth({
    title: monthHeading(month, language),
    subtitle: totalsLine(say, overview),
    weekdays: weekdayNames(language),
    first: weekdayOf(from),
    days: Array.from({ length: Number(until.slice(8)) }, (_, index) => {
      const on = `${month}-${String(index + 1).padStart(2, '0')}`;
      const day = byDay.get(on);
      return {
        done: day && day.done > 0 ? { hours: day.hours, label: day.hours.toLocaleString(language) } : null,
        planned: day !== undefined && day.planned > 0,
        today: on === now,
      };
    }),
    words: { hours: say('vol-diary-a-day'), planned: say('vol-diary-is-planned'), today: say('vol-diary-today') },
  });
}
