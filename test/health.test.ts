import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { healthOf, serveHealth } from '../src/health.ts';
import { noteTick } from '../src/store/obligations.ts';
import { enqueue, priorities } from '../src/store/outbox.ts';
import { StoreError } from '../src/store/store-error.ts';
import type { Store } from '../src/store/store.ts';
import { idOf, newcomer } from './dialogues/people/scene.ts';
import { openStage } from './support/dialogue.ts';
import type { Stage } from './support/dialogue.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** What `GET /health` answers on this stage, with another database if that is given. */
async function asked(other: { store?: Store; awaited?: Map<'telegram', string> } = {}, within?: number) {
  const app = new Hono();
  serveHealth(app, healthOf({ ...stage.running.birge, ...other }, within));
  const response = await app.request('/health');
  return { status: response.status, said: (await response.json()) as Record<string, unknown> };
}

/** A database that answers every call in this way. */
const databaseThat = (call: () => Promise<never>): Store => ({ call, requests: () => 0 });

test('it tells how sending and planning go, and nobody can learn from it who is meant', async () => {
  const { birge } = stage.running;
  await newcomer(stage, { id: 70_077, name: 'Marya' });
  await noteTick(birge.store, 'plan', {}, new Date(birge.now().getTime() - 12_000));
  await noteTick(birge.store, 'check', { differences: 2 }, birge.now());
  const order = { kind: 'catch-up', payload: {}, priority: priorities.notice };
  const due = new Date(birge.now().getTime() - 300_000);
  const to = { person: await idOf(stage, 70_077) };
  await enqueue(birge.store, [{ ...order, to, key: 'waits', due }], birge.now());
  await stage.database.sql`
    insert into outbox (channel_id, chat_id, kind, key, priority, wanted_at, due_at, state, reason, settled_at)
    select channel_id, id, 'catch-up', 'failed', 1, ${due}, ${due}, 'failed', 'Bad Request: chat 70077 not found', ${due} from chats`;
  const { status, said } = await asked();
  expect([status, said]).toEqual([
    200,
    {
      ok: true,
      database: { ms: expect.any(Number) as number },
      channels: [{ kind: 'telegram', state: 'on' }],
      queues: [
        {
          kind: 'telegram',
          queued: 1,
          underWay: 0,
          unknown: 0,
          failed: 1,
          oldestSeconds: 300,
          lastMinute: 0,
        },
      ],
      inbox: 0,
      jobs: expect.any(Number) as number,
      plannedSecondsAgo: 12,
      late: false,
      differences: 2,
      unconfirmedYear: null,
    },
  ]);
  expect(JSON.stringify(said)).not.toMatch(/70077|Marya|Request/);
});

test('a messenger that is away is told of, and is no bad health; the reason stays inside', async () => {
  const { status, said } = await asked({ awaited: new Map([['telegram', 'no way to 10.0.0.1']]) });
  expect([status, said['ok'], said['channels']]).toEqual([
    200,
    true,
    [
      { kind: 'telegram', state: 'on' },
      { kind: 'telegram', state: 'waiting' },
    ],
  ]);
  expect(JSON.stringify(said)).not.toContain('10.0.0.1');
});

test('without its database Birge is not well, whether that refuses or is silent', async () => {
  const refuses = databaseThat(() => Promise.reject(StoreError.of('read_status', 0, { code: '', message: 'gone' })));
  const silent = databaseThat(() => new Promise(() => {}));
  expect(await asked({ store: refuses })).toEqual({ status: 503, said: { ok: false } });
  expect(await asked({ store: silent }, 20)).toEqual({ status: 503, said: { ok: false } });
});

test('many who ask at once cost the database one look', async () => {
  const { store } = stage.running.birge;
  const before = store.requests();
  const health = healthOf(stage.running.birge);
  await Promise.all([health(), health(), health()]);
  expect(store.requests() - before).toBe(1);
  await health();
  expect(store.requests() - before).toBe(2);
});
