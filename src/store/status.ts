import { z } from 'zod';
import type { Store } from './store.ts';

const moment = z.string().transform((text) => new Date(text));

const status = z.object({
  channels: z.array(
    z.object({
      kind: z.string(),
      /** Its row in `channels`. */
      account: z.number(),
      queued: z.number(),
      underWay: z.number(),
      /** It may have arrived, and may not. */
      unknown: z.number(),
      failed: z.number(),
      /** Since when the longest waiting message could have gone; null: none waits. */
      oldestDue: moment.nullable(),
      /** Sent in the last minute. */
      lastMinute: z.number(),
      /** Why the last ones failed or are in doubt, each reason once. */
      errors: z.array(z.string()),
    }),
  ),
  jobs: z.number(),
  /** Updates that wait for their answer. */
  inbox: z.number(),
  ticks: z.record(z.string(), z.object({ at: moment, detail: z.record(z.string(), z.unknown()) })),
});
/** How it is going, without anybody's data. Counts of waiting messages stop at 100,000. */
export type Status = z.infer<typeof status>;

/** Reads how sending and the regular work are going. */
export function readStatus(store: Store, now: Date): Promise<Status> {
  return store.call('read_status', { p_at: now.toISOString() }, status);
}
