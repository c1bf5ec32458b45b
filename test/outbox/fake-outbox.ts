import { pino } from 'pino';
import { Sender } from '../../src/outbox/sender.ts';
import type { Claimed, End, OutboxRow, Settled } from '../../src/store/outbox.ts';
import { TurnedClock } from '../support/double/clock.ts';

type State = 'queued' | 'claimed' | 'sending' | 'over';

interface FakeRow {
  id: number;
  chat: string;
  token: string;
  state: State;
  /** When a claim is over, or a limited row may come again. */
  until: number;
  end?: End;
}

/** What the database's functions do with one account's rows, on a turned clock; it fails whoever breaks their rules. */
export class FakeOutbox {
  readonly clock = new TurnedClock(1_000_000);
  /** What was asked of the database, and when each row was sent. */
  readonly calls: string[] = [];
  readonly sent: { id: number; at: number }[] = [];
  readonly rows = new Map<number, FakeRow>();
  /** Milliseconds: between slots, of a call, of a send. */
  interval = 34;
  callTakes = 4;
  sendTakes = 150;
  /** The most rows that were `sending` at once. */
  mostSending = 0;
  breaks: (call: string) => 'before' | 'after' | undefined = () => undefined;
  refuses = new Set<number>();
  endOf: (id: number) => End = (id) => ({ end: 'sent', messageId: id });
  nothingToSay = new Set<number>();
  #nextSlot = 0;
  #tokens = 0;

  add(count: number, chat = (id: number) => `c${id}`): void {
    for (let id = this.rows.size + 1; count > 0; id += 1, count -= 1) {
      this.rows.set(id, { id, chat: chat(id), token: '', state: 'queued', until: 0 });
    }
  }

  sender(): Sender {
    return new Sender({
      claim: (limit) => this.#call('claim', () => this.#claim(limit)),
      advance: (settled, beginning) =>
        this.#call('advance', () => {
          for (const one of settled) this.#settle(one);
          return beginning.filter(({ id, token }) => this.#begin(id, token)).map(({ id }) => id);
        }),
      write: async (row) =>
        this.nothingToSay.has(row.id) ? { end: { end: 'cancelled' } } : { screen: { text: String(row.id) } },
      send: async (row) => {
        if (this.rows.get(row.id)?.state !== 'sending') throw new Error(`${row.id} was sent without having begun`);
        this.sent.push({ id: row.id, at: this.clock.now() });
        await this.#pause(this.sendTakes);
        return this.endOf(row.id);
      },
      clock: this.clock,
      log: pino({ level: 'silent' }),
    });
  }

  /** How many rows are in each state, and how they ended. */
  tally(): Record<string, number> {
    const words = [...this.rows.values()].map(({ state, end }) => end?.end ?? state);
    return Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]));
  }

  #claim(limit: number): Claimed {
    const now = this.clock.now();
    this.#nextSlot = Math.max(now, this.#nextSlot);
    const rows: OutboxRow[] = [];
    for (const row of this.rows.values()) {
      const free = row.state === 'queued' || row.state === 'claimed';
      if (!free || row.until > now || rows.length === limit || this.#nextSlot > now + 2000) continue;
      Object.assign(row, { state: 'claimed', token: `t${(this.#tokens += 1)}`, until: now + 30_000 });
      const inMs = this.#nextSlot - now;
      const { id, token, chat } = row;
      rows.push({
        ...{ id, token, chat, inMs, kind: 'k', key: '', payload: {}, notices: [] },
        ...{ chatKind: 'private', person: id, language: 'kk', groupLanguage: null },
      });
      this.#nextSlot += this.interval;
    }
    const left = [...this.rows.values()].some(({ state }) => state === 'queued');
    return { rows, waitMs: left ? Math.max(50, this.#nextSlot - now - 1500) : null };
  }

  #begin(id: number, token: string): boolean {
    const row = this.rows.get(id);
    if (row?.token !== token || row.state !== 'claimed' || this.refuses.has(id)) return false;
    row.state = 'sending';
    const sending = [...this.rows.values()].filter(({ state }) => state === 'sending').length;
    this.mostSending = Math.max(this.mostSending, sending);
    return true;
  }

  #settle({ id, token, ...end }: Settled): void {
    const row = this.rows.get(id);
    if (row?.token !== token || row.state === 'over') return;
    if (end.end === 'sent' && row.state === 'claimed') throw new Error(`${id} was sent without having begun`);
    const again = end.end === 'returned' || end.end === 'not-begun' || end.end === 'limited';
    const until = this.clock.now() + (end.end === 'limited' ? end.seconds * 1000 : 0);
    if (again) Object.assign(row, { state: 'queued', until });
    else Object.assign(row, { state: 'over', end });
  }

  async #call<T>(name: string, work: () => T): Promise<T> {
    this.calls.push(name);
    const fault = this.breaks(name);
    await this.#pause(this.callTakes);
    if (fault === 'before') throw new Error('away');
    const answer = work();
    if (fault === 'after') throw new Error('away');
    return answer;
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resume) => void this.clock.after(ms, resume));
  }
}
