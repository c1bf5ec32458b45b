-- What a database of hosted Supabase has before the first migration, for the embedded one and the tests.
-- Run as superuser in the new database; repeating it changes nothing. Passwords are set by the program.

do $$
begin
  -- Roles belong to the whole server: two databases prepared at the same time must not make them twice.
  perform pg_advisory_xact_lock(20261122);

  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then
    create role authenticated nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'service_role') then
    create role service_role nologin noinherit bypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticator') then
    create role authenticator login noinherit;
    grant anon, authenticated, service_role to authenticator;
    -- Hosted ends long requests after this time.
    alter role authenticator set statement_timeout = '8s';
  end if;
  if not exists (select from pg_roles where rolname = 'birge_owner') then
    create role birge_owner login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;

  execute format('alter database %I owner to birge_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to authenticator, birge_owner', current_database());
end
$$;

alter schema public owner to birge_owner;
revoke all on schema public from public;
grant usage on schema public to anon, authenticated, service_role;

create schema if not exists extensions authorization birge_owner;
grant usage on schema extensions to anon, authenticated, service_role;
