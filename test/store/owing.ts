import type { FreshDatabase } from '../support/postgres.ts';
import { recordEvent } from '../../src/store/deadlines.ts';
import type { EventToRecord } from '../../src/store/deadlines.ts';
import { openPeriods, reviewMemberships, writeCalendar } from '../../src/store/obligations.ts';
import type { PeriodToOpen, Rule } from '../../src/store/obligations.ts';

/** A moment by the clocks of Almaty: `at('2026-11-15', '10:00')`. */
export const at = (day: string, time = '10:00'): Date => new Date(`${day}T${time}:00+05:00`);

/** A rung at ten o'clock, so many days from the due day. */
export const rung = (days: number): Rule['steps'][number] => ({
  audience: 'owner',
  step: `${days}d`,
  days,
  minute: 600,
  hours: null,
});

/** A rule of a career centre's workers; what is said stands in the place of the usual. */
export const rule = (kind: string, other: Partial<Rule> = {}): Rule => ({
  kind,
  hash: 'first',
  owner: 'person',
  role: 'worker',
  organisationKinds: ['career-centre'],
  having: null,
  dueEvent: null,
  fulfilledEvent: `${kind}-done`,
  fulfilledHours: null,
  fulfilledForm: null,
  tell: [],
  list: [],
  steps: [rung(-7), rung(1)],
  ...other,
});

/** A year's period, due on that day. */
export const year = (kind: string, dueOn: string): PeriodToOpen => ({
  kind,
  period: '2026',
  opensOn: '2026-01-01',
  dueOn,
  dueAt: null,
});

/** A career centre with people, and what they come to owe, below the program. */
export class Owing {
  readonly db: FreshDatabase;
  readonly centre: number;
  /** Who records what happens. */
  readonly #recorder: number;
  #people = 0;

  private constructor(db: FreshDatabase, centre: number, recorder: number) {
    this.db = db;
    this.centre = centre;
    this.#recorder = recorder;
  }

  static async open(db: FreshDatabase, rules: Rule[]): Promise<Owing> {
    await writeCalendar(db.store, rules);
    await db.sql`insert into channels (kind, account) values ('web', 'owing')`;
    const [made] = await db.sql<{ id: number }[]>`insert into organisations (kind, programme, name, made_at)
      values ('career-centre', 'mobility', '{"kk": "Centre"}', '2025-01-01') returning id::int`;
    const [recorder] = await db.sql<{ id: number }[]>`insert into people (name, language, created_at)
      values ('Recorder', 'kk', '2025-01-01') returning id::int`;
    return new Owing(db, made?.id ?? 0, recorder?.id ?? 0);
  }

  /** Somebody with a chat. */
  async somebody(): Promise<number> {
    this.#people += 1;
    const { sql } = this.db;
    const [made] = await sql<{ id: number }[]>`insert into people (name, language, created_at)
      values (${`Person ${this.#people}`}, 'ru', '2025-01-01') returning id::int`;
    const id = made?.id ?? 0;
    await sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
      select k.id, ${String(id)}, 'private', ${id}, '2026-01-01' from channels k where k.account = 'owing'`;
    return id;
  }

  /** From that day on somebody holds a role here, and what it brings is opened. Gives the membership. */
  async joins(person: number, role: string, from = '2026-01-01'): Promise<number> {
    const [made] = await this.db.sql<
      { id: number }[]
    >`insert into memberships (person_id, organisation_id, role, from_on)
      values (${person}, ${this.centre}, ${role}, ${from}) returning id::int`;
    await reviewMemberships(this.db.store, at(from));
    return made?.id ?? 0;
  }

  async leaves(membership: number, day: string): Promise<void> {
    await this.db.sql`select end_membership(${membership}, ${at(day)})`;
  }

  opens(periods: PeriodToOpen[], day: string): Promise<void> {
    return openPeriods(this.db.store, periods, at(day));
  }

  /** Records what happened, and gives its id. */
  async records(event: EventToRecord, due: { kind: string; dueOn: string }[] = []): Promise<number> {
    return recordEvent(this.db.store, event, due, this.#recorder, at(event.on));
  }

  /** Everything that was ever owed, in the order in which it was opened: `plan 2026-12-01 open`. */
  async owed(): Promise<string[]> {
    const rows = await this.db.sql<{ kind: string; due: string; closed: boolean; waits: boolean }[]>`
      select o.kind, o.due_on::text as due, o.closed_at is not null as closed, n.at is not null as waits
      from obligations o left join next_steps n on n.obligation_id = o.id order by o.id`;
    return rows.map(
      ({ kind, due, closed, waits }) => `${kind} ${due} ${closed ? 'closed' : 'open'}${waits ? ', reminds' : ''}`,
    );
  }
}
