import { today } from '../context.ts';
import type { Birge } from '../context.ts';
import type { Happening } from '../calendar/kind.ts';
import type { Day } from '../rules/dates.ts';
import { menteesOf, recordEvent } from '../store/deadlines.ts';
import { readMember } from '../store/memberships.ts';
import type { Member } from '../store/memberships.ts';
import { readOrganisation } from '../store/organisations.ts';
import { beforeEvent, nameMentor } from '../store/recording.ts';
import type { Words } from '../store/talks.ts';
import type { Talk } from '../talks/talk.ts';
import { countsHours, dueFrom, isAboutWorker, recordable, standsAlone } from './recordable.ts';
import type { Subject } from './recordable.ts';

/** What is to be recorded, as buttons carry it: ids of an organisation and of memberships there. */
export interface Topic {
  organisation: number;
  /** Null: of the organisation itself. */
  member: number | null;
  event: string;
  /** A mentor's worker. */
  worker: number | null;
  /** It has happened once more; otherwise a later record corrects the earlier one. */
  again: boolean;
  /** The hours of a certificate; null: none were said. */
  hours: number | null;
}

const pattern = /^(\d{1,15}):(o|m\d{1,15}):([a-z][a-z0-9-]*)(?::(-|\d{1,15}))?(?::(\+|h\d{1,3}))?$/;

/**
 * `12:m34:hired`, `12:o:label-awarded`, `12:m34:mentor-named:35`, `12:m34:hired:-:+`, `12:m34:certificate:-:h36`: short enough
 * for a button beside a day, with ids of six digits.
 */
export function writeTopic({ organisation, member, event, worker, again, hours }: Topic): string {
  const more = again ? '+' : hours === null ? undefined : `h${hours}`;
  const of = member === null ? 'o' : `m${member}`;
  const parts = worker === null && more === undefined ? [] : [worker ?? '-', ...(more === undefined ? [] : [more])];
  return [organisation, of, event, ...parts].join(':');
}

/** Reads what `writeTopic` wrote; undefined: it is none. */
export function readTopic(text: string): Topic | undefined {
  const [, organisation, of = '', event = '', worker = '-', more] = pattern.exec(text) ?? [];
  if (organisation === undefined) return undefined;
  return {
    organisation: Number(organisation),
    member: of === 'o' ? null : Number(of.slice(1)),
    event,
    worker: worker === '-' ? null : Number(worker),
    again: more === '+',
    hours: more?.startsWith('h') ? Number(more.slice(1)) : null,
  };
}

/** A topic whose parts exist and that this person may record. */
export interface Prepared {
  topic: Topic;
  organisation: { id: number; name: Words; kind: string };
  member: Member | null;
  /** Null: it is about no worker, or none is chosen yet. */
  worker: Member | null;
  needsWorker: boolean;
  /** Whether hours are asked for. */
  needsHours: boolean;
  /** Can it be about this worker? */
  fits(worker: Member): boolean;
  event: Happening;
  subject: Subject;
  before: Awaited<ReturnType<typeof beforeEvent>>;
}

/**
 * Who is in this person's care, as the table of rights asks: the workers whose mentor they are, and themselves as a mentor,
 * who tells how it goes with a worker.
 */
export async function careOf(
  birge: Birge,
  person: number,
): Promise<(member: Pick<Member, 'person' | 'role'>) => boolean> {
  const mentees = await menteesOf(birge.store, person, today(birge));
  return (member) => mentees.includes(member.person) || (member.person === person && member.role === 'mentor');
}

