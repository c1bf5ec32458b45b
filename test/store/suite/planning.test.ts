import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { advanceOutbox, claimOutbox } from '../../../src/store/outbox.ts';
import type { OutboxRow } from '../../../src/store/outbox.ts';
import { almaty, ObligationScene } from './obligation-scene.ts';
import { holder, targets } from './targets.ts';
import type { Opened } from './targets.ts';

const people = 1000;

describe.each(targets)('planning by several at once through $name', ({ open }) => {
  let db: Opened;
  let scene: ObligationScene;
  let everybody: number[];
  beforeEach(async () => {
    db = await open();
    scene = await ObligationScene.open(db);
    everybody = await crowd(almaty('2026-11-01 09:00'));
  });
  afterEach(() => db.close());

  /** Workers of one centre who owe two things each, in different bites of the planning. */
  async function crowd(at: Date): Promise<number[]> {
    const centre = await scene.organisation();
    const all: number[] = [];
    const created = { language: 'kk', created_at: at.toISOString() };
    for (let from = 0; from < people; from += 500) {
      const bite = await scene.insertAll(
        'people',
        Array.from({ length: 500 }, () => created),
      );
      const chat = { channel_id: db.channel, kind: 'private', last_used_at: at.toISOString() };
      const chats = bite.map((person_id) => ({ ...chat, person_id, external_id: randomBytes(8).toString('hex') }));
      await scene.insertAll('chats', chats);
      const role = { organisation_id: centre, role: 'worker', from_on: '2026-01-01' };
      await scene.insertAll(
        'memberships',
        bite.map((person_id) => ({ ...role, person_id })),
      );
      all.push(...bite);
    }
    await scene.period('suite-assessment', '2026-11-11', at);
    await scene.period('suite-assessment', '2026-11-15', at);
    return all;
  }

  /** Claims, begins and settles as one process does, and gives the letters it sent. */
  async function sends(at: Date, goesOn: () => boolean): Promise<OutboxRow[]> {
    const process = holder();
    const sent: OutboxRow[] = [];
    for (;;) {
      const { rows } = await claimOutbox(db.store, { channel: db.channel, holder: process, limit: 100 }, at);
      if (rows.length === 0 && !goesOn()) return sent;
      const begun = await advanceOutbox(db.store, process, { settled: [], beginning: rows }, at);
      expect(begun.toSorted((one, other) => one - other)).toEqual(
        rows.map(({ id }) => id).toSorted((one, other) => one - other),
      );
      const settled = rows.map((row) => ({ id: row.id, token: row.token, end: 'sent', messageId: row.id }) as const);
      await advanceOutbox(db.store, process, { settled, beginning: [] }, at);
      sent.push(...rows);
    }
  }

  const count = async (table: string, where: Record<string, unknown>): Promise<number> => {
    const { count: rows } = await db.tables.from(table).select('*', { count: 'exact', head: true }).match(where);
    return rows ?? 0;
  };
  /** Letters by how many obligations stand in them, of people and in all. */
  const tally = (letters: OutboxRow[]) => ({
    letters: letters.length,
    people: new Set(letters.map(({ person }) => person)).size,
    told: [...new Set(letters.map(({ notices }) => notices.length))],
  });

  test('2,000 obligations planned by two at once at midnight: everybody gets one digest with both', async () => {
    const night = almaty('2026-11-08 00:01');
    // A hosted database is shared by all tests: what others left there does not count, and is planned along.
    const [others, said] = [await count('notices', { state: 'planned' }), await count('notices', { state: 'sent' })];
    const planned = await Promise.all([scene.plan(night), scene.plan(night)]);
    const strangers = planned[0] + planned[1] - 2 * people;
    expect(others + said > 0 ? 0 : strangers).toBe(0);
    expect(await count('notices', { state: 'planned' })).toBe(others + strangers + 2 * people);
    expect(await scene.plan(night)).toBe(0);
    const letters = await sends(almaty('2026-11-08 10:00'), () => false);
    expect(tally(letters)).toEqual({ letters: people, people, told: [2] });
    expect(new Set(letters.map(({ person }) => person))).toEqual(new Set(everybody));
    expect(await count('notices', { state: 'sent' })).toBe(said + 2 * people);
  }, 120_000);

  test('woken at noon, while two others send: nobody gets half of it now and half of it tomorrow', async () => {
    const noon = almaty('2026-11-08 12:00');
    let planning = true;
    const steps = await count('next_steps', {});
    const plans = Promise.all([scene.plan(noon), scene.plan(noon)]).finally(() => {
      planning = false;
    });
    const during = await Promise.all([sends(noon, () => planning), sends(noon, () => planning), plans]);
    const after = await sends(almaty('2026-11-08 12:01'), () => false);
    expect(tally([...during[0], ...during[1], ...after])).toEqual({ letters: people, people, told: [2] });
    expect(await count('outbox', { kind: 'digest', channel_id: db.channel })).toBe(people);
    expect(steps).toBeGreaterThanOrEqual(2 * people);
    expect(await count('next_steps', {})).toBe(steps);
  }, 120_000);
});
