-- Inbox and talks: what arrives is stored first; one process at a time holds a chat; nothing is answered twice.

create table inbox (
  channel_id bigint not null references channels,
  update_key text not null,
  -- The order of arrival. Telegram's own numbers start anew at random, so they give none.
  seq bigint generated always as identity unique,
  chat_id bigint references chats on delete set null,
  person_id bigint references people,
  payload jsonb,
  received_at timestamptz not null,
  handled_at timestamptz,
  primary key (channel_id, update_key)
);
create index inbox_waiting on inbox (chat_id, seq) where handled_at is null;
create index inbox_of_person on inbox (person_id);
create index inbox_of_chat on inbox (chat_id);
create index inbox_old on inbox (received_at);

create table talks (
  chat_id bigint primary key references chats on delete cascade,
  -- What the running conversation keeps; the answers are not here.
  state jsonb,
  holder uuid,
  token uuid,
  lease_until timestamptz,
  -- How often the waiting update was begun; one that always fails is set aside.
  tries int not null default 0
) with (fillfactor = 70);
create index talks_held on talks (holder) where holder is not null;

-- The web page shows these again after a reload: the last 200 of a chat.
create table page_messages (
  chat_id bigint not null references chats on delete cascade,
  id bigint not null,
  sender text not null check (sender in ('person', 'birge')),
  at timestamptz not null,
  body jsonb not null,
  primary key (chat_id, id)
);
create index page_messages_about on page_messages (((body->>'about')::bigint)) where body->>'about' is not null;
create index page_messages_of_file on page_messages ((body->'file'->>'key')) where body->'file'->>'key' is not null;

-- Work that is not an answer: a card for coordinators, a word to a child whose parent has agreed, catching up after silence.
create table jobs (
  id bigint generated always as identity primary key,
  kind text not null,
  -- One open job per kind and key: asking twice is asking once.
  key text not null,
  payload jsonb not null,
  due_at timestamptz not null,
  tries int not null default 0,
  token uuid,
  lease_until timestamptz,
  done_at timestamptz,
  failed_at timestamptz,
  reason text
);
create unique index one_open_job on jobs (kind, key) where done_at is null and failed_at is null;
create index jobs_due on jobs (due_at) where done_at is null and failed_at is null;
create index jobs_done on jobs (done_at) where done_at is not null;

alter table inbox enable row level security;
alter table talks enable row level security;
alter table page_messages enable row level security;
alter table jobs enable row level security;
revoke all on inbox, talks, page_messages, jobs from public, anon, authenticated;
grant select, insert, update, delete on inbox, talks, page_messages, jobs to service_role;

-- Everything a handler needs to answer the chat's next update; null when nothing waits.
-- The caller holds the talk's lease.
create function waiting_in(p_chat bigint, p_at timestamptz) returns jsonb
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
    perform public.plan_job('set-aside', p_chat::text, jsonb_build_object('chat', p_chat), p_at);
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
        'cameWith', p.came_with,
        'consent', (select jsonb_build_object('version', k.text_version, 'how', k.how) from public.consents k
          where k.person_id = p.id and k.withdrawn_at is null)) end,
      'roles', case when p.id is null then '[]' else public.roles_of(p.id, (p_at at time zone 'Asia/Almaty')::date) end,
      'draft', (select public.draft_of(s.id, p.id) from public.submissions s
        where s.owner_person = p.id and s.status = 'draft' order by s.touched_at desc, s.id desc limit 1))
    from public.chats c left join public.people p on p.id = v_in.person_id
    where c.id = p_chat);
end $$;

