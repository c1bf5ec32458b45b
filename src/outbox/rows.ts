import type { End, OutboxRow, Settled } from '../store/outbox.ts';
import type { Letter } from './letter.ts';

/** A row that is held: claimed by this process, not yet begun. */
export interface HeldRow {
  row: OutboxRow;
  /** When it may go, in milliseconds of this process's clock. */
  slot: number;
  /** Not yet there while it is being written. */
  letter?: Letter;
}

/** What one call of the database records. */
export interface Step {
  settled: Settled[];
  beginning: HeldRow[];
}

/** Rows begun and not yet ended, at most: so many are in doubt if the process is killed. */
export const most = 8;
/** Milliseconds: rows whose slots come within so much are begun by one call; ends wait so long for a call to go with. */
const together = 50;
const settleWithin = 250;
/** Milliseconds: whoever misses a slot by more would get into those of other processes, and takes a new one. */
const tooLate = 300;

/** What a sender has in hand: rows held, under way, and ended without the database having heard of it. */
export class Rows {
  #held: HeldRow[] = [];
  /** What is to begin by the call under way. */
  #beginning: HeldRow[] = [];
  readonly #underWay = new Set<number>();
  #ended: { settled: Settled; since: number }[] = [];

  get held(): number {
    return this.#held.length;
  }

  get underWay(): number {
    return this.#underWay.size;
  }

  /** Ends that the database has not recorded. */
  get untold(): number {
    return this.#ended.length;
  }

  get none(): boolean {
    return this.held + this.#beginning.length + this.underWay + this.untold === 0;
  }

  hold(rows: readonly OutboxRow[], now: number): HeldRow[] {
    const held = rows.map((row): HeldRow => ({ row, slot: now + row.inMs }));
    // A row that comes again was held too long, and its older token is worth nothing.
    const again = new Set(rows.map(({ id }) => id));
    this.#held = [...this.#held.filter(({ row }) => !again.has(row.id)), ...held].toSorted(
      (one, other) => one.slot - other.slot,
    );
    return held;
  }

  /** The row's letter is there, or there will be none. */
  written(held: HeldRow, letter: Letter | { end: End }, now: number): void {
    if (!this.#held.includes(held)) return;
    if ('end' in letter) {
      this.#held = this.#held.filter((one) => one !== held);
      this.ended(held.row, letter.end, now);
    } else {
      // A picture may take longer than there was time: it goes as soon as it is there.
      Object.assign(held, { letter, slot: Math.max(held.slot, now) });
      this.#held.sort((one, other) => one.slot - other.slot);
    }
  }

  /** Takes what is to be recorded at this moment; undefined: it can wait. `lead`: so long before its slot a row begins. */
  step(now: number, lead: number, room: number): Step | undefined {
    this.giveBack(now, ({ letter, slot }) => letter !== undefined && slot < now - tooLate);
    const beginning = this.#held
      .filter(({ letter, slot }) => letter && slot - now <= lead + together)
      .slice(0, Math.max(0, room - this.underWay));
    const begins = beginning.some(({ slot }) => slot - now <= lead);
    const alone = this.underWay === 0 && !this.#held.some(({ slot }) => slot - now < settleWithin);
    const [oldest] = this.#ended;
    const settles = oldest !== undefined && (alone || now - oldest.since >= settleWithin);
    if (!begins && !settles) return undefined;
    this.#beginning = beginning;
    this.#held = this.#held.filter((held) => !beginning.includes(held));
    return { settled: this.#ended.map(({ settled }) => settled), beginning };
  }

  /** The next moment at which `step` may have something although nothing happens before; Infinity: none. */
  nextMoment(lead: number, room: number): number {
    const settle = this.#ended[0] ? this.#ended[0].since + settleWithin : Infinity;
    const ready = this.underWay < room ? this.#held.find(({ letter }) => letter) : undefined;
    return Math.min(settle, ready ? ready.slot - lead : Infinity);
  }

  /** The database has recorded a step; gives the rows that are to be sent now. */
  recorded({ settled, beginning }: Step, begun: ReadonlySet<number>): HeldRow[] {
    this.#ended = this.#ended.filter((one) => !settled.includes(one.settled));
    this.#beginning = [];
    const sending = beginning.filter(({ row }) => begun.has(row.id));
    for (const { row } of sending) this.#underWay.add(row.id);
    return sending;
  }

  /** Nobody knows whether a step was recorded. What was to begin was certainly not sent: it is given back. */
  lost({ beginning }: Step, now: number): void {
    this.#beginning = [];
    for (const { row } of beginning) this.ended(row, { end: 'returned' }, now);
  }

  ended({ id, token }: OutboxRow, end: End, now: number): void {
    this.#underWay.delete(id);
    this.#ended.push({ settled: { id, token, ...end }, since: now });
  }

  /** Gives back what is only held. */
  giveBack(now: number, which: (held: HeldRow) => boolean = () => true): void {
    const back = this.#held.filter(which);
    this.#held = this.#held.filter((held) => !back.includes(held));
    for (const { row } of back) this.ended(row, { end: 'returned' }, now);
  }
}