/** Checks the right and reads what is known; undefined: there is no such thing, or not for them. */
export async function prepare(birge: Birge, talk: Talk, topic: Topic): Promise<Prepared | undefined> {
  const { store, calendar } = birge;
  const event = calendar.events.get(topic.event);
  const organisation = await readOrganisation(store, topic.organisation);
  if (event === undefined || organisation === null || talk.person === null) return undefined;
  const read = (id: number | null) =>
    id === null ? Promise.resolve(null) : readMember(store, id, organisation.id, birge.now());
  const member = await read(topic.member);
  if (topic.member !== null && member === null) return undefined;
  const subject: Subject = { organisationKind: organisation.kind, role: member?.role ?? null };
  const inCare = await careOf(birge, talk.person.id);
  const mayFor = (assigned: boolean) =>
    recordable(calendar, talk.roles, subject, {
      organisations: organisation.above,
      project: member?.project ?? undefined,
      assigned,
    }).some(({ id }) => id === event.id);
  if (!mayFor(member !== null && inCare(member))) return undefined;
  const needsWorker = isAboutWorker(calendar, event.id);
  const needsHours = countsHours(calendar, event.id);
  const worker = needsWorker ? await read(topic.worker) : null;
  if (topic.worker !== null && worker === null) return undefined;
  // A mentor tells of the own workers alone; a head of everybody's.
  const fits = (one: Member) =>
    one.role === 'worker' && one.person !== member?.person && (mayFor(false) || inCare(one));
  if (worker !== null && !fits(worker)) return undefined;
  const before = await beforeEvent(
    store,
    { event: event.id, ...whoseEvent({ member, worker, organisation }) },
    birge.now(),
  );
  return { topic, organisation, member, worker, needsWorker, needsHours, fits, event, subject, before };
}

/** Whose event it is, and what it is about: the same as of the obligations that follow from it. */
function whoseEvent({
  member,
  worker,
  organisation,
}: Pick<Prepared, 'member' | 'worker'> & { organisation: { id: number } }) {
  if (member === null) return { of: { organisation: organisation.id } };
  return {
    of: { person: member.person },
    about: { person: worker?.person ?? null, organisation: organisation.id, project: member.project },
  };
}

/**
 * `nothing-open`: it would fulfil something, and nothing of that is open. `before`: the day it corrects; `fulfilled`: what
 * was open and is done by it.
 */
export type Recorded =
  | { is: 'recorded'; id: number; before: Day | undefined; fulfilled: { kind: string; dueOn: Day } | undefined }
  | { is: 'nothing-open' };

/** Records it on that day, or corrects the day of the newest earlier record; what it fulfils is what is due soonest. */
export async function record(birge: Birge, by: number, prepared: Prepared, on: Day): Promise<Recorded> {
  const { calendar } = birge;
  const { event, subject, before, topic } = prepared;
  if (topic.hours !== null) {
    // Every certificate counts; the same one, pressed twice, counts once.
    const id = await write(birge, by, prepared, { key: `${on} ${topic.hours}`, on, hours: topic.hours });
    return { is: 'recorded', id, before: undefined, fulfilled: undefined };
  }
  const [owed] = before.owed;
  if (owed === undefined && !standsAlone(calendar, event.id, subject)) return { is: 'nothing-open' };
  const corrected = owed === undefined ? earlierOf(prepared, on) : undefined;
  // A fulfilled obligation is known by its period; what is counted anew has a number of its own.
  const anew = topic.again ? `#${before.earlier.length + 1}` : '';
  const id = await write(birge, by, prepared, { key: owed?.period ?? corrected?.key ?? anew, on });
  return { is: 'recorded', id, before: corrected?.on, fulfilled: owed };
}

async function write(
  { store, calendar, holidays, now }: Birge,
  by: number,
  prepared: Prepared,
  how: { key: string; on: Day; hours?: number },
): Promise<number> {
  const { event, subject, worker } = prepared;
  const happened = { event: event.id, ...whoseEvent(prepared), ...how };
  const due = dueFrom(calendar, holidays, event.id, subject, how.on);
  const call = event.id === 'mentor-named' && worker !== null ? nameMentor : recordEvent;
  return call(store, happened, due, by, now());
}

/** The earlier record that this one means: one of the same day, so that pressing twice records once, or the newest. */
function earlierOf({ topic, before: { earlier } }: Prepared, on: Day): { key: string; on: Day } | undefined {
  const sameDay = earlier.find((one) => one.on === on);
  return topic.again ? sameDay : (sameDay ?? earlier[0]);
}
