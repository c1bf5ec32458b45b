-- WhatsApp has no buttons, knows a person under two names, and announcements can be stopped.

-- What can be answered under our messages where a channel has no buttons: the newest 20 of a chat, and its last question.
create table offers (
  id bigint generated always as identity primary key,
  chat_id bigint not null references chats on delete cascade,
  message_id bigint not null,
  -- Told by the outbox: its options are letters; those of a talk are numbers.
  letters boolean not null,
  -- When it was about to be said: what arrived before was not meant for it.
  said_at timestamptz not null,
  -- [{"text", "data"}]
  options jsonb not null,
  unique (chat_id, message_id)
);
create index offers_of_chat on offers (chat_id, id);

-- Since when somebody wants no announcements. What they owe by a date is still told.
alter table people add column announcements_off_at timestamptz;

alter table offers enable row level security;
revoke all on offers from public, anon, authenticated;
grant select, insert, update, delete on offers to service_role;

-- [{"message", "letters", "at": Unix milliseconds, "options"}], in the order in which they were said.
create function keep_offers(p_chat bigint, p_offers jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  insert into public.offers (chat_id, message_id, letters, said_at, options)
  select p_chat, (o.value->>'message')::bigint, (o.value->>'letters')::boolean, to_timestamp((o.value->>'at')::numeric / 1000), o.value->'options'
  from jsonb_array_elements(p_offers) with ordinality o (value, n) order by o.n
  on conflict (chat_id, message_id) do update set letters = excluded.letters, said_at = excluded.said_at, options = excluded.options;
  -- However many notices have come since, a number still belongs to the talk's last question.
  delete from public.offers where chat_id = p_chat
    and id <= (select id from public.offers where chat_id = p_chat order by id desc offset 20 limit 1)
    and id <> (select coalesce(max(id), 0) from public.offers where chat_id = p_chat and not letters);
  return '{"is": "kept"}';
end $$;

-- Keeps what was offered outside of a held talk.
create function offer_in(p_channel bigint, p_external text, p_offers jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chat bigint;
begin
  select id into v_chat from public.chats where channel_id = p_channel and external_id = p_external;
  if v_chat is null then
    return '{"is": "unknown"}';
  end if;
  return public.keep_offers(v_chat, p_offers);
end $$;

-- Announcements on or off for somebody. {"was": were they off before}
create function set_announcements(p_person bigint, p_on boolean, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_off timestamptz;
begin
  select announcements_off_at into v_off from public.people where id = p_person for update;
  update public.people set announcements_off_at = case when not p_on then coalesce(v_off, p_at) end
  where id = p_person and erased_at is null and announcements_off_at is not distinct from v_off;
  return jsonb_build_object('wasOff', v_off is not null);
end $$;

-- The private Telegram chats of administrators and those of these names, where they hear how it goes: [{"channel", "chat", "language"}].
create function administrator_chats(p_named jsonb, p_at timestamptz) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('channel', c.channel_id, 'chat', c.external_id, 'language', p.language) order by c.id), '[]')
    from public.chats c join public.channels k on k.id = c.channel_id and k.kind = 'telegram' join public.people p on p.id = c.person_id
    where c.kind = 'private' and c.gone_at is null and (p_named ? c.external_id or exists (select 1 from public.memberships m
      where m.person_id = p.id and m.role = 'administrator' and m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on))));
end $$;

-- Finds or makes the chat and, for a private one, the person behind the sender. The first message makes a person
-- with nothing but a language: everything else waits for consent. p_alias: another name of the same sender, where the
-- channel tells one; whoever is known by either name is known by both from then on.
drop function chat_of(bigint, text, text, text, text, timestamptz);
create function chat_of(p_channel bigint, p_external text, p_kind text, p_sender text, p_alias text, p_language text, p_at timestamptz)
returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chat bigint;
  v_person bigint;
