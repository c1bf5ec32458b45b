import { spreadCampaign } from '../store/campaigns/sending.ts';
import type { Kind } from './job.ts';

/**
 * Puts an announcement's recipients into the outbox, a bite at a time; each bite remembers how far it came, so a killed one
 * goes on there. What is paused goes on by a job of its own.
 */
export const announcement: Kind = async ({ store, now }, payload) => {
  const campaign = Number(payload['campaign']);
  while ((await spreadCampaign(store, campaign, now())) === 'more');
  return { is: 'done' };
};
