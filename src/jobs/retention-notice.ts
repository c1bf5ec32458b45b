import type { JobEnd } from '../store/jobs.ts';
import { waysTo } from '../store/people.ts';
import { markWarned } from '../store/privacy.ts';
import type { Workshop } from './job.ts';
import { endOf, reach } from './reach.ts';

/** Tells somebody that their data will be erased in two weeks; any message from them keeps it. The two weeks begin now. */
export async function retentionNotice(shop: Workshop, payload: Record<string, unknown>): Promise<JobEnd> {
  const person = Number(payload['person']);
  const reached = await reach(shop, person, (say) => ({
    text: say('retention-notice', { days: 14 }),
    buttons: [[{ text: say('retention-keep'), data: 'go:menu' }]],
  }));
  const nowhere = !reached && (await waysTo(shop.store, person)).length === 0;
  if (reached || nowhere) await markWarned(shop.store, person, shop.now());
  return endOf(reached || nowhere);
}
