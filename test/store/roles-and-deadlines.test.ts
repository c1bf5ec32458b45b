import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeTick, writeCalendar } from '../../src/store/obligations.ts';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/postgres.ts';
import { at, Owing, rule, rung, year } from './owing.ts';

let db: FreshDatabase;
beforeEach(async () => {
  db = await freshDatabase();
});
afterEach(() => db.close());

test('what a centre owes after an event waits for the next head', async () => {
  const owing = await Owing.open(db, [rule('plan', { owner: 'organisation', role: 'head', dueEvent: 'selected' })]);
  const first = await owing.joins(await owing.somebody(), 'head');
  const due = [{ kind: 'plan', dueOn: '2026-12-01' }];
  await owing.records({ of: { organisation: owing.centre }, event: 'selected', on: '2026-11-01' }, due);
  expect(await owing.owed()).toEqual(['plan 2026-12-01 open, reminds']);
  await owing.leaves(first, '2026-11-05');
  expect(await owing.owed()).toEqual(['plan 2026-12-01 closed']);
  // It has slipped meanwhile, and is owed all the same.
  await owing.joins(await owing.somebody(), 'head', '2026-12-03');
  expect(await owing.owed()).toEqual(['plan 2026-12-01 open, reminds']);
});

test('who comes back owes again what is counted from an event, unless it has slipped or was undone', async () => {
  const owing = await Owing.open(db, [rule('probation', { dueEvent: 'hired' }), rule('paper', { dueEvent: 'signed' })]);
  const worker = await owing.somebody();
  const held = await owing.joins(worker, 'worker');
  const of = { person: worker };
  const about = { organisation: owing.centre };
  await owing.records({ of, about, event: 'hired', on: '2026-11-01' }, [{ kind: 'probation', dueOn: '2026-12-01' }]);
  await owing.records({ of, about, event: 'hired', key: '#2', on: '2026-10-01' }, [
    { kind: 'probation', dueOn: '2026-11-06' },
  ]);
  const signed = await owing.records({ of, about, event: 'signed', on: '2026-11-01' }, [
    { kind: 'paper', dueOn: '2026-12-02' },
  ]);
  await owing.leaves(held, '2026-11-05');
  await db.sql`select undo_event(${signed}, null, ${at('2026-11-05')})`;
  await owing.joins(worker, 'worker', '2026-11-10');
  expect(await owing.owed()).toEqual([
    'probation 2026-12-01 open, reminds',
    'probation 2026-11-06 closed',
    'paper 2026-12-02 closed',
  ]);
});

test('a mentor owes nothing for a worker who has left, or who has another mentor now', async () => {
  const owing = await Owing.open(db, [rule('word', { role: 'mentor', dueEvent: 'mentor-named' })]);
  const [mentor, other] = [await owing.somebody(), await owing.somebody()];
  const [worker, second] = [await owing.somebody(), await owing.somebody()];
  for (const one of [mentor, other]) await owing.joins(one, 'mentor');
  const held = await owing.joins(worker, 'worker');
  await owing.joins(second, 'worker');
  const name = (person: number, about: number, on: string, dueOn: string) =>
    db.sql`select name_mentor(${db.sql.json({ person, event: 'mentor-named', aboutPerson: about, aboutOrganisation: owing.centre, on })},
      ${db.sql.json([{ kind: 'word', dueOn }])}, null, ${at(on)})`;
  await name(mentor, worker, '2026-11-01', '2026-12-01');
  await name(mentor, second, '2026-11-01', '2026-12-02');
  await owing.leaves(held, '2026-11-03');
  await name(other, second, '2026-11-05', '2026-12-05');
  expect(await owing.owed()).toEqual([
    'word 2026-12-01 closed',
    'word 2026-12-02 closed',
    'word 2026-12-05 open, reminds',
  ]);
});

test('a day that the calendar has moved moves what is open, for those who came later too', async () => {
  const owing = await Owing.open(db, [rule('assessment')]);
  await owing.joins(await owing.somebody(), 'worker');
  await owing.opens([year('assessment', '2026-11-15')], '2026-10-01');
  await owing.joins(await owing.somebody(), 'worker', '2026-10-02');
  await writeCalendar(db.store, [rule('assessment', { hash: 'second' })]);
  await owing.opens([year('assessment', '2026-12-15')], '2026-11-01');
  expect(await owing.owed()).toEqual(Array(2).fill('assessment 2026-12-15 open, reminds'));
});

test('what somebody has done who left is owed by nobody when it turns out not to be so', async () => {
  const owing = await Owing.open(db, [rule('assessment')]);
  const worker = await owing.somebody();
  const held = await owing.joins(worker, 'worker');
  await owing.opens([year('assessment', '2026-11-15')], '2026-10-01');
  const about = { organisation: owing.centre };
  const done = await owing.records({
    of: { person: worker },
    about,
    event: 'assessment-done',
    key: '2026',
    on: '2026-10-02',
  });
  await owing.leaves(held, '2026-10-05');
  expect(await owing.owed()).toEqual(['assessment 2026-11-15 open']);
  await db.sql`select undo_event(${done}, null, ${at('2026-10-06')})`;
  expect(await owing.owed()).toEqual(['assessment 2026-11-15 closed']);
});

test('what may not have arrived comes again in one line with what is new of the same deadline', async () => {
  const owing = await Owing.open(db, [rule('assessment', { steps: [rung(-7), rung(-3)] })]);
  await owing.joins(await owing.somebody(), 'worker');
  await owing.opens([year('assessment', '2026-11-15')], '2026-11-01');
  await db.sql`select plan_notices(500, ${at('2026-11-08', '00:01')})`;
  await db.sql`update outbox set state = 'unknown', settled_at = ${at('2026-11-08')}`;
  await db.sql`update notices set state = 'unknown'`;
  await db.sql`select plan_notices(500, ${at('2026-11-12', '00:01')})`;
  const said = await db.sql`select n.step, jsonb_array_length(notices_in(n.outbox_id)) as lines from notices n
    join outbox o on o.id = n.outbox_id and o.state = 'queued' order by n.step`;
  expect([...said]).toEqual([
    { step: '-3d', lines: 1 },
    { step: '-7d', lines: 1 },
  ]);
});

test('a clock that was ahead and is right again is not waited for', async () => {
  const asks = (moment: string) => takeTick(db.store, 'plan run', `plan:${moment}`, new Date(moment));
  expect(await asks('2031-01-01T00:00:00.000Z')).toBe(true);
  expect(await asks('2026-11-22T00:00:00.000Z')).toBe(true);
  expect(await asks('2026-11-22T00:00:00.000Z')).toBe(false);
  // Another process whose clock is a little behind does not run a second time.
  expect(await asks('2026-11-21T23:59:00.000Z')).toBe(false);
});
