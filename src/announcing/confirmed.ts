import type { Birge } from '../context.ts';
import { readCampaign } from '../store/campaigns/campaign.ts';
import type { Campaign } from '../store/campaigns/campaign.ts';
import type { Store } from '../store/store.ts';

/** Campaigns that a process remembers at once. */
const most = 16;

const known = new WeakMap<Store, Map<number, Promise<Campaign | undefined>>>();

/**
 * A confirmed campaign, read once for all its letters: its words never change any more. What else stands in it may be old.
 * Undefined: it is gone, or not confirmed.
 */
export async function confirmedCampaign({ store }: Birge, id: number): Promise<Campaign | undefined> {
  const here = known.get(store) ?? new Map<number, Promise<Campaign | undefined>>();
  known.set(store, here);
  const reading = here.get(id) ?? readConfirmed(store, id);
  here.set(id, reading);
  for (const oldest of [...here.keys()].slice(0, -most)) here.delete(oldest);
  let campaign: Campaign | undefined;
  try {
    campaign = await reading;
  } finally {
    // What could not be read, or is not confirmed yet, is read anew the next time.
    if (campaign === undefined) here.delete(id);
  }
  return campaign;
}

async function readConfirmed(store: Store, id: number): Promise<Campaign | undefined> {
  const read = await readCampaign(store, id);
  return read === null || read.state === 'draft' || read.state === 'asked' ? undefined : read;
}
