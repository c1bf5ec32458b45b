import { announce } from '../outbox/letters/submission-card.ts';
import type { JobEnd } from '../store/jobs.ts';
import type { Birge } from '../context.ts';

/** Finds who is to hear of a sent questionnaire, and puts a card for each of them into the outbox. */
export async function submissionCard(birge: Birge, payload: Record<string, unknown>): Promise<JobEnd> {
  await announce(birge, payload);
  return { is: 'done' };
}
