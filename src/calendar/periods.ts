import { moveDay } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import { mondayOf, weekOf } from '../rules/weeks.ts';
import type { Due } from './kind.ts';

/** One period of a kind that comes again and again; `time` is `HH:MM` in Asia/Almaty. */
export interface Period {
  /** `2026`, `2026-W47`, `2026-11` or `2026-Q4`. */
  period: string;
  opensOn: Day;
  dueOn: Day;
  time?: string;
}

/**
 * The periods that are open on a day: `opensOn ≤ day ≤ dueOn`; none for what is due after an event. A period opens on
 * its first day. One that is due afterwards (`after: true`) opens on the first day after its end: a report on 2026 that
 * is due by 31 March 2027 is owed from 1 January 2027, and on that day nobody yet owes the report on 2027. Fixed dates
 * never move to a working day.
 */
export function periodAt(due: Due, day: Day): Period[] {
  if (due.is === 'event') return [];
  const found = lastOpened(due, day);
  if (day < found.opensOn || day > found.dueOn) return [];
  return [due.time === undefined ? found : { ...found, time: due.time }];
}

/** The period that opened last before or on the day, be it still open or over. */
function lastOpened(due: Exclude<Due, { is: 'event' }>, day: Day): Period {
  if (due.is === 'weekly') {
    const monday = mondayOf(day);
    return { period: weekOf(day), opensOn: monday, dueOn: moveDay(monday, { days: due.weekday - 1 }) };
  }
  const months = { yearly: 12, quarterly: 3, monthly: 1 }[due.is];
  const opensOn = firstOf(day, months);
  const about = due.after ? moveDay(opensOn, { months: -months }) : opensOn;
  const period = nameOf(due.is, about);
  if (due.is === 'yearly') {
    const monthAndDay = [due.month, due.day].map((number) => String(number).padStart(2, '0')).join('-');
    return { period, opensOn, dueOn: `${opensOn.slice(0, 4)}-${monthAndDay}` };
  }
  // Days are counted in the last month of the period, or, when due afterwards, in the first month after it.
  const month = due.after ? opensOn : moveDay(opensOn, { months: months - 1 });
  return { period, opensOn, dueOn: dayOfMonth(month, due.day) };
}

/** The first day of the year, quarter or month in which a day lies; `months` says how long that is. */
function firstOf(day: Day, months: number): Day {
  const month = Number(day.slice(5, 7)) - 1;
  return `${day.slice(0, 4)}-${String(month - (month % months) + 1).padStart(2, '0')}-01`;
}

function nameOf(is: 'yearly' | 'quarterly' | 'monthly', first: Day): string {
  if (is === 'monthly') return first.slice(0, 7);
  const year = first.slice(0, 4);
  return is === 'yearly' ? year : `${year}-Q${(Number(first.slice(5, 7)) + 2) / 3}`;
}

/** A day of the month that begins on `first`; days the month does not have fall back to its last one. */
function dayOfMonth(first: Day, day: number | 'last'): Day {
  const last = moveDay(moveDay(first, { months: 1 }), { days: -1 });
  const wanted = `${first.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return day === 'last' || wanted > last ? last : wanted;
}
