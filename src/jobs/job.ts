import type { Api } from 'grammy';
import type { Birge } from '../context.ts';
import type { Job, JobEnd } from '../store/jobs.ts';

/** What a job works with: the way out to each channel, by its row in `channels`. */
export interface Workshop extends Birge {
  apis: ReadonlyMap<number, Api>;
}

/** One kind of job. It renders its text only when it is done, so that it is true when it is read. */
export type Kind = (shop: Workshop, payload: Job['payload']) => Promise<JobEnd>;
