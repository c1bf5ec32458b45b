import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { waiveObligation } from '../../../src/store/deadlines.ts';
import { keepFormVersion } from '../../../src/store/form-versions.ts';
import { almaty, ObligationScene } from './obligation-scene.ts';
import { targets } from './targets.ts';
import type { Opened } from './targets.ts';

const morning = almaty('2026-11-08 00:01');
const ten = (day: string): Date => almaty(`2026-11-${day} 10:00`);

describe.each(targets)('what is planned and then sent through $name', ({ open }) => {
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
    const [{ id } = { id: 0 }] = await scene.owes({ person: worker.person }, period);
    return { ...worker, period, id };
  }
  const assess = ({ person, centre, period }: Awaited<ReturnType<typeof owes>>, at: Date) =>
    scene.record(
      { of: { person }, event: 'suite-assessed', about: { organisation: centre }, key: period, on: '2026-11-08' },
      at,
    );

  describe('what happens between planning and sending', () => {
    test.each([
      ['fulfilled', (one: Awaited<ReturnType<typeof owes>>) => assess(one, morning)],
      [
        'waived',
        (one: Awaited<ReturnType<typeof owes>>) => waiveObligation(db.store, one.id, one.person, true, morning),
      ],
      [
        'closed',
        ({ membership }: Awaited<ReturnType<typeof owes>>) =>
          db.store.call('end_membership', { p_membership: membership, p_at: morning.toISOString() }, z.unknown()),
      ],
    ])('%s: it is not said', async (_, happens) => {
      const one = await owes();
      await scene.plan(morning);
      await happens(one);
      expect(await scene.claims(one.person, ten('08'))).toEqual([]);
      expect([await scene.letters(one.person), await scene.told(one.person)]).toMatchObject([
        [{ state: 'cancelled' }],
        [{ state: 'dropped' }],
      ]);
    });

    test('one of two fulfilled: the digest tells of the other alone', async () => {
      const one = await owes();
      await scene.period('suite-assessment', '2026-11-11', morning);
      await scene.plan(morning);
      await assess(one, morning);
      const letters = await scene.claims(one.person, ten('08'));
      expect(letters.map(({ notices }) => notices.map(({ dueOn }) => dueOn))).toEqual([['2026-11-11']]);
    });

    test('a hiring date corrected: the old rung is not said, the new day’s is', async () => {
      const { person, centre } = await scene.worker();
      const hired = (on: string, dueOn: string) =>
        scene.record({ of: { person }, event: 'suite-hired', about: { organisation: centre }, on }, morning, [
          { kind: 'suite-adaptation', dueOn },
        ]);
      await hired('2026-11-01', '2026-11-11');
      await scene.plan(morning);
      await hired('2026-11-03', '2026-11-13');
      const before = await scene.claims(person, ten('08'));
      await scene.plan(almaty('2026-11-10 00:01'));
      const [letter] = await scene.claims(person, ten('10'));
      expect([before, letter?.notices.map(({ dueOn, step }) => [dueOn, step])]).toEqual([[], [['2026-11-13', '-3d']]]);
      // Moved back to a day whose rungs are over: the newest of them once.
      await hired('2026-10-30', '2026-11-09');
      await scene.plan(almaty('2026-11-10 12:00'));
      await scene.plan(almaty('2026-11-11 00:01'));
      const letters = [
        ...(await scene.claims(person, almaty('2026-11-10 12:00'))),
        ...(await scene.claims(person, ten('11'))),
      ];
      expect(letters.flatMap(({ kind, notices }) => notices.map(({ dueOn, step }) => [kind, dueOn, step]))).toEqual([
        ['reminder', '2026-11-09', '+1d'],
      ]);
    });

    test('what is undone is owed again: the next rung comes, none a second time', async () => {
      const one = await owes();
      await scene.plan(morning);
      await scene.claims(one.person, ten('08'));
      const event = await assess(one, ten('09'));
      await scene.plan(almaty('2026-11-09 12:00'));
      await scene.undo(event, one.person, ten('10'));
      await scene.plan(almaty('2026-11-10 12:00'));
      expect(await scene.claims(one.person, almaty('2026-11-10 12:00'))).toEqual([]);
      await scene.plan(almaty('2026-11-12 00:01'));
      expect((await scene.claims(one.person, ten('12'))).map(({ notices }) => notices[0]?.step)).toEqual(['-3d']);
    });

    test('in doubt: not repeated by itself, but told of again in the next digest', async () => {
      const one = await owes();
      await scene.plan(morning);
      await scene.claims(one.person, ten('08'), { end: 'in-doubt', reason: 'HTTP 500' });
      const during = await scene.told(one.person);
      await scene.plan(ten('09'));
      expect(await scene.claims(one.person, ten('09'))).toEqual([]);
      await scene.period('suite-assessment', '2026-11-13', ten('09'));
      await scene.plan(almaty('2026-11-10 00:01'));
      const [letter] = await scene.claims(one.person, ten('10'));
      expect([during[0]?.state, letter?.notices.map(({ dueOn, step }) => [dueOn, step])]).toEqual([
        'unknown',
        [
          ['2026-11-13', '-3d'],
          ['2026-11-15', '-7d'],
        ],
      ]);
      expect((await scene.told(one.person)).map(({ state }) => state)).toEqual(['sent', 'sent']);
    });

    test('somebody in the middle of a form is not interrupted, for an hour at most', async () => {
      const { person } = await owes();
      await scene.plan(morning);
      const hash = 'e'.repeat(64);
      await keepFormVersion(db.store, { form: 'suite-busy', hash, definition: {}, guards: [] }, morning);
      const answers = async (at: Date) => {
        const row = { owner_person: person, form: 'suite-busy', form_hash: hash };
        await scene.change('submissions', { touched_at: at.toISOString() }, row);
      };
      await scene.insert('submissions', {
        ...{ owner_person: person, form: 'suite-busy', form_hash: hash },
        ...{ opened_at: morning.toISOString(), touched_at: almaty('2026-11-08 09:50').toISOString() },
      });
      const seen: unknown[] = [];
      for (let minute = 0; minute <= 60; minute += 1) {
        const at = new Date(ten('08').getTime() + minute * 60_000);
        if (minute % 10 === 0) await answers(at);
        if ((await scene.claims(person, at)).length > 0) seen.push(minute);
      }
      expect(seen).toEqual([60]);
    });

    test('a quarter of an hour after the last answer it comes', async () => {
      const { person } = await owes();
      await scene.plan(morning);
      const hash = 'f'.repeat(64);
      await keepFormVersion(db.store, { form: 'suite-busy', hash, definition: {}, guards: [] }, morning);
      await scene.insert('submissions', {
        ...{ owner_person: person, form: 'suite-busy', form_hash: hash },
        ...{ opened_at: morning.toISOString(), touched_at: almaty('2026-11-08 09:50').toISOString() },
      });
      const at = (minute: string) => scene.claims(person, almaty(`2026-11-08 10:${minute}`));
      expect([(await at('00')).length, (await at('04')).length, (await at('05')).length]).toEqual([0, 0, 1]);
    });
  });
});
