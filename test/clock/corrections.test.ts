import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Day } from '../../src/rules/dates.ts';
import { undoEvent, waiveObligation } from '../../src/store/deadlines.ts';
import { openScene } from './centre.ts';
import type { Scene } from './centre.ts';
import { at } from './world.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.world.close());

const assessed = (person: number, on: Day): Promise<number> =>
  scene.world.records('competences-self-assessed', { person, organisation: scene.centre }, on, { key: '2026' });

test('a certificate is revoked and the hours fall below 40: they are owed again, and the newest rung is told', async () => {
  const whose = { person: scene.idOf('worker'), organisation: scene.centre };
  await scene.lives('2026-12-01');
  await scene.world.records('certificate', whose, '2026-03-10', { key: 'A', hours: 24 });
  const revoked = await scene.world.records('certificate', whose, '2026-12-05', { key: 'B', hours: 16 });
  expect(
    scene
      .heard(await scene.lives('2026-12-16', '2026-12-20'), 'forty-hours')
      .filter((line) => line.startsWith('worker')),
  ).toEqual([]);
  scene.world.turn(at('2026-12-20', '18:30'));
  await undoEvent(scene.world.birge.store, revoked, scene.idOf('head'), scene.world.birge.now());
  const later = scene.heard(await scene.lives('2026-12-21', '2026-12-25'), 'forty-hours');
  expect(later.filter((line) => line.startsWith('worker'))).toEqual([
    'worker 2026-12-21 10:00 -14d, by 2026-12-31',
    'worker 2026-12-24 10:00 -7d, by 2026-12-31',
  ]);
});

test('a report is returned: it is owed again', async () => {
  await scene.world.restart(scene.calendarWith('leader-weekly-report', { fulfilled: { form: 'weekly-report' } }));
  await scene.lives('2026-11-09');
  const status = async (day: Day, to: string) => {
    scene.world.turn(at(day, '12:00'));
    await scene.world.database.sql`update submissions set status = ${to}, touched_at = ${at(day, '12:00')},
      submitted_at = ${at(day, '12:00')}`;
  };
  await scene.world.database
    .sql`insert into form_versions (form, hash, definition, guards, first_seen_at) values ('weekly-report', 'h', '{}', '[]', '2026-01-01')`;
  await scene.world.database
    .sql`insert into submissions (owner_person, form, form_hash, period, status, opened_at, touched_at)
    values (${scene.idOf('leader')}, 'weekly-report', 'h', '2026-W46', 'draft', '2026-11-09', '2026-11-09')`;
  await status('2026-11-12', 'submitted');
  expect(scene.heard(await scene.lives('2026-11-13', '2026-11-14'), 'leader-weekly-report')).toEqual([]);
  await status('2026-11-14', 'returned');
  expect(scene.heard(await scene.lives('2026-11-15'), 'leader-weekly-report')).toEqual([
    'leader 2026-11-15 18:00 0d 18:00, by 2026-11-15',
  ]);
  await status('2026-11-15', 'submitted');
  await status('2026-11-15', 'accepted');
  expect(scene.heard(await scene.lives('2026-11-16'), 'leader-weekly-report')).toEqual([]);
});

test('a hiring day is corrected: 15 working days move, and what was planned with the wrong day is not sent', async () => {
  const hired = (on: Day) =>
    scene.world.records('hired', { person: scene.idOf('worker'), organisation: scene.centre }, on);
  await scene.lives('2026-03-01');
  scene.world.turn(at('2026-03-02', '12:00'));
  const event = await hired('2026-03-02');
  // Without 9 March and Nauryz with its substitutes (23 to 25 March) 15 working days after 2 March end on the 27th.
  expect(scene.heard(await scene.lives('2026-03-12', '2026-03-23'), 'adaptation-training')).toEqual([
    'worker 2026-03-13 10:00 -14d, by 2026-03-27',
    'worker 2026-03-20 10:00 -7d, by 2026-03-27',
  ]);
  // Planned at midnight for ten; corrected at nine.
  await scene.plansOnly('2026-03-24', '09:00');
  expect(await hired('2026-03-10')).toBe(event);
  expect(scene.heard(await scene.lives('2026-03-24', '2026-04-04'), 'adaptation-training')).toEqual([
    'head 2026-04-04 10:00 slip +1d of worker, by 2026-04-03',
    'worker 2026-03-24 10:00 -14d, by 2026-04-03',
    'worker 2026-03-27 10:00 -7d, by 2026-04-03',
    'worker 2026-03-31 10:00 -3d, by 2026-04-03',
    'worker 2026-04-02 10:00 -1d, by 2026-04-03',
    'worker 2026-04-03 10:00 0d, by 2026-04-03',
    'worker 2026-04-04 10:00 +1d, by 2026-04-03',
  ]);
});

