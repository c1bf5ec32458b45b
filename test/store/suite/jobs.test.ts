import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { claimJobs, settleJob, sweepInbox } from '../../../src/store/jobs.ts';
import { later, noon, targets } from './targets.ts';
import type { Opened } from './targets.ts';

describe.each(targets)('jobs through $name', ({ open }) => {
  let db: Opened;
  beforeAll(async () => {
    db = await open();
    await db.tables.from('jobs').delete().gte('id', 0);
  });
  afterAll(() => db.close());

  const plan = (kind: string, key: string, at = noon) =>
    db.store.call(
      'plan_job',
      { p_kind: kind, p_key: key, p_payload: { of: key }, p_due_at: at.toISOString() },
      z.object({ planned: z.boolean() }),
    );
  const claim = (at = noon) => claimJobs(db.store, 20, at);

  test('asking twice is asking once, as long as it is not done', async () => {
    const planned = [
      await plan('card', '1'),
      await plan('card', '1'),
      await plan('card', '2'),
      await plan('other', '1'),
    ];
    const jobs = await claim();
    expect(planned.map((one) => one.planned)).toEqual([true, false, true, true]);
    expect(jobs.map(({ kind, payload, tries }) => [kind, payload, tries])).toEqual([
      ['card', { of: '1' }, 1],
      ['card', { of: '2' }, 1],
      ['other', { of: '1' }, 1],
    ]);
    for (const job of jobs) await settleJob(db.store, job, { is: 'done' }, noon, noon);
    expect(await plan('card', '1')).toEqual({ planned: true });
    for (const job of await claim()) await settleJob(db.store, job, { is: 'done' }, noon, noon);
  });

  test('two processes that claim at once share the work and do nothing twice', async () => {
    for (let key = 10; key < 40; key += 1) await plan('shared', String(key));
    const claims = await Promise.all([claim(), claim(), claim()]);
    const ids = claims.flat().map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([30, 30]);
    expect(await claim()).toEqual([]);
    for (const job of claims.flat()) await settleJob(db.store, job, { is: 'done' }, noon, noon);
  });

  test('what is not due waits; what shall come again comes at its time; what failed does not come again', async () => {
    await plan('timed', 'a', later({ seconds: 60 }));
    expect(await claim(later({ seconds: 59 }))).toEqual([]);
    const [first] = await claim(later({ seconds: 60 }));
    if (!first) throw new Error('no job was due');
    await settleJob(db.store, first, { is: 'again', reason: 'not reached' }, later({ seconds: 120 }), noon);
    expect(await claim(later({ seconds: 119 }))).toEqual([]);
    const [second] = await claim(later({ seconds: 120 }));
    if (!second) throw new Error('it did not come again');
    expect(second.tries).toBe(2);
    await settleJob(db.store, second, { is: 'failed', reason: 'given up' }, noon, noon);
    expect(await claim(later({ days: 9 }))).toEqual([]);
  });

  test('whoever held a job too long settles it no more', async () => {
    await plan('late', 'a');
    const [slow] = await claim();
    if (!slow) throw new Error('no job was due');
    await db.tables.from('jobs').update({ lease_until: '2020-01-01T00:00:00Z' }).eq('id', slow.id);
    const [quick] = await claim();
    if (!quick) throw new Error('nobody took it over');
    await settleJob(db.store, slow, { is: 'failed', reason: 'late' }, noon, noon);
    await settleJob(db.store, quick, { is: 'done' }, noon, noon);
    const row = await db.tables.from('jobs').select('failed_at, reason, tries').eq('id', slow.id);
    expect(row.data).toEqual([{ failed_at: null, reason: null, tries: 2 }]);
  });

  test('finished jobs are kept thirty days', async () => {
    await plan('old', 'a');
    for (const job of await claim()) await settleJob(db.store, job, { is: 'done' }, noon, noon);
    const rows = async () => (await db.tables.from('jobs').select('kind').eq('kind', 'old')).data?.length;
    await sweepInbox(db.store, later({ days: 30 }));
    const kept = await rows();
    await sweepInbox(db.store, later({ days: 30, seconds: 1 }));
    expect([kept, await rows()]).toEqual([1, 0]);
  });
});
