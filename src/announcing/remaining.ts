import type { Birge } from '../context.ts';
import { durationOf } from '../rules/announcing/duration.ts';
import type { Duration } from '../rules/announcing/duration.ts';
import { readBudgets } from '../store/campaigns/audience.ts';
import { waitingOfCampaign } from '../store/campaigns/sending.ts';

/** What is still before a campaign whose recipients all stand in the outbox. */
interface Remaining {
  /** Undefined: nothing waits, or nobody can say. */
  duration: Duration | undefined;
  /** An account on which some of it waits was stopped after a row of failures. */
  stopped: boolean;
  /** It passes the quiet hours. */
  urgent: boolean;
}

/** How long the rest of a campaign takes: what waits, by what its accounts may send now. */
export async function remainingOf(
  birge: Pick<Birge, 'store' | 'now' | 'timeZone'>,
  campaign: number,
): Promise<Remaining> {
  const now = birge.now();
  const waiting = await waitingOfCampaign(birge.store, campaign);
  const stopped = waiting.some((one) => one.stopped);
  const urgent = waiting.some((one) => one.urgent);
  if (waiting.length === 0 || stopped) return { duration: undefined, stopped, urgent };
  const accounts = waiting.map(({ channel }) => channel);
  const budgets = await readBudgets(birge.store, accounts, now);
  const channels = budgets.flatMap(({ channel, kind, queued, intervalMs, post }) => {
    const own = waiting.find((one) => one.channel === channel);
    if (own === undefined) return [];
    const { groups, people } = own;
    const limits = post && { ...post, fullDayCap: post.mostPerDay };
    const queuedBefore = Math.max(0, queued - groups - people);
    return [{ kind, groups, people, queuedBefore, intervalMs, ...(limits && { post: limits }) }];
  });
  try {
    return { duration: durationOf({ channels, urgent, timeZone: birge.timeZone }, now), stopped, urgent };
  } catch (error) {
    // A limit that lets nothing through: until somebody changes it there is no end to foresee.
    if (error instanceof RangeError) return { duration: undefined, stopped, urgent };
    throw error;
  }
}
