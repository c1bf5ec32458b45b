-- What goes out by itself: notices, cards, lists. Rows hold what to say (ids), never words. Any number of processes share
-- the work and the messengers' limits.

-- How fast an account may send: milliseconds between any two messages, between two in one private chat, in one group. Its
-- row is locked while slots are given out, so processes share one limit.
create table budgets (
  channel_id bigint primary key references channels,
  interval_ms numeric not null,
  private_ms int not null,
  group_ms int not null,
  -- The next free slot, on the database's clock.
  next_at timestamptz not null,
  limited_at timestamptz,
  limited_chat bigint
);

-- One row for each chat that was ever written to by the outbox: when its next message may go. Claims look at lanes only, so
-- a chat with a hundred thousand waiting messages costs as much as one with a single one.
create table lanes (
  chat_id bigint primary key references chats on delete cascade,
  -- The chat's account, as it stands in its row; here so that claims read lanes only.
  channel_id bigint not null,
  -- The chat's next slot, on the database's clock.
  next_at timestamptz not null,
  priority int not null,
  -- When its next message is due, in business time; null: none waits, or the chat can not be reached.
  due_at timestamptz,
  -- The chat is gone: what waits in it is to be moved or cancelled.
  stopped boolean not null default false
);
create index lanes_due on lanes (channel_id, priority, due_at);
create index lanes_stopped on lanes (chat_id) where stopped;

