import { z } from 'zod';
import type { Store } from '../store.ts';
import { language } from '../talks.ts';
import { campaignState } from './campaign.ts';
import type { Campaign } from './campaign.ts';

/** Messages moved by one call. */
const bite = 500;

/**
 * Confirms a draft for `total` recipients. `asked`: these are more than `most`, and a second one has to agree first: everybody
 * of `asked` hears of it. `closed`: it is a draft no more. `changed`: it is not any more what was `seen`.
 */
export async function confirmCampaign(
  store: Store,
  confirm: { seen: Campaign; total: number; most: number; asked: readonly number[] },
  now: Date,
) {
  const { id, link, audience, sendAt, urgentReason } = confirm.seen;
  const args = {
    p_campaign: id,
    p_seen: { link, audience, sendAt, urgentReason },
    p_total: confirm.total,
    p_most: confirm.most,
    p_asked: confirm.asked,
    p_at: now.toISOString(),
  };
  return (
    await store.call('confirm_campaign', args, z.object({ is: z.enum(['asked', 'planned', 'closed', 'changed']) }))
  ).is;
}

/** The second one's word; `own`: nobody agrees with themselves; `draft`: refused, the author may change it. The author hears of it. */
export async function answerCampaign(store: Store, campaign: number, by: number, yes: boolean, now: Date) {
  const args = { p_campaign: campaign, p_by: by, p_yes: yes, p_at: now.toISOString() };
  const answer = z.object({ is: z.enum(['planned', 'draft', 'own', 'closed']) });
  return (await store.call('answer_campaign', args, answer)).is;
}

/** People who hold one of these roles at the campaign's organisation or above it, without its author. */
export function whoMayAgree(store: Store, campaign: number, roles: readonly string[], now: Date): Promise<number[]> {
  const args = { p_campaign: campaign, p_roles: roles, p_at: now.toISOString() };
  return store.call('who_may_agree', args, z.array(z.number()));
}

/** Puts the next recipients into the outbox; `over`: paused, cancelled or gone. */
export async function spreadCampaign(store: Store, campaign: number, now: Date) {
  const args = { p_campaign: campaign, p_limit: bite, p_at: now.toISOString() };
  return (await store.call('spread_campaign', args, z.object({ is: z.enum(['more', 'spread', 'over']) }))).is;
}

/** Pauses a campaign, lets it go on, or cancels it, with all its messages that still wait. False: it is over already. */
export async function turnCampaign(store: Store, campaign: number, to: 'paused' | 'sending' | 'cancelled', now: Date) {
  const args = { p_campaign: campaign, p_to: to, p_limit: bite, p_at: now.toISOString() };
  const answer = z.object({ is: z.enum(['turned', 'closed']), moved: z.number() });
  for (;;) {
    const turned = await store.call('turn_campaign', args, answer);
    if (turned.is === 'closed') return false;
    if (turned.moved === 0) return true;
  }
}

const counts = z.object({
  state: campaignState,
  /** All recipients stand in the outbox: before that the numbers still grow. */
  spread: z.boolean(),
  sent: z.number(),
  failed: z.number(),
  unknown: z.number(),
  cancelled: z.number(),
  /** On their way. */
  open: z.number(),
  /** Waiting because it is paused. */
  held: z.number(),
});
/** How far a campaign is, in messages. */
export type Counts = z.infer<typeof counts>;

/** Counts a campaign's messages; one whose messages are all settled is done by that. */
export function countCampaign(store: Store, campaign: number, now: Date): Promise<Counts> {
  return store.call('count_campaign', { p_campaign: campaign, p_at: now.toISOString() }, counts);
}

const progress = z.object({
  id: z.number(),
  counts,
  /** What the author was told last; null: nothing yet. */
  told: counts.nullable(),
  channel: z.number(),
  /** The channel's own name of the author's chat. */
  chat: z.string(),
  /** The message that tells it; null: none stands there yet. */
  message: z.number().nullable(),
  language,
});
export type Progress = z.infer<typeof progress>;

/**
 * Campaigns whose authors are to be told how far they are, in chats on these accounts (rows in `channels`); each goes to one
 * process only, for ten seconds.
 */
export function claimProgress(store: Store, channels: readonly number[], now: Date): Promise<Progress[]> {
  return store.call('claim_progress', { p_channels: channels, p_at: now.toISOString() }, z.array(progress));
}

const waiting = z.object({
  channel: z.number(),
  groups: z.number(),
  people: z.number(),
  /** It passes the quiet hours. */
  urgent: z.boolean(),
  /** A row of failures has stopped the account, until an administrator lets it go on. */
  stopped: z.boolean(),
});

/** What of a campaign still waits, by account, in messages. */
export function waitingOfCampaign(store: Store, campaign: number) {
  return store.call('waiting_of_campaign', { p_campaign: campaign }, z.array(waiting));
}

/** Records what the author has been told, and by which message. */
export async function noteProgress(store: Store, told: Progress, message: number): Promise<void> {
  const args = {
    p_campaign: told.id,
    p_told: told.counts,
    p_channel: told.channel,
    p_external: told.chat,
    p_message: message,
  };
  await store.call('note_progress', args, z.unknown());
}

/**
 * Records that the author has just seen this by themselves. `message`: shows it and is edited from now on; null where messages
 * stay as they are. Gives the message of this chat that told it until now, null if there was none.
 */
export async function heardProgress(
  store: Store,
  campaign: number,
  seen: Counts,
  where: { channel: number; external: string; message: number | null },
): Promise<number | null> {
  const args = {
    p_campaign: campaign,
    p_told: seen,
    p_channel: where.channel,
    p_external: where.external,
    p_message: where.message,
  };
  return (await store.call('heard_progress', args, z.object({ before: z.number().nullable() }))).before;
}

const message = z.object({
  id: z.number(),
  /** The group's title, or the person's name. */
  group: z.string().nullable(),
  name: z.string().nullable(),
  reason: z.string().nullable(),
  /** The chat can not be written to any more: sending again is of no use. */
  gone: z.boolean(),
});

/** A campaign's messages in one state, by key; `after`: the last key of the page before. */
export function messagesOfCampaign(
  store: Store,
  campaign: number,
  state: 'failed' | 'unknown',
  after: number,
  limit: number,
) {
  const args = { p_campaign: campaign, p_state: state, p_after: after, p_limit: limit };
  return store.call('messages_of_campaign', args, z.array(message));
}

/** Sends all failed messages once more, or the one of this id whose fate is unknown; gives how many. */
export async function repeatCampaign(store: Store, campaign: number, one: number | null, now: Date): Promise<number> {
  const args = { p_campaign: campaign, p_message: one, p_limit: bite, p_at: now.toISOString() };
  for (let queued = 0; ;) {
    const some = (await store.call('repeat_campaign', args, z.object({ queued: z.number() }))).queued;
    queued += some;
    if (some === 0 || one !== null) return queued;
  }
}
