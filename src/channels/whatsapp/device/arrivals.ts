import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Bounded } from './bounded.ts';
import { createLanes } from './lanes.ts';
import type { DeviceLimits } from './limits.ts';

/** Gives messages to whoever stores them: each once, those of a chat in their order, and again until they are stored. */
export interface Arrivals<M> {
  /** Takes a message unless it was taken before. */
  take(message: M): void;
  /** Resolves when at most half of those that may wait are waiting, or after `stop`. */
  room(): Promise<void>;
  /** Ends all pauses; what waits is dropped, and WhatsApp still has it as unread. */
  stop(): void;
}

interface ArrivalsOptions<M> {
  /** Stores it; rejects if that failed. */
  give(message: M): Promise<void>;
  limits: Pick<DeviceLimits, 'giveAgain' | 'giveAgainAtMost' | 'waiting'>;
  log: Logger;
}

/** Nothing waits yet. */
export function createArrivals<M extends { id: string; chat: string }>(options: ArrivalsOptions<M>): Arrivals<M> {
  const { give, limits, log } = options;
  const taken = new Bounded<true>(2000 + limits.waiting);
  const lanes = createLanes();
  const end = new AbortController();
  let waiting = 0;

  async function giveUntilStored(message: M): Promise<void> {
    for (let rest = limits.giveAgain; !end.signal.aborted; rest = Math.min(rest * 2, limits.giveAgainAtMost)) {
      try {
        return await give(message);
      } catch (error) {
        log.warn({ err: error, again: rest }, 'a WhatsApp message was not stored and will be given again');
        await pause(rest, undefined, { signal: end.signal }).catch(() => undefined);
      }
    }
  }

  return {
    take(message) {
      if (end.signal.aborted || taken.has(message.id)) return;
      if (waiting >= limits.waiting) {
        log.error({ waiting }, 'too many WhatsApp messages wait to be stored; one more is left unread');
        return;
      }
      taken.set(message.id, true);
      waiting += 1;
      void lanes.run(message.chat, () => giveUntilStored(message)).finally(() => (waiting -= 1));
    },
    async room() {
      while (waiting > limits.waiting / 2 && !end.signal.aborted)
        await pause(limits.giveAgain / 10, undefined, { signal: end.signal }).catch(() => undefined);
    },
    stop: () => end.abort(),
  };
}
