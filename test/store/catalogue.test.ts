import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type postgres from 'postgres';
import { z } from 'zod';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/postgres.ts';

/*
 * What must hold for everything that migrations make, read from the database's own catalogue. Once as the migrations leave
 * it, once after @supabase/lite has worked on it, which grants generously by itself.
 */

/** The only functions that may look at a clock: those that count leases and sending slots, which processes share. */
const leases =
  'hold_channel take_talk close_talk release_talk renew_talks sweep_talks claim_jobs claim_outbox advance_outbox settle_message sweep_outbox advance_lanes claim_progress'.split(
    ' ',
  );
const strangers = ['public', 'anon', 'authenticated'];
const tableRights = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'];

interface Right {
  thing: string;
  who: string;
  allowed: string;
}

/** Who can do what on tables, views, sequences and functions, asked of the database as it would decide. */
async function rightsOf(sql: postgres.Sql | postgres.TransactionSql, who: string[]): Promise<Right[]> {
  return await sql<Right[]>`
    with roles as (select unnest(${who}::text[]) as who),
    things as (
      select c.oid, c.relname::text as thing, case when c.relkind = 'S' then 'S' else 'r' end as kind from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p', 'f', 'S')
      union all
      select p.oid, p.proname::text, 'f' from pg_proc p where p.pronamespace = 'public'::regnamespace
    )
    select thing, who, r.allowed from things cross join roles
    cross join lateral unnest(case kind when 'r' then ${tableRights}::text[] when 'S' then array['USAGE', 'SELECT', 'UPDATE']
      else array['EXECUTE'] end) as r (allowed)
    where case kind
      when 'r' then has_table_privilege(who, oid, r.allowed) or (r.allowed in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
        and has_any_column_privilege(who, oid, r.allowed))
      when 'S' then has_sequence_privilege(who, oid, r.allowed)
      else has_function_privilege(who, oid, r.allowed) end
    order by 1, 2, 3`;
}

async function counted(sql: postgres.Sql): Promise<Record<string, unknown> | undefined> {
  const [row] = await sql`
    select (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') as tables,
      (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S') as sequences,
      (select count(*)::int from pg_proc where pronamespace = 'public'::regnamespace) as functions`;
  return row;
}

