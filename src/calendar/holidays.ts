import { z } from 'zod';
import { wordIssues } from '../forms/broken.ts';
import { isDay, moveDay } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import { isWeekend } from '../rules/weeks.ts';
import { isRecord, readContentFile } from '../content-file.ts';
import { publicHolidays } from './public-holidays.ts';

/** Which days are worked in Kazakhstan, in a week of five days. */
export interface Holidays {
  isWorkingDay(day: Day): boolean;
  /** Was this year's official list compared with ours? Until then its days are counted by the law alone. */
  confirmed(year: number): boolean;
  /** All days from Monday to Friday that are off, and all days of weekends that are worked. */
  exceptions(year: number): { off: Day[]; working: Day[] };
}

const text = (fix: string) => z.string({ error: fix }).regex(/\S/, `is empty; ${fix}`);
const yearShape = z.strictObject(
  {
    confirmed: z.boolean(),
    source: text('write the official list or the order'),
    days: z.array(
      z.strictObject({
        day: z
          .string({ error: 'write a day, like 2026-01-02' })
          .refine(isDay, 'is no day of the calendar; write an existing day, like 2026-01-02'),
        is: z.enum(['off', 'working']),
        why: text('write why, like "moved from 5 January"'),
      }),
    ),
  },
  { error: ({ code }) => (code === 'invalid_type' ? 'write fields: confirmed, source, days' : undefined) },
);
type Year = z.infer<typeof yearShape>;

/**
 * Reads `holidays.yaml`, what differs from the rule of the law, year by year. Throws one `BrokenContent` that lists
 * every mistake with file, place, value and fix.
 */
export function loadHolidays(file: string): Holidays {
  const years = readContentFile(file, readYears);
  const own = new Map([...years.values()].flatMap(({ days }) => days.map(({ day, is }) => [day, is] as const)));
  const byLaw = new Map<number, ReadonlySet<Day>>();
  const isOffByLaw = (day: Day): boolean => {
    const year = Number(day.slice(0, 4));
    const days = byLaw.get(year) ?? publicHolidays(year);
    byLaw.set(year, days);
    return isWeekend(day) || days.has(day);
  };
  const isWorkingDay = (day: Day): boolean => (own.has(day) ? own.get(day) === 'working' : !isOffByLaw(day));
  return {
    isWorkingDay,
    confirmed: (year) => years.get(year)?.confirmed === true,
    exceptions(year) {
      const days = daysOf(year);
      return {
        off: days.filter((day) => !isWeekend(day) && !isWorkingDay(day)),
        working: days.filter((day) => isWeekend(day) && isWorkingDay(day)),
      };
    },
  };
}

function daysOf(year: number): Day[] {
  const days: Day[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = moveDay(day, { days: 1 })) days.push(day);
  return days;
}

function readYears(raw: unknown, problems: string[]): Map<number, Year> {
  const years = new Map<number, Year>();
  if (!isRecord(raw)) {
    problems.push('holds no years; write each year with confirmed, source and days');
    return years;
  }
  for (const [year, written] of Object.entries(raw)) {
    if (!/^20\d\d$/.test(year)) {
      problems.push(`"${year}" is no year; write it in four digits, like 2026`);
      continue;
    }
    const parsed = yearShape.safeParse(written);
    if (parsed.success) years.set(Number(year), parsed.data);
    const found = parsed.success
      ? dayMistakes(year, parsed.data)
      : wordIssues(parsed.error.issues, written, Object.keys(yearShape.shape));
    problems.push(...found.map((problem) => `${year}: ${problem}`));
  }
  return years;
}

function dayMistakes(year: string, { days }: Year): string[] {
  return days.flatMap(({ day }, index) => {
    const place = `days[${index + 1}].day: "${day}"`;
    if (!day.startsWith(year)) return [`${place} is a day of another year; write it below ${day.slice(0, 4)}`];
    return days.findIndex((other) => other.day === day) < index ? [`${place} stands there twice; keep one`] : [];
  });
}
