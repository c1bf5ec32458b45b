import { periodAt } from '../calendar/periods.ts';
import type { Birge } from '../context.ts';
import { today } from '../context.ts';
import { moveDay } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import {
  adoptKind,
  lastTick,
  noteTick,
  openPeriods,
  planLists,
  planNotices,
  reviewMemberships,
  writeCalendar,
} from '../store/obligations.ts';
import type { PeriodToOpen } from '../store/obligations.ts';
import { ruleOf } from './rules.ts';

/** Makes the calendar known to the database; obligations of changed kinds follow the new rules. */
export async function adoptCalendar({ store, calendar, now }: Birge): Promise<void> {
  const changed = await writeCalendar(store, [...calendar.kinds.values()].map(ruleOf));
  for (const kind of changed) await adoptKind(store, kind, now());
}

/** The longest sleep after which periods that opened meanwhile are still made up for, in days. */
const longestSleep = 62;

/**
 * Brings obligations and notices up to now. Late, twice or in several processes at once it does the same: everything it
 * makes has a key, and it reads only what is due.
 */
export async function plan(birge: Birge): Promise<void> {
  const { store, now } = birge;
  const at = now();
  await reviewMemberships(store, at);
  const last = await lastTick(store, 'plan');
  await openPeriods(store, periodsSince(birge, last), at);
  await planLists(store, at);
  const planned = await planNotices(store, at);
  await noteTick(store, 'plan', { planned }, at);
}

/** The periods that were open on a day since the last look; those of today at least. */
function periodsSince(birge: Birge, last: Date | undefined): PeriodToOpen[] {
  const until = today(birge);
  const before = last === undefined ? until : dayOf(birge, last);
  // A clock that was ahead has looked at days to come.
  const first = before < until ? before : until;
  const earliest = moveDay(until, { days: -longestSleep });
  const found = new Map<string, PeriodToOpen>();
  for (let day = first < earliest ? earliest : first; day <= until; day = moveDay(day, { days: 1 })) {
    for (const period of periodsOn(birge, day)) found.set(`${period.kind} ${period.period}`, period);
  }
  return [...found.values()];
}

function periodsOn({ calendar }: Birge, day: Day): PeriodToOpen[] {
  return [...calendar.kinds.values()].flatMap(({ id, due }) =>
    periodAt(due, day).map(({ period, opensOn, dueOn, time }) => ({
      kind: id,
      period,
      opensOn,
      dueOn,
      // The whole country has one time, five hours before UTC, since 1 March 2024.
      dueAt: time === undefined ? null : `${dueOn}T${time}:00+05:00`,
    })),
  );
}

const dayOf = ({ timeZone }: Birge, moment: Date): Day => today({ timeZone, now: () => moment });