begin
  select person_id into v_person from public.identities where channel_id = p_channel and external_id = p_sender;
  if v_person is null and p_kind = 'private' or p_alias is not null then
    -- Two first messages at once: the second waits here and then finds the person that the first has made.
    perform pg_advisory_xact_lock(hashtextextended(p_channel || ' ' || least(p_sender, coalesce(p_alias, p_sender)), 0));
    select person_id into v_person from public.identities where channel_id = p_channel and external_id in (p_sender, p_alias)
    order by external_id = p_sender desc limit 1;
    if v_person is null and p_kind = 'private' then
      insert into public.people (language, created_at) values (coalesce(p_language, 'kk'), p_at) returning id into v_person;
    end if;
    insert into public.identities (channel_id, external_id, person_id, added_at)
    select p_channel, n.name, v_person, p_at from unnest(array[p_sender, p_alias]) n (name) where n.name is not null and v_person is not null
    on conflict do nothing;
  end if;
  select c.id into v_chat from public.chats c where c.channel_id = p_channel and c.external_id = p_external;
  if v_chat is null then
    select a.chat_id into v_chat from public.chat_aliases a where a.channel_id = p_channel and a.external_id = p_external;
  end if;
  if v_chat is null and p_alias is not null and p_kind = 'private' then
    select c.id into v_chat from public.chats c where c.channel_id = p_channel and c.external_id = p_alias;
    insert into public.chat_aliases (channel_id, external_id, chat_id)
    select p_channel, p_external, v_chat where v_chat is not null on conflict do nothing;
  end if;
  if v_chat is null then
    insert into public.chats (channel_id, external_id, kind, person_id, last_used_at)
    values (p_channel, p_external, p_kind, case when p_kind = 'private' then v_person end, p_at)
    on conflict (channel_id, external_id) do update set last_used_at = excluded.last_used_at
    returning id into v_chat;
  else
    -- Once a minute is exact enough to know which chat was used last; a write for every message would be waste.
    update public.chats set last_used_at = p_at, gone_at = null, person_id = case when kind = 'private' then v_person end
    where id = v_chat and (gone_at is not null or last_used_at < p_at - interval '1 minute'
      or (kind = 'private' and person_id is distinct from v_person));
  end if;
  return jsonb_build_object('chat', v_chat, 'person', v_person);
end $$;

-- Stores what arrived and takes the chats it belongs to, in one call: a webhook's single update or a poll's batch.
-- Each: {key, chat, chatKind, sender, alias?, language, update, page?}. Answers, per chat, what take_talk says.
create or replace function receive_updates(p_channel bigint, p_updates jsonb, p_holder uuid, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_update jsonb;
  v_where jsonb;
  v_chats bigint[] := '{}';
  v_chat bigint;
  v_taken jsonb := '[]';
begin
  for v_update in select value from jsonb_array_elements(p_updates) loop
    v_where := public.chat_of(p_channel, v_update->>'chat', v_update->>'chatKind', v_update->>'sender', v_update->>'alias',
      v_update->>'language', p_at);
    v_chat := (v_where->>'chat')::bigint;
    insert into public.inbox (channel_id, update_key, chat_id, person_id, payload, received_at)
    values (p_channel, v_update->>'key', v_chat, (v_where->>'person')::bigint, v_update->'update', p_at)
    on conflict do nothing;
    if found and jsonb_typeof(v_update->'page') = 'object' then
      perform public.keep_page(v_chat, jsonb_build_array(v_update->'page'));
    end if;
    if not v_chat = any (v_chats) then
      v_chats := v_chats || v_chat;
    end if;
  end loop;
  -- Always in the same order, so that two batches can not wait for each other.
  foreach v_chat in array (select coalesce(array_agg(c order by c), '{}') from unnest(v_chats) c) loop
    v_taken := v_taken || jsonb_build_array(public.take_talk(v_chat, p_holder, p_at));
  end loop;
  return v_taken;
end $$;

-- Everything a handler needs to answer the chat's next update; null when nothing waits.
-- The caller holds the talk's lease.
create or replace function waiting_in(p_chat bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_in public.inbox;
  v_talk public.talks;
begin
  select * into v_talk from public.talks where chat_id = p_chat;
  if v_talk.tries > 5 then
    -- This update has broken its handler five times: it must not silence the chat for ever.
    update public.inbox set handled_at = p_at, payload = null
    where seq = (select min(i.seq) from public.inbox i where i.chat_id = p_chat and i.handled_at is null);
    update public.talks set tries = 1 where chat_id = p_chat;
    perform public.enqueue(jsonb_build_array(jsonb_build_object('chat', p_chat, 'kind', 'set-aside',
      'key', p_chat || ' ' || extract(epoch from p_at), 'priority', 0)), p_at);
    v_talk.tries := 1;
  end if;
  select * into v_in from public.inbox where chat_id = p_chat and handled_at is null and payload is not null order by seq limit 1;
  if v_in.seq is null then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'chat', c.id, 'external', c.external_id, 'chatKind', c.kind, 'channel', c.channel_id,
      'token', v_talk.token, 'seq', v_in.seq, 'tries', v_talk.tries, 'update', v_in.payload, 'receivedAt', v_in.received_at, 'state', v_talk.state,
      'person', case when p.id is null then null else jsonb_build_object(
        'id', p.id, 'name', p.name, 'bornOn', p.born_on, 'language', p.language, 'languageChosen', p.language_chosen,
        'cameWith', p.came_with, 'announcements', p.announcements_off_at is null,
        'consent', (select jsonb_build_object('version', k.text_version, 'how', k.how) from public.consents k
          where k.person_id = p.id and k.withdrawn_at is null)) end,
      'roles', case when p.id is null then '[]' else public.roles_of(p.id, (p_at at time zone 'Asia/Almaty')::date) end,
      'draft', public.last_draft(p.id, (p_at at time zone 'Asia/Almaty')::date),
      'offers', (select coalesce(jsonb_agg(jsonb_build_object('message', o.message_id, 'letters', o.letters,
        'at', round(extract(epoch from o.said_at) * 1000), 'options', o.options)
        order by o.id desc), '[]') from public.offers o where o.chat_id = c.id))
    from public.chats c left join public.people p on p.id = v_in.person_id
    where c.id = p_chat);
