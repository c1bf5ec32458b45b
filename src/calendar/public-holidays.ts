import DateHolidays from 'date-holidays';
import { moveDay } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import { isWeekend } from '../rules/weeks.ts';

/** Days off but no holidays by the law: they do not move when they fall on a weekend. */
const staying: ReadonlySet<string> = new Set(['01-07', '10 Dhu al-Hijjah']);

const kazakhstan = new DateHolidays('KZ', { timezone: 'Asia/Almaty' });

/**
 * Kazakhstan's public holidays of a year with their substitute days, by the law alone: what the government moves from
 * year to year is in `content/holidays.yaml`. The package knows the holidays, but puts their substitutes wrong, so
 * these are counted here: a holiday on a weekend gives the next day that is neither weekend, holiday nor already a
 * substitute.
 */
export function publicHolidays(year: number): ReadonlySet<Day> {
  const found = kazakhstan.getHolidays(year).filter(({ type, substitute }) => type === 'public' && substitute !== true);
  const days = new Set(found.map(({ date }) => date.slice(0, 10)));
  const moving = new Set(found.filter(({ rule }) => !staying.has(rule)).map(({ date }) => date.slice(0, 10)));
  for (const holiday of [...moving].filter(isWeekend).toSorted()) {
    let day = holiday;
    while (isWeekend(day) || days.has(day)) day = moveDay(day, { days: 1 });
    days.add(day);
  }
  return days;
}
