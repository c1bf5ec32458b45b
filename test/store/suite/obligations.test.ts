import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { waiveObligation } from '../../../src/store/deadlines.ts';
import { almaty, ObligationScene } from './obligation-scene.ts';
import { targets } from './targets.ts';
import type { Opened } from './targets.ts';

const today = almaty('2026-11-10 12:00');

describe.each(targets)('obligations through $name', ({ open }) => {
  let db: Opened;
  let scene: ObligationScene;
  beforeAll(async () => {
    db = await open();
    scene = await ObligationScene.open(db);
  });
  afterAll(() => db.close());

  const end = (membership: number, at = today) =>
    db.store.call('end_membership', { p_membership: membership, p_at: at.toISOString() }, z.object({ is: z.string() }));
  describe('who owes what', () => {
    test('a period opens for all who hold the role then, and for whoever joins while it lasts, once', async () => {
      const { person, centre } = await scene.worker();
      const period = await scene.period('suite-assessment', '2026-11-15', today);
      await scene.period('suite-assessment', '2026-11-15', today, { period });
      const [late, later, tooLate] = [await scene.somebody(), await scene.somebody(), await scene.somebody()];
      await scene.member(late, centre, 'worker', '2026-11-10');
      await scene.member(later, centre, 'worker', '2026-11-15');
      await scene.member(tooLate, centre, 'worker', '2026-11-16');
      const seen: unknown[] = [];
      for (const at of [today, almaty('2026-11-14 23:59'), almaty('2026-11-15 00:00'), almaty('2026-11-16 09:00')]) {
        await scene.review(at);
        const all = [person, late, later, tooLate];
        seen.push(await Promise.all(all.map(async (one) => (await scene.owes({ person: one }, period)).length)));
      }
      expect(seen).toEqual([
        [1, 1, 0, 0],
        [1, 1, 0, 0],
        [1, 1, 1, 0],
        [1, 1, 1, 0],
      ]);
    });

    test('another role and another sort of organisation owe nothing', async () => {
      const [centre, team] = [await scene.organisation(), await scene.organisation('movement-team')];
      const [mentor, leader] = [await scene.somebody(), await scene.somebody()];
      await scene.member(mentor, centre, 'mentor');
      await scene.member(leader, team, 'worker');
      const period = await scene.period('suite-assessment', '2026-11-15', today);
      expect([await scene.owes({ person: mentor }, period), await scene.owes({ person: leader }, period)]).toEqual([
        [],
        [],
      ]);
    });

    test('whoever leaves owes nothing any more, and whoever comes back owes it again', async () => {
      const { person, centre, membership } = await scene.worker();
      const period = await scene.period('suite-assessment', '2026-11-15', today);
      const [before] = await scene.owes({ person }, period);
      expect(await end(membership)).toEqual({ is: 'ended' });
      expect(await end(membership)).toEqual({ is: 'over' });
      const [left] = await scene.owes({ person }, period);
      await scene.member(person, centre, 'worker', '2026-11-12');
      await scene.review(almaty('2026-11-12 09:00'));
      expect([before, left, await scene.owes({ person }, period)]).toMatchObject([
        { is: 'open', waits: true },
        { is: 'closed', waits: false },
        [{ id: before?.id, is: 'open', waits: true }],
      ]);
    });

    test('a role that was given an end is released when its last day is over', async () => {
      const { person, membership } = await scene.worker();
      const period = await scene.period('suite-assessment', '2026-11-15', today);
      await scene.change('memberships', { until_on: '2026-11-12' }, { id: membership });
      const seen: unknown[] = [];
      for (const at of ['2026-11-12 23:59', '2026-11-13 00:00']) {
        await scene.review(almaty(at));
        seen.push(...(await scene.standing({ person }, period)));
      }
      expect(seen).toEqual(['open', 'closed']);
    });

    test('two roles owe twice, and one that ends takes its own with it', async () => {
      const { person, membership } = await scene.worker();
      const second = await scene.organisation();
      await scene.member(person, second);
      const period = await scene.period('suite-assessment', '2026-11-15', today);
      await end(membership);
      expect(await scene.standing({ person }, period)).toEqual(['closed', 'open']);
    });

    test('what an organisation owes stays as long as anybody holds the role for it', async () => {
      const organisation = await scene.organisation();
      const [one, two] = [await scene.somebody(), await scene.somebody()];
      const heads = [await scene.member(one, organisation, 'head'), await scene.member(two, organisation, 'head')];
      const period = await scene.period('suite-plan', '2026-11-20', today);
      const seen = [await scene.standing({ organisation }, period)];
      for (const head of heads) {
        await end(head);
        seen.push(await scene.standing({ organisation }, period));
      }
      expect(seen).toEqual([['open'], ['open'], ['closed']]);
    });

    test('what presupposes something is owed from when it happens, and as long as it stands', async () => {
      const organisation = await scene.organisation('volunteer-organisation');
      const person = await scene.somebody();
      await scene.member(person, organisation, 'volunteer');
      const period = await scene.period('suite-report', '2026-11-30', today);
      const agreed = (key: string) =>
        scene.record({ of: { person }, event: 'suite-agreed', about: { organisation }, key, on: '2026-11-01' }, today);
      const seen = [await scene.standing({ person }, period)];
      const first = await agreed('first');
      const second = await agreed('second');
      seen.push(await scene.standing({ person }, period));
      await scene.undo(first, person, today);
      seen.push(await scene.standing({ person }, period));
      await scene.undo(second, person, today);
      seen.push(await scene.standing({ person }, period));
      await agreed('first');
      seen.push(await scene.standing({ person }, period));
      expect(seen).toEqual([[], ['open'], ['open'], ['closed'], ['open']]);
    });

    test('“not mine” says nothing any more until it is taken back', async () => {
      const { person } = await scene.worker();
      const period = await scene.period('suite-assessment', '2026-11-15', today);
      const [{ id } = { id: 0 }] = await scene.owes({ person }, period);
      const seen: unknown[] = [];
      for (const waived of [true, true, false, false]) {
        const changed = await waiveObligation(db.store, id, person, waived, today);
        const [{ is, waits } = {}] = await scene.owes({ person }, period);
        seen.push([changed, is, waits]);
      }
      expect(seen).toEqual([
        [true, 'waived', false],
        [false, 'waived', false],
        [true, 'open', true],
        [false, 'open', true],
      ]);
    });
  });
});
