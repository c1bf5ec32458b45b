import { z } from 'zod';
import type { Store } from './store.ts';

/** A kind of the calendar as the database plans by it; `minute`: of the local day. */
export interface Rule {
  kind: string;
  hash: string;
  owner: 'person' | 'organisation';
  role: string;
  organisationKinds: string[];
  having: string | null;
  dueEvent: string | null;
  fulfilledEvent: string | null;
  fulfilledHours: number | null;
  fulfilledForm: string | null;
  tell: string[];
  list: string[];
  steps: {
    audience: 'owner' | 'slip' | 'list';
    step: string;
    days: number | null;
    minute: number | null;
    hours: number | null;
  }[];
}

/** Writes the calendar into the database; gives the kinds whose obligations `adoptKind` has still to look at. */
export async function writeCalendar(store: Store, rules: Rule[]): Promise<string[]> {
  const written = z.object({ changed: z.array(z.string()) });
  return (await store.call('write_calendar', { p_rules: rules }, written)).changed;
}

/** Brings every obligation of a kind into agreement with its changed rules. */
export async function adoptKind(store: Store, kind: string, now: Date): Promise<void> {
  const bite = z.object({ next: z.number().nullable() });
  for (let after: number | null = 0; after !== null;) {
    const args: Record<string, unknown> = { p_kind: kind, p_after: after, p_limit: most, p_at: now.toISOString() };
    after = (await store.call('adopt_kind', args, bite)).next;
  }
}

/** A call takes no more rows than this at once: hosted databases end what takes long. */
const most = 500;

/** Opens and closes what roles bring that have begun or ended since the last look. */
export async function reviewMemberships(store: Store, now: Date): Promise<void> {
  const args = { p_limit: most, p_at: now.toISOString() };
  const bite = z.object({ seen: z.number() });
  while ((await store.call('review_memberships', args, bite)).seen > 0);
}

/** A period of a kind; days as `YYYY-MM-DD`, `dueAt` as ISO time if the day alone does not say it. */
export interface PeriodToOpen {
  kind: string;
  period: string;
  opensOn: string;
  dueOn: string;
  dueAt: string | null;
}

/** Opens these periods for everybody who holds the role now; what was opened before costs nothing. */
export async function openPeriods(store: Store, periods: PeriodToOpen[], now: Date): Promise<void> {
  const bite = z.object({ opened: z.number(), more: z.boolean() });
  const args = { p_limit: most, p_at: now.toISOString() };
  for (let more = (await store.call('open_periods', { ...args, p_periods: periods }, bite)).more; more;) {
    more = (await store.call('open_periods', { ...args, p_periods: [] }, bite)).more;
  }
}

/** Plans every notice that has come due; gives how many. Two at a time: each takes what the other has not taken. */
export async function planNotices(store: Store, now: Date): Promise<number> {
  const [one, other] = await Promise.all([planAll(store, now), planAll(store, now)]);
  return one + other;
}

async function planAll(store: Store, now: Date): Promise<number> {
  const bite = z.object({ seen: z.number(), planned: z.number() });
  const args = { p_limit: most, p_at: now.toISOString() };
  for (let planned = 0; ;) {
    const done = await store.call('plan_notices', args, bite);
    planned += done.planned;
    if (done.seen < most) return planned;
  }
}

/** Plans today's lists of who has not yet done it. */
export async function planLists(store: Store, now: Date): Promise<void> {
  await store.call('plan_lists', { p_at: now.toISOString() }, z.unknown());
}

/** How many obligations say something else than the facts. Reads them all, a bite at a time. */
export async function countDifferences(store: Store): Promise<number> {
  const bite = z.object({ differences: z.array(z.number()), next: z.number().nullable() });
  let found = 0;
  for (let after: number | null = 0; after !== null;) {
    const args: Record<string, unknown> = { p_after: after, p_limit: most };
    const { differences, next } = await store.call('check_obligations', args, bite);
    found += differences.length;
    after = next;
  }
  return found;
}

/** True for the first process that asks for this run of regular work; a later `key` is a later run. */
export async function takeTick(store: Store, name: string, key: string, now: Date): Promise<boolean> {
  const taken = z.object({ mine: z.boolean() });
  return (await store.call('take_tick', { p_name: name, p_key: key, p_at: now.toISOString() }, taken)).mine;
}

/** Keeps what came of regular work, or how something is: `/status` shows it, and other processes read it. */
export async function noteTick(
  store: Store,
  name: string,
  detail: Record<string, string | number>,
  now: Date,
): Promise<void> {
  await store.call('note_tick', { p_name: name, p_detail: detail, p_at: now.toISOString() }, z.unknown());
}

/** What was noted last, and when; undefined: nothing yet. */
export async function readTick(
  store: Store,
  name: string,
): Promise<{ at: Date; detail: Record<string, unknown> } | undefined> {
  const noted = z.object({ at: z.string().nullable(), detail: z.record(z.string(), z.unknown()) });
  const { at, detail } = await store.call('read_tick', { p_name: name }, noted);
  return at === null ? undefined : { at: new Date(at), detail };
}

/** When regular work was last noted; undefined: never. */
export const lastTick = async (store: Store, name: string): Promise<Date | undefined> =>
  (await readTick(store, name))?.at;
