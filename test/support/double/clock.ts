/** Milliseconds since 1970 and timers on the same scale, so that a test can turn both at once. */
export interface DoubleClock {
  now(): number;
  /** Runs something after `ms`; the answer cancels it. A clock without it gets real timers. */
  after?(ms: number, run: () => void): () => void;
}

/** A clock whose timers are always there. */
export type Clock = Required<DoubleClock>;

function realTimer(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** The machine's own time. */
export const realClock: Clock = { now: () => Date.now(), after: realTimer };

/** Gives a test's own clock real timers if it has none. */
export function completeClock(clock: DoubleClock): Clock {
  return { now: () => clock.now(), after: (ms, run) => clock.after?.(ms, run) ?? realTimer(ms, run) };
}

/** A clock that stands still until it is turned. */
export class TurnedClock implements Clock {
  #now: number;
  #timers: { at: number; run: () => void }[] = [];

  constructor(start: number = Date.parse('2026-09-01T05:00:00Z')) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  }

  /** Turns the clock; what falls due on the way runs at its own moment and in order. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > until) break;
      this.#timers = this.#timers.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await new Promise((done) => setImmediate(done));
    }
    this.#now = until;
    await new Promise((done) => setImmediate(done));
  }
}
