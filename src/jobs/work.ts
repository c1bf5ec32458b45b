import { claimJobs, settleJob } from '../store/jobs.ts';
import type { Job, JobEnd } from '../store/jobs.ts';
import type { Kind, Workshop } from './job.ts';
import { submissionCard } from './submission-card.ts';
import { unusedFile } from './unused-file.ts';

/** Every kind of job there is. */
const kinds: Record<string, Kind> = {
  'submission-card': submissionCard,
  'unused-file': unusedFile,
};

/** Tries of one job; with growing pauses they last a day and a half, longer than most outages. */
const mostTries = 10;

/** Does what is due. A few at a time: whoever claims much and is slow keeps it from others. */
export async function workOff(shop: Workshop): Promise<void> {
  for (;;) {
    const jobs = await claimJobs(shop.store, 3, shop.now());
    for (const job of jobs) await settleJob(shop.store, job, await work(shop, job), nextTry(shop, job), shop.now());
    if (jobs.length < 3) return;
  }
}

async function work(shop: Workshop, job: Job): Promise<JobEnd> {
  const kind = kinds[job.kind];
  if (kind === undefined) return { is: 'failed', reason: 'unknown kind' };
  const end = await kind(shop, job.payload).catch((error: unknown): JobEnd => {
    shop.log.error({ job: job.id, kind: job.kind, err: error }, 'a job failed');
    return { is: 'again', reason: 'error' };
  });
  return end.is === 'again' && job.tries >= mostTries ? { is: 'failed', reason: end.reason } : end;
}

/** Growing pauses: 5, 10, 20 … minutes. */
const nextTry = (shop: Workshop, { tries }: Job): Date =>
  new Date(shop.now().getTime() + 5 * 60_000 * 2 ** (tries - 1));
