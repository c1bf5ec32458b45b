import type { Clock } from './clock.ts';
import { tooMany } from './refusal.ts';

/** How many messages the service takes: the published limits, with the burst it lets through in one chat. */
export interface Limits {
  /** Messages of the bot in any second. */
  perSecond: number;
  /** Messages that one chat takes at once; it gets one more each second. */
  chatBurst: number;
  /** Messages of one group in any minute. */
  groupPerMinute: number;
}

export const publishedLimits: Limits = { perSecond: 30, chatBurst: 20, groupPerMinute: 20 };

/** Counts messages, refuses what is too fast. A refused message counts for nothing. */
export class Speed {
  readonly #limits: Limits | undefined;
  readonly #clock: Clock;
  #all: number[] = [];
  readonly #chats = new Map<number, { left: number; at: number }>();
  readonly #groups = new Map<number, number[]>();

  constructor(limits: Limits | undefined, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** Takes one message for a chat or throws 429 with the whole seconds to wait. */
  take(chat: { id: number; kind: string }): void {
    const limits = this.#limits;
    if (limits === undefined) return;
    const now = this.#clock.now();
    this.#all = this.#all.filter((at) => at > now - 1000);
    const bucket = this.#chats.get(chat.id) ?? { left: limits.chatBurst, at: now };
    const left = Math.min(limits.chatBurst, bucket.left + (now - bucket.at) / 1000);
    const group = (this.#groups.get(chat.id) ?? []).filter((at) => at > now - 60_000);
    const waits = [left < 1 ? (1 - left) * 1000 : 0, waitFor(this.#all, limits.perSecond, 1000, now)];
    if (chat.kind !== 'private') waits.push(waitFor(group, limits.groupPerMinute, 60_000, now));
    const wait = Math.max(...waits);
    if (wait > 0) throw tooMany(Math.max(1, Math.ceil(wait / 1000)));
    this.#all.push(now);
    this.#chats.set(chat.id, { left: left - 1, at: now });
    this.#groups.set(chat.id, [...group, now]);
  }
}

/** Milliseconds until fewer than `most` of the moments lie within the window. */
function waitFor(moments: number[], most: number, window: number, now: number): number {
  const blocking = moments.at(-most);
  return blocking === undefined ? 0 : blocking + window - now;
}
