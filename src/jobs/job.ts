import type { Birge } from '../context.ts';
import type { Job, JobEnd } from '../store/jobs.ts';

/** What a job works with. Jobs send nothing themselves: what is to be said goes into the outbox. */
export type Workshop = Birge;

/** One kind of job. */
export type Kind = (shop: Workshop, payload: Job['payload']) => Promise<JobEnd>;
