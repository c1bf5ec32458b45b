-- Moving everything to another database: export, import, and the upgrade of Postgres by both.
-- The list of tables comes from the catalogue, so that no table is ever forgotten.

-- Every table with its key, its columns and what it refers to; the program puts them into an order.
create function public.export_tables() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'name', c.relname,
    'key', (
      select coalesce(jsonb_agg(a.attname order by k.n), '[]')
      from pg_catalog.pg_constraint p
      cross join unnest(p.conkey) with ordinality as k (attnum, n)
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where p.conrelid = c.oid and p.contype = 'p'
    ),
    'columns', (
      select coalesce(jsonb_agg(a.attname order by a.attnum), '[]')
      from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    ),
    'references', (
      select coalesce(jsonb_agg(jsonb_build_object('table', r.relname, 'nullable', o.nullable) order by f.conname), '[]')
      from pg_catalog.pg_constraint f
      join pg_catalog.pg_class r on r.oid = f.confrelid
      -- A reference can wait for its target if one of its columns may be empty meanwhile.
      cross join lateral (
        select coalesce(jsonb_agg(a.attname order by a.attnum) filter (where not a.attnotnull), '[]') as nullable
        from pg_catalog.pg_attribute a
        where a.attrelid = c.oid and a.attnum = any (f.conkey)
      ) o
      where f.conrelid = c.oid and f.contype = 'f'
    )
  ) order by c.relname), '[]')
  from pg_catalog.pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
$$;

-- At most p_limit rows that follow p_after (the key columns of the last row read; null for the first page), by key.
-- A column without a value is left out of its row: null in a row is the JSON null that a jsonb column can hold.
create function public.export_rows(p_table text, p_after jsonb, p_limit int) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_table jsonb;
  v_key text;
  v_row text;
  v_rows jsonb;
begin
  select t into v_table from jsonb_array_elements(public.export_tables()) t where t ->> 'name' = p_table;
  select string_agg(format('%I', k.name), ', ' order by k.n) into v_key
  from jsonb_array_elements_text(v_table -> 'key') with ordinality as k (name, n);
  select string_agg(
    format('case when t.%1$I is null then ''{}'' else jsonb_build_object(%1$L, t.%1$I) end', c.name), ' || ' order by c.n
  ) into v_row
  from jsonb_array_elements_text(v_table -> 'columns') with ordinality as c (name, n);
  if v_key is null then
    raise exception 'no table of this name with a primary key';
  end if;
  execute format(
    'select coalesce(jsonb_agg(%3$s), ''[]'') from (
       select * from public.%1$I
       where $1 is null or (%2$s) > (select %2$s from jsonb_populate_record(null::public.%1$I, $1))
       order by %2$s limit $2
     ) t',
    p_table, v_key, v_row
  ) into v_rows using p_after, least(p_limit, 500);
  return v_rows;
end
$$;

-- Adds rows as they were exported, numbers of identity columns included, and fills only the columns named: what was not
-- exported gets its default, and columns that refer to later rows wait for import_late.
create function public.import_rows(p_table text, p_columns jsonb, p_rows jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_columns text;
  v_values text;
  v_count bigint;
begin
  select string_agg(format('%I', a.attname), ', ' order by a.attnum),
    string_agg(format(case a.atttypid when 'jsonb'::regtype then 'e -> %L' else 'r.%I' end, a.attname), ', ' order by a.attnum)
  into v_columns, v_values
  from pg_catalog.pg_class c
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = p_table and p_columns ? a.attname;
  if v_columns is null then
    raise exception 'no table of this name with such columns';
  end if;
  execute format(
    'insert into public.%1$I (%2$s) overriding system value
     select %3$s from jsonb_array_elements($1) e cross join lateral jsonb_populate_record(null::public.%1$I, e) r',
    p_table, v_columns, v_values
  ) using p_rows;
  get diagnostics v_count = row_count;
  return to_jsonb(v_count);
end
$$;

-- Fills the columns that import_rows left empty.
create function public.import_late(p_table text, p_rows jsonb, p_late jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_set text;
  v_match text;
  v_count bigint;
begin
  select string_agg(format('%1$I = r.%1$I', c.name), ', ') into v_set
  from jsonb_array_elements(public.export_tables()) t
  cross join jsonb_array_elements_text(t -> 'columns') as c (name)
  where t ->> 'name' = p_table and p_late ? c.name;
  select string_agg(format('t.%1$I = r.%1$I', k.name), ' and ') into v_match
  from jsonb_array_elements(public.export_tables()) t
  cross join jsonb_array_elements_text(t -> 'key') as k (name)
  where t ->> 'name' = p_table;
  if v_set is null or v_match is null then
    raise exception 'no table of this name with such columns';
  end if;
  execute format(
    'update public.%1$I t set %2$s from jsonb_populate_recordset(null::public.%1$I, $1) r where %3$s',
    p_table, v_set, v_match
  ) using p_rows;
  get diagnostics v_count = row_count;
  return to_jsonb(v_count);
end
$$;

-- Lets every identity column go on after the highest number that was imported.
create function public.import_sequences() returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_column record;
  v_next bigint;
  v_count int := 0;
begin
  for v_column in
    select c.relname, a.attname
    from pg_catalog.pg_class c
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity <> ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  loop
    execute format('select coalesce(max(%I), 0) + 1 from public.%I', v_column.attname, v_column.relname) into v_next;
    perform pg_catalog.setval(
      pg_catalog.pg_get_serial_sequence(format('public.%I', v_column.relname), v_column.attname)::regclass, v_next, false
    );
    v_count := v_count + 1;
  end loop;
  return to_jsonb(v_count);
end
$$;

revoke all on function public.export_tables(), public.export_rows(text, jsonb, int), public.import_rows(text, jsonb, jsonb),
  public.import_late(text, jsonb, jsonb), public.import_sequences() from public, anon, authenticated;
grant execute on function public.export_tables(), public.export_rows(text, jsonb, int), public.import_rows(text, jsonb, jsonb),
  public.import_late(text, jsonb, jsonb), public.import_sequences() to service_role;

-- Setting a sequence takes this right, and it is wanted on those of later migrations too.
grant update on all sequences in schema public to service_role;
alter default privileges in schema public grant update on sequences to service_role;
