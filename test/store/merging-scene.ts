import { personalColumns } from '../../src/privacy/columns.ts';
import { countDifferences } from '../../src/store/obligations.ts';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/postgres.ts';
import { at, Owing, rule } from './owing.ts';

const rules = [
  rule('report'),
  rule('hours', { fulfilledEvent: 'certificate', fulfilledHours: 40 }),
  rule('probation', { dueEvent: 'hired' }),
  rule('word', { role: 'mentor', dueEvent: 'mentor-named' }),
];

/** The moment in which two people become one. */
export const now = at('2026-06-01');

/** Two people who turn out to be one. */
export class Merging {
  readonly db: FreshDatabase;
  readonly owing: Owing;
  /** Who goes. */
  readonly from: number;
  /** Who stays. */
  readonly into: number;

  private constructor(db: FreshDatabase, owing: Owing, from: number, into: number) {
    this.db = db;
    this.owing = owing;
    this.from = from;
    this.into = into;
  }

  static async open(): Promise<Merging> {
    const db = await freshDatabase();
    const owing = await Owing.open(db, rules);
    return new Merging(db, owing, await owing.somebody(), await owing.somebody());
  }

  /** Both hold the role of a worker in the same centre. */
  async bothWork(): Promise<void> {
    for (const person of [this.from, this.into]) await this.owing.joins(person, 'worker');
  }

  /** Makes one of two; those of this scene unless others are given. */
  async merge(from = this.from, into = this.into): Promise<void> {
    const { sql } = this.db;
    await sql`select merge_people(${from}, ${into}, ${sql.json(personalColumns)}, ${now})`;
  }

  /** What the one who stays owes: `report 2026 fulfilled`. */
  async owed(): Promise<string[]> {
    const found = await this.db.sql<{ line: string }[]>`
      select kind || ' ' || period || ' ' || case when fulfilled_at is not null then 'fulfilled'
        when closed_at is not null then 'closed' when waived_at is not null then 'waived' else 'open' end as line
      from obligations where person_id = ${this.into} order by id`;
    return found.map(({ line }) => line);
  }

  /** Ends the test: what is owed must agree with the facts, as the nightly check wants it. */
  async close(): Promise<void> {
    const differences = await countDifferences(this.db.store);
    await this.db.close();
    if (differences > 0) throw new Error(`${differences} obligations say something else than the facts`);
  }
}

/** Rows as plain objects. */
export const rows = async (found: PromiseLike<readonly object[]>) => (await found).map((row) => ({ ...row }));
