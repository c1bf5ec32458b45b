import { afterEach, beforeEach, expect, test } from 'vitest';
import { planNotices } from '../../src/store/obligations.ts';
import { claimOutbox, enqueue } from '../../src/store/outbox.ts';
import type { FreshDatabase } from '../support/postgres.ts';
import { Merging, now, rows } from './merging-scene.ts';
import { at, year } from './owing.ts';

/* Two people turn out to be one: what they owe, and what is said of it. */

let scene: Merging;
let db: FreshDatabase;
let from: number;
let into: number;
beforeEach(async () => {
  scene = await Merging.open();
  ({ db, from, into } = scene);
});
afterEach(() => scene.close());

test.for([
  ['open', 'fulfilled', 'fulfilled'],
  ['fulfilled', 'open', 'fulfilled'],
  ['waived', 'open', 'open'],
  ['waived', 'closed', 'waived'],
  ['closed', 'open', 'open'],
  ['fulfilled', 'waived', 'fulfilled'],
  ['open', 'open', 'open'],
])('owed twice, %s and %s: it is owed once, %s', async ([goes, stays, then]) => {
  await scene.bothWork();
  await scene.owing.opens([year('report', '2026-12-01')], '2026-05-01');
  for (const [person, is] of [
    [from, goes],
    [into, stays],
  ] as const) {
    if (is === 'fulfilled')
      await scene.owing.records({
        of: { person },
        event: 'report-done',
        key: '2026',
        about: { organisation: scene.owing.centre },
        on: '2026-05-02',
      });
    if (is === 'waived')
      await db.sql`update obligations set waived_at = ${now}, waived_by = ${person} where person_id = ${person}`;
    if (is === 'closed') {
      await db.sql`update obligations set closed_at = ${now} where person_id = ${person}`;
      await db.sql`update memberships set until_on = '2026-05-30', released_at = ${now} where person_id = ${person}`;
    }
  }
  await scene.merge();
  expect(await scene.owed()).toEqual([`report 2026 ${then}`]);
  expect(await rows(db.sql`select 1 as waits from next_steps`)).toHaveLength(then === 'open' ? 1 : 0);
});

test('hours of both add up to what neither had alone; the same certificate counts once', async () => {
  await scene.bothWork();
  await scene.owing.opens([year('hours', '2026-12-01')], '2026-05-01');
  const certificate = (person: number, key: string, hours: number, on = '2026-05-02') =>
    scene.owing.records({ of: { person }, event: 'certificate', key, hours, on });
  await certificate(from, 'A', 20);
  await certificate(into, 'A', 20);
  await certificate(into, 'B', 15);
  await scene.merge();
  expect(await scene.owed()).toEqual(['hours 2026 open']);
  await certificate(into, 'C', 5);
  expect(await scene.owed()).toEqual(['hours 2026 fulfilled']);
});

test('hired as both: one event, and one probation counted from it, on the day recorded last', async () => {
  await scene.bothWork();
  const about = { organisation: scene.owing.centre };
  const hired = (person: number, on: string, dueOn: string) =>
    scene.owing.records({ of: { person }, about, event: 'hired', on }, [{ kind: 'probation', dueOn }]);
  const first = await hired(from, '2026-04-02', '2026-07-02');
  const second = await hired(into, '2026-04-01', '2026-07-01');
  await scene.owing.records({
    of: { person: from },
    about,
    event: 'probation-done',
    key: String(first),
    on: '2026-05-20',
  });
  await scene.merge();
  expect(await scene.owed()).toEqual([`probation ${second} fulfilled`]);
  expect(await rows(db.sql`select event, on_day::text, key from events order by event`)).toEqual([
    { event: 'hired', on_day: '2026-04-02', key: '' },
    { event: 'probation-done', on_day: '2026-05-20', key: String(second) },
  ]);
});

test('a mentor of oneself is none, and owes nothing for it; the mentor of both is it once', async () => {
  const mentor = await scene.owing.somebody();
  for (const one of [from, mentor]) await scene.owing.joins(one, 'mentor');
  await scene.bothWork();
  const name = (person: number, worker: number) =>
    db.sql`select name_mentor(${db.sql.json({ person, event: 'mentor-named', aboutPerson: worker, aboutOrganisation: scene.owing.centre, on: '2026-05-01' })},
      ${db.sql.json([{ kind: 'word', dueOn: '2026-08-01' }])}, null, ${now})`;
  await name(from, into);
  await scene.merge();
  expect(await rows(db.sql`select 1 from assignments`)).toEqual([]);
  expect((await scene.owed()).map((line) => line.replace(/\d+/, 'N'))).toEqual(['word N closed']);
  const again = await scene.owing.somebody();
  await scene.owing.joins(again, 'worker');
  await name(mentor, into);
  await name(mentor, again);
  await scene.merge(again);
  expect(await rows(db.sql`select person_id::int as mentor, about_id::int as worker from assignments`)).toEqual([
    { mentor, worker: into },
  ]);
  const word = await rows(
    db.sql`select about_person::int as worker, closed_at from obligations where person_id = ${mentor}`,
  );
  expect(word).toEqual([{ worker: into, closed_at: null }]);
});

test('what both were to be told is said once, and two digests of a day become one', async () => {
  await scene.bothWork();
  await db.sql`update notice_rules set in_force = kind = 'report'`;
  await scene.owing.opens([year('report', '2026-06-08')], '2026-05-01');
  await db.sql`insert into obligations (person_id, kind, about_organisation, period, due_on, opened_at)
    values (${from}, 'report', ${scene.owing.centre}, '2025', '2026-06-08', ${now})`;
  await db.sql`insert into next_steps select id, ${now} from obligations on conflict (obligation_id) do update set at = excluded.at`;
  await planNotices(db.store, now);
  const list = (person: number) =>
    ({ to: { person }, kind: 'list-picture', key: 'k', payload: {}, priority: 1, due: now }) as const;
  await enqueue(db.store, [list(from), list(into)], now);
  await scene.merge();
  expect(
    await rows(
      db.sql`select kind, state, count(*)::int as n from outbox where person_id = ${into} group by 1, 2 order by 1, 2`,
    ),
  ).toEqual([
    { kind: 'digest', state: 'cancelled', n: 1 },
    { kind: 'digest', state: 'queued', n: 1 },
    { kind: 'list-picture', state: 'cancelled', n: 1 },
    { kind: 'list-picture', state: 'queued', n: 1 },
  ]);
  const [channel] = await db.sql<{ id: number }[]>`select id::int from channels`;
  const { rows: claimed } = await claimOutbox(
    db.store,
    { channel: channel?.id ?? 0, holder: crypto.randomUUID(), limit: 9 },
    at('2026-06-01', '10:10'),
  );
  expect(
    claimed
      .find(({ kind }) => kind === 'digest')
      ?.notices.map(({ period }) => period)
      .toSorted(),
  ).toEqual(['2025', '2026']);
});
