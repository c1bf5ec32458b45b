import { today } from '../../src/context.ts';
import type { Birge, Say } from '../../src/context.ts';
import { dayInNumbers } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { latestLastDay } from '../../src/rules/notice.ts';

/** Why a day can not be the last one, in words; undefined: it can. Not before today, and not more than a year ahead. */
export function lastDayProblem(birge: Birge, say: Say, day: Day): string | undefined {
  const [first, last] = [today(birge), latestLastDay(today(birge))];
  if (day < first) return say('problem-date-early', { min: dayInNumbers(first) });
  return day > last ? say('problem-date-late', { max: dayInNumbers(last) }) : undefined;
}
