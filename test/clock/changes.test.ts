import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Kind } from '../../src/calendar/kind.ts';
import { personalColumns } from '../../src/privacy/columns.ts';
import type { Day } from '../../src/rules/dates.ts';
import { forgetPerson } from '../../src/store/privacy.ts';
import { openScene } from './centre.ts';
import type { Scene } from './centre.ts';
import { at } from './world.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.world.close());

const rungs = (...days: number[]): Kind['ladder'] =>
  days.map((count) => ({ is: 'day', label: `${count > 0 ? '+' : ''}${count}d`, days: count, time: '10:00' }));

test('whoever leaves between planning and sending hears nothing, and nobody hears of them', async () => {
  await scene.lives('2026-11-15');
  await scene.plansOnly('2026-11-16', '09:00');
  const [row] = await scene.world.database.sql<
    { id: number }[]
  >`select id::int from memberships where person_id = ${scene.idOf('worker')}`;
  await scene.world.database.sql`select end_membership(${row?.id ?? 0}, ${scene.world.birge.now()})`;
  expect(scene.heard(await scene.lives('2026-11-16', '2026-11-22'), 'competence-self-assessment')).toEqual([
    'head 2026-11-16 10:00 +1d, by 2026-11-15',
    'region 2026-11-16 10:00 slip +1d of head, by 2026-11-15',
    'region 2026-11-22 10:00 slip +7d of head, by 2026-11-15',
  ]);
});

test('whoever is erased between planning and sending hears nothing, and nobody hears of them', async () => {
  await scene.lives('2026-11-15');
  await scene.plansOnly('2026-11-16', '09:00');
  await forgetPerson(scene.world.birge.store, scene.idOf('worker'), personalColumns, false, scene.world.birge.now());
  const sent = await scene.lives('2026-11-16', '2026-11-22');
  expect(sent.filter(({ person }) => person === scene.idOf('worker'))).toEqual([]);
  expect(scene.heard(sent, 'competence-self-assessment')).toEqual([
    'head 2026-11-16 10:00 +1d, by 2026-11-15',
    'region 2026-11-16 10:00 slip +1d of head, by 2026-11-15',
    'region 2026-11-22 10:00 slip +7d of head, by 2026-11-15',
  ]);
});

test('a ladder is shortened and lengthened at a restart: nothing is said twice, nothing is left out', async () => {
  const ladder = (...days: number[]) =>
    scene.world.restart(scene.calendarWith('competence-self-assessment', { ladder: rungs(...days) }));
  const worker = async (from: Day, until: Day) =>
    scene
      .heard(await scene.lives(from, until), 'competence-self-assessment')
      .filter((line) => line.startsWith('worker'));
  expect(await worker('2026-11-08', '2026-11-08')).toEqual(['worker 2026-11-08 10:00 -7d, by 2026-11-15']);
  await ladder(-7, 0);
  expect(await worker('2026-11-09', '2026-11-12')).toEqual([]);
  // A rung of two days ago is new: it is the newest that has come, and was not said.
  await ladder(-7, -5, -1, 0);
  expect(await worker('2026-11-13', '2026-11-13')).toEqual(['worker 2026-11-13 10:00 -5d, by 2026-11-15']);
  await ladder(-30, -7, -5, -1, 0, 1);
  expect(await worker('2026-11-14', '2026-11-18')).toEqual([
    'worker 2026-11-14 10:00 -1d, by 2026-11-15',
    'worker 2026-11-15 10:00 0d, by 2026-11-15',
    'worker 2026-11-16 10:00 +1d, by 2026-11-15',
  ]);
  await ladder(-30, -7, 1, 7);
  expect(await worker('2026-11-19', '2026-11-23')).toEqual(['worker 2026-11-22 10:00 +7d, by 2026-11-15']);
});

test('a kind that has left the calendar reminds nobody; when it is back it goes on', async () => {
  const { calendar } = scene.world.birge;
  await scene.lives('2026-11-12');
  await scene.world.tick(at('2026-11-14'));
  const kinds = new Map(calendar.kinds);
  kinds.delete('competence-self-assessment');
  await scene.world.restart({ ...calendar, kinds });
  const title = calendar.kinds.get('competence-self-assessment')?.title.en ?? '';
  expect((await scene.lives('2026-11-14')).filter(({ text }) => text.includes(title))).toEqual([]);
  await scene.world.restart(calendar);
  expect(scene.heard(await scene.lives('2026-11-15'), 'competence-self-assessment')).toEqual([
    'head 2026-11-15 10:00 0d, by 2026-11-15',
    'worker 2026-11-15 10:00 0d, by 2026-11-15',
  ]);
});

test('on a leap day: the last of February is the 29th, and a week after it is in March', async () => {
  const volunteer = { person: scene.idOf('volunteer'), organisation: scene.volunteers, role: 'volunteer' };
  await scene.lives('2028-02-01');
  await scene.world.records('agreement-signed', volunteer, '2028-02-01');
  const sent = await scene.lives('2028-02-22', '2028-02-28');
  await scene.world.tick(at('2028-02-29', '00:00'));
  sent.push(...(await scene.world.send(at('2028-02-29', '10:00'))));
  scene.world.turn(at('2028-02-29', '11:00'));
  await scene.world.records('agreement-signed', volunteer, '2028-02-29', { key: 'another' });
  sent.push(...(await scene.lives('2028-03-01', '2028-03-08')));
  expect([
    scene.heard(sent, 'team-meeting'),
    scene.heard(sent, 'volunteer-report'),
    scene.heard(sent, 'safety-briefing'),
  ]).toEqual([
    [
      'leader 2028-02-22 10:00 -7d, by 2028-02-29',
      'leader 2028-02-26 10:00 -3d, by 2028-02-29',
      'leader 2028-02-29 10:00 0d, by 2028-02-29',
      'leader 2028-03-02 10:00 +2d, by 2028-02-29',
    ],
    [
      'volunteer 2028-02-26 10:00 -3d, by 2028-02-29',
      'volunteer 2028-02-29 10:00 0d, by 2028-02-29',
      'volunteer 2028-03-02 10:00 +2d, by 2028-02-29',
    ],
    [
      'volunteer 2028-02-22 10:00 +1d, by 2028-02-08',
      'volunteer 2028-03-02 10:00 -5d, by 2028-03-07',
      'volunteer 2028-03-04 10:00 -3d, by 2028-03-07',
      'volunteer 2028-03-06 10:00 -1d, by 2028-03-07',
      'volunteer 2028-03-07 10:00 0d, by 2028-03-07',
      'volunteer 2028-03-08 10:00 +1d, by 2028-03-07',
    ],
  ]);
});

test('a role ends at midnight: on its last day it is reminded of, a minute later it is not', async () => {
  await scene.lives('2026-11-12');
  await scene.world.database
    .sql`update memberships set until_on = '2026-11-15' where person_id = ${scene.idOf('worker')}`;
  const sent = scene.heard(await scene.lives('2026-11-15', '2026-11-16'), 'competence-self-assessment');
  expect(sent.filter((line) => line.includes('worker'))).toEqual(['worker 2026-11-15 10:00 0d, by 2026-11-15']);
});
