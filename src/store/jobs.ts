import { z } from 'zod';
import type { Store } from './store.ts';

const job = z.object({
  id: z.number(),
  kind: z.string(),
  payload: z.record(z.string(), z.unknown()),
  tries: z.number(),
  token: z.string(),
});
/** Work that this process holds for two minutes. */
export type Job = z.infer<typeof job>;

/** Takes due jobs; each goes to one process only. */
export function claimJobs(store: Store, limit: number, now: Date): Promise<Job[]> {
  return store.call('claim_jobs', { p_limit: limit, p_at: now.toISOString() }, z.array(job));
}

/** How a job ended; `again`: it is to be tried once more. */
export type JobEnd = { is: 'done' } | { is: 'again'; reason: string } | { is: 'failed'; reason: string };

/** Records how a job ended; `next`: when it is tried again. */
export async function settleJob(store: Store, held: Job, end: JobEnd, next: Date, now: Date): Promise<void> {
  const args = {
    p_job: held.id,
    p_token: held.token,
    p_outcome: end.is,
    p_reason: end.is === 'done' ? null : end.reason,
    p_due_at: next.toISOString(),
    p_at: now.toISOString(),
  };
  await store.call('settle_job', args, z.unknown());
}

/** Has a file's bytes looked at then: they go if nothing names them. */
export async function planUnusedFile(store: Store, path: string, at: Date): Promise<void> {
  const args = { p_kind: 'unused-file', p_key: path, p_payload: { path }, p_due_at: at.toISOString() };
  await store.call('plan_job', args, z.unknown());
}

/** Forgets handled updates and finished jobs that are older than 30 days. */
export async function sweepInbox(store: Store, now: Date): Promise<void> {
  await store.call('sweep_inbox', { p_at: now.toISOString() }, z.unknown());
}
