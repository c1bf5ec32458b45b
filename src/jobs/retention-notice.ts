import type { JobEnd } from '../store/jobs.ts';
import type { Workshop } from './job.ts';
import { endOf, reach } from './reach.ts';

/** Tells somebody that their data will be erased in two weeks; any message from them keeps it. */
export async function retentionNotice(shop: Workshop, payload: Record<string, unknown>): Promise<JobEnd> {
  const reached = await reach(shop, Number(payload['person']), (say) => ({
    text: say('retention-notice', { days: 14 }),
    buttons: [[{ text: say('retention-keep'), data: 'go:menu' }]],
  }));
  return endOf(shop, reached);
}
