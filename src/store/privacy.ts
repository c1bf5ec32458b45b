import { z } from 'zod';
import type { Store } from './store.ts';

/** Everything stored about somebody, by `table.column`. */
export function readPersonal(store: Store, person: number, columns: readonly object[]) {
  const rows = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));
  return store.call('read_personal', { p_person: person, p_columns: columns }, rows);
}

/** Erases somebody by the table of personal columns; gives the paths of files whose bytes must go as well. */
export async function forgetPerson(
  store: Store,
  person: number,
  columns: readonly object[],
  now: Date,
): Promise<string[]> {
  const args = { p_person: person, p_columns: columns, p_at: now.toISOString() };
  const forgotten = await store.call('forget_person', args, z.object({ paths: z.array(z.string()) }));
  return forgotten.paths;
}

/** Plans the notices that are due and gives the people whose time is over; `limit` of either. */
export function reviewRetention(store: Store, now: Date, limit: number): Promise<number[]> {
  return store.call('review_retention', { p_at: now.toISOString(), p_limit: limit }, z.array(z.number()));
}
