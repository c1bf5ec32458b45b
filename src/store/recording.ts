import { z } from 'zod';
import type { Day } from '../rules/dates.ts';
import { eventArgs } from './deadlines.ts';
import type { EventToRecord } from './deadlines.ts';
import type { Store } from './store.ts';

const before = z.object({
  /** How often it has happened to them there, newest first; the key tells one from the others. */
  earlier: z.array(z.object({ key: z.string(), on: z.string() })),
  /** What is open that it would fulfil, soonest first. */
  owed: z.array(z.object({ period: z.string(), kind: z.string(), dueOn: z.string() })),
});

/** What is known before an event is recorded; its day and key do not matter yet. */
export function beforeEvent(store: Store, event: Omit<EventToRecord, 'on' | 'key'>, now: Date) {
  const args = eventArgs({ ...event, on: '' }, [], 0, now);
  return store.call('before_event', { p_event: args['p_event'] }, before);
}

const recorded = z.object({
  event: z.string(),
  person: z.number().nullable(),
  organisation: z.number().nullable(),
  project: z.number().nullable(),
  on: z.string(),
  undone: z.boolean(),
  /** What is counted from it and still stands, soonest first. */
  opened: z.array(z.object({ kind: z.string(), dueOn: z.string() })),
});

/** An event with what is counted from it; null: there is none of this id. */
export function readEvent(store: Store, id: number) {
  return store.call('read_event', { p_event: id }, recorded.nullable());
}

/**
 * Names somebody a worker's mentor (`about.person` is the worker): records the event with what is counted from it, and from
 * that day the mentor looks after the worker, who has no other mentor then. Gives the event's id. All in one transaction.
 */
export async function nameMentor(
  store: Store,
  event: EventToRecord,
  due: readonly { kind: string; dueOn: Day }[],
  by: number,
  now: Date,
): Promise<number> {
  return (await store.call('name_mentor', eventArgs(event, due, by, now), z.object({ id: z.number() }))).id;
}

/** It was not so: the mentor looks after that worker no more, and what was counted from it is closed. False: undone before. */
export async function unnameMentor(store: Store, event: number, by: number, now: Date): Promise<boolean> {
  const args = { p_event: event, p_by: by, p_at: now.toISOString() };
  const answer = await store.call('unname_mentor', args, z.object({ is: z.enum(['undone', 'unknown']) }));
  return answer.is === 'undone';
}
