import type { Logger } from 'pino';
import type { Claimed, End, Held, OutboxRow, Settled } from '../store/outbox.ts';
import { Brake } from './brake.ts';
import type { Letter } from './letter.ts';
import { Pace } from './pace.ts';
import { most, Rows } from './rows.ts';
import type { HeldRow, Step } from './rows.ts';

/** Milliseconds on a clock that only goes forward, and timers on it. */
export interface Clock {
  now(): number;
  /** Runs something after `ms`; what it gives takes it back. */
  after(ms: number, run: () => void): () => void;
}

/** One account's part of the outbox and its way out. */
export interface SenderOptions {
  claim(limit: number): Promise<Claimed>;
  /** Gives the ids that may be sent now. */
  advance(settled: readonly Settled[], beginning: readonly Held[]): Promise<number[]>;
  /** What is said for a row; an end if nothing is to be sent. Never throws. */
  write(row: OutboxRow): Promise<Letter | { end: End }>;
  /** One try. Never throws. */
  send(row: OutboxRow, letter: Letter): Promise<End>;
  clock: Clock;
  log: Logger;
}

/** Rows taken at once, and how few are left when more are taken. */
const claimSize = 20;
const low = 8;
/** Milliseconds between looks while nothing waits, and until another try after the database was away. */
const idlePause = 1_500;
const awayPause = 1_000;
/** Milliseconds: what waits longer than this is not due now. */
const soon = 2_000;

/** Sends one account's rows at their slots: claims ahead, writes, begins by a call of the database, tries once, settles. */
export class Sender {
  readonly #options: SenderOptions;
  readonly #rows = new Rows();
  readonly #pace = new Pace();
  readonly #brake = new Brake();
  #claiming = false;
  #advancing = false;
  /** When the database is asked again for more rows, and for the next step. */
  #nextClaim = 0;
  #nextStep = 0;
  #foundNothing = false;
  #started = false;
  #stopping = false;
  #callers: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  #cancelTimer: (() => void) | undefined;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** From now on looks by itself. */
  begin(): void {
    this.#started = true;
    this.nudge();
  }

  /** Something was put into the outbox: looks at once. */
  nudge(): void {
    this.#nextClaim = 0;
    this.#turn();
  }

  /** Sends all that is due now; resolves when it is settled, rejects if the database is away. */
  work(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#callers.push({ resolve, reject });
      this.#foundNothing = false;
      this.nudge();
    });
  }

  /** Begins nothing more and waits for what is under way; rows that were only held are given back. */
  async stop(patience = 5_000): Promise<void> {
    this.#stopping = true;
    const { clock, log } = this.#options;
    const until = clock.now() + patience;
    while (this.#claiming || this.#advancing || !this.#rows.none) {
      if (!this.#claiming && !this.#advancing) this.#rows.giveBack(clock.now());
      this.#turn();
      // What is under way ends by itself; only the database may stay away.
      if (this.#rows.underWay === 0 && clock.now() > until) break;
      await new Promise<void>((resume) => void clock.after(20, resume));
    }
    this.#cancelTimer?.();
    if (!this.#rows.none) log.warn({ rows: this.#rows.untold }, 'ended with results that could not be recorded');
  }

  /** Does what the moment asks for and sets the timer for the next one; called after everything that happens. */
  #turn(): void {
    const now = this.#options.clock.now();
    if (this.#wantsMore && now >= this.#claimMoment) void this.#claim();
    const step =
      this.#advancing || now < this.#nextStep ? undefined : this.#rows.step(now, this.#pace.lead, this.#room(now));
    if (step) void this.#advance(step);
    this.#cancelTimer?.();
    const next = Math.min(
      this.#wantsMore ? this.#claimMoment : Infinity,
      // Every end of a call comes back here by itself.
      this.#advancing ? Infinity : Math.max(this.#nextStep, this.#rows.nextMoment(this.#pace.lead, this.#room(now))),
      now < this.#brake.until ? this.#brake.until : Infinity,
    );
    this.#cancelTimer =
      next === Infinity ? undefined : this.#options.clock.after(Math.max(2, next - now), () => this.#turn());
  }

  get #wantsMore(): boolean {
    const awake = this.#started || this.#callers.length > 0;
    const room = this.#rows.held <= this.#brake.room(low) && this.#rows.underWay < this.#brake.room(most);
    return awake && room && !this.#claiming && !this.#stopping;
  }

  get #claimMoment(): number {
    // Whoever waits for all to be sent wants to know at once whether that was all.
    const atOnce = this.#callers.length > 0 && !this.#foundNothing && this.#rows.none;
    return Math.max(atOnce ? 0 : this.#nextClaim, this.#brake.until);
  }

  /** How many may be under way. */
  #room(now: number): number {
    return this.#stopping || now < this.#brake.until ? 0 : this.#brake.room(most);
  }

  async #claim(): Promise<void> {
    const { clock, claim } = this.#options;
    this.#claiming = true;
    const none = this.#rows.none;
    try {
      const limit = this.#brake.room(claimSize);
      const { rows, waitMs } = await claim(limit);
      const now = clock.now();
      this.#nextClaim = rows.length >= limit ? 0 : now + Math.min(idlePause, Math.max(50, waitMs ?? idlePause));
      for (const held of this.#rows.hold(rows, now)) void this.#write(held);
      this.#foundNothing = rows.length === 0 && none && this.#rows.none;
      if (this.#foundNothing && (waitMs === null || waitMs > soon)) this.#release();
    } catch (error) {
      this.#nextClaim = clock.now() + idlePause;
      this.#away(error);
    } finally {
      this.#claiming = false;
      this.#turn();
    }
  }

  async #write(held: HeldRow): Promise<void> {
    const letter = await this.#options.write(held.row);
    this.#rows.written(held, letter, this.#options.clock.now());
    this.#turn();
  }

  async #advance(step: Step): Promise<void> {
    const { clock, advance } = this.#options;
    const from = clock.now();
    this.#advancing = true;
    try {
      const rows = step.beginning.map(({ row }) => row);
      const begun = new Set(await advance(step.settled, rows));
      const now = clock.now();
      this.#pace.took(now - from);
      for (const held of this.#rows.recorded(step, begun)) {
        clock.after(this.#pace.moment(held.slot, now) - now, () => void this.#send(held));
      }
    } catch (error) {
      // Nothing is lost: what was sent is remembered, and who was to begin takes another slot.
      const now = clock.now();
      this.#rows.lost(step, now);
      this.#nextStep = now + awayPause;
      this.#away(error);
    } finally {
      this.#advancing = false;
      this.#turn();
    }
  }

  async #send({ row, letter }: HeldRow): Promise<void> {
    const { clock, send } = this.#options;
    const end: End = letter ? await send(row, letter) : { end: 'not-begun', reason: 'no letter' };
    const now = clock.now();
    this.#rows.ended(row, end, now);
    this.#brake.note(end, row.chat, now);
    // Their slots would be over, and another process may have a way out.
    if (now < this.#brake.until) this.#rows.giveBack(now);
    this.#turn();
  }

  #away(error: unknown): void {
    this.#options.log.warn({ err: error }, 'the outbox can not be reached and will be tried again');
    for (const { reject } of this.#callers.splice(0)) reject(error);
  }

  #release(): void {
    for (const { resolve } of this.#callers.splice(0)) resolve();
  }
}
