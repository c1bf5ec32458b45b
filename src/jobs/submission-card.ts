import { announce } from '../outbox/letters/submission-card.ts';
import type { JobEnd } from '../store/jobs.ts';
import type { Workshop } from './job.ts';

/** Finds who is to hear of a sent questionnaire, and puts a card for each of them into the outbox. */
export async function submissionCard(shop: Workshop, payload: Record<string, unknown>): Promise<JobEnd> {
  await announce(shop, payload);
  return { is: 'done' };
}
