import { z } from 'zod';
import type { Day } from '../../rules/dates.ts';
import { signings } from '../../rules/volunteer-codes.ts';
import type { Signing } from '../../rules/volunteer-codes.ts';
import type { Store } from '../store.ts';

const agreement = z.object({
  id: z.number(),
  person: z.number(),
  project: z.number(),
  organisation: z.number(),
  /** The sent form `volunteer-agreement` with what stands in it. */
  submission: z.number(),
  /** Days between giving notice and leaving. */
  noticeDays: z.number(),
  signedOn: z.string().nullable(),
  signedHow: z.enum(signings).nullable(),
  madeOn: z.string(),
});
export type Agreement = z.infer<typeof agreement>;

/** One agreement; null: none of this id. Rights are the caller's matter. */
export function readAgreement(store: Store, id: number): Promise<Agreement | null> {
  return store.call('read_agreement', { p_agreement: id }, agreement.nullable());
}

/**
 * Makes the agreement that a sent form describes; one of the same project that was not signed yet gives way to it.
 * Coordinators hear of it. Gives its id, the same when the form comes again.
 */
export async function makeAgreement(
  store: Store,
  made: { submission: number; noticeDays: number },
  now: Date,
): Promise<number> {
  const args = { p_submission: made.submission, p_notice_days: made.noticeDays, p_at: now.toISOString() };
  return (await store.call('make_agreement', args, z.object({ id: z.number() }))).id;
}

/**
 * It was signed on a day: records the event `agreement-signed` with what is counted from it. Whoever was briefed before has
 * the briefing behind them. `gone`: it was signed before, or the volunteer has left.
 */
export async function signAgreement(
  store: Store,
  signed: { id: number; on: Day; how: Signing; due: readonly { kind: string; dueOn: Day }[]; by: number },
  now: Date,
): Promise<'signed' | 'gone'> {
  const args = {
    p_agreement: signed.id,
    p_on: signed.on,
    p_how: signed.how,
    p_due: signed.due,
    p_by: signed.by,
    p_at: now.toISOString(),
  };
  return (await store.call('sign_agreement', args, z.object({ is: z.enum(['signed', 'gone']) }))).is;
}

/** It was not signed after all: the event is undone with what was counted from it. */
export async function unsignAgreement(store: Store, id: number, by: number, now: Date): Promise<void> {
  const args = { p_agreement: id, p_by: by, p_at: now.toISOString() };
  await store.call('unsign_agreement', args, z.object({ is: z.literal('unsigned') }));
}
