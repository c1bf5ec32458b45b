import { z } from 'zod';
import { levelIds } from '../../rules/label-codes.ts';
import type { Day } from '../../rules/dates.ts';
import type { Store } from '../store.ts';
import { words } from '../talks.ts';

const practice = z.object({
  organisation: z.number(),
  name: words,
  region: z.string().nullable(),
  /** The level that the centre holds on that day; null: none. */
  level: z.enum(levelIds).nullable(),
  indicator: z.number(),
  /** The example as the centre's staff wrote it. */
  text: z.string(),
});
export type Practice = z.infer<typeof practice>;

/**
 * Examples of good practice to these indicators, from the newest self-assessments of confirmed centres that share theirs:
 * labelled centres first, then the newest; `organisation`: only of this centre. A page of 20 at most, and how many there are.
 */
export function practicesOf(
  store: Store,
  asked: { indicators: readonly number[]; organisation?: number; on: Day; offset: number; limit: number },
) {
  const args = {
    p_indicators: asked.indicators,
    p_organisation: asked.organisation ?? null,
    p_on: asked.on,
    p_offset: asked.offset,
    p_limit: asked.limit,
  };
  return store.call('practices_of', args, z.object({ of: z.number(), rows: z.array(practice) }));
}

/** How many examples there are to each of these indicators, by number; those without any are left out. */
export function practiceCounts(store: Store, indicators: readonly number[]): Promise<Record<string, number>> {
  return store.call('practice_counts', { p_indicators: indicators }, z.record(z.string(), z.number()));
}

/** The centre lets others read its examples, or no longer. */
export async function sharePractice(
  store: Store,
  organisation: number,
  shares: boolean,
  by: number,
  now: Date,
): Promise<void> {
  const args = { p_organisation: organisation, p_shares: shares, p_by: by, p_at: now.toISOString() };
  await store.call('share_practice', args, z.object({ is: z.literal('noted') }));
}
