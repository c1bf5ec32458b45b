-- Who writes to us, from where, and how we reach them.
-- Nobody but the service role ever works with these tables: row level security is on everywhere and has no policies.

alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from public, anon, authenticated;
alter default privileges in schema public revoke all on sequences from public, anon, authenticated;
alter default privileges in schema public revoke all on functions from public, anon, authenticated;
alter default privileges in schema public grant select, insert, update, delete on tables to service_role;
alter default privileges in schema public grant usage, select on sequences to service_role;
alter default privileges in schema public grant execute on functions to service_role;

-- One account of ours in one messenger. At most one process at a time receives from it (polling, WhatsApp).
create table channels (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('telegram', 'whatsapp', 'web')),
  account text not null,
  receiver uuid,
  lease_until timestamptz,
  unique (kind, account)
);

create table people (
  id bigint generated always as identity primary key,
  name text,
  born_on date,
  language text not null check (language in ('kk', 'ru', 'en')),
  language_chosen boolean not null default false,
  -- The hash of the invitation by which a newcomer came; it is used when they are ready, which may take days.
  came_with text,
  -- Somebody to try Birge with; see the migration of examples.
  example boolean not null default false,
  created_at timestamptz not null,
  erased_at timestamptz
);

-- A sender is found by identity, never by chat. One person may have several, also on one channel.
create table identities (
  channel_id bigint not null references channels,
  external_id text not null,
  person_id bigint not null references people,
  added_at timestamptz not null,
  primary key (channel_id, external_id)
);
create index identities_of_person on identities (person_id);

create table chats (
  id bigint generated always as identity primary key,
  channel_id bigint not null references channels,
  external_id text not null,
  kind text not null check (kind in ('private', 'group')),
  person_id bigint references people,
  last_used_at timestamptz not null,
  gone_at timestamptz,
  unique (channel_id, external_id)
);
create index chats_of_person on chats (person_id, last_used_at);

-- Other names of the same chat: a group that became a supergroup, a WhatsApp number that became a linked id.
create table chat_aliases (
  channel_id bigint not null references channels,
  external_id text not null,
  chat_id bigint not null references chats on delete cascade,
  primary key (channel_id, external_id)
);

alter table people add column preferred_chat bigint references chats on delete set null;
create index people_preferred_chat on people (preferred_chat);
create index chat_aliases_of_chat on chat_aliases (chat_id);

-- Consent to store personal data. A guardian or a signed paper speaks for somebody under 18.
create table consents (
  id bigint generated always as identity primary key,
  person_id bigint not null references people,
  given_by bigint references people,
  giver_name text,
  text_version text not null,
  how text not null check (how in ('self', 'guardian', 'paper')),
  at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index one_consent_in_force on consents (person_id) where withdrawn_at is null;
create index consents_of_person on consents (person_id);
create index consents_given_by on consents (given_by);

-- Who looked at or changed what about whom; never the content itself.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  person_id bigint references people,
  action text not null,
  subject_kind text not null,
  subject_id bigint,
  detail jsonb not null default '{}'
);
create index audit_of_person on audit (person_id);
create index audit_of_subject on audit (subject_kind, subject_id);

alter table channels enable row level security;
alter table people enable row level security;
alter table identities enable row level security;
alter table chats enable row level security;
alter table chat_aliases enable row level security;
alter table consents enable row level security;
alter table audit enable row level security;

revoke all on channels, people, identities, chats, chat_aliases, consents, audit from public, anon, authenticated;
grant select, insert, update, delete on channels, people, identities, chats, chat_aliases, consents, audit to service_role;

-- Makes the account known and gives its id.
create function open_channel(p_kind text, p_account text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
begin
  select id into v_id from public.channels where kind = p_kind and account = p_account;
  if v_id is null then
    insert into public.channels (kind, account) values (p_kind, p_account)
    on conflict (kind, account) do update set account = excluded.account
    returning id into v_id;
  end if;
  return jsonb_build_object('id', v_id);
end $$;

-- Takes or renews the right to receive from an account; 30 seconds on the database's clock.
create function hold_channel(p_channel bigint, p_holder uuid) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.channels
  set receiver = p_holder, lease_until = clock_timestamp() + interval '30 seconds'
  where id = p_channel and (receiver is null or receiver = p_holder or lease_until < clock_timestamp());
  return jsonb_build_object('mine', found);
end $$;

create function leave_channel(p_channel bigint, p_holder uuid) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.channels set receiver = null, lease_until = null where id = p_channel and receiver = p_holder;
  return jsonb_build_object('left', found);
end $$;

revoke all on function open_channel(text, text), hold_channel(bigint, uuid), leave_channel(bigint, uuid)
  from public, anon, authenticated;
grant execute on function open_channel(text, text), hold_channel(bigint, uuid), leave_channel(bigint, uuid) to service_role;
