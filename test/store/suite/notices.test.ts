import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { almaty, ObligationScene } from './obligation-scene.ts';
import { targets } from './targets.ts';
import type { Opened } from './targets.ts';

const morning = almaty('2026-11-08 00:01');
const ten = (day: string): Date => almaty(`2026-11-${day} 10:00`);

describe.each(targets)('notices through $name', ({ open }) => {
  let db: Opened;
  let scene: ObligationScene;
  beforeAll(async () => {
    db = await open();
    scene = await ObligationScene.open(db);
  });
  afterAll(() => db.close());

  /** A worker who owes the assessment by that day, in a period of their own. */
  async function owes(dueOn = '2026-11-15', at = morning) {
    const worker = await scene.worker();
    const period = await scene.period('suite-assessment', dueOn, at);
    return { ...worker, period };
  }

  describe('which rung is said when', () => {
    test('each rung once, in one digest at its hour, however often it is planned', async () => {
      const { person } = await owes();
      const seen: unknown[] = [];
      for (const at of [
        '2026-11-07 23:59',
        '2026-11-08 00:00',
        '2026-11-08 23:00',
        '2026-11-12 00:00',
        '2026-11-15 00:01',
      ]) {
        for (let twice = 0; twice < 2; twice += 1) await scene.plan(almaty(at));
        seen.push((await scene.letters(person)).length);
        const [, day = ''] = /-(\d\d) /.exec(at) ?? [];
        await scene.claims(person, ten(day));
      }
      expect(seen).toEqual([0, 1, 1, 2, 3]);
      expect(await scene.letters(person)).toEqual(
        ['08', '12', '15'].map((day) => ({ kind: 'digest', due: ten(day), state: 'sent' })),
      );
      expect(await scene.told(person)).toEqual(
        ['-3d', '-7d', '0d'].map((step) => ({ step, due: '2026-11-15', state: 'sent' })),
      );
    });

    test('two that fall due on one day come in one digest', async () => {
      const { person, centre } = await owes();
      const second = await scene.period('suite-assessment', '2026-11-11', morning);
      await scene.plan(morning);
      const [letter, ...others] = await scene.claims(person, ten('08'));
      expect([
        letter?.notices.map(({ dueOn, step, own, organisation }) => [dueOn, step, own, organisation]),
        others,
      ]).toEqual([
        [
          ['2026-11-11', '-3d', true, centre],
          ['2026-11-15', '-7d', true, centre],
        ],
        [],
      ]);
      expect(await scene.owes({ person }, second)).toHaveLength(1);
    });

    test('asleep from 1 to 20 November: one digest, with the newest rung of each', async () => {
      const one = await owes('2026-11-15', almaty('2026-11-01 09:00'));
      await scene.period('suite-assessment', '2026-11-20', almaty('2026-11-01 09:00'));
      await scene.period('suite-assessment', '2026-11-23', almaty('2026-11-01 09:00'));
      await scene.plan(almaty('2026-11-20 11:20'));
      const letters = await scene.claims(one.person, almaty('2026-11-20 11:20'));
      expect(letters.map(({ notices }) => notices.map(({ dueOn, step }) => [dueOn, step]))).toEqual([
        [
          ['2026-11-15', '0d'],
          ['2026-11-20', '0d'],
          ['2026-11-23', '-3d'],
        ],
      ]);
      await scene.plan(almaty('2026-11-20 11:21'));
      expect(await scene.claims(one.person, almaty('2026-11-20 12:00'))).toEqual([]);
    });

    test('hours before: a message of its own each, only the newest, none when it has begun', async () => {
      const [team, person] = [await scene.organisation('movement-team'), await scene.somebody()];
      await scene.member(person, team, 'leader');
      const dueAt = '2026-11-14T15:00:00+05:00';
      const period = await scene.period('suite-session', '2026-11-14', morning, { dueAt });
      const seen: unknown[] = [];
      for (const at of ['2026-11-13 14:59', '2026-11-13 15:00', '2026-11-14 14:00']) {
        await scene.plan(almaty(at));
        seen.push((await scene.claims(person, almaty(at))).map(({ kind, notices }) => [kind, notices[0]?.step]));
      }
      expect(seen).toEqual([[], [['reminder', '-24h']], [['reminder', '-1h']]]);
      const missed = await scene.somebody();
      await scene.member(missed, team, 'leader');
      await scene.review(almaty('2026-11-14 15:00'));
      await scene.plan(almaty('2026-11-14 15:00'));
      expect([await scene.standing({ person: missed }, period), await scene.told(missed)]).toEqual([['open'], []]);
    });

    test('a slip tells the nearest head and the mentor, nobody else', async () => {
      const region = await scene.organisation('mobility-centre');
      const centre = await scene.organisation('mobility-centre', region);
      const { person } = await scene.worker(centre);
      const names = ['above', 'beside', 'mentor', 'other'] as const;
      const [above, beside, mentor, other] = await Promise.all(names.map(() => scene.somebody()));
      if (!above || !beside || !mentor || !other) throw new Error('somebody is missing');
      await scene.member(above, region, 'head');
      await scene.member(beside, await scene.organisation('mobility-centre', region), 'head');
      for (const one of [mentor, other]) await scene.member(one, centre, 'mentor');
      await scene.mentor(mentor, person);
      await scene.period('suite-assessment', '2026-11-07', almaty('2026-11-06 09:00'));
      await scene.plan(morning);
      const told = async () =>
        Promise.all(
          [person, above, beside, mentor, other].map(async (one) => (await scene.told(one)).map(({ step }) => step)),
        );
      expect(await told()).toEqual([['0d'], ['slip +1d'], [], ['slip +1d'], []]);
      // A head of one's own is nearer than the one above.
      const near = await scene.somebody();
      await scene.member(near, centre, 'head');
      await scene.period('suite-assessment', '2026-11-07', almaty('2026-11-06 09:00'));
      await scene.plan(morning);
      expect([(await scene.told(near)).length, (await told())[1]]).toEqual([1, ['slip +1d']]);
    });

    test('what an organisation owes is said to all who hold the role for it', async () => {
      const organisation = await scene.organisation();
      const heads = [await scene.somebody(), await scene.somebody()];
      for (const head of heads) await scene.member(head, organisation, 'head');
      const period = await scene.period('suite-plan', '2026-11-09', morning);
      await scene.plan(morning);
      expect(await Promise.all(heads.map(async (head) => (await scene.told(head)).map(({ step }) => step)))).toEqual([
        ['-1d'],
        ['-1d'],
      ]);
      await scene
        .record(
          {
            of: { organisation },
            event: 'suite-planned',
            about: { person: heads[0] ?? 0 },
            key: period,
            on: '2026-11-08',
          },
          morning,
        )
        .catch(() => undefined);
    });

    test('somebody without a chat hears nothing, and hears the next rung when they have one', async () => {
      const person = await scene.somebody({ chat: false });
      await scene.member(person, await scene.organisation());
      await scene.period('suite-assessment', '2026-11-15', morning);
      await scene.plan(morning);
      const before = [await scene.told(person), await scene.letters(person)];
      await scene.chat(person);
      await scene.plan(almaty('2026-11-12 00:01'));
      expect([before, (await scene.claims(person, ten('12'))).length, await scene.told(person)]).toEqual([
        [[{ step: '-7d', due: '2026-11-15', state: 'dropped' }], []],
        1,
        [
          { step: '-3d', due: '2026-11-15', state: 'sent' },
          { step: '-7d', due: '2026-11-15', state: 'dropped' },
        ],
      ]);
    });
  });
});
