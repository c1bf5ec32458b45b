import { forgetPerson, reviewRetention } from '../store/privacy.ts';
import type { Store } from '../store/store.ts';
import { personalColumns } from './columns.ts';

/** People looked at in one call. */
const batch = 500;

/**
 * Keeps nobody longer than the consent says: a candidate 1 year after they were last here, others 3 years after their
 * last role. Each is told two weeks before, by a job; here those go whose two weeks are over.
 */
export async function reviewAll({ store, now }: { store: Store; now(): Date }): Promise<void> {
  for (;;) {
    const { due, seen } = await reviewRetention(store, now(), batch);
    for (const person of due) await forgetPerson(store, person, personalColumns, true, now());
    if (seen < batch) return;
  }
}
