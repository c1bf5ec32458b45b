import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { recordEvent, undoEvent } from '../../../src/store/deadlines.ts';
import type { EventToRecord } from '../../../src/store/deadlines.ts';
import { openPeriods, planNotices, reviewMemberships, writeCalendar } from '../../../src/store/obligations.ts';
import { advanceOutbox, claimOutbox } from '../../../src/store/outbox.ts';
import type { End, OutboxRow } from '../../../src/store/outbox.ts';
import { rules } from './obligation-rules.ts';
import { holder } from './targets.ts';
import type { Opened } from './targets.ts';

/** An obligation as the tests look at it. */
export interface Owed {
  id: number;
  kind: string;
  period: string;
  due: string;
  is: 'open' | 'fulfilled' | 'waived' | 'closed';
  /** Whether anything is still to be said of it. */
  waits: boolean;
}

/** A rung that was said to somebody, or is to be. */
export interface Said {
  step: string;
  due: string;
  state: string;
}

const owed = z.object({
  ...{ id: z.number(), kind: z.string(), period: z.string(), due_on: z.string() },
  ...{ fulfilled_at: z.string().nullable(), waived_at: z.string().nullable(), closed_at: z.string().nullable() },
});

/** Organisations, people and what they owe. */
export class ObligationScene {
  readonly db: Opened;
  readonly #holder = holder();

  private constructor(db: Opened) {
    this.db = db;
  }

  static async open(db: Opened): Promise<ObligationScene> {
    await writeCalendar(db.store, rules);
    return new ObligationScene(db);
  }

  organisation(kind = 'mobility-centre', parent: number | null = null): Promise<number> {
    const made = {
      kind,
      parent_id: parent,
      programme: 'mobility',
      name: { kk: 'Орын' },
      made_at: '2026-01-01T00:00:00Z',
    };
    return this.insert('organisations', made);
  }

  /** Somebody, with a private chat unless it is said otherwise. */
  async somebody(options: { chat?: boolean } = {}): Promise<number> {
    const person = await this.insert('people', { language: 'kk', created_at: '2026-01-01T00:00:00Z' });
    if (options.chat !== false) await this.chat(person);
    return person;
  }

  chat(person: number): Promise<number> {
    return this.insert('chats', {
      ...{ channel_id: this.db.channel, external_id: randomBytes(6).toString('hex'), kind: 'private' },
      ...{ person_id: person, last_used_at: '2026-01-01T00:00:00Z' },
    });
  }

  /** Gives a role from that day on; gives the membership. What it owes stands there after the next look. */
  member(
    person: number,
    organisation: number,
    role = 'worker',
    from = '2026-01-01',
    project: number | null = null,
  ): Promise<number> {
    const row = {
      person_id: person,
      organisation_id: organisation,
      project_id: project,
      role,
      from_on: from,
      until_on: null,
    };
    return this.insert('memberships', row);
  }

  /** Somebody who is a worker, in a centre of their own unless one is given. */
  async worker(centre?: number): Promise<{ person: number; centre: number; membership: number }> {
    const at = centre ?? (await this.organisation());
    const person = await this.somebody();
    return { person, centre: at, membership: await this.member(person, at) };
  }

  /** Makes somebody the mentor of another, or, with a later day, ends it. */
  async mentor(person: number, of: number): Promise<void> {
    const row = { person_id: person, role: 'mentor', about_kind: 'person', about_id: of, from_on: '2026-01-01' };
    await this.insert('assignments', row);
  }

  /** Opens a period of its own; gives its name. */
  async period(kind: string, dueOn: string, at: Date, more: { dueAt?: string; period?: string } = {}): Promise<string> {
    const period = more.period ?? randomBytes(4).toString('hex');
    const opened = { kind, period, opensOn: '2026-01-01', dueOn, dueAt: more.dueAt ?? null };
    await openPeriods(this.db.store, [opened], at);
    return period;
  }

  review(at: Date): Promise<void> {
    return reviewMemberships(this.db.store, at);
  }

  plan(at: Date): Promise<number> {
    return planNotices(this.db.store, at);
  }

  record(event: EventToRecord, at: Date, due: { kind: string; dueOn: string }[] = []): Promise<number> {
    const by = 'person' in event.of ? event.of.person : event.about?.person;
    if (by === null || by === undefined) throw new Error('somebody has to have recorded it');
    return recordEvent(this.db.store, event, due, by, at);
  }

  undo(event: number, by: number, at: Date): Promise<boolean> {
    return undoEvent(this.db.store, event, by, at);
  }