describe.each(['as the migrations leave it', 'after lite has worked on it'])('the catalogue %s', (state) => {
  let db: FreshDatabase;
  let sql: postgres.Sql;
  beforeAll(async () => {
    db = await freshDatabase(state.startsWith('after') ? { through: 'lite' } : {});
    sql = db.sql;
    if (!state.startsWith('after')) return;
    await db.store.call('open_channel', { p_kind: 'web', p_account: 'x' }, z.unknown());
    const rest = await db.fetch(`${db.url}/rest/v1/people?select=id`, { headers: { apikey: db.key } });
    if (rest.status !== 200) throw new Error(`lite answered ${rest.status}`);
  });
  afterAll(() => db.close());

  test('row level security is on for every table, and no policy opens it', async () => {
    expect(
      await sql`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
    ).toEqual([]);
    expect(await sql`select polname from pg_policy`).toEqual([]);
  });

  test('strangers have no right on anything, the service role on everything it needs', async () => {
    expect(await rightsOf(sql, strangers)).toEqual([]);
    const count = await counted(sql);
    const service = await rightsOf(sql, ['service_role']);
    const having = (right: string) => service.filter((one) => one.allowed === right).length;
    const { tables = 0, sequences = 0, functions = 0 } = count as Record<string, number>;
    expect([tables > 20, sequences > 10, functions > 50]).toEqual([true, true, true]);
    expect(
      ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'EXECUTE', 'USAGE', 'TRUNCATE'].map((right) => [right, having(right)]),
    ).toEqual([
      ['SELECT', tables + sequences],
      ['INSERT', tables],
      ['UPDATE', tables + sequences],
      ['DELETE', tables],
      ['EXECUTE', functions],
      ['USAGE', sequences],
      ['TRUNCATE', 0],
    ]);
  });

  test('a right that is given is seen, also for a single column', async () => {
    await sql.begin(async (open) => {
      await open`grant select (name) on people to anon`;
      await open`grant execute on function public.roles_of(bigint, date) to public`;
      expect(await rightsOf(open, strangers)).toEqual([
        { thing: 'people', who: 'anon', allowed: 'SELECT' },
        ...strangers.toSorted().map((who) => ({ thing: 'roles_of', who, allowed: 'EXECUTE' })),
      ]);
      await open`revoke select (name) on people from anon`;
      await open`revoke execute on function public.roles_of(bigint, date) from public`;
    });
  });

  test('a table or function of a later migration is closed too', async () => {
    await sql.begin(async (later) => {
      await later`set local role birge_owner`;
      await later`create table public.later (id bigint generated always as identity primary key)`;
      await later`create function public.later() returns jsonb language sql as 'select null::jsonb'`;
      await later`reset role`;
      expect((await rightsOf(later, strangers)).filter(({ thing }) => thing.startsWith('later'))).toEqual([]);
      await later`drop table public.later`;
      await later`drop function public.later()`;
    });
  });

  test('everything is owned by the role without superuser that ran the migrations', async () => {
    expect(
      await sql`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relowner <> 'birge_owner'::regrole
      union all
      select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proowner <> 'birge_owner'::regrole`,
    ).toEqual([]);
    expect(
      await sql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'birge_owner'`,
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
    expect(
      await sql`
      select has_schema_privilege(who, 'public', 'create') as may_create from unnest(array['anon', 'authenticated', 'service_role']) who`,
    ).toEqual([{ may_create: false }, { may_create: false }, { may_create: false }]);
  });

  test('every function runs with the rights of its caller and finds nothing by a search path', async () => {
    expect(
      await sql`
      select proname from pg_proc where pronamespace = 'public'::regnamespace
        and (prosecdef or proconfig is distinct from array['search_path=""'])`,
    ).toEqual([]);
  });

  test('business time is an argument: no function looks at a clock but those that count leases', async () => {
    const clocks = await sql<{ name: string; clock: string }[]>`
      select distinct p.proname as name, lower(m[1]) as clock from pg_proc p
      cross join lateral regexp_matches(p.prosrc,
        '\\m(now\\s*\\(|current_date|current_time\\M|current_timestamp|localtimestamp|localtime\\M|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)', 'gi') m
      where p.pronamespace = 'public'::regnamespace order by 1`;
    expect(clocks).toEqual(leases.toSorted().map((name) => ({ name, clock: 'clock_timestamp' })));
    expect(
      await sql`
      select c.relname, a.attname from pg_attrdef d join pg_class c on c.oid = d.adrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = d.adnum
      where c.relnamespace = 'public'::regnamespace and pg_get_expr(d.adbin, d.adrelid) ~* '(now\\(|current_|clock_)'`,
    ).toEqual([]);
  });

  test('functions take named arguments of the agreed types and give one jsonb', async () => {
    expect(
      await sql`
      select p.proname, n.name, format_type(t.oid, null) as type
      from pg_proc p cross join lateral unnest(p.proargtypes::oid[]) with ordinality as t (oid, at)
      left join lateral unnest(p.proargnames) with ordinality as n (name, at) on n.at = t.at
      where p.pronamespace = 'public'::regnamespace and (n.name is null or n.name not like 'p\\_%' or format_type(t.oid, null) not in
        ('text', 'bigint', 'integer', 'boolean', 'date', 'timestamp with time zone', 'uuid', 'jsonb'))`,
    ).toEqual([]);
    // Parts of other functions, which nobody calls from outside.
    expect(
      await sql`
      select proname, format_type(prorettype, null) as gives, proretset from pg_proc
      where pronamespace = 'public'::regnamespace and (prorettype <> 'jsonb'::regtype or proretset or proallargtypes is not null)
      order by 1`,
    ).toEqual([
      { proname: 'as_merged', gives: 'bigint', proretset: false },
      { proname: 'awake_at', gives: 'timestamp with time zone', proretset: false },
      { proname: 'best_chat', gives: 'bigint', proretset: false },
      { proname: 'forget_head', gives: 'trigger', proretset: false },
      { proname: 'forget_letter', gives: 'trigger', proretset: false },
      { proname: 'fulfilled_on', gives: 'date', proretset: false },
      { proname: 'hand_over_promises', gives: 'trigger', proretset: false },
      { proname: 'holds_role', gives: 'boolean', proretset: false },
      { proname: 'holds_role_at', gives: 'boolean', proretset: false },
      { proname: 'is_due_to_forget', gives: 'boolean', proretset: false },
      { proname: 'is_filling', gives: 'boolean', proretset: false },
      { proname: 'keep_promise', gives: 'trigger', proretset: false },
      { proname: 'kept_until', gives: 'timestamp with time zone', proretset: false },
      { proname: 'label_cycle', gives: 'integer', proretset: false },
      { proname: 'mark_action_done', gives: 'trigger', proretset: false },
      { proname: 'may_announce', gives: 'boolean', proretset: false },
      { proname: 'may_fill', gives: 'boolean', proretset: false },
      { proname: 'people_path', gives: 'text', proretset: false },
      { proname: 'posts_left', gives: 'integer', proretset: false },
      { proname: 'project_about', gives: 'bigint', proretset: false },
      { proname: 'projects_in', gives: 'projects', proretset: true },
      { proname: 'release_project', gives: 'trigger', proretset: false },
      { proname: 'rung_at', gives: 'timestamp with time zone', proretset: false },
      { proname: 'settle_assessment', gives: 'trigger', proretset: false },
      { proname: 'settle_submission', gives: 'trigger', proretset: false },
      { proname: 'talk_is_held', gives: 'boolean', proretset: false },
    ]);
    expect(
      await sql`
      select proname from pg_proc where pronamespace = 'public'::regnamespace group by 1 having count(*) > 1`,
    ).toEqual([]);
  });

  test('moments know their zone, and keys are bigint', async () => {
    expect(
      await sql`
      select c.relname, a.attname, format_type(a.atttypid, null) as type
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (
        a.atttypid in ('timestamp'::regtype, 'time'::regtype, 'timetz'::regtype, 'json'::regtype, 'varchar'::regtype)
        or (a.attidentity <> '' and a.atttypid <> 'bigint'::regtype))`,
    ).toEqual([]);
  });

  test('every foreign key has an index that begins with its columns', async () => {
    expect(
      await sql`
      select c.conrelid::regclass::text as table, c.conname from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
        select 1 from pg_index i where i.indrelid = c.conrelid and i.indpred is null
          and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] @> c.conkey
          and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] <@ c.conkey)
      order by 1, 2`,
    ).toEqual([]);
  });
});
