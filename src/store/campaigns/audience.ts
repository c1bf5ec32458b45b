import { z } from 'zod';
import type { Store } from '../store.ts';

/** Why somebody or a group hears nothing: left or put out of the group; said stop; no consent; blocked us; never wrote. */
const reasons = ['gone', 'stopped', 'consent', 'blocked', 'silent'] as const;
export type LeftOut = (typeof reasons)[number];

/** Who would hear a campaign, counted at one moment. */
export interface Reached {
  /** Groups and people by the account that reaches them (its row in `channels`). */
  groups: ReadonlyMap<number, number>;
  people: ReadonlyMap<number, number>;
  leftOut: ReadonlyMap<LeftOut, number>;
  total: number;
}

/** People or groups that one call counts. */
const most = 2000;

const counted = z.object({
  last: z.number().nullable(),
  reached: z.record(z.string(), z.number()),
  leftOut: z.partialRecord(z.enum(reasons), z.number()),
});

/** Counts who would hear a campaign now, page by page. */
export async function countAudience(store: Store, campaign: number, now: Date): Promise<Reached> {
  const leftOut = new Map<LeftOut, number>();
  const count = async (what: 'groups' | 'people') => {
    const reached = new Map<number, number>();
    for (let after: number | null = 0; after !== null;) {
      const args = { p_campaign: campaign, p_what: what, p_after: after, p_limit: most, p_at: now.toISOString() };
      const page: z.infer<typeof counted> = await store.call('count_audience', args, counted);
      for (const [channel, number] of Object.entries(page.reached))
        reached.set(Number(channel), (reached.get(Number(channel)) ?? 0) + number);
      for (const reason of reasons) {
        const number = page.leftOut[reason] ?? 0;
        if (number > 0) leftOut.set(reason, (leftOut.get(reason) ?? 0) + number);
      }
      after = page.last;
    }
    return reached;
  };
  const groups = await count('groups');
  const people = await count('people');
  const total = [...groups.values(), ...people.values()].reduce((sum, number) => sum + number, 0);
  return { groups, people, leftOut, total };
}

const budget = z.object({
  channel: z.number(),
  kind: z.enum(['telegram', 'whatsapp', 'web']),
  /** Messages that wait there already. */
  queued: z.number(),
  intervalMs: z.number(),
  groupMs: z.number(),
  /** Limits of announcements where the messenger wants people's pace. `dayCap` is today's; it grows by `rampStep` a day up to `mostPerDay`. */
  post: z
    .object({
      minMs: z.number(),
      maxMs: z.number(),
      hourCap: z.number(),
      usedThisHour: z.number(),
      dayCap: z.number(),
      mostPerDay: z.number(),
      rampStep: z.number(),
      usedToday: z.number(),
    })
    .nullable(),
});
export type Budget = z.infer<typeof budget>;

/** What these accounts may send, and what stands there before an announcement. */
export function readBudgets(store: Store, channels: readonly number[], now: Date): Promise<Budget[]> {
  return store.call('read_budgets', { p_channels: channels, p_at: now.toISOString() }, z.array(budget));
}
