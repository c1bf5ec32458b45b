import { may, maySomewhere } from '../access/rights.ts';
import type { Place } from '../access/rights.ts';
import { countedFrom } from '../calendar/counted-from.ts';
import type { Holidays } from '../calendar/holidays.ts';
import type { Calendar, Happening, Kind } from '../calendar/kind.ts';
import type { Day } from '../rules/dates.ts';
import type { Role } from '../store/talks.ts';

/** Whom something is recorded of: an organisation of this kind, or somebody in this role there. */
export interface Subject {
  organisationKind: string;
  /** Null: the organisation itself. */
  role: string | null;
}

/** What follows from events or is fulfilled by them, for those who owe it. */
const isOwedBy = ({ owes }: Kind, { organisationKind, role }: Subject): boolean =>
  owes.at.includes(organisationKind) &&
  (role === null ? owes.as === 'organisation' : owes.as === 'person' && owes.role === role);

/** Is it counted from this event, asked of those who have it, or fulfilled by it? */
const touches = ({ due, owes, fulfilled }: Kind, event: string): boolean =>
  (due.is === 'event' && due.event === event) ||
  owes.having === event ||
  ('event' in fulfilled && fulfilled.event === event);

/** The events that concern such a subject, whoever may record them. */
function concerning(calendar: Calendar, subject: Subject): Happening[] {
  const kinds = [...calendar.kinds.values()].filter((kind) => isOwedBy(kind, subject));
  const about = subject.role === null ? 'organisation' : 'person';
  return [...calendar.events.values()].filter(
    (event) => event.about === about && kinds.some((kind) => touches(kind, event.id)),
  );
}

/** May somebody with these roles record this event there? The calendar names the roles, the table of rights how far. */
const mayRecord = (roles: readonly Role[], { record }: Happening, place: Place): boolean =>
  roles.some((held) => record.includes(held.role) && may([held], 'record-event', place));

/** What somebody with these roles may record of this subject there, in the calendar's order. */
export const recordable = (calendar: Calendar, roles: readonly Role[], subject: Subject, place: Place): Happening[] =>
  concerning(calendar, subject).filter((event) => mayRecord(roles, event, place));

/** Is there anything that somebody with these roles records of others? For the menu. */
export const recordsEvents = ({ events }: Calendar, roles: readonly Role[]): boolean =>
  roles.some(
    (held) =>
      maySomewhere([held], 'record-event') && [...events.values()].some(({ record }) => record.includes(held.role)),
  );

/** Those of an organisation's roles of which somebody could record anything at all, for lists. */
export const recordableRoles = (
  calendar: Calendar,
  roles: readonly Role[],
  organisationKind: string,
  those: readonly string[],
): string[] =>
  those.filter((role) =>
    concerning(calendar, { organisationKind, role }).some(({ record }) =>
      roles.some((held) => record.includes(held.role) && maySomewhere([held], 'record-event')),
    ),
  );

/** What is counted from this event for such a subject when it happened on that day. */
export const dueFrom = (
  calendar: Calendar,
  holidays: Pick<Holidays, 'isWorkingDay'>,
  event: string,
  subject: Subject,
  on: Day,
): { kind: string; dueOn: Day }[] => countedFrom(calendar, holidays, { event, on }, (kind) => isOwedBy(kind, subject));

/** Does it stand by itself, or only where something open is fulfilled by it? */
export const standsAlone = (calendar: Calendar, event: string, subject: Subject): boolean =>
  [...calendar.kinds.values()].some(
    (kind) =>
      isOwedBy(kind, subject) && ((kind.due.is === 'event' && kind.due.event === event) || kind.owes.having === event),
  );

/** Does it come with hours that are added up, as certificates do? */
export const countsHours = (calendar: Calendar, event: string): boolean =>
  [...calendar.kinds.values()].some(
    ({ fulfilled }) => 'event' in fulfilled && fulfilled.event === event && fulfilled.hours !== undefined,
  );

/** Is it about a mentor and one worker? Whatever a mentor owes after an event, they owe for somebody. */
export const isAboutWorker = (calendar: Calendar, event: string): boolean =>
  [...calendar.kinds.values()].some(
    ({ due, owes }) => due.is === 'event' && due.event === event && owes.role === 'mentor',
  );
