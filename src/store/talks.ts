import { z } from 'zod';
import { aboutKinds } from '../rules/about-kinds.ts';
import { assessors } from '../rules/label-codes.ts';
import { StoreError } from './store-error.ts';
import type { Store } from './store.ts';

/** Three languages, Kazakh first. */
export const language = z.enum(['kk', 'ru', 'en']);
export type Language = z.infer<typeof language>;

/** A text by language; where one is missing, Kazakh stands in. */
export const words = z.object({ kk: z.string(), ru: z.string().optional(), en: z.string().optional() });
export type Words = z.infer<typeof words>;

const person = z.object({
  id: z.number(),
  name: z.string().nullable(),
  bornOn: z.string().nullable(),
  language,
  languageChosen: z.boolean(),
  /** The hash of the invitation they came by and have not used yet. */
  cameWith: z.string().nullable(),
  consent: z.object({ version: z.string(), how: z.enum(['self', 'guardian', 'paper']) }).nullable(),
  /** They want announcements; `/stop` ends them. */
  announcements: z.boolean(),
});
export type Person = z.infer<typeof person>;

export const role = z.object({
  role: z.string(),
  organisation: z.number(),
  project: z.number().nullable(),
  programme: z.string(),
});
export type Role = z.infer<typeof role>;

export const project = z.object({
  name: words,
  place: words,
  purpose: words,
  activities: words,
  direction: z.string(),
});
export type Project = z.infer<typeof project>;

/** An answer as it stands; of an organisation's form with whose it is. */
export const storedAnswer = z.object({
  value: z.unknown(),
  rev: z.number(),
  /** Of an organisation's form: whose answer it is (null: no name is known), and since when. */
  by: z.string().nullish(),
  byId: z.number().nullish(),
  at: z.string().optional(),
});

/** A form that is being filled in, as far as the next step needs it: its size does not grow with the answers' length. */
export const draft = z.object({
  id: z.number(),
  form: z.string(),
  hash: z.string(),
  status: z.string(),
  at: z.string().nullable(),
  movedBy: z.number().nullable(),
  /** The questions among which the person walks; null: all of the form. */
  within: z.array(z.string()).nullable(),
  /** The organisation that owns it: its people fill it in together. Null: it is the person's own. */
  organisation: z.object({ id: z.number(), name: words }).nullable(),
  /** Which of a centre's assessments it is; null: none. */
  assessment: z.object({ by: z.enum(assessors), stage: z.enum(['start', 'end']) }).nullable(),
  about: z.object({ kind: z.enum(aboutKinds), id: z.number() }).nullable(),
  project: project.nullable(),
  /** Of the questions within those that have an answer. */
  answered: z.string().transform((ids) => new Set(ids === '' ? [] : ids.split(' '))),
  values: z.record(z.string(), storedAnswer),
  /** What the person answered lately to questions that offer it first, newest first. */
  recent: z.record(z.string(), z.array(z.unknown())).default({}),
});
export type Draft = z.infer<typeof draft>;

const offer = z.object({
  message: z.number(),
  letters: z.boolean(),
  at: z.number(),
  options: z.array(z.object({ text: z.string(), data: z.string() })),
});

const taken = z.object({
  chat: z.number(),
  external: z.string(),
  chatKind: z.enum(['private', 'group']),
  channel: z.number(),
  token: z.string(),
  seq: z.number(),
  tries: z.number(),
  // Written by ourselves from an update of the Bot API: the channel has parsed it before it was stored.
  update: z.record(z.string(), z.unknown()),
  receivedAt: z.string().transform((text) => Date.parse(text)),
  state: z.unknown(),
  person: person.nullable(),
  roles: z.array(role),
  draft: draft.nullable(),
  /** What can be answered in this chat, newest first, where its channel has no buttons. */
  offers: z.array(offer),
});
/** A chat's next update with all that is needed to answer it; this process alone holds the chat. */
export type TakenTalk = z.infer<typeof taken>;

const outcome = z.discriminatedUnion('is', [
  z.object({ is: z.literal('mine'), talk: taken }),
  z.object({ is: z.literal('queued') }),
  z.object({ is: z.literal('done') }),
]);

/** One update as the inbox keeps it. */
export interface InboxUpdate {
  key: string;
  chat: string;
  chatKind: 'private' | 'group';
  sender: string;
  /** Another name of the same sender; whoever is known by one is known by both. */
  alias?: string;
  language: Language | null;
  update: object;
  page?: object;
}

/** SQLSTATE: a row that was referred to is no more. */
const foreignKeyGone = '23503';

const at = (now: Date) => now.toISOString();

/** Makes an account known; the id is that of its row in `channels`. */
export async function openChannel(store: Store, kind: string, account: string): Promise<number> {
  const opened = await store.call('open_channel', { p_kind: kind, p_account: account }, z.object({ id: z.number() }));
  return opened.id;
}