test('the assessment is undone after the due day: both hear of it once, by the newest rung', async () => {
  await scene.lives('2026-11-08');
  scene.world.turn(at('2026-11-10', '12:00'));
  const event = await assessed(scene.idOf('worker'), '2026-11-10');
  expect(
    scene
      .heard(await scene.lives('2026-11-14', '2026-11-17'), 'competence-self-assessment')
      .filter((line) => !line.includes('head')),
  ).toEqual([]);
  scene.world.turn(at('2026-11-25', '15:00'));
  await undoEvent(scene.world.birge.store, event, scene.idOf('head'), scene.world.birge.now());
  const after = scene.heard(await scene.lives('2026-11-26', '2026-11-30'), 'competence-self-assessment');
  expect(after.filter((line) => line.startsWith('worker') || line.includes('of worker'))).toEqual([
    'head 2026-11-26 10:00 slip +7d of worker, by 2026-11-15',
    'worker 2026-11-26 10:00 +1d, by 2026-11-15',
  ]);
});

test('done between planning and sending: nothing comes; undone on the same day: it comes after all', async () => {
  await scene.lives('2026-11-12');
  await scene.plansOnly('2026-11-14', '09:59');
  const event = await assessed(scene.idOf('worker'), '2026-11-14');
  const onThatDay = scene.heard(await scene.lives('2026-11-14'), 'competence-self-assessment');
  expect(onThatDay).toEqual(['head 2026-11-14 10:00 -1d, by 2026-11-15']);
  scene.world.turn(at('2026-11-14', '19:00'));
  await undoEvent(scene.world.birge.store, event, scene.idOf('head'), scene.world.birge.now());
  await scene.world.tick(at('2026-11-14', '19:01'));
  // The day's digest is over: it comes with the next one, and once, though a rung of that day has come by then.
  const next = scene.heard(await scene.lives('2026-11-15'), 'competence-self-assessment');
  expect(next.filter((line) => line.startsWith('worker'))).toHaveLength(1);
});

test('“not mine” between planning and sending, and taken back: nothing is lost and nothing comes twice', async () => {
  await scene.lives('2026-11-12');
  await scene.plansOnly('2026-11-14', '08:00');
  const [owed] = await scene.world.database.sql<{ id: number }[]>`
    select id::int from obligations where person_id = ${scene.idOf('worker')} and kind = 'competence-self-assessment'`;
  const waive = (waived: boolean) =>
    waiveObligation(scene.world.birge.store, owed?.id ?? 0, scene.idOf('worker'), waived, scene.world.birge.now());
  expect(await waive(true)).toBe(true);
  expect(scene.heard(await scene.lives('2026-11-14'), 'competence-self-assessment')).toEqual([
    'head 2026-11-14 10:00 -1d, by 2026-11-15',
  ]);
  expect(await waive(false)).toBe(true);
  expect(
    scene
      .heard(await scene.lives('2026-11-15', '2026-11-16'), 'competence-self-assessment')
      .filter((line) => line.startsWith('worker')),
  ).toEqual(['worker 2026-11-15 10:00 0d, by 2026-11-15', 'worker 2026-11-16 10:00 +1d, by 2026-11-15']);
});
