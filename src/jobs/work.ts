import { claimJobs, settleJob } from '../store/jobs.ts';
import type { Job, JobEnd } from '../store/jobs.ts';
import { catchUp } from './catch-up.ts';
import { consentGiven } from './consent-given.ts';
import type { Kind, Workshop } from './job.ts';
import { retentionNotice } from './retention-notice.ts';
import { submissionCard } from './submission-card.ts';
import { unusedFile } from './unused-file.ts';

/** Every kind of job there is. */
const kinds: Record<string, Kind> = {
  'submission-card': submissionCard,
  'consent-given': consentGiven,
  'catch-up': catchUp,
  'retention-notice': retentionNotice,
  'unused-file': unusedFile,
};

/** After so many tries a job is given up, with its reason. */
const mostTries = 8;

/** Does what is due. */
export async function workOff(shop: Workshop): Promise<void> {
  for (const job of await claimJobs(shop.store, 20, shop.now())) {
    await settleJob(shop.store, job, await work(shop, job), shop.now());
  }
}

async function work(shop: Workshop, job: Job): Promise<JobEnd> {
  const kind = kinds[job.kind];
  if (kind === undefined) return { is: 'failed', reason: 'unknown kind' };
  try {
    const end = await kind(shop, job.payload);
    return end.is === 'again' && job.tries >= mostTries ? { is: 'failed', reason: end.reason } : end;
  } catch (error) {
    shop.log.error({ job: job.id, kind: job.kind, err: error }, 'a job failed');
    return job.tries >= mostTries ? { is: 'failed', reason: 'error' } : later(shop, job.tries, 'error');
  }
}

/** Growing pauses: 1, 2, 4 … minutes. */
function later(shop: Workshop, tries: number, reason: string): JobEnd {
  return { is: 'again', dueAt: new Date(shop.now().getTime() + 60_000 * 2 ** (tries - 1)), reason };
}
