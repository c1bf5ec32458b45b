import { z } from 'zod';
import { wordIssues } from '../forms/broken.ts';
import { isDay } from '../rules/dates.ts';
import { weekdays } from '../rules/weeks.ts';
import type { Weekday } from '../rules/weeks.ts';
import { clockTime } from './clock-time.ts';
import { isRecord } from '../content-file.ts';
import type { Due } from './kind.ts';

const time = z.string().regex(clockTime, 'is no time of day; write it in quotes, like "23:00"').optional();
const after = z.boolean().default(false);
const noDay = 'is no day of a month; write a number from 1 to 31, or last';
const monthDay = z.union([z.literal('last'), z.int().min(1, noDay).max(31, noDay)], { error: noDay });
const count = z
  .int({ error: 'write a whole number, like 15' })
  .min(1, 'is not above 0; write 1 or more')
  .max(1000, 'is above 1000; count in a larger unit')
  .optional();

export const eventName = z
  .string({ error: 'write the name of an event, like hired' })
  .regex(/^[a-z][a-z0-9-]*$/, 'is no name of an event; use a-z, 0-9 and -, like hired');

/** The shapes of `due`, by the field that tells them apart. */
const shapes = {
  yearly: z.strictObject({ yearly: z.string({ error: 'write month and day, like 11-15' }), after, time }),
  weekly: z.strictObject({ weekly: z.enum(weekdays), time }),
  monthly: z.strictObject({ monthly: monthDay, after, time }),
  quarterly: z.strictObject({ quarterly: monthDay, after, time }),
  event: z.strictObject({ event: eventName, days: count, 'working-days': count, months: count, years: count }),
};
const units = ['days', 'working-days', 'months', 'years'] as const;

/** Reads `due` of a kind; what is wrong goes to `problems`, and then there is none. */
export function readDue(raw: unknown, problems: string[]): Due | undefined {
  const names = Object.keys(shapes).join(', ');
  if (!isRecord(raw)) {
    problems.push(
      `due: ${raw === undefined ? 'missing' : `${JSON.stringify(raw)} says no date`}; write one of: ${names}`,
    );
    return undefined;
  }
  const said = Object.keys(shapes).filter((name) => name in raw);
  if (said.length !== 1) {
    problems.push(
      `due: ${said.length === 0 ? `${JSON.stringify(raw)} says no date` : `${said.join(' and ')} at once`}; write exactly one of: ${names}`,
    );
    return undefined;
  }
  const found: string[] = [];
  const due = shaped(raw, found);
  problems.push(...found.map((problem) => `due: ${problem}`));
  return due;
}

function shaped(raw: Record<string, unknown>, problems: string[]): Due | undefined {
  const parse = <T extends z.ZodObject>(shape: T): z.infer<T> | undefined => {
    const parsed = shape.safeParse(raw);
    if (parsed.success) return parsed.data;
    problems.push(...wordIssues(parsed.error.issues, raw, Object.keys(shape.shape)));
    return undefined;
  };
  if ('yearly' in raw) return yearly(parse(shapes.yearly), problems);
  if ('event' in raw) return afterEvent(parse(shapes.event), problems);
  if ('weekly' in raw) {
    const read = parse(shapes.weekly);
    // The place in the list of names, counted from 1, is the weekday.
    return read && { is: 'weekly', weekday: (weekdays.indexOf(read.weekly) + 1) as Weekday, ...timeOf(read) };
  }
  if ('monthly' in raw) {
    const read = parse(shapes.monthly);
    return read && { is: 'monthly', day: read.monthly, after: read.after, ...timeOf(read) };
  }
  const read = parse(shapes.quarterly);
  return read && { is: 'quarterly', day: read.quarterly, after: read.after, ...timeOf(read) };
}

const timeOf = (read: { time?: string | undefined }): { time?: string } =>
  read.time === undefined ? {} : { time: read.time };

function yearly(read: z.infer<typeof shapes.yearly> | undefined, problems: string[]): Due | undefined {
  if (!read) return undefined;
  const mistake = yearDayMistake(read.yearly);
  if (mistake !== undefined) {
    problems.push(`yearly: ${JSON.stringify(read.yearly)} ${mistake}`);
    return undefined;
  }
  const [month = 0, day = 0] = read.yearly.split('-').map(Number);
  return { is: 'yearly', month, day, after: read.after, ...timeOf(read) };
}

/** A day that every year has: 29 February is none. */
function yearDayMistake(written: string): string | undefined {
  if (!/^\d\d-\d\d$/.test(written)) return 'is no day of a year; write month and day, like 11-15';
  const commonYear = 2027;
  if (isDay(`${commonYear}-${written}`)) return undefined;
  const month = written.slice(0, 2);
  const last = ['31', '30', '29', '28'].map((day) => `${month}-${day}`).find((day) => isDay(`${commonYear}-${day}`));
  if (last === undefined) return 'has no such month; write month and day, like 11-15';
  return written === '02-29'
    ? 'is a day of leap years only; write "02-28"'
    : `is no day of the calendar; write an existing day, like "${last}"`;
}

function afterEvent(read: z.infer<typeof shapes.event> | undefined, problems: string[]): Due | undefined {
  if (!read) return undefined;
  const said = units.flatMap((unit) => (read[unit] === undefined ? [] : [{ unit, count: read[unit] }]));
  const [only] = said;
  if (only !== undefined && said.length === 1) return { is: 'event', event: read.event, ...only };
  problems.push(
    `${only === undefined ? `${JSON.stringify(read)} says not how long after` : `${said.map(({ unit }) => unit).join(' and ')} at once`}; ` +
      `write exactly one of: ${units.join(', ')}`,
  );
  return undefined;
}
