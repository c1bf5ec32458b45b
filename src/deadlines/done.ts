import { countedFrom } from '../calendar/counted-from.ts';
import type { Kind } from '../calendar/kind.ts';
import { today } from '../context.ts';
import type { Birge } from '../context.ts';
import { moveDay } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import { mondayOf } from '../rules/weeks.ts';
import { recordEvent, undoFulfilment } from '../store/deadlines.ts';
import type { EventToRecord, Obligation } from '../store/deadlines.ts';

/** The first day on which it can have been done: the period's first, or the day of the event it is counted from. */
export function earliestDay({ due }: Kind, { period, dueOn }: Obligation): Day {
  if (due.is === 'event') {
    if (due.unit === 'months') return moveDay(dueOn, { months: -due.count });
    if (due.unit === 'years') return moveDay(dueOn, { years: -due.count });
    // Working days leave out weekends and holidays: no more than as many again and two weeks.
    return moveDay(dueOn, { days: -(due.unit === 'days' ? due.count : 2 * due.count + 14) });
  }
  if (due.is === 'weekly') return mondayOf(dueOn);
  const quarter = /^(\d{4})-Q(\d)$/.exec(period);
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
  return due.is === 'yearly' ? `${period}-01-01` : `${period}-01`;
}

/** Why a day can not be the one on which it was done; undefined: it can. */
export function problemWith(
  birge: Birge,
  kind: Kind,
  obligation: Obligation,
  day: Day,
): 'date-early' | 'date-late' | undefined {
  if (day > today(birge)) return 'date-late';
  return day < earliestDay(kind, obligation) ? 'date-early' : undefined;
}

/** It was done on this day. */
export async function tellDone(birge: Birge, kind: Kind, obligation: Obligation, on: Day, by: number): Promise<void> {
  const event = fulfilling(kind, obligation, on);
  if (event === undefined) return;
  // What is counted from it is owed by whoever owed this.
  const due = countedFrom(
    birge.calendar,
    birge.holidays,
    event,
    ({ owes }) => owes.as === kind.owes.as && owes.role === kind.owes.role,
  );
  await recordEvent(birge.store, event, due, by, birge.now());
}

/** It was not done after all: it is owed again. False: it was owed already. */
export const takeBack = (birge: Birge, obligation: Obligation, by: number): Promise<boolean> =>
  undoFulfilment(birge.store, obligation.id, by, birge.now());

/** The event by which the database sees that it is done. */
function fulfilling({ fulfilled }: Kind, obligation: Obligation, on: Day): EventToRecord | undefined {
  if (!('event' in fulfilled) || fulfilled.hours !== undefined) return undefined;
  const { person, organisation, project, aboutPerson, period } = obligation;
  if (person !== null) {
    return {
      of: { person },
      event: fulfilled.event,
      about: { person: aboutPerson, organisation, project },
      key: period,
      on,
    };
  }
  if (organisation === null) return undefined;
  return { of: { organisation }, event: fulfilled.event, about: { person: aboutPerson, project }, key: period, on };
}
