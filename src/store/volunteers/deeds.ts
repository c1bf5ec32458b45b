import { z } from 'zod';
import type { Day } from '../../rules/dates.ts';
import type { Store } from '../store.ts';
import { words } from '../talks.ts';

/** A form of activity: a code of the form `diary-entry`, or the volunteer's own words. */
const activity = z.union([z.string(), z.object({ other: z.string() })]);
export type Activity = z.infer<typeof activity>;

const deed = z.object({
  id: z.number(),
  person: z.number(),
  /** Whose it is; null: never said. */
  name: z.string().nullable(),
  /** Null: done by oneself, for no project. */
  project: z.number().nullable(),
  projectName: words.nullable(),
  organisation: z.number().nullable(),
  /** The project's organisation and all above it. */
  above: z.array(z.number()),
  state: z.enum(['planned', 'done']),
  on: z.string(),
  direction: z.string(),
  /** Null: planned, not said yet. */
  activity: activity.nullable(),
  /** Null: planned, or not counted. */
  hours: z.number().nullable(),
  /** Children, or people who were helped. */
  people: z.number().nullable(),
  achieved: z.string().nullable(),
  note: z.string().nullable(),
  /** The row in `files` of a photo. */
  photo: z.number().nullable(),
  /** The idea of `content/ideas.yaml` that it came from. */
  idea: z.string().nullable(),
  confirmed: z.boolean(),
  /** A coordinator has asked to look at it again. */
  questioned: z.boolean(),
  /** When it was changed last, as the database writes it. */
  changedAt: z.string(),
});
/** An entry of the diary of good deeds (volunteering-manual-birgemiz-bilim, annex 6). */
export type Deed = z.infer<typeof deed>;

/** One entry; null: none of this id. Rights are the caller's matter. */
export function readDeed(store: Store, id: number): Promise<Deed | null> {
  return store.call('read_deed', { p_deed: id }, deed.nullable());
}

/** Somebody's entries between two days, both included, by day; of one project if it is named. 500 at most. */
export function deedsOf(
  store: Store,
  person: number,
  days: { from: Day; until: Day },
  project: number | null = null,
): Promise<Deed[]> {
  const args = { p_person: person, p_from: days.from, p_until: days.until, p_project: project };
  return store.call('deeds_of', args, z.array(deed));
}

/** What a sent form `diary-entry` says. */
export interface DeedSaid {
  project: number | null;
  on: Day;
  direction: string;
  activity: Activity;
  hours: number;
  people: number | null;
  achieved: string | null;
  note: string | null;
  photo: number | null;
}

/**
 * Writes an entry as a sent form says it, and the form goes: the entry is the record. With `deed` it changes that one (a
 * planned one is done with it); a change of day, direction, activity or hours takes its confirmation away. The same form
 * again changes nothing. `gone`: that entry is no more, or not this person's.
 */
export function writeDeed(
  store: Store,
  written: { submission: number; person: number; deed: number | null; said: DeedSaid },
  now: Date,
) {
  const args = {
    p_submission: written.submission,
    p_person: written.person,
    p_deed: written.deed,
    p_said: written.said,
    p_at: now.toISOString(),
  };
  return store.call(
    'write_deed',
    args,
    z.discriminatedUnion('is', [
      z.object({ is: z.literal('written'), id: z.number() }),
      z.object({ is: z.literal('gone') }),
    ]),
  );
}

/** Takes an entry out of the diary; true: it was there and this person's. Its photo goes when nothing else names it. */
export async function removeDeed(store: Store, id: number, person: number, now: Date): Promise<boolean> {
  const args = { p_deed: id, p_person: person, p_at: now.toISOString() };
  return (await store.call('remove_deed', args, z.object({ is: z.enum(['removed', 'gone']) }))).is === 'removed';
}

/** Plans a good deed for a day; a reminder comes on its morning at 09:30. Gives its id. */
export async function planDeed(
  store: Store,
  planned: { person: number; project: number | null; on: Day; direction: string; idea: string | null },
  now: Date,
): Promise<number> {
  const args = {
    p_person: planned.person,
    p_project: planned.project,
    p_on: planned.on,
    p_direction: planned.direction,
    p_idea: planned.idea,
    p_at: now.toISOString(),
  };
  return (await store.call('plan_deed', args, z.object({ id: z.number() }))).id;
}

