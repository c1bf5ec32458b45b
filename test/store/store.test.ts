import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openStore, StoreError } from '../../src/store/store.ts';
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await db.sql
    .unsafe(`
    create function public.t_double(p_number bigint) returns jsonb language sql set search_path = ''
    as $$ select to_jsonb(p_number * 2) $$;
    create function public.t_refuse(p_phone text) returns jsonb language plpgsql set search_path = '' as $$
    begin raise unique_violation using message = 'already there', detail = p_phone; end $$;
    create function public.t_end() returns jsonb language sql security definer set search_path = ''
    as $$ select to_jsonb(pg_terminate_backend(pg_backend_pid())) $$;
    grant execute on function public.t_double, public.t_refuse, public.t_end to service_role;`)
    .simple();
});
afterAll(() => db.close());

const silent = pino({ level: 'silent' });

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof StoreError)) throw new Error('expected a StoreError', { cause: error });
  return [error.code, error.message, (error.cause as Error).message];
}

test('a call gives the checked answer and is counted', async () => {
  const before = db.store.requests();
  expect(await db.store.call('t_double', { p_number: 21 }, z.int())).toBe(42);
  expect(db.store.requests() - before).toBe(1);
});

test('failures are told apart, and none carries a value', async () => {
  const closed = openStore({ url: 'http://127.0.0.1:9', key: 'x', log: silent });
  const stranger = openStore({ url: db.url, key: 'wrong', fetch: db.fetch, log: silent });
  const gateway = (status: number): Promise<unknown> => {
    const fetch = async (): Promise<Response> => new Response('<html>', { status });
    return failureOf(openStore({ url: db.url, key: 'x', fetch, log: silent }).call('f', {}, z.unknown()));
  };
  expect([
    await failureOf(closed.call('t_double', { p_number: 1 }, z.int())),
    await failureOf(stranger.call('t_double', { p_number: 1 }, z.int())),
    await failureOf(db.store.call('t_end', {}, z.unknown())),
    await gateway(502),
    await gateway(500),
    await failureOf(db.store.call('t_refuse', { p_phone: '+77010000000' }, z.unknown())),
    await failureOf(db.store.call('t_double', { p_number: 'Айгерім' }, z.unknown())),
    await failureOf(db.store.call('t_double', { p_number: 1 }, z.object({ name: z.string() }))),
  ]).toEqual([
    ['away', 't_double: away (no answer)', 'TypeError: fetch failed'],
    ['refused', 't_double: refused (PGRST301)', 'Invalid API key'],
    ['away', 't_end: away (PGRST000)', 'HTTP 503'],
    ['away', 'f: away (HTTP 502)', 'HTTP 502'],
    ['failed', 'f: failed (HTTP 500)', 'no readable answer'],
    ['refused', 't_refuse: refused (23505)', 'already there'],
    ['refused', 't_double: refused (22P02)', 'a value does not fit its type'],
    ['failed', 't_double: failed (shape)', 'answer: invalid_type'],
  ]);
  expect(await db.store.call('t_double', { p_number: 2 }, z.int())).toBe(4);
});

test('a call that gives way in a deadlock is made again, three times at most', async () => {
  let asked = 0;
  const victims = (times: number) => async (): Promise<Response> => {
    asked += 1;
    if (asked > times) return Response.json(7);
    return Response.json({ code: '40P01', message: 'deadlock detected' }, { status: 500 });
  };
  const call = (times: number) => {
    asked = 0;
    return openStore({ url: db.url, key: 'x', fetch: victims(times), log: silent }).call('f', {}, z.int());
  };
  expect([await call(2), asked]).toEqual([7, 3]);
  expect([await failureOf(call(9)), asked]).toEqual([['failed', 'f: failed (40P01)', 'deadlock detected'], 3]);
});
