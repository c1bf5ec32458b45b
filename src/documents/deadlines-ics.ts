import ical, { ICalAlarmType, type ICalCalendar, ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';
import { type Day, isDay, moveDay } from '../rules/dates.ts';

/** A deadline as a calendar entry. `uid` names the same deadline in every file; `time` is HH:MM in Almaty. */
export interface Deadline {
  uid: string;
  title: string;
  why: string;
  due: Day;
  time?: string;
}

/** Kazakhstan has one time, UTC+5, since 1 March 2024. */
const offset = '+05:00';
const hour = 3600;
/** The hour of the reminder on the day before, local time. */
const remindAt = 10;
const midnight = '00:00';

/**
 * Makes an iCalendar file (RFC 5545) of somebody's deadlines, to be opened on a phone.
 *
 * - Without a time: an entry of the whole day. With one: a quarter of an hour that begins at the time, for lists show
 *   only the beginning. It is written in UTC, because a phone whose time zones are older than March 2024 would still take
 *   "Asia/Almaty" for UTC+6.
 * - A deadline takes no time from the day (`TRANSPARENT`) and reminds at 10:00 of the day before.
 * - Opened again, the file renews the entries: the same UIDs, a later DTSTAMP and SEQUENCE, both from `now`.
 *
 * @param texts name: what the calendar is called on the phone
 * @throws when the list is empty (phones refuse such a file: say it in words instead), a uid is not made of letters,
 *   digits and `.:@/-_`, or a day or time is none
 */
export function deadlinesFile(list: readonly Deadline[], texts: { name: string }, now: Date): string {
  if (list.length === 0) throw new Error('a calendar file needs at least one deadline');
  const calendar = ical({
    name: clean(texts.name),
    prodId: { company: 'Birge', product: 'Deadlines', language: 'EN' },
  });
  for (const deadline of list) addTo(calendar, deadline, now);
  // The package leaves the last line without its end.
  return `${calendar.toString()}\r\n`;
}

function addTo(calendar: ICalCalendar, { uid, title, why, due, time }: Deadline, now: Date): void {
  if (!/^[\w.:@/-]+$/.test(uid))
    throw new Error('a deadline has a uid with other signs than letters, digits and .:@/-_');
  if (!isDay(due) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time ?? midnight)) {
    throw new Error('a deadline has a day that is not YYYY-MM-DD or a time that is not HH:MM');
  }
  const start = new Date(time === undefined ? `${due}T00:00:00Z` : `${due}T${time}:00${offset}`);
  const [hours = 0, minutes = 0] = (time ?? midnight).split(':').map(Number);
  calendar.createEvent({
    id: uid,
    // Whole minutes: seconds would leave the range of the number some phones keep it in.
    sequence: Math.floor(now.getTime() / 60_000),
    stamp: now,
    start,
    end: time === undefined ? new Date(`${moveDay(due, { days: 1 })}T00:00:00Z`) : new Date(start.getTime() + 900_000),
    allDay: time === undefined,
    summary: clean(title),
    description: clean(why),
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    alarms: [
      {
        type: ICalAlarmType.display,
        triggerBefore: (24 - remindAt + hours) * hour + minutes * 60,
        description: clean(title),
      },
    ],
  });
}

/** Control signs have no place in the file; lines stay lines. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{C}\n]/gu, '')
    .trim();