/** Puts a planned deed off to another day; the reminder goes with it. False: it is done, or no more. */
export async function moveDeed(store: Store, moved: { id: number; person: number; on: Day }, now: Date) {
  const args = { p_deed: moved.id, p_person: moved.person, p_on: moved.on, p_at: now.toISOString() };
  return (await store.call('move_deed', args, z.object({ is: z.enum(['moved', 'gone']) }))).is === 'moved';
}

const totals = z.object({
  /** Entries that are done. */
  deeds: z.number(),
  hours: z.number(),
  confirmedHours: z.number(),
  people: z.number(),
});
export type Totals = z.infer<typeof totals>;

const overview = totals.extend({
  /** A day with how much was done on it; days without anything are left out. */
  days: z.array(z.object({ on: z.string(), hours: z.number(), done: z.number(), planned: z.number() })),
  /** Hours by direction, most first. */
  directions: z.array(z.object({ direction: z.string(), hours: z.number(), deeds: z.number() })),
});
/** Some months of a diary at a glance. */
export type DiaryOverview = z.infer<typeof overview>;

/** Somebody's diary between two days, both included, added up by the database. */
export function diaryOverview(store: Store, person: number, days: { from: Day; until: Day }): Promise<DiaryOverview> {
  return store.call('diary_overview', { p_person: person, p_from: days.from, p_until: days.until }, overview);
}

/** The same for several stretches of days, in their order, in one call. */
export function diaryOverviews(
  store: Store,
  person: number,
  spans: readonly { from: Day; until: Day }[],
): Promise<DiaryOverview[]> {
  return store.call('diary_overviews', { p_person: person, p_spans: spans }, z.array(overview));
}

/** Entries of a project that wait for confirmation, the oldest day first; `after` is the last id of the page before. */
export function deedsToConfirm(
  store: Store,
  project: number,
  page: { after: number | null; limit: number },
): Promise<Deed[]> {
  const args = { p_project: project, p_after: page.after, p_limit: page.limit };
  return store.call('deeds_to_confirm', args, z.array(deed));
}

/** Confirms an entry's hours as they were seen, or takes that back. `gone`: it is no more, of another project, or was changed. */
export async function confirmDeed(
  store: Store,
  confirmed: { id: number; project: number; confirmed: boolean; changedAt: string; by: number },
  now: Date,
): Promise<'noted' | 'gone'> {
  const args = {
    p_deed: confirmed.id,
    p_project: confirmed.project,
    p_confirmed: confirmed.confirmed,
    p_changed_at: confirmed.changedAt,
    p_by: confirmed.by,
    p_at: now.toISOString(),
  };
  return (await store.call('confirm_deed', args, z.object({ is: z.enum(['noted', 'gone']) }))).is;
}

/** Confirms those entries of a project's day that still wait as they were seen. Gives how many that were. */
export async function confirmDay(
  store: Store,
  day: { project: number; on: Day; deeds: readonly Pick<Deed, 'id' | 'changedAt'>[]; by: number },
  now: Date,
): Promise<number> {
  const seen = day.deeds.map(({ id, changedAt }) => ({ id, changedAt }));
  const args = { p_project: day.project, p_on: day.on, p_deeds: seen, p_by: day.by, p_at: now.toISOString() };
  return (await store.call('confirm_day', args, z.object({ confirmed: z.number() }))).confirmed;
}

/** Asks the volunteer to look at an entry again; they hear of it. */
export async function questionDeed(
  store: Store,
  questioned: { id: number; project: number; by: number },
  now: Date,
): Promise<'noted' | 'gone'> {
  const args = { p_deed: questioned.id, p_project: questioned.project, p_by: questioned.by, p_at: now.toISOString() };
  return (await store.call('question_deed', args, z.object({ is: z.enum(['noted', 'gone']) }))).is;
}
