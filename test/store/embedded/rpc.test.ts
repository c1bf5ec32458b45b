import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../support/postgres.ts';

const functions = `
  create function public.t_echo(p_json jsonb, p_text text default 'given', p_number bigint default 7, p_flag boolean default null,
    p_day date default null, p_at timestamptz default null, p_id uuid default null)
  returns jsonb language sql security invoker set search_path = '' as $$
    select jsonb_build_object('json', p_json, 'is_null', p_json is null, 'text', p_text, 'number', p_number, 'flag', p_flag,
      'day', p_day, 'at', p_at at time zone 'UTC', 'id', p_id, 'who', current_user)
  $$;
  create function public.t_nothing() returns jsonb language sql set search_path = '' as $$ select null::jsonb $$;
  create function public.t_raise(p_code text) returns jsonb language plpgsql set search_path = '' as $$
  begin raise exception 'no such rule' using errcode = p_code, detail = 'details', hint = 'a hint'; end $$;
  create function public.t_cast(p_day date) returns jsonb language sql set search_path = '' as $$ select to_jsonb(p_day) $$;
  create function public.t_closed() returns jsonb language sql set search_path = '' as $$ select '1'::jsonb $$;
  revoke all on function public.t_closed() from public, anon, authenticated, service_role;
  create function public.t_sleep() returns jsonb language sql set search_path = '' as $$ select to_jsonb(pg_sleep(1)::text) $$;
  grant execute on function public.t_echo, public.t_nothing, public.t_raise, public.t_cast, public.t_sleep to service_role;`;

type Answer = [status: number, body: unknown];

/**
 * Both ways of calling a function must answer alike. Two things lite does otherwise and no part of the program relies on:
 * it hides the code of a raised error (500 "SUP"), and a number given for jsonb arrives as a string.
 */
describe.each(['directly', 'lite'] as const)('a function called %s', (through) => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase(through === 'lite' ? { through } : {});
    await db.sql.unsafe(functions).simple();
  });
  afterAll(() => db.close());

  async function call(name: string, body: string, key = db.key): Promise<Answer> {
    const headers = { apikey: key, authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const answer = await db.fetch(`${db.url}/rest/v1/rpc/${name}`, { method: 'POST', headers, body });
    return [answer.status, await answer.json()];
  }

  test('gets values of every type as they were sent, and defaults for what was left out', async () => {
    const json = { text: 'Ә "quoted" \\ \n 😀', list: [1, 2.5, null, true], nested: { empty: {} } };
    const id = '0b0e7c3a-4f43-4ad1-a4a2-1d3a5d0f9c11';
    const base = {
      json,
      is_null: false,
      text: 'given',
      number: 7,
      flag: null,
      day: null,
      at: null,
      id: null,
      who: 'service_role',
    };
    expect([
      await call('t_echo', JSON.stringify({ p_json: json })),
      await call(
        't_echo',
        JSON.stringify({ p_json: 'a "string"', p_text: null, p_number: 9007199254740991, p_flag: true }),
      ),
      await call(
        't_echo',
        JSON.stringify({ p_json: [], p_day: '2028-02-29', p_at: '2026-11-22T01:00:00+05:00', p_id: id }),
      ),
      await call('t_nothing', '{}'),
    ]).toEqual([
      [200, base],
      [200, { ...base, json: 'a "string"', text: null, number: 9007199254740991, flag: true }],
      [200, { ...base, json: [], day: '2028-02-29', at: '2026-11-21T20:00:00', id }],
      [200, null],
    ]);
  });

  test('is not reached with a wrong key', async () => {
    expect((await call('t_nothing', '{}', 'sb_secret_wrong'))[0]).toBe(401);
    expect((await call('t_nothing', '{}', `${db.key}x`))[0]).toBe(401);
  });

  test('tells its errors like PostgREST', async () => {
    const code = ([status, body]: Answer): unknown => [status, (body as { code: string }).code];
    expect([
      code(await call('t_unknown', '{}')),
      code(await call('t_echo', '{"p_json": 1, "p_strange": 2}')),
      code(await call('t_cast', '{}')),
      code(await call('t_cast', '{"p_day": "2026-02-31"}')),
      code(await call('t_raise', '{"p_code": "23505"}')),
    ]).toEqual([
      [404, 'PGRST202'],
      [404, 'PGRST202'],
      [404, 'PGRST202'],
      [400, '22008'],
      [409, '23505'],
    ]);
  });
});

test('errors carry all that the database said, and a right is missed with 403', async () => {
  const db = await freshDatabase();
  await db.sql.unsafe(functions).simple();
  const call = async (name: string, body: string): Promise<Answer> => {
    const answer = await db.fetch(`${db.url}/rest/v1/rpc/${name}`, {
      method: 'POST',
      headers: { apikey: db.key },
      body,
    });
    return [answer.status, await answer.json()];
  };
  expect([
    await call('t_raise', '{"p_code": "P0001"}'),
    await call('t_raise', '{"p_code": "BG001"}'),
    await call('t_raise', '{"p_code": "PT418"}'),
    await call('t_closed', '{}'),
    await call('t_nothing', '{'),
  ]).toEqual([
    [400, { code: 'P0001', message: 'no such rule', details: 'details', hint: 'a hint' }],
    [400, { code: 'BG001', message: 'no such rule', details: 'details', hint: 'a hint' }],
    [418, { code: 'PT418', message: 'no such rule', details: 'details', hint: 'a hint' }],
    [403, { code: '42501', message: 'permission denied for function t_closed', details: null, hint: null }],
    [400, { code: 'PGRST102', message: 'Empty or invalid json', details: null, hint: null }],
  ]);
  await db.close();
});

test('a caller may give up, and a replaced function is found again', async () => {
  const db = await freshDatabase();
  await db.sql.unsafe(functions).simple();
  const init = { method: 'POST', headers: { apikey: db.key }, body: '{}' };
  const sleeping = db.fetch(`${db.url}/rest/v1/rpc/t_sleep`, { ...init, signal: AbortSignal.timeout(150) });
  await expect(sleeping).rejects.toThrow('The operation was aborted due to timeout');

  const one = await (
    await db.fetch(`${db.url}/rest/v1/rpc/t_cast`, { ...init, body: '{"p_day":"2026-01-01"}' })
  ).json();
  await db.sql
    .unsafe(`drop function public.t_cast(date);
    create function public.t_cast(p_month text) returns jsonb language sql set search_path = '' as $$ select to_jsonb(p_month) $$`)
    .simple();
  const two = await (
    await db.fetch(`${db.url}/rest/v1/rpc/t_cast`, { ...init, body: '{"p_day":"2026-01-01"}' })
  ).json();
  const three = await (await db.fetch(`${db.url}/rest/v1/rpc/t_cast`, { ...init, body: '{"p_month":"05"}' })).json();
  expect([one, (two as { code: string }).code, three]).toEqual(['2026-01-01', '42883', '05']);
  await db.close();
});
