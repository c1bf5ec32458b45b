import { moveDay, readDay } from '../dates.ts';
import type { Day } from '../dates.ts';
import { isQuiet, localTime, momentAt } from './local-time.ts';

/** Why a typed moment can not be taken. */
export const momentProblems = ['unreadable', 'no-time', 'no-such-time', 'no-such-day', 'past', 'too-far'] as const;
export type MomentProblem = (typeof momentProblems)[number];

/** `quiet`: it lies between 21:00 and 09:00, which is a warning and no refusal. */
export type ReadMoment =
  | { is: 'moment'; at: Date; day: Day; quiet: boolean }
  | { is: 'problem'; problem: MomentProblem };

/** An announcement waits so many days at most. */
export const farthestDays = 60;

/** Days that have a name of their own, by how many days they are away. */
const namedDays: ReadonlyMap<string, number> = new Map([
  ...['кеше', 'вчера', 'yesterday'].map((name) => [name, -1] as const),
  ...['бүгін', 'бугин', 'сегодня', 'today'].map((name) => [name, 0] as const),
  ...['ертең', 'ертен', 'завтра', 'tomorrow'].map((name) => [name, 1] as const),
  ...['бүрсігүні', 'бурсигуни', 'послезавтра'].map((name) => [name, 2] as const),
]);

const withColon = /(?<!\d)(\d{1,2})\s*:\s*(\d{2})(?!\d)/;
/** «18.30» can be a date as well, so it stands after one. */
const withPoint = /(?<=\S\s+)(\d{1,2})\.(\d{2})$/;
const hourOnly = /(?:сағат|сагат|(?<!\p{L})в|(?<!\p{L})at)\s+(\d{1,2})$/u;
/** «ертең 10»: a bare number after the name of a day is an hour. */
const hourAfterName = new RegExp(`(?<=^(?:${[...namedDays.keys()].join('|')}) )(\\d{1,2})$`, 'u');
/** Words around the time that say nothing: «сағат», "в", "at", «18:30-да». */
const around = /(?<!\p{L})(?:сағат|сагат|в|at|on|күні|куни)(?!\p{L})|-(?:да|де|та|те)(?!\p{L})/gu;

/**
 * Reads the day and time at which something is to be sent: `25.11 18:30`, `25.11.2026 18:30`, `25 қараша 18:30`,
 * `ертең 10:00`, "завтра в 10", `18:30` (today, or tomorrow if it is past). Without a year the nearest such day to come is
 * meant. Clocks are those of the time zone (an IANA name).
 */
export function readMoment(text: string, now: Date, timeZone: string): ReadMoment {
  const typed = text.normalize('NFKC').toLowerCase().replace(/[,;]/g, ' ').replace(/\s+/g, ' ').trim();
  const plain = typed.replace(/(?<=\d)-(?:да|де|та|те)$/u, '');
  const found = withColon.exec(plain) ?? hourOnly.exec(plain) ?? hourAfterName.exec(plain) ?? withPoint.exec(plain);
  const dayText = (found ? plain.replace(found[0], ' ') : plain).replace(around, ' ').replace(/\s+/g, ' ').trim();
  const today = localTime(now, timeZone).day;
  const days = daysMeant(dayText, today);
  if (days.length === 0 || typed === '' || dayText.includes(':')) return problem('unreadable');
  if (!found) {
    if (days[0]?.is === 'problem') return days[0];
    return problem(days.every((one) => one.is === 'day' && one.day < today) ? 'past' : 'no-time');
  }
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  if (hours > 23 || minutes > 59) return problem('no-such-time');
  const read = days.map((one) => (one.is === 'day' ? judge(one.day, hours * 60 + minutes, now, today, timeZone) : one));
  return read.find((one) => one.is === 'moment') ?? read[nearest(days, today)] ?? problem('unreadable');
}

/** Which of the days is nearer to today, before or after it: that one was meant. */
function nearest(days: readonly DayMeant[], today: Day): number {
  const distances = days.map((one) =>
    one.is === 'day' ? Math.abs(Date.parse(one.day) - Date.parse(today)) : Infinity,
  );
  return distances.indexOf(Math.min(...distances));
}

type DayMeant = { is: 'day'; day: Day } | { is: 'problem'; problem: MomentProblem };

/** The days that can be meant, the likeliest first; none if it is no day at all. */
function daysMeant(text: string, today: Day): DayMeant[] {
  if (text === '') return [0, 1].map((days) => ({ is: 'day', day: moveDay(today, { days }) }));
  const named = namedDays.get(text);
  if (named !== undefined) return [{ is: 'day', day: moveDay(today, { days: named }) }];
  const year = Number(today.slice(0, 4));
  // What is to come lies in this century.
  const whole = dayOf(text.replace(/^(?<start>\d{1,2}[./ -]\d{1,2}[./ -])(?<end>\d{2})$/, '$<start>20$<end>'));
  if (whole) return [whole];
  const [soon, later] = [dayOf(`${text} ${year}`), dayOf(`${text} ${year + 1}`)];
  return soon && later ? [soon, later] : [];
}

function dayOf(text: string): DayMeant | undefined {
  const read = readDay(text);
  if (read.is === 'day') return read;
  return read.problem === 'no-such-day' ? { is: 'problem', problem: 'no-such-day' } : undefined;
}

function judge(day: Day, minutes: number, now: Date, today: Day, timeZone: string): ReadMoment {
  const at = momentAt({ day, minutes }, timeZone);
  if (at <= now) return problem('past');
  if (day > moveDay(today, { days: farthestDays })) return problem('too-far');
  return { is: 'moment', at, day, quiet: isQuiet({ day, minutes }) };
}

const problem = (code: MomentProblem): { is: 'problem'; problem: MomentProblem } => ({ is: 'problem', problem: code });