  /** What somebody owes, or an organisation does, in one period if it is given. */
  async owes(who: { person: number } | { organisation: number }, period?: string): Promise<Owed[]> {
    const column = 'person' in who ? 'person_id' : 'organisation_id';
    const id = 'person' in who ? who.person : who.organisation;
    const asked = this.db.tables.from('obligations').select('*').eq(column, id).order('id');
    const { data } = await (period === undefined ? asked : asked.eq('period', period));
    const rows = z.array(owed).parse(data);
    const ids = rows.map((row) => row.id);
    const steps = await this.db.tables.from('next_steps').select('obligation_id').in('obligation_id', ids);
    const waiting = new Set((steps.data ?? []).map(({ obligation_id }) => Number(obligation_id)));
    return rows.map(({ id: row, kind, period: of, due_on: due, ...ends }) => ({
      ...{ id: row, kind, period: of, due, waits: waiting.has(row) },
      is: ends.closed_at ? 'closed' : ends.waived_at ? 'waived' : ends.fulfilled_at ? 'fulfilled' : 'open',
    }));
  }

  /** The states of what somebody owes in a period. */
  async standing(who: { person: number } | { organisation: number }, period?: string): Promise<Owed['is'][]> {
    return (await this.owes(who, period)).map(({ is }) => is);
  }

  /** Everything that was or is to be said to somebody, in order. */
  async told(person: number): Promise<Said[]> {
    const { data } = await this.db.tables
      .from('notices')
      .select('*')
      .eq('recipient', person)
      .order('due_on')
      .order('step');
    const said = z.array(z.object({ step: z.string(), due_on: z.string(), state: z.string() })).parse(data);
    return said.map(({ step, due_on: due, state }) => ({ step, due, state }));
  }

  /** Somebody's letters: what kind, for when, and what became of it. */
  async letters(person: number): Promise<{ kind: string; due: Date; state: string }[]> {
    const { data } = await this.db.tables.from('outbox').select('*').eq('person_id', person).order('id');
    const rows = z.array(z.object({ kind: z.string(), due_at: z.coerce.date(), state: z.string() })).parse(data);
    return rows.map(({ kind, due_at: due, state }) => ({ kind, due, state }));
  }

  /** Claims everything due on the account, and ends what is this person's so; the rest goes back. */
  async claims(person: number, at: Date, end: End = { end: 'sent', messageId: 1 }): Promise<OutboxRow[]> {
    // Letters that other tests left over are given up on the way, and digests wait until these are planned anew.
    for (let rounds = 0; rounds < 4; rounds += 1) {
      const when = new Date(at.getTime() + rounds * 3_000);
      if (rounds > 0) await this.plan(when);
      const mine = await this.#claimsNow(person, when, end);
      if (mine.length > 0) return mine;
    }
    return [];
  }

  async #claimsNow(person: number, at: Date, end: End): Promise<OutboxRow[]> {
    const { rows } = await claimOutbox(
      this.db.store,
      { channel: this.db.channel, holder: this.#holder, limit: 100 },
      at,
    );
    const settled = rows.map((row) => ({
      id: row.id,
      token: row.token,
      ...(row.person === person ? end : { end: 'returned' as const }),
    }));
    const mine = rows.filter((row) => row.person === person);
    await advanceOutbox(this.db.store, this.#holder, { settled: [], beginning: mine }, at);
    await advanceOutbox(this.db.store, this.#holder, { settled, beginning: [] }, at);
    return mine;
  }

  async insert(table: string, values: Record<string, unknown>): Promise<number> {
    const [id = 0] = await this.insertAll(table, [values]);
    return id;
  }

  async insertAll(table: string, rows: Record<string, unknown>[]): Promise<number[]> {
    const { data, error } = await this.db.tables.from(table).insert(rows).select('id').order('id');
    if (error !== null) throw new Error(`${table} took nothing: ${error.message}`);
    return z
      .array(z.object({ id: z.number() }))
      .parse(data)
      .map(({ id }) => id);
  }

  async change(table: string, values: Record<string, unknown>, where: Record<string, unknown>): Promise<void> {
    const { error } = await this.db.tables.from(table).update(values).match(where);
    if (error !== null) throw new Error(`${table} could not be changed: ${error.message}`);
  }
}

/** A moment in Almaty, five hours before UTC. */
export const almaty = (written: string): Date => new Date(`${written.replace(' ', 'T')}:00+05:00`);
