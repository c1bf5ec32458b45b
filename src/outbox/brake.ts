import type { End } from '../store/outbox.ts';

/** Milliseconds of the first pause when nothing can be reached; each further one is twice as long. */
const shortest = 1_000;
const longest = 30_000;

/** Holds an account back when no single chat is to blame: the network is away, or the channel wants a rest of all. */
export class Brake {
  #until = 0;
  #failures = 0;
  #limitedChat: string | undefined;

  /** Hears of every end, in milliseconds of the process's clock. */
  note(end: End, chat: string, now: number): void {
    if (end.end === 'not-begun') {
      // Several that were under way together fail together: one pause for all of them.
      if (now < this.#until) return;
      this.#until = now + Math.min(longest, shortest * 2 ** this.#failures);
      this.#failures += 1;
    } else if (end.end === 'limited') {
      // One chat may be limited for itself; two in a row mean the account.
      if (this.#limitedChat !== undefined && this.#limitedChat !== chat) {
        this.#until = Math.max(this.#until, now + end.seconds * 1000);
      }
      this.#limitedChat = chat;
    } else {
      this.#failures = 0;
      this.#limitedChat = undefined;
    }
  }

  /** Nothing begins before this moment. */
  get until(): number {
    return this.#until;
  }

  /** After a failure one goes ahead and shows whether the way is open. */
  room(most: number): number {
    return this.#failures > 0 ? 1 : most;
  }
}
