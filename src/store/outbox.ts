import { z } from 'zod';
import { language } from './talks.ts';
import type { Store } from './store.ts';

/** Who comes first when a channel's budget is short. */
export const priorities = { reply: 0, notice: 1, announcement: 2 } as const;

/** Something to be said: which kind it is and the ids from which its words are made later, never words. */
export interface Order {
  /** A person, whose best chat is chosen, or one chat, by its row in `chats` or by its name in a channel. */
  to: { person: number } | { chat: number } | { channel: number; external: string };
  kind: string;
  /** The same kind and key is said to a person once; to chats that are nobody's, once in all. */
  key: string;
  payload: Record<string, unknown>;
  priority: (typeof priorities)[keyof typeof priorities];
  due: Date;
}

/** Orders in one call. */
const most = 500;

/** Puts orders into the outbox; gives how many are new. Whoever has no chat, or none that is open, is left out. */
export async function enqueue(store: Store, orders: readonly Order[], now: Date): Promise<number> {
  let queued = 0;
  for (let from = 0; from < orders.length; from += most) {
    const rows = orders
      .slice(from, from + most)
      .map(({ to, due, ...order }) => ({ ...to, ...order, dueAt: due.toISOString() }));
    const answer = z.object({ queued: z.number() });
    queued += (await store.call('enqueue', { p_rows: rows, p_at: now.toISOString() }, answer)).queued;
  }
  return queued;
}

/** One of the obligations that a digest or reminder tells of, as it stands at the claim. */
const notice = z.looseObject({ id: z.number(), kind: z.string(), dueOn: z.string(), step: z.string() });

const row = z.object({
  id: z.number(),
  token: z.string(),
  kind: z.string(),
  key: z.string(),
  payload: z.record(z.string(), z.unknown()),
  chat: z.string(),
  chatKind: z.enum(['private', 'group']),
  person: z.number().nullable(),
  /** The person's; Kazakh where there is none. */
  language,
  /** In which language a linked group is written to; null: it is no such group. */
  groupLanguage: z.enum(['kk', 'ru', 'both']).nullable(),
  inMs: z.number(),
  notices: z.array(notice),
});
/** A row that this process holds: what to say, where (`chat` is the channel's own id), and in how many milliseconds. */
export type OutboxRow = z.infer<typeof row>;

const claimed = z.object({
  rows: z.array(row),
  /** Milliseconds until there may be more; null: nothing waits. */
  waitMs: z.number().nullable(),
});
export type Claimed = z.infer<typeof claimed>;

/** Takes the next rows of a channel, each with its slot in the account's budget. */
export function claimOutbox(
  store: Store,
  claim: { channel: number; holder: string; limit: number },
  now: Date,
): Promise<Claimed> {
  const args = { p_channel: claim.channel, p_holder: claim.holder, p_limit: claim.limit, p_at: now.toISOString() };
  return store.call('claim_outbox', args, claimed);
}

/** How a row ended, as far as this process knows. */
export type End =
  | { end: 'sent'; messageId: number }
  /** The channel asks for a pause (seconds). */
  | { end: 'limited'; seconds: number }
  /** Nobody can be written to there: blocked, put out of the group, deleted. */
  | { end: 'gone'; reason: string }
  /** The group lives on under this id. */
  | { end: 'moved'; to: string }
  /** It will be refused again: something about the message is wrong. */
  | { end: 'rejected'; reason: string }
  /** It could not be begun: to be tried again after a while, ten times in all. */
  | { end: 'not-begun'; reason: string }
  /** It was only held; anybody may take it at once. */
  | { end: 'returned' }
  /** It may have arrived; where the channel names the message, it may still say so. */
  | { end: 'in-doubt'; reason: string; messageId?: number }
  /** There is nothing to say any more. */
  | { end: 'cancelled' };

/** A held row, as the database knows it again. */
export type Held = Pick<OutboxRow, 'id' | 'token'>;
export type Settled = Held & End;

/** Records in one call how rows ended and that others begin; gives the ids of those that may be sent now, and no others. */
export async function advanceOutbox(
  store: Store,
  holder: string,
  step: { settled: readonly Settled[]; beginning: readonly Held[] },
  now: Date,
): Promise<number[]> {
  const args = {
    p_holder: holder,
    p_settled: step.settled,
    p_beginning: step.beginning.map(({ id, token }) => ({ id, token })),
    p_at: now.toISOString(),
  };
  return (await store.call('advance_outbox', args, z.object({ begun: z.array(z.number()) }))).begun;
}

/** Hands out again what a process held too long without beginning it, and marks as unknown what it had begun. */
export async function sweepOutbox(store: Store, now: Date): Promise<void> {
  await store.call('sweep_outbox', { p_at: now.toISOString() }, z.unknown());
}
