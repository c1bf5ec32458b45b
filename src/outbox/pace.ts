/** Milliseconds of margin before a slot, beside what a call of the database takes. */
const margin = 10;
/** A late row keeps so much of the distance to the one before it: what is late catches up slowly, never in a burst. The
 * budget leaves 2 % under Telegram's limit. */
const keeps = 0.985;
/** Rows farther apart than this (ms) do not press each other. */
const farthest = 50;

/** When rows are to be begun and sent, on this process's clock in milliseconds. */
export class Pace {
  /** How long a call of the database takes, smoothed. */
  #call = 20;
  #last: { slot: number; sent: number } | undefined;

  /** So long before its slot a row must be begun to be sent in time. */
  get lead(): number {
    return margin + 1.5 * this.#call;
  }

  /** A call of the database took so long. */
  took(ms: number): void {
    this.#call += (Math.min(ms, 1000) - this.#call) / 4;
  }

  /** The moment at which the row of this slot goes out; to be asked once for each row, in the order of slots. */
  moment(slot: number, now: number): number {
    const distance = this.#last ? Math.min(farthest, Math.max(0, slot - this.#last.slot)) : 0;
    const sent = Math.max(slot, now, (this.#last?.sent ?? 0) + keeps * distance);
    this.#last = { slot, sent };
    return sent;
  }
}
