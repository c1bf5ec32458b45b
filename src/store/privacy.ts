import { z } from 'zod';
import type { Store } from './store.ts';

/** Everything stored about somebody, by `table.column`. */
export function readPersonal(store: Store, person: number, columns: readonly object[]) {
  const rows = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));
  return store.call('read_personal', { p_person: person, p_columns: columns }, rows);
}

/** Messages cancelled by one call. */
const bite = 500;

/**
 * Erases somebody by the table of personal columns, after what waits of their announcements was cancelled; the bytes of their
 * files go by jobs. `ifDue`: only if their time is over.
 */
export async function forgetPerson(
  store: Store,
  person: number,
  columns: readonly object[],
  ifDue: boolean,
  now: Date,
): Promise<void> {
  const who = { p_person: person, p_if_due: ifDue, p_at: now.toISOString() };
  const drop = () => store.call('drop_campaigns', { ...who, p_limit: bite }, z.object({ moved: z.number() }));
  while ((await drop()).moved > 0);
  await store.call('forget_person', { ...who, p_columns: columns }, z.unknown());
}

/** Looks at the next people, plans notices, and gives those whose time is over; `seen` is how many were looked at. */
export function reviewRetention(store: Store, now: Date, limit: number) {
  const args = { p_at: now.toISOString(), p_limit: limit };
  return store.call('review_retention', args, z.object({ due: z.array(z.number()), seen: z.number() }));
}
