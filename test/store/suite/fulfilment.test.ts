import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { keepFormVersion } from '../../../src/store/form-versions.ts';
import { almaty, ObligationScene } from './obligation-scene.ts';
import { targets } from './targets.ts';
import type { Opened } from './targets.ts';

const today = almaty('2026-11-10 12:00');

describe.each(targets)('fulfilment through $name', ({ open }) => {
  let db: Opened;
  let scene: ObligationScene;
  beforeAll(async () => {
    db = await open();
    scene = await ObligationScene.open(db);
  });
  afterAll(() => db.close());

  const end = (membership: number, at = today) =>
    db.store.call('end_membership', { p_membership: membership, p_at: at.toISOString() }, z.object({ is: z.string() }));
  const differences = async (): Promise<number[]> => {
    const bite = z.object({ differences: z.array(z.number()), next: z.number().nullable() });
    const found: number[] = [];
    for (let after: number | null = 0; after !== null;) {
      const args: Record<string, unknown> = { p_after: after, p_limit: 500 };
      const seen = await db.store.call('check_obligations', args, bite);
      found.push(...seen.differences);
      after = seen.next;
    }
    return found;
  };

  describe('what fulfils it', () => {
    test('the event of that period and that place, and only as long as it stands', async () => {
      const { person, centre } = await scene.worker();
      const period = await scene.period('suite-assessment', '2026-11-15', today);
      const done = (key: string, organisation: number) =>
        scene.record(
          { of: { person }, event: 'suite-assessed', about: { organisation }, key, on: '2026-11-09' },
          today,
        );
      await done('2025', centre);
      await done(period, await scene.organisation());
      const before = await scene.owes({ person }, period);
      const event = await done(period, centre);
      const after = await scene.owes({ person }, period);
      expect([await scene.undo(event, person, today), await scene.undo(event, person, today)]).toEqual([true, false]);
      expect([...before, ...after, ...(await scene.owes({ person }, period))]).toMatchObject([
        { is: 'open', waits: true },
        { is: 'fulfilled', waits: false },
        { is: 'open', waits: true },
      ]);
    });

    test('40 hours of the year, whatever they come from; a revoked certificate opens it again', async () => {
      const { person, centre } = await scene.worker();
      // The year is the period: another kind of it is not opened by the other tests.
      await scene.period('suite-hours', '2026-12-31', today, { period: '2026' });
      await scene.review(today);
      const certificate = (key: string, hours: number, on: string) =>
        scene.record(
          { of: { person }, event: 'suite-certificate', about: { organisation: centre }, key, on, hours },
          today,
        );
      const seen: unknown[] = [];
      const standing = async () => {
        const [hours] = (await scene.owes({ person })).filter(({ kind }) => kind === 'suite-hours');
        seen.push([hours?.is, hours?.waits]);
      };
      await certificate('a', 39.5, '2026-03-01');
      await certificate('b', 20, '2025-12-31');
      await standing();
      const last = await certificate('c', 0.5, '2026-11-09');
      await standing();
      await scene.undo(last, person, today);
      await standing();
      await certificate('d', 12, '2026-11-10');
      await standing();
      expect(seen).toEqual([
        ['open', true],
        ['fulfilled', false],
        ['open', true],
        ['fulfilled', false],
      ]);
    });

    test('a form that was sent for that period; returned it is owed again', async () => {
      const organisation = await scene.organisation('volunteer-organisation');
      const person = await scene.somebody();
      await scene.member(person, organisation, 'volunteer');
      await scene.record({ of: { person }, event: 'suite-agreed', about: { organisation }, on: '2026-11-01' }, today);
      const periods = [
        await scene.period('suite-report', '2026-11-30', today),
        await scene.period('suite-report', '2026-12-31', today),
      ];
      const hash = 'd'.repeat(64);
      await keepFormVersion(db.store, { form: 'suite-report', hash, definition: {}, guards: [] }, today);
      const at = today.toISOString();
      const submission = await scene.insert('submissions', {
        ...{ owner_person: person, form: 'suite-report', form_hash: hash, period: periods[0] },
        ...{ opened_at: at, touched_at: at },
      });
      const seen: unknown[] = [];
      for (const status of ['submitted', 'returned', 'submitted', 'accepted', 'withdrawn']) {
        await scene.change('submissions', { status, submitted_at: at }, { id: submission });
        seen.push(await Promise.all(periods.map(async (period) => (await scene.standing({ person }, period))[0])));
      }
      expect(seen).toEqual(['fulfilled', 'open', 'fulfilled', 'fulfilled', 'open'].map((is) => [is, 'open']));
    });

    test('counted from an event: its day corrected moves it, undone closes it, recorded again opens it', async () => {
      const { person, centre, membership } = await scene.worker();
      const hired = (on: string, dueOn: string) =>
        scene.record({ of: { person }, event: 'suite-hired', about: { organisation: centre }, on }, today, [
          { kind: 'suite-adaptation', dueOn },
        ]);
      const event = await hired('2026-11-02', '2026-11-12');
      expect(await hired('2026-11-05', '2026-11-16')).toBe(event);
      const moved = await scene.owes({ person }, String(event));
      await scene.undo(event, person, today);
      const undone = await scene.owes({ person }, String(event));
      await hired('2026-11-05', '2026-11-16');
      const again = await scene.owes({ person }, String(event));
      await end(membership);
      expect([...moved, ...undone, ...again, ...(await scene.owes({ person }, String(event)))]).toMatchObject([
        { due: '2026-11-16', is: 'open', waits: true },
        { is: 'closed', waits: false },
        { due: '2026-11-16', is: 'open', waits: true },
        { is: 'closed', waits: false },
      ]);
    });

    test('the nightly comparison finds what disagrees with the facts, and nothing else', async () => {
      const [{ person }, other] = [await scene.worker(), await scene.worker()];
      const period = await scene.period('suite-assessment', '2026-11-15', today);
      const [mine] = await scene.owes({ person }, period);
      const before = await differences();
      await scene.change('obligations', { fulfilled_at: today.toISOString() }, { id: mine?.id });
      const event = await scene.record(
        {
          of: { person: other.person },
          event: 'suite-assessed',
          about: { organisation: other.centre },
          key: period,
          on: '2026-11-09',
        },
        today,
      );
      await scene.change('events', { undone_at: today.toISOString() }, { id: event });
      const [theirs] = await scene.owes({ person: other.person }, period);
      expect([before, await differences()]).toEqual([[], [mine?.id, theirs?.id]]);
      await scene.change('obligations', { fulfilled_at: null }, { id: mine?.id });
      await scene.change('obligations', { fulfilled_at: null }, { id: theirs?.id });
    });
  });
});
