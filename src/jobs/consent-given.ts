import type { JobEnd } from '../store/jobs.ts';
import { endOf, reach } from './reach.ts';
import type { Workshop } from './job.ts';

/** Tells a child that a parent has agreed, or that a signed paper was recorded: they can begin. */
export async function consentGiven(shop: Workshop, payload: Record<string, unknown>): Promise<JobEnd> {
  const reached = await reach(shop, Number(payload['person']), (say) => ({
    text: say('consent-given'),
    buttons: [[{ text: say('menu-button'), data: 'go:menu' }]],
  }));
  return endOf(reached);
}
