import type { Logger } from 'pino';
import type { Channel, Incoming, Offer, PageMessage } from '../channels/channel.ts';
import { StoreError } from '../store/store.ts';
import type { Store } from '../store/store.ts';
import { closeTalk, receiveUpdates, releaseTalk, renewTalks, sweepTalks } from '../store/talks.ts';
import type { InboxUpdate, TakenTalk } from '../store/talks.ts';
import { chatOf, toInbox } from './address.ts';
import { beginTalk } from './talk.ts';
import type { Talk } from './talk.ts';

/** Answers one update; throws `NotAnswered` to leave it in the inbox for a later try. */
export type Answer = (channel: Channel, talk: Talk) => Promise<void>;

/** The update stays in the inbox: the database could not take what the person said. */
export class NotAnswered extends Error {}

interface DeskOptions {
  store: Store;
  /** Names this process in leases. */
  holder: string;
  answer: Answer;
  now: () => Date;
  log: Logger;
}

/** Where talks are held: takes what arrived into the inbox, answers it, one update of a chat at a time, many chats at once. */
export class Desk {
  readonly #channels = new Map<number, Channel>();
  readonly #held = new Map<string, Talk>();
  readonly #running = new Set<Promise<void>>();
  readonly #options: DeskOptions;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Takes an account's updates to this desk; `id` is its row in `channels`. */
  open(id: number, channel: Channel): void {
    this.#channels.set(id, channel);
  }

  /** The talk being answered in a chat of the bot `me`; undefined outside of an answer. */
  talk(me: number, chat: number | string): Talk | undefined {
    return this.#held.get(`${me}:${chat}`);
  }

  /** Stores a batch; resolves as soon as it is in the inbox, then answers it. */
  async receive(channel: number, incoming: Incoming[]): Promise<void> {
    const updates = incoming.flatMap((each) => toInbox(each) ?? []);
    for (let from = 0; from < updates.length; from += 500) await this.#store(channel, updates.slice(from, from + 500));
  }

  /** One update that the database refuses must not keep the others out: then each is stored alone, and that one is dropped. */
  async #store(channel: number, updates: InboxUpdate[]): Promise<void> {
    const { store, holder, now, log } = this.#options;
    try {
      this.#begin(await receiveUpdates(store, channel, updates, holder, now()));
    } catch (error) {
      // Only a value that fits no column is the update's own fault (SQLSTATE class 22); all else may pass, and nothing is lost.
      if (!(error instanceof StoreError && error.reason.startsWith('22'))) throw error;
      if (updates.length === 1)
        log.error({ err: error, key: updates[0]?.key }, 'an update can not be stored and is left');
      else for (const update of updates) await this.#store(channel, [update]);
    }
  }

  /** Takes up what waits in chats that nobody holds. */
  async sweep(): Promise<void> {
    const { store, holder, now } = this.#options;
    for (const channel of this.#channels.keys()) {
      this.#begin(await sweepTalks(store, channel, holder, 50, now()));
    }
  }

  /** Keeps the leases of everything under way; to be called every 10 seconds. */
  async renew(): Promise<void> {
    const tokens = [...this.#held.values()].map((talk) => talk.token);
    if (tokens.length > 0) await renewTalks(this.#options.store, this.#options.holder, tokens);
  }

  /** Resolves when everything that was begun is answered. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled([...this.#running]);
  }

  /** Notes on the held talk what the page shows; false when no talk of that chat is being answered. */
  notePage(me: number, chat: string, message: PageMessage): boolean {
    const talk = this.talk(me, chat);
    talk?.page.push(message);
    return talk !== undefined;
  }

  /** Notes on the held talk what can be answered under a message; false when no talk of that chat is being answered. */
  noteOffer(me: number, chat: string, offer: Offer): boolean {
    const talk = this.talk(me, chat);
    talk?.offers.push(offer);
    return talk !== undefined;
  }

  /** Notes that a reply did not reach the chat. */
  noteUnreached(me: number, chat: string): void {
    const talk = this.talk(me, chat);
    if (talk) talk.unreached = true;
  }

  #begin(taken: TakenTalk[]): void {
    for (const talk of taken) {
      const run = this.#answerAll(talk).finally(() => this.#running.delete(run));
      this.#running.add(run);
    }
  }

  /** Answers the chat's updates one after another until none waits or the talk is lost. */
  async #answerAll(first: TakenTalk): Promise<void> {
    const { store, answer, now, log } = this.#options;
    let taken: TakenTalk | undefined = first;
    while (taken) {
      const channel = this.#channels.get(taken.channel);
      if (channel === undefined) return;
      const talk = beginTalk(taken, channel);
      // By the name that the update uses: a chat may have another one, by which it was known before.
      const key = `${channel.me.id}:${chatOf(talk.update) ?? talk.external}`;
      this.#held.set(key, talk);
      try {
        await answer(channel, talk);
        if (talk.erased) return;
        const closed = await closeTalk(store, talk, now());
        if (closed.is === 'stale') log.warn({ talk: talk.chat }, 'the talk was taken over; nothing was changed');
        taken = closed.is === 'mine' ? closed.talk : undefined;
      } catch (error) {
        // Left in the inbox: the sweep hands it out again, soon if the database hears of it, otherwise when the lease is over.
        await releaseTalk(store, talk).catch(() => undefined);
        if (!(error instanceof NotAnswered))
          log.error({ talk: talk.chat, err: error }, 'an update could not be closed');
        taken = undefined;
      } finally {
        // The chat was free as soon as it was closed: its next update may already be held here under the same key.
        if (this.#held.get(key) === talk) this.#held.delete(key);
      }
    }
  }
}