end $$;

-- Ends the handling of one update: its state is stored, the update is done, and the chat's next one comes back with
-- the lease kept; or the chat is free. {"is": "stale"}: somebody else holds the talk now and nothing was changed.
drop function close_talk(bigint, uuid, bigint, jsonb, jsonb, boolean, timestamptz);
create function close_talk(p_chat bigint, p_token uuid, p_seq bigint, p_state jsonb, p_page jsonb, p_offers jsonb, p_unreached boolean,
  p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_next jsonb;
begin
  update public.talks
  set state = nullif(p_state, 'null'), tries = 1, lease_until = clock_timestamp() + interval '30 seconds'
  where chat_id = p_chat and token = p_token;
  if not found then
    return '{"is": "stale"}';
  end if;
  update public.inbox set handled_at = p_at, payload = null where seq = p_seq and handled_at is null;
  if jsonb_array_length(p_page) > 0 then
    perform public.keep_page(p_chat, p_page);
  end if;
  if jsonb_array_length(p_offers) > 0 then
    perform public.keep_offers(p_chat, p_offers);
  end if;
  if p_unreached then
    -- One is enough: the newest takes the place of those that still wait. Its lane is held first, as claims do it.
    perform 1 from public.lanes where chat_id = p_chat for update;
    update public.outbox set state = 'cancelled', settled_at = p_at where chat_id = p_chat and state = 'queued' and priority = 0 and kind = 'catch-up';
    perform public.enqueue(jsonb_build_array(jsonb_build_object('chat', p_chat, 'kind', 'catch-up', 'key', p_chat || ' ' || p_seq,
      'priority', 0, 'dueAt', p_at + interval '1 minute')), p_at);
  end if;
  v_next := public.waiting_in(p_chat, p_at);
  if v_next is null then
    update public.talks set holder = null, token = null, lease_until = null, tries = 0 where chat_id = p_chat;
    return '{"is": "done"}';
  end if;
  return jsonb_build_object('is', 'mine', 'talk', v_next);
end $$;

revoke all on function keep_offers(bigint, jsonb), offer_in(bigint, text, jsonb), set_announcements(bigint, boolean, timestamptz),
  administrator_chats(jsonb, timestamptz), chat_of(bigint, text, text, text, text, text, timestamptz),
  close_talk(bigint, uuid, bigint, jsonb, jsonb, jsonb, boolean, timestamptz) from public, anon, authenticated;
grant execute on function keep_offers(bigint, jsonb), offer_in(bigint, text, jsonb), set_announcements(bigint, boolean, timestamptz),
  administrator_chats(jsonb, timestamptz), chat_of(bigint, text, text, text, text, text, timestamptz),
  close_talk(bigint, uuid, bigint, jsonb, jsonb, jsonb, boolean, timestamptz) to service_role;
