import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { advanceOutbox, claimOutbox, enqueue, sweepOutbox } from '../../../src/store/outbox.ts';
import type { End, Held, Order, OutboxRow } from '../../../src/store/outbox.ts';
import { openChannel } from '../../../src/store/talks.ts';
import { holder, later, noon } from './targets.ts';
import type { Opened } from './targets.ts';

/** A chat of an account, and whose it is. */
export interface SuiteChat {
  id: number;
  external: string;
  person: number | null;
}

/** What stands in a row of the outbox. */
export interface Written {
  state: string;
  reason: string | null;
  tries: number;
  due_at: Date;
  chat_id: number;
}

const idOf = z.object({ id: z.number() });
const written = z.object({
  state: z.string(),
  reason: z.string().nullable(),
  tries: z.number(),
  due_at: z.coerce.date(),
  chat_id: z.number(),
});

/** One account and one process that sends on it; `web` has no pause within a chat, so nothing need be waited for. */
export class OutboxScene {
  readonly db: Opened;
  readonly channel: number;
  /** This process; another scene on the same account is another one. */
  readonly holder = holder();
  #keys = 0;
  /** Seconds after noon: each claim is one later, so that a chat's pause, a few milliseconds on `web`, is over. */
  #seconds = 0;

  constructor(db: Opened, channel: number) {
    this.db = db;
    this.channel = channel;
  }

  /** An account of its own. */
  static async open(db: Opened, kind: 'web' | 'telegram' = 'web'): Promise<OutboxScene> {
    return new OutboxScene(db, await openChannel(db.store, kind, `suite-${randomBytes(6).toString('hex')}`));
  }

  /** Somebody with a private chat on this account. */
  async somebody(): Promise<SuiteChat & { person: number }> {
    const person = await this.#insert('people', { language: 'ru', created_at: noon.toISOString() });
    return { ...(await this.chat(person)), person };
  }

  /** A private chat of that person, or a group. */
  async chat(person: number | null): Promise<SuiteChat> {
    const external = randomBytes(6).toString('hex');
    const id = await this.#insert('chats', {
      channel_id: this.channel,
      external_id: external,
      kind: person === null ? 'group' : 'private',
      person_id: person,
      last_used_at: noon.toISOString(),
    });
    return { id, external, person };
  }

  /** Asks for one message; gives how many are new. Its key is new unless it is given. */
  put(to: Order['to'], order: Partial<Omit<Order, 'to'>> = {}): Promise<number> {
    this.#keys += 1;
    const usual = { kind: 'word', key: `${this.channel} ${this.#keys}`, payload: {}, priority: 1, due: noon } as const;
    return enqueue(this.db.store, [{ to, ...usual, ...order }], noon);
  }

  claim(at = this.#later(), limit = 100) {
    return claimOutbox(this.db.store, { channel: this.channel, holder: this.holder, limit }, at);
  }

  /** Claims what must be one row alone. */
  async claimOne(at = this.#later()): Promise<OutboxRow> {
    const { rows } = await this.claim(at);
    if (rows.length !== 1 || !rows[0]) throw new Error(`${rows.length} rows were claimed`);
    return rows[0];
  }

  begin(...rows: Held[]): Promise<number[]> {
    return advanceOutbox(this.db.store, this.holder, { settled: [], beginning: rows }, noon);
  }

  async settle(row: Held, end: End, at = noon): Promise<void> {
    await advanceOutbox(this.db.store, this.holder, { settled: [{ ...row, ...end }], beginning: [] }, at);
  }

  /** The whole way of one row: claimed, begun, ended so. */
  async ends(end: End, at = this.#later()): Promise<OutboxRow> {
    const row = await this.claimOne(at);
    await this.begin(row);
    await this.settle(row, end, at);
    return row;
  }

  sweep(at = noon): Promise<void> {
    return sweepOutbox(this.db.store, at);
  }

  async row(id: number): Promise<Written> {
    const { data } = await this.db.tables.from('outbox').select('*').eq('id', id).single();
    return written.parse(data);
  }

  /** How many rows of a chat are in each state. */
  async states(chat: SuiteChat): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const state of ['queued', 'claimed', 'sending', 'sent', 'failed', 'unknown', 'cancelled']) {
      const rows = this.db.tables.from('outbox').select('id', { count: 'exact', head: true });
      const { count } = await rows.eq('chat_id', chat.id).eq('state', state);
      if (count !== null && count > 0) counts[state] = count;
    }
    return counts;
  }

  /** The lease of a row runs out, as when its process was killed. */
  async leaseEnds(id: number): Promise<void> {
    await this.change('outbox', { lease_until: '2020-01-01T00:00:00Z' }, { id });
  }

  /** The chat's own pause is over. */
  async pauseEnds(chat: SuiteChat): Promise<void> {
    await this.change('lanes', { next_at: '2020-01-01T00:00:00Z', due_at: noon.toISOString() }, { chat_id: chat.id });
  }

  async change(table: string, values: Record<string, unknown>, where: Record<string, unknown>): Promise<void> {
    const { error } = await this.db.tables.from(table).update(values).match(where);
    if (error !== null) throw new Error(`${table} could not be changed: ${error.message}`);
  }

  /** When the account's and a chat's next message may go, on the database's clock. */
  async nextAt(chat: SuiteChat): Promise<{ account: number; chat: number; limited: number }> {
    const budget = await this.db.tables.from('budgets').select('*').eq('channel_id', this.channel).single();
    const lane = await this.db.tables.from('lanes').select('next_at').eq('chat_id', chat.id).single();
    const ms = (written: unknown) => Date.parse(String(written));
    const { next_at, limited_at } = z
      .looseObject({ next_at: z.string(), limited_at: z.string().nullable() })
      .parse(budget.data);
    return { account: ms(next_at), chat: ms(lane.data?.next_at), limited: ms(limited_at) };
  }

  #later(): Date {
    this.#seconds += 1;
    return later({ seconds: this.#seconds });
  }

  async #insert(table: string, values: Record<string, unknown>): Promise<number> {
    const { data, error } = await this.db.tables.from(table).insert(values).select('id').single();
    if (error !== null) throw new Error(`${table} took nothing: ${error.message}`);
    return idOf.parse(data).id;
  }
}
