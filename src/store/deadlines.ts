import { z } from 'zod';
import type { Day } from '../rules/dates.ts';
import type { Store } from './store.ts';
import { role, words } from './talks.ts';
import type { Role } from './talks.ts';

/** What is owed by a date, as it is shown to its owner and to those who look after it. */
export const obligation = z.object({
  id: z.number(),
  kind: z.string(),
  /** `2026`, `2026-Q4`, `2026-11`, `2026-W47`, or the id of the event it is counted from. */
  period: z.string(),
  /** `YYYY-MM-DD`; with `dueAt` the moment, where the kind has an hour. */
  dueOn: z.string(),
  dueAt: z.string().nullable(),
  person: z.number().nullable(),
  personName: z.string().nullable(),
  /** The organisation that owes it, or for which the person does. */
  organisation: z.number().nullable(),
  owned: z.enum(['person', 'organisation']),
  organisationName: words.nullable(),
  project: z.number().nullable(),
  projectName: words.nullable(),
  aboutPerson: z.number().nullable(),
  aboutPersonName: z.string().nullable(),
  /** What exactly, where it is one of many of its kind: the words of an action. */
  subject: z.string().nullable(),
  fulfilled: z.boolean(),
  /** Somebody said that it is not theirs. */
  waived: z.boolean(),
  waivedByName: z.string().nullable(),
  /** The role ended, or what it was counted from did not happen. */
  closed: z.boolean(),
});
export type Obligation = z.infer<typeof obligation>;

/** An obligation within a digest or reminder: by which rung it came, and whether the reader owes it. */
export const toldOf = obligation.extend({ step: z.string(), own: z.boolean() });
export type ToldOf = z.infer<typeof toldOf>;

/** The part of the organisations and people whose deadlines somebody sees. */
export interface Overseen {
  all: boolean;
  organisations: number[];
  projects: number[];
  /** Also of those whose mentor they are. */
  assigned: boolean;
}

const at = (now: Date): string => now.toISOString();

/** What the person owes, and what organisations owe where they hold the role for it, soonest first; 100 at most. */
export function deadlinesOf(store: Store, person: number, limit: number, now: Date): Promise<Obligation[]> {
  return store.call('deadlines_of', { p_person: person, p_limit: limit, p_at: at(now) }, z.array(obligation));
}

const below = z.object({ overdue: z.number(), open: z.number(), rows: z.array(obligation) });

/** What others owe in this part, due on `until` at the latest, overdue first; a page of 100 at most, the counts of all. */
export function deadlinesBelow(
  store: Store,
  person: number,
  overseen: Overseen,
  page: { until: Day; offset: number; limit: number },
  now: Date,
): Promise<z.infer<typeof below>> {
  const args = {
    p_person: person,
    p_all: overseen.all,
    p_organisations: overseen.organisations,
    p_projects: overseen.projects,
    p_assigned: overseen.assigned,
    p_until: page.until,
    p_offset: page.offset,
    p_limit: page.limit,
    p_at: at(now),
  };
  return store.call('deadlines_below', args, below);
}

/** One obligation, whatever has become of it; null: there is none of this id. */
export function readObligation(store: Store, id: number): Promise<Obligation | null> {
  return store.call('read_obligation', { p_obligation: id }, obligation.nullable());
}

/** Somebody says that it is not theirs (`waived`), or takes that back; false: it stood so already, or is over. */
export async function waiveObligation(
  store: Store,
  id: number,
  by: number,
  waived: boolean,
  now: Date,
): Promise<boolean> {
  const args = { p_obligation: id, p_by: by, p_waived: waived, p_at: at(now) };
  const answer = await store.call('waive_obligation', args, z.object({ is: z.enum(['changed', 'unchanged']) }));
  return answer.is === 'changed';
}

/** Plans one more reminder, a day from now between 9:00 and 20:45 in Almaty; gives its moment. */
export async function remindTomorrow(store: Store, id: number, person: number, now: Date): Promise<Date> {
  const args = { p_obligation: id, p_person: person, p_at: at(now) };
  const answer = await store.call('remind_tomorrow', args, z.object({ at: z.string() }));
  return new Date(answer.at);
}

const standing = z.object({
  organisation: z.number(),
  name: words,
  done: z.number(),
  of: z.number(),
  /** A name is null where the organisation itself owes it, or nobody has said one. */
  waiting: z.array(z.object({ name: z.string().nullable(), waived: z.boolean() })),
});
/** How far one organisation is with a kind's period, and who has not done it yet. */
export type Standing = z.infer<typeof standing>;

/** Where a kind's period stands in this part, centre by centre, most waiting first. */
export function standingIn(
  store: Store,
  kind: string,
  period: string,
  within: { all: boolean; organisations: number[] },
): Promise<Standing[]> {
  const args = { p_kind: kind, p_period: period, p_all: within.all, p_organisations: within.organisations };
  return store.call('standing_in', args, z.array(standing));
}

/** What has happened to a person or an organisation on a day. */
export interface EventToRecord {
  of: { person: number } | { organisation: number };
  event: string;
  about?: { person?: number | null; organisation?: number | null; project?: number | null };
  /** What tells it from others of its kind: the period it speaks of, an earlier event's id; may be left out. */
  key?: string;
  on: Day;
  hours?: number;
}

/** An event as the functions that record one take it; `due` is what is counted from it. */
export function eventArgs(
  event: EventToRecord,
  due: readonly { kind: string; dueOn: Day }[],
  by: number,
  now: Date,
): Record<string, unknown> {
  const written = {
    ...event.of,
    event: event.event,
    aboutPerson: event.about?.person ?? null,
    aboutOrganisation: event.about?.organisation ?? null,
    aboutProject: event.about?.project ?? null,
    key: event.key ?? '',
    on: event.on,
    hours: event.hours ?? null,
  };
  return { p_event: written, p_due: due, p_by: by, p_at: at(now) };
}

/** Records an event, or corrects its day; `due` is what is counted from it. Gives its id. All in one transaction. */
export async function recordEvent(
  store: Store,
  event: EventToRecord,
  due: readonly { kind: string; dueOn: Day }[],
  by: number,
  now: Date,
): Promise<number> {
  return (await store.call('record_event', eventArgs(event, due, by, now), z.object({ id: z.number() }))).id;
}

const undone = z.object({ is: z.enum(['undone', 'unknown']) });

/** It did not happen: what was counted from it is closed, what it fulfilled is owed again. False: it was undone before. */
export async function undoEvent(store: Store, event: number, by: number, now: Date): Promise<boolean> {
  const args = { p_event: event, p_by: by, p_at: at(now) };
  return (await store.call('undo_event', args, undone)).is === 'undone';
}

/** What made an obligation done is taken back: it is owed again. False: nothing made it done. */
export async function undoFulfilment(store: Store, id: number, by: number, now: Date): Promise<boolean> {
  const args = { p_obligation: id, p_by: by, p_at: at(now) };
  return (await store.call('undo_fulfilment', args, undone)).is === 'undone';
}

/** The people whose mentor somebody is on a day. */
export function menteesOf(store: Store, person: number, day: Day): Promise<number[]> {
  return store.call('mentees_of', { p_person: person, p_on: day }, z.array(z.number()));
}

/** The roles somebody holds on a day; of the one whose talk is open the talk knows them. */
export function rolesOf(store: Store, person: number, day: Day): Promise<Role[]> {
  return store.call('roles_of', { p_person: person, p_on: day }, z.array(role));
}
