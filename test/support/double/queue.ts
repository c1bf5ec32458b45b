import type { Update } from 'grammy/types';
import type { Clock } from './clock.ts';
import { conflict } from './refusal.ts';

/** Kinds that the service only sends to those who ask for them. */
const onlyWhenAsked = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);
const keptFor = 24 * 60 * 60 * 1000;

interface Poll {
  answer(updates: Update[]): void;
  refuse(error: Error): void;
}

/** What waits for the bot, in order, until it is confirmed or the webhook took it. */
export class UpdateQueue {
  readonly #clock: Clock;
  #nextId = 100_000_000 + Math.floor(Math.random() * 800_000_000);
  #pending: { update: Update; at: number }[] = [];
  #poll: Poll | undefined;
  /** Set by the webhook: called when something new waits. */
  onArrival: (() => void) | undefined;
  /** Kinds asked for; empty means the usual ones. */
  allowed: string[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The next update id: it rises by one and starts anywhere. */
  takeId(): number {
    return this.#nextId++;
  }

  wants(update: Update): boolean {
    const kind = Object.keys(update).find((key) => key !== 'update_id') ?? '';
    return this.allowed.length === 0 ? !onlyWhenAsked.has(kind) : this.allowed.includes(kind);
  }

  add(update: Update): void {
    if (!this.wants(update)) return;
    this.#pending.push({ update, at: this.#clock.now() });
    this.onArrival?.();
    this.#poll?.answer([]);
  }

  /** Everything that waits; what is older than a day is gone, as in the service. */
  pending(): Update[] {
    const oldest = this.#clock.now() - keptFor;
    this.#pending = this.#pending.filter(({ at }) => at > oldest);
    return this.#pending.map(({ update }) => update);
  }

  remove(updateId: number): void {
    this.#pending = this.#pending.filter(({ update }) => update.update_id !== updateId);
  }

  clear(): void {
    this.#pending = [];
  }

  /** Ends the poll that waits, with the service's reason. */
  endPoll(why: string): void {
    this.#poll?.refuse(conflict(why));
  }

  /** Confirms all below `offset` (a negative one: all but the last ones), then answers or waits for the next arrival. */
  async poll(offset: number, limit: number, timeoutMs: number, signal?: AbortSignal): Promise<Update[]> {
    this.endPoll('terminated by other getUpdates request; make sure that only one bot instance is running');
    const waiting = this.pending();
    const from = offset < 0 ? ((waiting.at(offset) ?? waiting[0])?.update_id ?? 0) : offset;
    this.#pending = this.#pending.filter(({ update }) => update.update_id >= from);
    if (this.#pending.length === 0 && timeoutMs > 0) await this.#arrival(timeoutMs, signal);
    return this.pending().slice(0, limit);
  }

  #arrival(timeoutMs: number, signal: AbortSignal | undefined): Promise<Update[]> {
    return new Promise<Update[]>((resolve, reject) => {
      const end = (settle: () => void) => {
        if (this.#poll === poll) this.#poll = undefined;
        cancel();
        signal?.removeEventListener('abort', left);
        settle();
      };
      const poll: Poll = {
        answer: (updates) => end(() => resolve(updates)),
        refuse: (error) => end(() => reject(error)),
      };
      const left = () => poll.refuse(new DOMException('This operation was aborted', 'AbortError'));
      const cancel = this.#clock.after(timeoutMs, () => poll.answer([]));
      this.#poll = poll;
      if (signal?.aborted === true) left();
      else signal?.addEventListener('abort', left);
    });
  }
}