-- Takes the chat if nobody holds it: {"is": "mine", "talk": …}, {"is": "queued"} while another does, {"is": "done"} when nothing waits.
create function take_talk(p_chat bigint, p_holder uuid, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_waiting jsonb;
begin
  insert into public.talks (chat_id, holder, token, lease_until, tries)
  values (p_chat, p_holder, gen_random_uuid(), clock_timestamp() + interval '30 seconds', 1)
  on conflict (chat_id) do update
    set holder = excluded.holder, token = excluded.token, lease_until = excluded.lease_until, tries = public.talks.tries + 1
    where public.talks.lease_until is null or public.talks.lease_until < clock_timestamp();
  if not found then
    return '{"is": "queued"}';
  end if;
  v_waiting := public.waiting_in(p_chat, p_at);
  if v_waiting is null then
    update public.talks set holder = null, token = null, lease_until = null, tries = 0 where chat_id = p_chat;
    return '{"is": "done"}';
  end if;
  return jsonb_build_object('is', 'mine', 'talk', v_waiting);
end $$;

-- Finds or makes the chat and, for a private one, the person behind the sender. The first message makes a person
-- with nothing but a language: everything else waits for consent.
create function chat_of(p_channel bigint, p_external text, p_kind text, p_sender text, p_language text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chat bigint;
  v_person bigint;
begin
  select person_id into v_person from public.identities where channel_id = p_channel and external_id = p_sender;
  if v_person is null and p_kind = 'private' then
    -- Two first messages at once: the second waits here and then finds the person that the first has made.
    perform pg_advisory_xact_lock(hashtextextended(p_channel || ' ' || p_sender, 0));
    select person_id into v_person from public.identities where channel_id = p_channel and external_id = p_sender;
    if v_person is null then
      insert into public.people (language, created_at) values (coalesce(p_language, 'kk'), p_at) returning id into v_person;
      insert into public.identities (channel_id, external_id, person_id, added_at) values (p_channel, p_sender, v_person, p_at);
    end if;
  end if;
  select c.id into v_chat from public.chats c where c.channel_id = p_channel and c.external_id = p_external;
  if v_chat is null then
    select a.chat_id into v_chat from public.chat_aliases a where a.channel_id = p_channel and a.external_id = p_external;
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

create function keep_page(p_chat bigint, p_messages jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_key text;
begin
  -- The newest writing of a message wins; the body null takes it away. The time of the first writing stays.
  insert into public.page_messages (chat_id, id, sender, at, body)
  select distinct on ((m.value->>'id')::bigint) p_chat, (m.value->>'id')::bigint, m.value->>'from', (m.value->>'at')::timestamptz, m.value->'body'
  from jsonb_array_elements(p_messages) with ordinality m(value, n)
  order by (m.value->>'id')::bigint, m.n desc
  on conflict (chat_id, id) do update set body = excluded.body;
  -- What is no longer shown is no longer kept; its file goes by a job, if nothing else names it.
  for v_key in
    delete from public.page_messages where chat_id = p_chat and id <= (
      select id from public.page_messages where chat_id = p_chat order by id desc offset 200 limit 1)
    returning body->'file'->>'key'
  loop
    if v_key is not null then
      perform public.plan_job('unused-file', v_key, jsonb_build_object('path', v_key), '-infinity');
    end if;
  end loop;
  return '{"is": "kept"}';
end $$;

-- Does anything still name these bytes?
create function file_is_used(p_path text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object('used', exists (select 1 from public.files where path = p_path)
    or exists (select 1 from public.page_messages where body->'file'->>'key' = p_path))
$$;

-- Stores what arrived and takes the chats it belongs to, in one call: a webhook's single update or a poll's batch.
-- Each: {key, chat, chatKind, sender, language, update, page?}. Answers, per chat, what take_talk says.
create function receive_updates(p_channel bigint, p_updates jsonb, p_holder uuid, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_update jsonb;
  v_where jsonb;
  v_chats bigint[] := '{}';
  v_chat bigint;
  v_taken jsonb := '[]';
begin
  for v_update in select value from jsonb_array_elements(p_updates) loop
    v_where := public.chat_of(p_channel, v_update->>'chat', v_update->>'chatKind', v_update->>'sender', v_update->>'language', p_at);
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

-- Ends the handling of one update: its state is stored, the update is done, and the chat's next one comes back with
-- the lease kept; or the chat is free. {"is": "stale"}: somebody else holds the talk now and nothing was changed.
create function close_talk(p_chat bigint, p_token uuid, p_seq bigint, p_state jsonb, p_page jsonb, p_unreached boolean, p_at timestamptz)
returns jsonb
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
  if p_unreached then
    perform public.plan_job('catch-up', p_chat::text, jsonb_build_object('chat', p_chat), p_at + interval '1 minute');
  end if;
  v_next := public.waiting_in(p_chat, p_at);
  if v_next is null then
    update public.talks set holder = null, token = null, lease_until = null, tries = 0 where chat_id = p_chat;
    return '{"is": "done"}';
  end if;
  return jsonb_build_object('is', 'mine', 'talk', v_next);
end $$;

-- Gives a talk back whose update could not be answered now: a try that ended in order does not count as a broken one.
create function release_talk(p_chat bigint, p_token uuid) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.talks
  set holder = null, token = null, lease_until = clock_timestamp() + interval '5 seconds', tries = greatest(tries - 1, 0)
  where chat_id = p_chat and token = p_token;
  return jsonb_build_object('released', found);
end $$;

-- Keeps the leases of talks that are still being answered.
create function renew_talks(p_holder uuid, p_tokens jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_count int;
begin
  -- In the order in which batches take them, so that neither waits for the other.
  with mine as (
    select chat_id from public.talks
    where holder = p_holder and token in (select t.value::uuid from jsonb_array_elements_text(p_tokens) t)
    order by chat_id for update
  )
  update public.talks t set lease_until = clock_timestamp() + interval '30 seconds' from mine where t.chat_id = mine.chat_id;
  get diagnostics v_count = row_count;
  return jsonb_build_object('renewed', v_count);
end $$;

-- Hands out updates that wait in chats which nobody holds: after a crash, or when a lease ran out.
create function sweep_talks(p_channel bigint, p_holder uuid, p_limit int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chat bigint;
  v_taken jsonb;
  v_talks jsonb := '[]';
begin
  for v_chat in
    select distinct i.chat_id from public.inbox i
    join public.chats c on c.id = i.chat_id and c.channel_id = p_channel
    left join public.talks t on t.chat_id = i.chat_id
    where i.handled_at is null and (t.lease_until is null or t.lease_until < clock_timestamp())
    order by i.chat_id limit least(p_limit, 500)
  loop
    v_taken := public.take_talk(v_chat, p_holder, p_at);
    if v_taken->>'is' = 'mine' then
      v_talks := v_talks || jsonb_build_array(v_taken);
    end if;
  end loop;
  return v_talks;
end $$;

-- An embedded database serves one process: whoever held a talk or a job before this start is gone.
create function void_leases() returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.talks set holder = null, token = null, lease_until = null where lease_until is not null;
  update public.jobs set token = null, lease_until = null where token is not null;
  update public.channels set receiver = null, lease_until = null where receiver is not null;
  return '{"is": "void"}';
end $$;

create function read_page(p_channel bigint, p_external text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'from', m.sender, 'at', m.at, 'body', m.body) order by m.id), '[]')
  from public.page_messages m join public.chats c on c.id = m.chat_id
  where c.channel_id = p_channel and c.external_id = p_external and jsonb_typeof(m.body) = 'object'
$$;

-- Keeps a message that was written outside a held talk.
create function write_page(p_channel bigint, p_external text, p_messages jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chat bigint;
begin
  select id into v_chat from public.chats where channel_id = p_channel and external_id = p_external;
  if v_chat is null then
    return '{"is": "unknown"}';
  end if;
  return public.keep_page(v_chat, p_messages);
end $$;

-- A chat that blocked us or was left is not written to until it writes again.
create function chat_gone(p_channel bigint, p_external text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.chats set gone_at = p_at where channel_id = p_channel and external_id = p_external and gone_at is null;
  return jsonb_build_object('gone', found);
end $$;

-- A group became a supergroup: the same chat under a new name, and the old one leads to it. If the new name has already
-- become a chat of its own, the old chat is over.
create function chat_moved(p_channel bigint, p_external text, p_new text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chat bigint;
begin
  select id into v_chat from public.chats where channel_id = p_channel and external_id = p_external for update;
  if v_chat is null then
    return '{"moved": false}';
  elsif exists (select 1 from public.chats where channel_id = p_channel and external_id = p_new) then
    update public.chats set gone_at = p_at where id = v_chat and gone_at is null;
    return '{"moved": false}';
  end if;
  update public.chats set external_id = p_new where id = v_chat;
  insert into public.chat_aliases (channel_id, external_id, chat_id) values (p_channel, p_external, v_chat)
  on conflict do nothing;
  return '{"moved": true}';
end $$;

create function plan_job(p_kind text, p_key text, p_payload jsonb, p_due_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  insert into public.jobs (kind, key, payload, due_at) values (p_kind, p_key, p_payload, p_due_at)
  on conflict (kind, key) where done_at is null and failed_at is null do nothing;
  return jsonb_build_object('planned', found);
end $$;

create function claim_jobs(p_limit int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_jobs jsonb;
begin
  with due as (
    select id from public.jobs
    where done_at is null and failed_at is null and due_at <= p_at and (lease_until is null or lease_until < clock_timestamp())
    order by due_at limit least(p_limit, 100) for update skip locked
  ), claimed as (
    update public.jobs j set token = gen_random_uuid(), lease_until = clock_timestamp() + interval '2 minutes', tries = j.tries + 1
    from due where j.id = due.id returning j.id, j.kind, j.payload, j.tries, j.token
  )
  select coalesce(jsonb_agg(to_jsonb(claimed) order by id), '[]') into v_jobs from claimed;
  return v_jobs;
end $$;

-- p_outcome: done; again (at p_due_at); failed (with the reason, for good).
create function settle_job(p_job bigint, p_token uuid, p_outcome text, p_reason text, p_due_at timestamptz, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  if p_outcome = 'done' then
    -- The path of an erased file is its fingerprint: it goes with the file.
    delete from public.jobs where id = p_job and token = p_token and kind = 'unused-file';
    if found then
      return '{"settled": true}';
    end if;
  end if;
  update public.jobs set token = null, lease_until = null, reason = p_reason,
    done_at = case when p_outcome = 'done' then p_at end,
    failed_at = case when p_outcome = 'failed' then p_at end,
    due_at = case when p_outcome = 'again' then p_due_at else due_at end
  where id = p_job and token = p_token;
  return jsonb_build_object('settled', found);
end $$;

-- Keys of handled updates are kept 30 days against redelivery; finished jobs likewise. A bounded bite at a time.
create function sweep_inbox(p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_count int;
begin
  delete from public.inbox where seq in (
    -- Without a chat nobody will ever handle it: its person was erased.
    select seq from public.inbox where received_at < p_at - interval '30 days' and (handled_at is not null or chat_id is null)
    order by received_at limit 5000);
  get diagnostics v_count = row_count;
  delete from public.jobs where id in (
    select id from public.jobs where done_at < p_at - interval '30 days' order by id limit 5000);
  return jsonb_build_object('forgotten', v_count);
end $$;

revoke all on function waiting_in(bigint, timestamptz), take_talk(bigint, uuid, timestamptz),
  chat_of(bigint, text, text, text, text, timestamptz), keep_page(bigint, jsonb), file_is_used(text), receive_updates(bigint, jsonb, uuid, timestamptz),
  close_talk(bigint, uuid, bigint, jsonb, jsonb, boolean, timestamptz), release_talk(bigint, uuid), renew_talks(uuid, jsonb),
  sweep_talks(bigint, uuid, int, timestamptz), void_leases(), read_page(bigint, text), write_page(bigint, text, jsonb),
  chat_gone(bigint, text, timestamptz), chat_moved(bigint, text, text, timestamptz), plan_job(text, text, jsonb, timestamptz),
  claim_jobs(int, timestamptz), settle_job(bigint, uuid, text, text, timestamptz, timestamptz), sweep_inbox(timestamptz)
  from public, anon, authenticated;
grant execute on function waiting_in(bigint, timestamptz), take_talk(bigint, uuid, timestamptz),
  chat_of(bigint, text, text, text, text, timestamptz), keep_page(bigint, jsonb), file_is_used(text), receive_updates(bigint, jsonb, uuid, timestamptz),
  close_talk(bigint, uuid, bigint, jsonb, jsonb, boolean, timestamptz), release_talk(bigint, uuid), renew_talks(uuid, jsonb),
  sweep_talks(bigint, uuid, int, timestamptz), void_leases(), read_page(bigint, text), write_page(bigint, text, jsonb),
  chat_gone(bigint, text, timestamptz), chat_moved(bigint, text, text, timestamptz), plan_job(text, text, jsonb, timestamptz),
  claim_jobs(int, timestamptz), settle_job(bigint, uuid, text, text, timestamptz, timestamptz), sweep_inbox(timestamptz)
  to service_role;
