import type { Day } from '../rules/dates.ts';
import type { Store } from '../store/store.ts';
import { enrolmentsOf } from '../store/volunteers/enrolments.ts';
import type { Enrolment } from '../store/volunteers/enrolments.ts';

/** Somebody's enrolment in a project on a day; undefined: they are no volunteer there then. */
export async function enrolmentAt(
  store: Store,
  { person, project }: { person: number; project: number },
  day: Day,
): Promise<Enrolment | undefined> {
  return (await enrolmentsOf(store, person, day)).find((enrolment) => enrolment.project === project);
}

/** Has the last day of an enrolment passed? On the last day itself it still goes on. */
export const isOver = ({ until }: Pick<Enrolment, 'until'>, day: Day): boolean => until !== null && until < day;
