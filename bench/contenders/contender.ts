import type { Update } from 'grammy/types';
import type { Field } from '../ground.ts';

/** Counts and slows the calls that go to the database, the same way for everybody. */
export class Meter {
  /** Milliseconds added to each call, as a database in another town adds them. */
  latency = 0;
  /** Calls so far: HTTP requests to Supabase, or queries through a driver. */
  calls = 0;

  /** To be awaited before each call. */
  async passed(): Promise<void> {
    this.calls += 1;
    if (this.latency > 0) await new Promise((resolve) => setTimeout(resolve, this.latency));
  }
}

/** What the bot under test must let us do with it. */
export interface Contender {
  /** What it is made of. */
  name: string;
  /** How it reaches the database. */
  way: 'supabase-js' | 'postgres.js';
  field: Field;
  meter: Meter;
  /** When the last message went out (milliseconds of `performance.now`). */
  sentAt(): number;
  /** Takes one update; resolves when nothing of it is left to do. */
  answer(update: Update): Promise<void>;
  /** Takes one update among those of others; resolves when the person sees the next question. */
  answerInCrowd(update: Update): Promise<void>;
  /** Resolves when nothing at all is left to do. */
  settled(): Promise<void>;
  /** Somebody's first steps up to the first question. */
  enter(chat: number): Promise<void>;
  /** What a button of this question carries for this person. */
  dataOf(chat: number, question: number, code: string): string;
  /** Gives `count` other people, from `first` on, everything that is stored about this one. */
  copy(chat: number, first: number, count: number): Promise<void>;
  /** The stored state of a conversation. */
  stateOf(chat: number): Promise<unknown>;
  /** Lets the sessions that this bot uses write their statistics down. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