create table outbox (
  id bigint generated always as identity primary key,
  -- The chat's account, as it stands in its row.
  channel_id bigint not null,
  chat_id bigint not null references chats on delete cascade,
  person_id bigint references people,
  kind text not null,
  -- The same thing is said once: a second (person, kind, key) is not taken in.
  key text not null,
  payload jsonb not null default '{}',
  -- 0 a late reply, 1 a notice, 2 an announcement.
  priority int not null check (priority between 0 and 2),
  -- When it was meant to go, and when it may go now.
  wanted_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'queued' check (state in ('queued', 'claimed', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
  tries int not null default 0,
  token uuid,
  holder uuid,
  lease_until timestamptz,
  settled_at timestamptz,
  message_id bigint,
  reason text,
  constraint said_once unique nulls not distinct (person_id, kind, key)
);
create index outbox_of_chat on outbox (chat_id, state, priority, due_at, id);
create index outbox_settled on outbox (channel_id, settled_at);
create index outbox_under_way on outbox (lease_until) where state in ('claimed', 'sending');
create index outbox_in_trouble on outbox (channel_id, state) where state in ('unknown', 'failed');

-- Which rung of which obligation was said to whom, and by which message.
create table notices (
  obligation_id bigint not null references obligations on delete cascade,
  due_on date not null,
  step text not null,
  recipient bigint not null references people,
  class text not null check (class in ('digest', 'timely')),
  state text not null check (state in ('planned', 'sent', 'unknown', 'dropped')),
  outbox_id bigint references outbox on delete set null,
  primary key (obligation_id, due_on, step, recipient)
);
create index notices_of_recipient on notices (recipient, state);
create index notices_of_outbox on notices (outbox_id);

alter table budgets enable row level security;
alter table lanes enable row level security;
alter table outbox enable row level security;
alter table notices enable row level security;
revoke all on budgets, lanes, outbox, notices from public, anon, authenticated;
grant select, insert, update, delete on budgets, lanes, outbox, notices to service_role;

-- The chat in which somebody is written to: the preferred one, otherwise the last used, the web only if there is no other.
create function best_chat(p_person bigint) returns bigint
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select c.id from public.chats c join public.channels k on k.id = c.channel_id join public.people p on p.id = c.person_id
    where c.person_id = p_person and c.kind = 'private' and c.gone_at is null
    order by (c.id = p.preferred_chat) desc nulls last, (k.kind <> 'web') desc, c.last_used_at desc limit 1);
end $$;

-- Lets the lanes of these chats run to their next waiting message.
create function advance_lanes(p_chats jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chats bigint[] := array(select distinct i.value::bigint from jsonb_array_elements_text(p_chats) i order by 1);
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  -- First the lanes are held, then one looks at what waits: of two who come at once the second sees what the first has put in.
  insert into public.lanes (chat_id, channel_id, next_at, priority)
  select c.id, c.channel_id, '-infinity', 1 from public.chats c
  where c.id = any (v_chats) and not exists (select 1 from public.lanes l where l.chat_id = c.id)
  order by c.id on conflict do nothing;
  perform 1 from public.lanes where chat_id = any (v_chats) order by chat_id for update;
  insert into public.lanes (chat_id, channel_id, next_at, priority, due_at)
  select c.id, c.channel_id, '-infinity', w.priority, w.due_at
  from public.chats c
  cross join lateral (
    -- The first of each priority: three looks into one index.
    select min(t.priority) as priority, min(t.due_at) as due_at from generate_series(0, 2) k cross join lateral (
      select o.priority, o.due_at from public.outbox o where o.chat_id = c.id and o.state = 'queued' and o.priority = k
      order by o.due_at limit 1) t) w
  where c.id = any (v_chats) and w.due_at is not null
  order by c.id
  on conflict (chat_id) do update set priority = excluded.priority,
    due_at = case when not public.lanes.stopped then greatest(excluded.due_at,
      -- Postgres before 17 can not subtract from infinity.
      case when public.lanes.next_at > clock_timestamp() then p_at + (public.lanes.next_at - clock_timestamp()) end) end;
  update public.lanes l set due_at = null where l.due_at is not null
    and l.chat_id = any (v_chats)
    and not exists (select 1 from public.outbox o where o.chat_id = l.chat_id and o.state = 'queued');
  return '{"is": "advanced"}';
end $$;

-- Takes in what is to be said: [{"person" | "chat" | "channel" with "external", "kind", "key", "payload", "priority", "dueAt"}].
-- A person without any chat is not written to; a private chat named by its id may have been silent until now. Gives how many
-- are new.
create function enqueue(p_rows jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chats jsonb;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  insert into public.chats (channel_id, external_id, kind, last_used_at)
  select distinct (r.value->>'channel')::bigint, r.value->>'external', 'private', p_at from jsonb_array_elements(p_rows) r
  -- Only groups have ids below zero.
  where r.value ? 'external' and not r.value->>'external' like '-%'
  on conflict do nothing;
  with wanted as (
    select (r.value->>'person')::bigint as person, r.value as row, r.n, coalesce((r.value->>'chat')::bigint,
      (select c.id from public.chats c where c.channel_id = (r.value->>'channel')::bigint and c.external_id = r.value->>'external'
        and c.gone_at is null),
      -- A group may have moved since its name was written down.
      (select a.chat_id from public.chat_aliases a where a.channel_id = (r.value->>'channel')::bigint and a.external_id = r.value->>'external'),
      public.best_chat((r.value->>'person')::bigint)) as chat
    from jsonb_array_elements(p_rows) with ordinality r (value, n)
  ), queued as (
    insert into public.outbox (channel_id, chat_id, person_id, kind, key, payload, priority, wanted_at, due_at)
    select c.channel_id, c.id, w.person, w.row->>'kind', w.row->>'key', coalesce(w.row->'payload', '{}'), (w.row->>'priority')::int,
      coalesce((w.row->>'dueAt')::timestamptz, p_at), coalesce((w.row->>'dueAt')::timestamptz, p_at)
    from wanted w join public.chats c on c.id = w.chat and c.gone_at is null
    -- What is given first is said first.
    order by w.n
    on conflict on constraint said_once do nothing returning chat_id
  )
  select coalesce(jsonb_agg(chat_id), '[]') into v_chats from queued;
  perform public.advance_lanes(v_chats, p_at);
  return jsonb_build_object('queued', jsonb_array_length(v_chats));
end $$;

-- What a notice says of its obligation, as it is now.
create function notices_in(p_outbox bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(public.read_obligation(t.id) || jsonb_build_object('step', t.step, 'own', t.own)
      order by t.due_on, t.id), '[]')
    from (
      -- Each obligation once, although an earlier notice of it may have come again with this message.
      select distinct on (o.id) o.id, o.due_on, n.step, o.person_id is not distinct from n.recipient
        or o.organisation_id is not null and not n.step like 'slip %' as own
      from public.notices n join public.obligations o on o.id = n.obligation_id
      where n.outbox_id = p_outbox and n.due_on = o.due_on and o.fulfilled_at is null and o.waived_at is null and o.closed_at is null
      order by o.id, own desc, n.step) t);
end $$;

-- An obligation as it is shown: to its owner, and to those who see their people's.
create function read_obligation(p_obligation bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('id', o.id, 'kind', o.kind, 'period', o.period, 'dueOn', o.due_on, 'dueAt', o.due_at,
      'person', o.person_id, 'personName', p.name, 'organisation', coalesce(o.organisation_id, o.about_organisation),
      'owned', case when o.person_id is null then 'organisation' else 'person' end,
      'organisationName', g.name, 'project', o.about_project, 'projectName', j.name,
      'aboutPerson', o.about_person, 'aboutPersonName', a.name,
      'openedOn', (o.opened_at at time zone 'Asia/Almaty')::date, 'fulfilled', o.fulfilled_at is not null,
      'waived', o.waived_at is not null, 'waivedByName', w.name, 'closed', o.closed_at is not null)
    from public.obligations o left join public.people p on p.id = o.person_id
    left join public.organisations g on g.id = coalesce(o.organisation_id, o.about_organisation)
    left join public.projects j on j.id = o.about_project left join public.people a on a.id = o.about_person
    left join public.people w on w.id = o.waived_by
    where o.id = p_obligation);
end $$;

-- Claims what is due on one account, each with its slot: {"rows": […, "inMs"], "waitMs": milliseconds until more may be
-- claimed, null if nothing more is due}. At most two seconds of slots are given ahead.
create function claim_outbox(p_channel bigint, p_holder uuid, p_limit int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_now timestamptz := clock_timestamp();
  v_budget public.budgets;
  v_lane public.lanes;
  v_out public.outbox;
  v_slot timestamptz;
  v_rows jsonb := '[]';
  v_notices jsonb;
  v_chat public.chats;
  v_turns int := 0;
  v_planning boolean;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  -- Nothing due: the account's row is left alone.
  if not exists (select 1 from generate_series(0, 2) k cross join lateral (
      select 1 from public.lanes where channel_id = p_channel and priority = k and due_at <= p_at order by due_at limit 1) t) then
    return '{"rows": [], "waitMs": null}';
  end if;
  insert into public.budgets (channel_id, interval_ms, private_ms, group_ms, next_at)
  -- Telegram takes 30 a second (a little less leaves room for the unevenness of the way there), one a second in a private
  -- chat and 20 a minute in a group.
  select p_channel, case kind when 'telegram' then 34.5 when 'whatsapp' then 3000 else 1 end, case kind when 'web' then 0 else 1000 end,
    3000, '-infinity' from public.channels where id = p_channel
  on conflict do nothing;
  select * into v_budget from public.budgets where channel_id = p_channel for update;
  v_now := clock_timestamp();
  -- Whoever begins after a quiet time needs a moment until the first is on its way; its slot must not lie in the past by then.
  v_slot := greatest(v_budget.next_at, v_now + interval '50 milliseconds');
  for v_rank in 0..2 loop
    loop
      -- However many wait for something else, a call takes its bounded time.
      v_turns := v_turns + 1;
      if v_slot > v_now + interval '2 seconds' or jsonb_array_length(v_rows) >= least(p_limit, 100) or v_turns > least(p_limit, 100) + 50 then
        update public.budgets set next_at = v_slot where channel_id = p_channel;
        return jsonb_build_object('rows', v_rows, 'waitMs', greatest(50, ceil(extract(epoch from v_slot - v_now) * 1000 - 1500)));
      end if;
      select * into v_lane from public.lanes where channel_id = p_channel and priority = v_rank and due_at <= p_at
      order by due_at limit 1 for update skip locked;
      exit when not found;
      if v_lane.next_at > v_slot then
        -- The chat's own budget: until then its lane is out of the way.
        update public.lanes set due_at = p_at + (v_lane.next_at - v_now) where chat_id = v_lane.chat_id;
        continue;
      end if;
      select o.* into v_out from generate_series(0, 2) k cross join lateral (
        select * from public.outbox where chat_id = v_lane.chat_id and state = 'queued' and priority = k and due_at <= p_at
        order by due_at, id limit 1) o order by k limit 1;
      if not found then
        perform public.advance_lanes(jsonb_build_array(v_lane.chat_id), p_at);
        continue;
      end if;
      select * into v_chat from public.chats where id = v_lane.chat_id;
      if v_chat.gone_at is not null then
        update public.lanes set due_at = null, stopped = true where chat_id = v_lane.chat_id;
        continue;
      end if;
      if v_out.kind = 'digest' and p_at < v_out.wanted_at + interval '2 minutes' then
        v_planning := coalesce(v_planning, exists (select 1 from public.next_steps where at <= p_at));
        if v_planning then
          -- Planning is not through and may have more for this digest, which would otherwise wait for the next day's.
          update public.lanes set due_at = p_at + interval '2 seconds' where chat_id = v_lane.chat_id;
          continue;
        end if;
      end if;
      v_notices := '[]';
      if v_out.kind in ('digest', 'reminder', 'list-picture', 'list-table') and (public.set_aside(v_out.id, p_at)->>'aside')::boolean then
        perform public.advance_lanes(jsonb_build_array(v_lane.chat_id), p_at);
        continue;
      end if;
      if v_out.kind in ('digest', 'reminder') then
        v_notices := public.notices_in(v_out.id);
        if jsonb_array_length(v_notices) = 0 then
          -- Everything it would have reminded of is done.
          update public.outbox set state = 'cancelled', settled_at = p_at, reason = 'done meanwhile' where id = v_out.id;
          update public.notices set state = 'dropped' where outbox_id = v_out.id and state = 'planned';
          perform public.advance_lanes(jsonb_build_array(v_lane.chat_id), p_at);
          continue;
        elsif v_out.kind = 'digest' and p_at < v_out.wanted_at + interval '1 hour' and exists (select 1 from public.submissions s
            where s.owner_person = v_out.person_id and s.status = 'draft' and s.touched_at > p_at - interval '15 minutes') then
          -- Somebody in the middle of a form is not interrupted, for an hour at most.
          update public.outbox set due_at = least(p_at + interval '5 minutes', v_out.wanted_at + interval '1 hour') where id = v_out.id;
          perform public.advance_lanes(jsonb_build_array(v_lane.chat_id), p_at);
          continue;
        end if;
      end if;
      -- Somebody may have cancelled it in this very moment.
      update public.outbox set state = 'claimed', token = gen_random_uuid(), holder = p_holder, tries = tries + 1,
        lease_until = v_now + interval '30 seconds' where id = v_out.id and state = 'queued' returning * into v_out;
      if not found then
        perform public.advance_lanes(jsonb_build_array(v_lane.chat_id), p_at);
        continue;
      end if;
      v_rows := v_rows || jsonb_build_array(jsonb_build_object('id', v_out.id, 'token', v_out.token, 'kind', v_out.kind, 'key', v_out.key,
        'payload', v_out.payload, 'tries', v_out.tries, 'chat', v_chat.external_id, 'chatKind', v_chat.kind, 'person', v_out.person_id,
        'language', coalesce((select language from public.people where id = coalesce(v_out.person_id, v_chat.person_id)), 'kk'),
        'inMs', round(extract(epoch from v_slot - v_now) * 1000), 'notices', v_notices));
      update public.lanes set next_at = v_slot + interval '1 millisecond' * case v_chat.kind when 'group' then v_budget.group_ms else v_budget.private_ms end
      where chat_id = v_lane.chat_id;
      perform public.advance_lanes(jsonb_build_array(v_lane.chat_id), p_at);
      v_slot := v_slot + v_budget.interval_ms * interval '1 millisecond';
    end loop;
  end loop;
  update public.budgets set next_at = v_slot where channel_id = p_channel;
  -- A chat that waits for its own next second: milliseconds until the first of them.
  return jsonb_build_object('rows', v_rows, 'waitMs', (select ceil(extract(epoch from min(t.due_at) - p_at) * 1000)
    from generate_series(0, 2) k cross join lateral (select due_at from public.lanes
      where channel_id = p_channel and priority = k and due_at > p_at and due_at <= p_at + interval '2 seconds' order by due_at limit 1) t));
end $$;

-- Settles what was sent and begins what is to be sent, in one call. p_settled: [{"id", "token", "end", "messageId", "seconds",
-- "reason", "to"}], end: sent | limited (after seconds) | rejected | gone | moved (to) | not-begun | in-doubt | cancelled |
-- returned. p_beginning: [{"id", "token"}]. {"begun": ids}: only these may be sent now. A late word about a message in doubt
-- is taken too.
create function advance_outbox(p_holder uuid, p_settled jsonb, p_beginning jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v jsonb;
  v_begun jsonb;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  for v in select value from jsonb_array_elements(p_settled) order by (value->>'id')::bigint loop
    perform public.settle_message(v, p_at);
  end loop;
  with begun as (
    update public.outbox o set state = 'sending', lease_until = clock_timestamp() + interval '1 minute'
    from jsonb_array_elements(p_beginning) b
    where o.id = (b.value->>'id')::bigint and o.token = (b.value->>'token')::uuid and o.state = 'claimed' and o.holder = p_holder
    returning o.id
  )
  select coalesce(jsonb_agg(id), '[]') into v_begun from begun;
  return jsonb_build_object('begun', v_begun);
end $$;

create function settle_message(p_end jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  o public.outbox;
  v_end text := p_end->>'end';
  v_now timestamptz := clock_timestamp();
  v_pause interval;
  v_budget public.budgets;
  v_external text;
begin
  select * into o from public.outbox where id = (p_end->>'id')::bigint and token = (p_end->>'token')::uuid
    and state in ('claimed', 'sending', 'unknown') for update;
  if o.id is null then
    return '{"is": "stale"}';
  elsif v_end in ('limited', 'not-begun') and o.tries >= 10 then
    v_end := 'rejected';
  end if;
  if v_end = 'sent' then
    update public.outbox set state = 'sent', settled_at = p_at, lease_until = null, message_id = (p_end->>'messageId')::bigint, reason = null where id = o.id;
    -- What was done before it went did not stand in it.
    update public.notices n set state = case when d.fulfilled_at is null and d.waived_at is null and d.closed_at is null
      and d.due_on = n.due_on then 'sent' else 'dropped' end
    from public.obligations d where d.id = n.obligation_id and n.outbox_id = o.id;
    if o.kind = 'retention-notice' then
      perform public.mark_warned(o.person_id, p_at);
    end if;
  elsif v_end = 'in-doubt' then
    update public.outbox set state = 'unknown', settled_at = p_at, lease_until = null, reason = p_end->>'reason' where id = o.id;
    update public.notices set state = 'unknown' where outbox_id = o.id and state = 'planned';
  elsif v_end in ('rejected', 'cancelled') then
    -- What is given up for its many tries keeps why it had to be tried again.
    update public.outbox set state = case v_end when 'rejected' then 'failed' else 'cancelled' end, settled_at = p_at,
      lease_until = null, reason = coalesce(p_end->>'reason', nullif(p_end->>'end', v_end)) where id = o.id;
    update public.notices set state = 'dropped' where outbox_id = o.id and state = 'planned';
  else
    -- Growing pauses: 10 seconds, 20, 40 … up to an hour; what a messenger asks for goes before.
    v_pause := case v_end when 'limited' then (p_end->>'seconds')::int * interval '1 second'
      when 'not-begun' then least(interval '1 hour', interval '10 seconds' * power(2, o.tries - 1)) else interval '0' end;
    update public.outbox set state = 'queued', token = null, holder = null, lease_until = null, due_at = p_at + v_pause,
      reason = p_end->>'reason', tries = case when v_end in ('limited', 'not-begun') then tries else greatest(tries - 1, 0) end
    where id = o.id;
    if v_end = 'limited' then
      update public.lanes set next_at = v_now + v_pause where chat_id = o.chat_id;
      select * into v_budget from public.budgets where channel_id = o.channel_id for update;
      -- Two chats refused within two seconds: it is the account that is too fast, not the chat.
      update public.budgets set limited_at = v_now, limited_chat = o.chat_id,
        next_at = case when v_budget.limited_chat <> o.chat_id and v_budget.limited_at > v_now - interval '2 seconds'
          then greatest(next_at, v_now + v_pause) else next_at end
      where channel_id = o.channel_id;
    elsif v_end in ('gone', 'moved') then
      select external_id into v_external from public.chats where id = o.chat_id;
      if v_end = 'gone' then
        perform public.chat_gone(o.channel_id, v_external, p_at);
      else
        perform public.chat_moved(o.channel_id, v_external, p_end->>'to', p_at);
      end if;
    end if;
    perform public.advance_lanes(jsonb_build_array(o.chat_id), p_at);
  end if;
  return '{"is": "settled"}';
end $$;

-- Ends leases that ran out: what was only claimed waits again, what was being sent is in doubt. Empties the lanes of chats
-- that are gone, a bite at a time: to the person's next best chat, or nowhere.
create function sweep_outbox(p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chats jsonb;
  v_lane public.lanes;
  v_moved jsonb;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  with late as (
    select id from public.outbox where state in ('claimed', 'sending') and lease_until < clock_timestamp()
    order by id limit 500 for update skip locked
  ), ended as (
    update public.outbox o set state = case o.state when 'claimed' then 'queued' else 'unknown' end, lease_until = null,
      tries = case o.state when 'claimed' then greatest(o.tries - 1, 0) else o.tries end,
      token = case o.state when 'claimed' then null else o.token end, holder = null,
      settled_at = case o.state when 'sending' then p_at end, reason = case o.state when 'sending' then 'its process ended' end
    from late where o.id = late.id returning o.id, o.chat_id, o.state
  ), doubted as (
    update public.notices n set state = 'unknown' from ended e where n.outbox_id = e.id and e.state = 'unknown' and n.state = 'planned'
  )
  select coalesce(jsonb_agg(chat_id), '[]') into v_chats from ended where state = 'queued';
  perform public.advance_lanes(v_chats, p_at);
  for v_lane in select * from public.lanes where stopped order by chat_id limit 20 for update skip locked loop
    if (select gone_at from public.chats where id = v_lane.chat_id) is null then
      update public.lanes set stopped = false where chat_id = v_lane.chat_id;
      perform public.advance_lanes(jsonb_build_array(v_lane.chat_id), p_at);
      continue;
    end if;
    with left_over as (
      select o.id, public.best_chat(o.person_id) as chat from public.outbox o
      where o.chat_id = v_lane.chat_id and o.state = 'queued' order by o.priority, o.due_at limit 500 for update
    ), moved as (
      update public.outbox o set
        chat_id = coalesce(c.id, o.chat_id), channel_id = coalesce(c.channel_id, o.channel_id),
        state = case when c.id is null then 'cancelled' else 'queued' end, settled_at = case when c.id is null then p_at end,
        reason = case when c.id is null then 'the chat is gone' end
      from left_over l left join public.chats c on c.id = l.chat where o.id = l.id returning o.id, o.chat_id, o.state
    ), dropped as (
      update public.notices n set state = 'dropped' from moved m where n.outbox_id = m.id and m.state = 'cancelled' and n.state = 'planned'
    )
    select coalesce(jsonb_agg(chat_id), '[]') into v_moved from moved;
    if jsonb_array_length(v_moved) = 0 then
      update public.lanes set stopped = false where chat_id = v_lane.chat_id;
    else
      perform public.advance_lanes(v_moved, p_at);
    end if;
  end loop;
  return '{"is": "swept"}';
end $$;

-- A chat that blocked us or was left is not written to until it writes again.
create or replace function chat_gone(p_channel bigint, p_external text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chat bigint;
begin
  update public.chats set gone_at = p_at where channel_id = p_channel and external_id = p_external and gone_at is null returning id into v_chat;
  update public.lanes set due_at = null, stopped = true where chat_id = v_chat;
  return jsonb_build_object('gone', v_chat is not null);
end $$;

-- A group became a supergroup: the same chat under a new name, and the old one leads to it. If the new name has already become
-- a chat of its own, the old chat is over and what waits there goes over.
create or replace function chat_moved(p_channel bigint, p_external text, p_new text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chat bigint;
  v_other bigint;
begin
  select id into v_chat from public.chats where channel_id = p_channel and external_id = p_external for update;
  select id into v_other from public.chats where channel_id = p_channel and external_id = p_new;
  if v_chat is null or v_chat = v_other then
    return '{"moved": false}';
  end if;
  insert into public.chat_aliases (channel_id, external_id, chat_id) values (p_channel, p_external, coalesce(v_other, v_chat))
  on conflict do nothing;
  if v_other is null then
    update public.chats set external_id = p_new where id = v_chat;
    return '{"moved": true}';
  end if;
  update public.chats set gone_at = p_at where id = v_chat and gone_at is null;
  update public.lanes set due_at = null where chat_id = v_chat;
  update public.outbox set chat_id = v_other where chat_id = v_chat and state = 'queued';
  perform public.advance_lanes(jsonb_build_array(v_other), p_at);
  return '{"moved": false}';
end $$;

-- An embedded database serves one process: whoever held a talk, a job or a message before this start is gone.
create or replace function void_leases() returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.talks set holder = null, token = null, lease_until = null where lease_until is not null;
  update public.jobs set token = null, lease_until = null where token is not null;
  update public.channels set receiver = null, lease_until = null where receiver is not null;
  update public.outbox set lease_until = '-infinity' where state in ('claimed', 'sending');
  return '{"is": "void"}';
end $$;

revoke all on function best_chat(bigint), advance_lanes(jsonb, timestamptz), enqueue(jsonb, timestamptz), notices_in(bigint),
  read_obligation(bigint), claim_outbox(bigint, uuid, int, timestamptz), advance_outbox(uuid, jsonb, jsonb, timestamptz),
  settle_message(jsonb, timestamptz), sweep_outbox(timestamptz) from public, anon, authenticated;
grant execute on function best_chat(bigint), advance_lanes(jsonb, timestamptz), enqueue(jsonb, timestamptz), notices_in(bigint),
  read_obligation(bigint), claim_outbox(bigint, uuid, int, timestamptz), advance_outbox(uuid, jsonb, jsonb, timestamptz),
  settle_message(jsonb, timestamptz), sweep_outbox(timestamptz) to service_role;
