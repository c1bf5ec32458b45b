import type { Day } from '../rules/dates.ts';
import { dueAfter } from './after-event.ts';
import type { Holidays } from './holidays.ts';
import type { Calendar, Kind } from './kind.ts';

/** What is counted from an event of a day, of the kinds that concern whoever owes it, each with its due day. */
export function countedFrom(
  { kinds }: Calendar,
  holidays: Pick<Holidays, 'isWorkingDay'>,
  happened: { event: string; on: Day },
  concerns: (kind: Kind) => boolean,
): { kind: string; dueOn: Day }[] {
  return [...kinds.values()].flatMap((kind) =>
    kind.due.is === 'event' && kind.due.event === happened.event && concerns(kind)
      ? [{ kind: kind.id, dueOn: dueAfter(kind.due, happened.on, holidays) }]
      : [],
  );
}
