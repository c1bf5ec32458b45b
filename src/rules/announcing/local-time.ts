import type { Day } from '../dates.ts';
import { moveDay } from '../dates.ts';

/** A moment on the clocks of a place: the day, and minutes since its midnight. */
export interface LocalTime {
  day: Day;
  minutes: number;
}

/** Nothing is announced from 21:00 until 09:00: minutes since midnight. */
export const quietHours = { from: 21 * 60, until: 9 * 60 } as const;

const minute = 60_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of the time zone (an IANA name) show at a moment. */
export function localTime(moment: Date, timeZone: string): LocalTime {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    clocks.set(timeZone, clock);
  }
  const [day = '', time = ''] = clock.format(moment).split(' ');
  return { day, minutes: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) };
}

/** The moment at which the clocks of the time zone show this; of an hour that is skipped, the time after it. */
export function momentAt({ day, minutes }: LocalTime, timeZone: string): Date {
  const wanted = asIfUtc({ day, minutes });
  const corrected = (moment: number): number => moment + wanted - asIfUtc(localTime(new Date(moment), timeZone));
  // Once for the zone's difference; again because the clocks may be changed between the guess and the moment itself.
  return new Date(corrected(corrected(wanted)));
}

const asIfUtc = ({ day, minutes }: LocalTime): number => Date.parse(`${day}T00:00:00Z`) + minutes * minute;

/** Is it between 21:00 and 09:00? 21:00 itself is, 09:00 is not. */
export const isQuiet = ({ minutes }: LocalTime): boolean => minutes >= quietHours.from || minutes < quietHours.until;

/** The 09:00 that ends the quiet hours in which the time lies. */
export const morningAfter = ({ day, minutes }: LocalTime): LocalTime => ({
  day: minutes < quietHours.until ? day : moveDay(day, { days: 1 }),
  minutes: quietHours.until,
});
