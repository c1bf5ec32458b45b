import { claimJobs, settleJob } from '../store/jobs.ts';
import type { Job, JobEnd } from '../store/jobs.ts';
import type { Birge } from '../context.ts';
import type { Kind } from './job.ts';
import { announcement } from './announcement.ts';
import { submissionCard } from './submission-card.ts';
import { unusedFile } from './unused-file.ts';

/** Every kind of job there is. */
const kinds: Record<string, Kind> = {
  announcement,
  'submission-card': submissionCard,
  'unused-file': unusedFile,
};

/** Tries of one job; with growing pauses they last a day and a half, longer than most outages. */
const mostTries = 10;

/** Does what is due; gives how many jobs. A few at a time: whoever claims much and is slow keeps it from others. */
export async function workOff(birge: Birge): Promise<number> {
  for (let done = 0; ;) {
    const jobs = await claimJobs(birge.store, 3, birge.now());
    for (const job of jobs) await settleJob(birge.store, job, await work(birge, job), nextTry(birge, job), birge.now());
    done += jobs.length;
    if (jobs.length < 3) return done;
  }
}

async function work(birge: Birge, job: Job): Promise<JobEnd> {
  const kind = kinds[job.kind];
  if (kind === undefined) return { is: 'failed', reason: 'unknown kind' };
  const end = await kind(birge, job.payload).catch((error: unknown): JobEnd => {
    birge.log.error({ job: job.id, kind: job.kind, err: error }, 'a job failed');
    return { is: 'again', reason: 'error' };
  });
  return end.is === 'again' && job.tries >= mostTries ? { is: 'failed', reason: end.reason } : end;
}

/** Growing pauses: 5, 10, 20 … minutes. */
const nextTry = (birge: Birge, { tries }: Job): Date => new Date(birge.now().getTime() + 5 * 60_000 * 2 ** (tries - 1));