/** Stores a batch (500 at most) and gives the talks that this process now holds and must answer. */
export async function receiveUpdates(store: Store, channel: number, updates: InboxUpdate[], holder: string, now: Date) {
  const args = { p_channel: channel, p_updates: updates, p_holder: holder, p_at: at(now) };
  const receive = () => store.call('receive_updates', args, z.array(outcome));
  // Somebody who writes in the very moment in which two persons are joined is looked for once more.
  const joined = (error: unknown) => error instanceof StoreError && error.reason.startsWith(foreignKeyGone);
  return mine(await receive().catch((error: unknown) => (joined(error) ? receive() : Promise.reject(error))));
}

/** Talks with waiting updates that nobody holds: after a crash or an outage. */
export async function sweepTalks(store: Store, channel: number, holder: string, limit: number, now: Date) {
  const args = { p_channel: channel, p_holder: holder, p_limit: limit, p_at: at(now) };
  return mine(await store.call('sweep_talks', args, z.array(outcome)));
}

/** What is stored when an update has been answered. */
export interface Closing {
  chat: number;
  token: string;
  seq: number;
  state: unknown;
  /** Messages to show again after a reload (web chat). */
  page: object[];
  /** What can be answered under the messages just said (a channel without buttons). */
  offers: object[];
  /** A reply could not go out: the person is told later where they stand. */
  unreached: boolean;
}

/** Ends one update. `mine`: the chat's next update, still held; `done`: free; `stale`: somebody else holds it. */
export function closeTalk(store: Store, closing: Closing, now: Date) {
  return store.call(
    'close_talk',
    {
      p_chat: closing.chat,
      p_token: closing.token,
      p_seq: closing.seq,
      p_state: closing.state ?? null,
      p_page: closing.page,
      p_offers: closing.offers,
      p_unreached: closing.unreached,
      p_at: at(now),
    },
    z.discriminatedUnion('is', [...outcome.options, z.object({ is: z.literal('stale') })]),
  );
}

/** Gives a talk back unanswered: its update waits, is handed out again in five seconds, and the try does not count. */
export async function releaseTalk(store: Store, talk: { chat: number; token: string }): Promise<void> {
  await store.call('release_talk', { p_chat: talk.chat, p_token: talk.token }, z.unknown());
}

/** Keeps the leases of these talks for another 30 seconds. */
export async function renewTalks(store: Store, holder: string, tokens: string[]): Promise<void> {
  await store.call('renew_talks', { p_holder: holder, p_tokens: tokens }, z.object({ renewed: z.number() }));
}

/** At an embedded start nobody else can hold anything: all leases end. */
export async function voidLeases(store: Store): Promise<void> {
  await store.call('void_leases', {}, z.unknown());
}

function mine(outcomes: z.infer<typeof outcome>[]): TakenTalk[] {
  return outcomes.flatMap((each) => (each.is === 'mine' ? [each.talk] : []));
}

/** A chat that blocked us, or that we had to leave, is not written to until it writes again. */
export async function chatGone(store: Store, channel: number, external: string, now: Date): Promise<void> {
  await store.call('chat_gone', { p_channel: channel, p_external: external, p_at: at(now) }, z.unknown());
}

/** A group became a supergroup: one chat with two names. */
export async function chatMoved(store: Store, channel: number, external: string, to: string, now: Date): Promise<void> {
  await store.call('chat_moved', { p_channel: channel, p_external: external, p_new: to, p_at: at(now) }, z.unknown());
}

const pageMessage = z.object({
  id: z.number(),
  from: z.enum(['person', 'birge']),
  at: z.string(),
  body: z.record(z.string(), z.unknown()),
});

/** The last 200 messages of a web chat, oldest first. */
export function readPage(store: Store, channel: number, external: string) {
  return store.call('read_page', { p_channel: channel, p_external: external }, z.array(pageMessage));
}

/** Keeps messages that were written outside of an answer. */
export async function writePage(store: Store, channel: number, external: string, messages: object[]): Promise<void> {
  await store.call('write_page', { p_channel: channel, p_external: external, p_messages: messages }, z.unknown());
}

/** Keeps what can be answered under messages that were said outside of an answer. */
export async function offerIn(store: Store, channel: number, external: string, offers: object[]): Promise<void> {
  await store.call('offer_in', { p_channel: channel, p_external: external, p_offers: offers }, z.unknown());
}

/** Takes or keeps the right to receive from an account for 30 seconds; false: another process has it. */
export async function holdChannel(store: Store, channel: number, holder: string): Promise<boolean> {
  const held = await store.call(
    'hold_channel',
    { p_channel: channel, p_holder: holder },
    z.object({ mine: z.boolean() }),
  );
  return held.mine;
}

/** Gives that right back. */
export async function leaveChannel(store: Store, channel: number, holder: string): Promise<void> {
  await store.call('leave_channel', { p_channel: channel, p_holder: holder }, z.unknown());
}
