import type { Birge } from '../context.ts';
import type { Job, JobEnd } from '../store/jobs.ts';

/** One kind of job. It sends nothing itself: what is to be said goes into the outbox. */
export type Kind = (birge: Birge, payload: Job['payload']) => Promise<JobEnd>;
