-- Announcements: what a coordinator says to many. A campaign's words are the answers of its form; its recipients become rows of
-- the outbox, which sends them as it sends everything else.

create table campaigns (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations,
  project_id bigint references projects,
  submission_id bigint not null unique references submissions on delete cascade,
  author_id bigint references people on delete set null,
  -- draft; asked: a second coordinator has to agree; planned: confirmed, for its time; then sending and paused; done, cancelled.
  state text not null default 'draft' check (state in ('draft', 'asked', 'planned', 'sending', 'paused', 'done', 'cancelled')),
  -- What its button opens: "projects", "project 12", "deadlines"; null: it has none.
  link text,
  -- {"groups": null | {"tags": [any of these; empty: all]}, "people": null | {"roles": [empty: all]}, "regions", "programmes",
  -- "languages": [empty: all]}
  audience jsonb not null default '{"groups": null, "people": null, "regions": [], "programmes": [], "languages": []}',
  -- null: at once.
  send_at timestamptz,
  -- Why it may pass the quiet hours.
  urgent_reason text,
  approved_by bigint references people on delete set null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  -- The recipients that stand in the outbox so far, by their keys.
  reached_group bigint not null default 0,
  reached_person bigint not null default 0,
  groups_reached boolean not null default false,
  spread boolean not null default false,
  -- The one message that tells its author how far it is, and what it said last.
  told_chat bigint references chats on delete set null,
  told_message bigint,
  told jsonb,
  told_until timestamptz
);
create index campaigns_of_organisation on campaigns (organisation_id, id);
create index campaigns_of_project on campaigns (project_id);
create index campaigns_of_author on campaigns (author_id);
create index campaigns_approved_by on campaigns (approved_by);
create index campaigns_told_in on campaigns (told_chat);
create index campaigns_under_way on campaigns (id) where state in ('sending', 'paused');
create index campaigns_ended on campaigns (ended_at) where ended_at is not null;

alter table outbox add column campaign_id bigint references campaigns on delete cascade;
create index outbox_of_campaign on outbox (campaign_id, state, id);
-- held: its campaign is paused.
alter table outbox drop constraint outbox_state_check;
alter table outbox add constraint outbox_state_check
  check (state in ('queued', 'held', 'claimed', 'sending', 'sent', 'failed', 'unknown', 'cancelled'));

-- What an account may announce, where its messenger wants people's pace. Null: no such limit.
alter table budgets
  -- A random pause between two announcements.
  add column post_min_ms int, add column post_max_ms int, add column post_next_at timestamptz not null default '-infinity',
  -- Announcements within an hour and a day; a new number begins with ramp_from a day and may send ramp_step more each day.
  add column hour_cap int, add column day_cap int, add column ramp_from int, add column ramp_step int,
  -- Announcements in one group and day.
  add column group_daily int,
  -- So many failures in a row stop the account, until an administrator lets it go on.
  add column burst int,
  add column hour_from timestamptz, add column hour_used int not null default 0,
  add column day_on date, add column day_used int not null default 0,
  add column number text, add column number_since timestamptz,
  add column errors int not null default 0, add column stopped_at timestamptz, add column stopped_why text;

alter table campaigns enable row level security;
revoke all on campaigns from public, anon, authenticated;
grant select, insert, update, delete on campaigns to service_role;

-- When something more urgent comes due in a chat whose next message is a lesser one; null: nothing.
alter table lanes add column rises_at timestamptz;
create index lanes_rising on lanes (channel_id, rises_at) where rises_at is not null;

-- Lets the lanes of these chats run to their next waiting message: of what is due the most urgent, otherwise what is due first.
-- A lane never stands among more urgent ones than the message it would send.
create or replace function advance_lanes(p_chats jsonb, p_at timestamptz) returns jsonb
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
  insert into public.lanes (chat_id, channel_id, next_at, priority, due_at, rises_at)
  select c.id, c.channel_id, '-infinity', w.ranks[1], w.dues[1], least(case when w.ranks[2] < w.ranks[1] then w.dues[2] end,
    case when w.ranks[3] < w.ranks[1] then w.dues[3] end)
  from public.chats c
  cross join lateral (
    -- The first of each priority: three looks into one index.
    select array_agg(t.priority order by greatest(t.due_at, p_at), t.priority) as ranks,
      array_agg(t.due_at order by greatest(t.due_at, p_at), t.priority) as dues
    from generate_series(0, 2) k cross join lateral (
      select o.priority, o.due_at from public.outbox o where o.chat_id = c.id and o.state = 'queued' and o.priority = k
      order by o.due_at limit 1) t) w
  where c.id = any (v_chats) and w.dues is not null
  order by c.id
  on conflict (chat_id) do update set priority = excluded.priority,
    rises_at = case when not public.lanes.stopped then excluded.rises_at end,
    due_at = case when not public.lanes.stopped then greatest(excluded.due_at,
      -- Postgres before 17 can not subtract from infinity.
      case when public.lanes.next_at > clock_timestamp() then p_at + (public.lanes.next_at - clock_timestamp()) end) end;
  update public.lanes l set due_at = null, rises_at = null where (l.due_at is not null or l.rises_at is not null)
    and l.chat_id = any (v_chats)
    and not exists (select 1 from public.outbox o where o.chat_id = l.chat_id and o.state = 'queued');
  return '{"is": "advanced"}';
end $$;

-- An account's budget, made at the first need. Telegram takes 30 a second (a little less leaves room for the unevenness of the
-- way there), one a second in a private chat and 20 a minute in a group. WhatsApp publishes no numbers: these are careful.
create function open_budget(p_channel bigint) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  if not exists (select 1 from public.budgets where channel_id = p_channel) then
    insert into public.budgets (channel_id, interval_ms, private_ms, group_ms, next_at)
    select id, case kind when 'telegram' then 34.5 when 'whatsapp' then 3000 else 1 end, case kind when 'web' then 0 else 1000 end, 3000, '-infinity'
    from public.channels where id = p_channel
    on conflict do nothing;
    update public.budgets b set post_min_ms = 20000, post_max_ms = 60000, hour_cap = 40, day_cap = 200, ramp_from = 20, ramp_step = 20,
      group_daily = 2, burst = 5
    from public.channels c where b.channel_id = p_channel and c.id = p_channel and c.kind = 'whatsapp' and b.post_min_ms is null;
  end if;
  return '{"is": "open"}';
end $$;

-- Announcements that the account may still send on this day; null: no limit.
create function posts_left(p_channel bigint, p_at timestamptz) returns int
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
begin
  return (select least(
      least(day_cap, ramp_from + ramp_step * coalesce(v_on - (number_since at time zone 'Asia/Almaty')::date, 0))
        - case when day_on = v_on then day_used else 0 end,
      hour_cap - case when hour_from > p_at - interval '1 hour' then hour_used else 0 end)
    from public.budgets where channel_id = p_channel);
end $$;

-- Which number an account has now. A new one begins slowly.
create function note_number(p_channel bigint, p_number text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  perform public.open_budget(p_channel);
  update public.budgets set number = p_number, number_since = p_at where channel_id = p_channel and number is distinct from p_number;
  return jsonb_build_object('new', found);
end $$;

-- {"stoppedAt", "why"}: did a row of failures stop the account?
create function read_brake(p_channel bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('stoppedAt', stopped_at, 'why', stopped_why) from public.budgets where channel_id = p_channel);
end $$;

create function release_brake(p_channel bigint) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.budgets set stopped_at = null, stopped_why = null, errors = 0 where channel_id = p_channel;
  return jsonb_build_object('released', found);
end $$;

-- Takes in what is to be said: [{"person" | "chat" | "channel" with "external", "kind", "key", "payload", "priority", "dueAt"}].
-- A payload that names a campaign belongs to it. A person without any chat is not written to; a private chat named by its id may
-- have been silent until now. Gives how many are new.
create or replace function enqueue(p_rows jsonb, p_at timestamptz) returns jsonb
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
  -- People first, in their order: whoever is being erased or joined at this moment is waited for with nothing in hand.
  perform 1 from public.people where id in (select (r.value->>'person')::bigint from jsonb_array_elements(p_rows) r) order by id for key share;
  with wanted as (
    select (r.value->>'person')::bigint as person, r.value as row, r.n, coalesce((r.value->>'chat')::bigint,
      (select c.id from public.chats c where c.channel_id = (r.value->>'channel')::bigint and c.external_id = r.value->>'external'
        and c.gone_at is null),
      -- A group may have moved since its name was written down.
      (select a.chat_id from public.chat_aliases a where a.channel_id = (r.value->>'channel')::bigint and a.external_id = r.value->>'external'),
      public.best_chat((r.value->>'person')::bigint)) as chat
    from jsonb_array_elements(p_rows) with ordinality r (value, n)
  ), queued as (
    insert into public.outbox (channel_id, chat_id, person_id, kind, key, payload, priority, campaign_id, wanted_at, due_at)
    select c.channel_id, c.id, w.person, w.row->>'kind', w.row->>'key', coalesce(w.row->'payload', '{}'), (w.row->>'priority')::int,
      (w.row->'payload'->>'campaign')::bigint,
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

-- May this announcement go at this moment? Gives true if it may; otherwise it was put off, held or cancelled. The caller holds
-- the chat's lane and the account's budget.
create function may_announce(p_message bigint, p_at timestamptz) returns boolean
language plpgsql security invoker set search_path = '' as $$
declare
  v_out public.outbox;
  v_most int;
  v_state text;
  v_reason text;
  v_morning timestamptz := (p_at at time zone 'Asia/Almaty')::date::timestamp at time zone 'Asia/Almaty';
begin
  select * into v_out from public.outbox where id = p_message;
  select state into v_state from public.campaigns where id = v_out.campaign_id;
  if v_state = 'paused' then
    update public.outbox set state = 'held' where id = v_out.id;
    return false;
  elsif v_state = 'cancelled' then
    v_reason := 'cancelled';
  elsif exists (select 1 from public.campaigns k join public.organisations o on o.id = k.organisation_id
      where k.id = v_out.campaign_id and o.closed_at is not null) then
    v_reason := 'the organisation is closed';
  elsif v_out.person_id is not null then
    -- They may have said stop since, or taken their consent back.
    select case when p.announcements_off_at is not null then 'said stop'
      when not exists (select 1 from public.consents c where c.person_id = p.id and c.withdrawn_at is null) then 'no consent' end
    into v_reason from public.people p where p.id = v_out.person_id;
  elsif exists (select 1 from public.groups where chat_id = v_out.chat_id and unlinked_at is not null) then
    v_reason := 'the group was let go';
  end if;
  if v_reason is not null then
    update public.outbox set state = 'cancelled', settled_at = p_at, reason = v_reason where id = v_out.id;
    return false;
  elsif public.awake_at(p_at) > p_at and not v_out.payload ? 'urgent' then
    update public.outbox set due_at = public.awake_at(p_at) where id = v_out.id;
    return false;
  end if;
  select group_daily into v_most from public.budgets where channel_id = v_out.channel_id;
  if v_out.person_id is null and v_most <= (select count(*) from public.outbox
      where chat_id = v_out.chat_id and state in ('claimed', 'sending', 'sent', 'unknown') and campaign_id is not null
        and coalesce(settled_at, p_at) >= v_morning) then
    -- Enough for one day.
    update public.outbox set due_at = public.awake_at(v_morning + interval '1 day') where id = v_out.id;
    return false;
  end if;
  return true;
end $$;

-- Claims what is due on one account, each with its slot: {"rows": […, "inMs"], "waitMs": milliseconds until more may be
-- claimed, null if nothing more is due}. At most two seconds of slots are given ahead.
create or replace function claim_outbox(p_channel bigint, p_holder uuid, p_limit int, p_at timestamptz) returns jsonb
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
  v_full boolean := false;
  v_rising jsonb;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  -- Nothing due: the account's row is left alone.
  if not exists (select 1 from generate_series(0, 2) k cross join lateral (
      select 1 from public.lanes where channel_id = p_channel and priority = k and due_at <= p_at order by due_at limit 1) t)
    and not exists (select 1 from public.lanes where channel_id = p_channel and rises_at <= p_at) then
    return '{"rows": [], "waitMs": null}';
  end if;
  perform public.open_budget(p_channel);
  select * into v_budget from public.budgets where channel_id = p_channel for update;
  if v_budget.stopped_at is not null then
    return '{"rows": [], "waitMs": null}';
  end if;
  v_rising := (select jsonb_agg(t.chat_id) from (select chat_id from public.lanes where channel_id = p_channel and rises_at <= p_at
    order by rises_at limit 100 for update skip locked) t);
  if v_rising is not null then
    perform public.advance_lanes(v_rising, p_at);
  end if;
  v_now := clock_timestamp();
  -- Whoever begins after a quiet time needs a moment until the first is on its way; its slot must not lie in the past by then.
  v_slot := greatest(v_budget.next_at, v_now + interval '50 milliseconds');
  <<ranks>>
  for v_rank in 0..2 loop
    loop
      -- However many wait for something else, a call takes its bounded time.
      v_turns := v_turns + 1;
      v_full := v_slot > v_now + interval '2 seconds' or jsonb_array_length(v_rows) >= least(p_limit, 100) or v_turns > least(p_limit, 100) + 50;
      exit ranks when v_full;
      -- Where announcements keep people's pace, or are enough for the hour or the day, they wait and hold nobody else up.
      exit when v_rank = 2 and (v_budget.post_next_at > v_now + interval '2 seconds' or public.posts_left(p_channel, p_at) <= 0);
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
      if not found or v_out.priority > v_rank then
        perform public.advance_lanes(jsonb_build_array(v_lane.chat_id), p_at);
        continue;
      end if;
      select * into v_chat from public.chats where id = v_lane.chat_id;
      if v_chat.gone_at is not null then
        update public.lanes set due_at = null, stopped = true where chat_id = v_lane.chat_id;
        continue;
      end if;
      if v_out.campaign_id is not null and not public.may_announce(v_out.id, p_at) then
        perform public.advance_lanes(jsonb_build_array(v_lane.chat_id), p_at);
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
        elsif v_out.kind = 'digest' and p_at < v_out.wanted_at + interval '1 hour' and public.is_filling(v_out.person_id, p_at) then
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
      if v_out.campaign_id is not null and v_budget.post_min_ms is not null then
        v_slot := greatest(v_slot, v_budget.post_next_at);
        update public.budgets set
          post_next_at = v_slot + interval '1 millisecond' * (post_min_ms + floor(random() * (post_max_ms - post_min_ms + 1))),
          hour_from = case when hour_from > p_at - interval '1 hour' then hour_from else p_at end,
          hour_used = case when hour_from > p_at - interval '1 hour' then hour_used + 1 else 1 end,
          day_on = (p_at at time zone 'Asia/Almaty')::date,
          day_used = case when day_on = (p_at at time zone 'Asia/Almaty')::date then day_used + 1 else 1 end
        where channel_id = p_channel returning * into v_budget;
      end if;
      v_rows := v_rows || jsonb_build_array(jsonb_build_object('id', v_out.id, 'token', v_out.token, 'kind', v_out.kind, 'key', v_out.key,
        'payload', v_out.payload, 'tries', v_out.tries, 'chat', v_chat.external_id, 'chatKind', v_chat.kind, 'person', v_out.person_id,
        'language', coalesce((select language from public.people where id = coalesce(v_out.person_id, v_chat.person_id)), 'kk'),
        'groupLanguage', (select language from public.groups where chat_id = v_chat.id),
        'inMs', round(extract(epoch from v_slot - v_now) * 1000), 'notices', v_notices));
      update public.lanes set next_at = v_slot + interval '1 millisecond' * case v_chat.kind when 'group' then v_budget.group_ms else v_budget.private_ms end
      where chat_id = v_lane.chat_id;
      perform public.advance_lanes(jsonb_build_array(v_lane.chat_id), p_at);
      v_slot := v_slot + v_budget.interval_ms * interval '1 millisecond';
    end loop;
  end loop;
  update public.budgets set next_at = v_slot where channel_id = p_channel;
  if v_full then
    return jsonb_build_object('rows', v_rows, 'waitMs', greatest(50, ceil(extract(epoch from v_slot - v_now) * 1000 - 1500)));
  end if;
  -- A chat that waits for its own next second: milliseconds until the first of them.
  return jsonb_build_object('rows', v_rows, 'waitMs', (select ceil(extract(epoch from min(t.due_at) - p_at) * 1000)
    from generate_series(0, 2) k cross join lateral (select due_at from public.lanes
      where channel_id = p_channel and priority = k and due_at > p_at and due_at <= p_at + interval '2 seconds' order by due_at limit 1) t));
end $$;

-- Settles what was sent and begins what is to be sent, in one call. p_settled: [{"id", "token", "end", "messageId", "seconds",
-- "reason", "to"}], end: sent | limited (after seconds) | rejected | gone | moved (to) | not-begun | in-doubt | cancelled |
-- returned. p_beginning: [{"id", "token"}]. {"begun": ids}: only these may be sent now. A late word about a message in doubt
-- is taken too.
create or replace function advance_outbox(p_holder uuid, p_settled jsonb, p_beginning jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v jsonb;
  v_begun jsonb;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  -- All are held in the order in which everybody holds them: what is under way by its key, then the lanes in theirs.
  perform 1 from public.outbox where id in (select (i.value->>'id')::bigint from jsonb_array_elements(p_settled || p_beginning) i)
  order by id for update;
  perform 1 from public.lanes where chat_id in (
    select o.chat_id from jsonb_array_elements(p_settled) i join public.outbox o on o.id = (i.value->>'id')::bigint
    where i.value->>'end' in ('limited', 'not-begun', 'returned', 'gone', 'moved')
    union
    select c.id from jsonb_array_elements(p_settled) i join public.outbox o on o.id = (i.value->>'id')::bigint
    join public.chats c on c.channel_id = o.channel_id and c.external_id = i.value->>'to') order by chat_id for update;
  for v in select value from jsonb_array_elements(p_settled) order by (value->>'id')::bigint loop
    perform public.settle_message(v, p_at);
  end loop;
  with begun as (
    update public.outbox o set state = 'sending', lease_until = clock_timestamp() + interval '1 minute'
    from jsonb_array_elements(p_beginning) b
    where o.id = (b.value->>'id')::bigint and o.token = (b.value->>'token')::uuid and o.state = 'claimed' and o.holder = p_holder
      -- Whoever says stop between the claim and its slot gets nothing any more: its lease ends, and the next claim cancels it.
      and (o.campaign_id is null or not exists (
        select 1 from public.people p where p.id = o.person_id and p.announcements_off_at is not null))
    returning o.id
  )
  select coalesce(jsonb_agg(id), '[]') into v_begun from begun;
  return jsonb_build_object('begun', v_begun);
end $$;

-- A chat that blocked us or was left is not written to until it writes again.
create or replace function chat_gone(p_channel bigint, p_external text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chat bigint;
begin
  select id into v_chat from public.chats where channel_id = p_channel and external_id = p_external;
  perform 1 from public.lanes where chat_id = v_chat for update;
  update public.chats set gone_at = p_at where id = v_chat and external_id = p_external and gone_at is null;
  if not found then
    return '{"gone": false}';
  end if;
  update public.lanes set due_at = null, stopped = true where chat_id = v_chat;
  return '{"gone": true}';
end $$;

create or replace function settle_message(p_end jsonb, p_at timestamptz) returns jsonb
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
    update public.budgets set errors = 0 where channel_id = o.channel_id and errors > 0 and stopped_at is null;
    if o.kind = 'retention-notice' then
      perform public.mark_warned(o.person_id, p_at);
    end if;
  elsif v_end = 'in-doubt' then
    update public.outbox set state = 'unknown', settled_at = p_at, lease_until = null, reason = p_end->>'reason',
      message_id = (p_end->>'messageId')::bigint where id = o.id;
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
  if v_end in ('in-doubt', 'rejected', 'limited') then
    -- A row of failures: going on would make it worse.
    update public.budgets set errors = errors + 1, stopped_at = case when errors + 1 >= burst then p_at end,
      stopped_why = case when errors + 1 >= burst then p_end->>'reason' end
    where channel_id = o.channel_id and burst is not null and stopped_at is null;
  end if;
  return '{"is": "settled"}';
end $$;

-- The messenger's late word that a message has arrived there: what was in doubt is sent.
create function acknowledge_message(p_channel bigint, p_message bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
begin
  perform set_config('enable_seqscan', 'off', true);
  update public.outbox set state = 'sent', settled_at = p_at, reason = null
  where channel_id = p_channel and state = 'unknown' and message_id = p_message returning id into v_id;
  update public.notices set state = 'sent' where outbox_id = v_id and state = 'unknown';
  return jsonb_build_object('known', v_id is not null);
end $$;

-- Ends leases that ran out: what was only claimed waits again, what was being sent is in doubt. Empties the lanes of chats
-- that are gone, a bite at a time: to the person's next best chat, or nowhere; an announcement that has nowhere to go has failed.
create or replace function sweep_outbox(p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chats jsonb;
  v_lane public.lanes;
  v_moved jsonb;
  v_new bigint;
  v_targets bigint[];
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
    -- A group that has moved is written to where it is now.
    v_new := (select a.chat_id from public.chats c join public.chat_aliases a on a.channel_id = c.channel_id and a.external_id = c.external_id
      where c.id = v_lane.chat_id);
    v_targets := array(select distinct coalesce(public.best_chat(person_id), v_new) from public.outbox
      where chat_id = v_lane.chat_id and state = 'queued');
    -- Who holds a lane does not wait for another: the next sweep comes soon.
    continue when (select count(*) from public.lanes where chat_id = any (v_targets)) <> (select count(*) from (
      select 1 from public.lanes where chat_id = any (v_targets) for update skip locked) t);
    with left_over as (
      select o.id, coalesce(public.best_chat(o.person_id), v_new) as chat from public.outbox o
      where o.chat_id = v_lane.chat_id and o.state = 'queued' order by o.priority, o.due_at limit 500 for update
    ), moved as (
      update public.outbox o set
        chat_id = coalesce(c.id, o.chat_id), channel_id = coalesce(c.channel_id, o.channel_id),
        state = case when c.id is not null then 'queued' when o.campaign_id is null then 'cancelled' else 'failed' end,
        settled_at = case when c.id is null then p_at end, reason = case when c.id is null then 'the chat is gone' end
      from left_over l left join public.chats c on c.id = l.chat and c.gone_at is null where o.id = l.id returning o.id, o.chat_id, o.state
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

-- Makes the campaign of a sent form. A second time it gives the same one.
create function make_campaign(p_submission bigint, p_organisation bigint, p_project bigint, p_author bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
begin
  insert into public.campaigns (organisation_id, project_id, submission_id, author_id, made_at)
  values (p_organisation, p_project, p_submission, p_author, p_at) on conflict (submission_id) do nothing returning id into v_id;
  return jsonb_build_object('id', coalesce(v_id, (select id from public.campaigns where submission_id = p_submission)));
end $$;

-- A campaign with its words and where it lies; null if there is none.
create function read_campaign(p_campaign bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('id', k.id, 'state', k.state, 'organisation', k.organisation_id, 'organisationName', o.name,
      'platform', o.kind = 'platform', 'above', public.above_organisation(k.organisation_id), 'project', k.project_id, 'submission', k.submission_id,
      'author', k.author_id, 'authorName', a.name, 'link', k.link, 'audience', k.audience, 'sendAt', k.send_at,
      'urgentReason', k.urgent_reason, 'approvedBy', k.approved_by, 'spread', k.spread,
      'answers', (select coalesce(jsonb_object_agg(w.question, w.value), '{}') from public.answers w where w.submission_id = k.submission_id and w.complete),
      -- The picture or document that goes with it.
      'file', (select jsonb_build_object('path', f.path, 'mime', f.mime, 'kind', v.value->>'kind') from public.answers w
        cross join lateral jsonb_array_elements(case jsonb_typeof(w.value) when 'array' then w.value else '[]' end) v
        join public.files f on f.id = (v.value->>'file')::bigint
        where w.submission_id = k.submission_id and w.complete and v.value ? 'file' limit 1))
    from public.campaigns k join public.organisations o on o.id = k.organisation_id left join public.people a on a.id = k.author_id
    where k.id = p_campaign);
end $$;

-- The newest campaigns in a part of the tree, p_before a page's last key.
create function campaigns_in(p_all boolean, p_organisations jsonb, p_projects jsonb, p_before bigint, p_limit int) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'state', t.state, 'organisationName', t.name, 'text', t.text,
      'madeAt', t.made_at) order by t.id desc), '[]') from (
    select k.id, k.state, o.name, k.made_at, (select left(w.value #>> '{}', 60) from public.answers w
      where w.submission_id = k.submission_id and w.question = (select (a.value #>> '{}') || '_kk' from public.answers a
        where a.submission_id = k.submission_id and a.question = 'kind')) as text
    from public.campaigns k join public.organisations o on o.id = k.organisation_id
    where (p_before is null or k.id < p_before) and (p_all
      or k.project_id is not null and k.project_id in (select i.value::bigint from jsonb_array_elements_text(p_projects) i)
      or k.organisation_id in (select d.value::bigint from jsonb_array_elements_text(p_organisations) i
        cross join lateral jsonb_array_elements_text(public.below_organisation(i.value::bigint)) d))
    order by k.id desc limit least(p_limit, 50)) t);
end $$;

-- Changes a draft: {"link", "audience", "sendAt", "urgentReason"}, only what is named. {"changed": false}: it is a draft no more.
create function change_campaign(p_campaign bigint, p_change jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.campaigns set
    link = case when p_change ? 'link' then p_change->>'link' else link end,
    audience = coalesce(p_change->'audience', audience),
    send_at = case when p_change ? 'sendAt' then (p_change->>'sendAt')::timestamptz else send_at end,
    urgent_reason = case when p_change ? 'urgentReason' then p_change->>'urgentReason' else urgent_reason end
  where id = p_campaign and state = 'draft';
  return jsonb_build_object('changed', found);
end $$;

-- Opens the words of a draft once more. {"is": "open", "submission"} or {"is": "closed"}.
create function rewrite_campaign(p_campaign bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_submission bigint;
begin
  select submission_id into v_submission from public.campaigns where id = p_campaign and state = 'draft' for no key update;
  if v_submission is null then
    return '{"is": "closed"}';
  end if;
  update public.submissions set status = 'draft', at_question = 'overview', touched_at = p_at, moved_by = null
  where id = v_submission and status <> 'draft';
  return jsonb_build_object('is', 'open', 'submission', v_submission);
end $$;

-- The next linked groups that a campaign is for, by key: [{"chat", "channel", "why"}]; why: the reason why it is left out, or null.
create function groups_for(p_campaign bigint, p_after bigint, p_limit int) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  k public.campaigns;
  v_tags jsonb;
begin
  select * into k from public.campaigns where id = p_campaign;
  if coalesce(jsonb_typeof(k.audience->'groups'), 'null') = 'null' then
    return '[]';
  end if;
  v_tags := coalesce(k.audience->'groups'->'tags', '[]');
  return (select coalesce(jsonb_agg(jsonb_build_object('chat', t.chat_id, 'channel', t.channel_id, 'why', t.why) order by t.chat_id), '[]') from (
    select g.chat_id, c.channel_id, case when c.gone_at is not null then 'gone' end as why
    from public.groups g join public.chats c on c.id = g.chat_id join public.organisations o on o.id = g.organisation_id
    where g.chat_id > p_after and g.unlinked_at is null
      and g.organisation_id in (select i.value::bigint from jsonb_array_elements_text(public.below_organisation(k.organisation_id)) i)
      and (k.project_id is null or g.project_id = k.project_id)
      and (v_tags = '[]' or exists (select 1 from jsonb_array_elements_text(g.tags) w where v_tags ? w.value))
      and (coalesce(k.audience->'regions', '[]') = '[]' or k.audience->'regions' ? g.region)
      and (coalesce(k.audience->'programmes', '[]') = '[]' or k.audience->'programmes' ? o.programme)
      and (coalesce(k.audience->'languages', '[]') = '[]' or g.language = 'both' or k.audience->'languages' ? g.language)
    order by g.chat_id limit least(p_limit, 2000)) t);
end $$;

-- The next people that a campaign is for, by key: [{"person", "chat", "channel", "why"}]; why somebody is left out: stopped
-- (they said so), consent (there is none in force), blocked (no chat of theirs is open any more), silent (they never wrote).
create function people_for(p_campaign bigint, p_after bigint, p_limit int, p_at timestamptz) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  k public.campaigns;
  v_roles jsonb;
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
begin
  select * into k from public.campaigns where id = p_campaign;
  if coalesce(jsonb_typeof(k.audience->'people'), 'null') = 'null' then
    return '[]';
  end if;
  v_roles := coalesce(k.audience->'people'->'roles', '[]');
  return (select coalesce(jsonb_agg(jsonb_build_object('person', t.id, 'chat', t.chat, 'channel', (select channel_id from public.chats where id = t.chat),
      'why', case when t.announcements_off_at is not null then 'stopped'
        when not exists (select 1 from public.consents s where s.person_id = t.id and s.withdrawn_at is null) then 'consent'
        when t.chat is null then case when exists (select 1 from public.chats c where c.person_id = t.id and c.kind = 'private') then 'blocked' else 'silent' end
        end) order by t.id), '[]')
    from (
      select p.id, p.announcements_off_at, public.best_chat(p.id) as chat from (
        select distinct m.person_id from public.memberships m join public.organisations o on o.id = m.organisation_id
        where m.person_id > p_after and m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on)
          and m.organisation_id in (select i.value::bigint from jsonb_array_elements_text(public.below_organisation(k.organisation_id)) i)
          and (k.project_id is null or m.project_id = k.project_id)
          and (v_roles = '[]' or v_roles ? m.role)
          and (coalesce(k.audience->'regions', '[]') = '[]' or k.audience->'regions' ? o.region)
          and (coalesce(k.audience->'programmes', '[]') = '[]' or k.audience->'programmes' ? o.programme)
      ) m join public.people p on p.id = m.person_id
      where p.erased_at is null and (coalesce(k.audience->'languages', '[]') = '[]' or k.audience->'languages' ? p.language)
      order by p.id limit least(p_limit, 2000)) t);
end $$;

-- How many of the next p_limit people or groups each account reaches, and why others are left out:
-- {"last": the last key, null at the end, "reached": {channel: number}, "leftOut": {why: number}}. p_what: groups or people.
create function count_audience(p_campaign bigint, p_what text, p_after bigint, p_limit int, p_at timestamptz) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v jsonb := case p_what when 'groups' then public.groups_for(p_campaign, p_after, p_limit)
    else public.people_for(p_campaign, p_after, p_limit, p_at) end;
begin
  return jsonb_build_object(
    'last', case when jsonb_array_length(v) >= least(p_limit, 2000) then coalesce(v->-1->'person', v->-1->'chat') end,
    'reached', (select coalesce(jsonb_object_agg(t.channel, t.n), '{}') from (
      select r->>'channel' as channel, count(*) as n from jsonb_array_elements(v) r where r->>'why' is null group by 1) t),
    'leftOut', (select coalesce(jsonb_object_agg(t.why, t.n), '{}') from (
      select r->>'why' as why, count(*) as n from jsonb_array_elements(v) r where r->>'why' is not null group by 1) t));
end $$;

-- What stands before an announcement on each of these accounts: [{"channel", "kind", "queued", "intervalMs", "groupMs", "post"}];
-- post is null where there are no such limits.
create function read_budgets(p_channels jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  perform public.open_budget(i.value::bigint) from jsonb_array_elements_text(p_channels) i;
  return (select coalesce(jsonb_agg(jsonb_build_object('channel', c.id, 'kind', c.kind,
      'queued', (select count(*) from (select 1 from public.lanes where channel_id = c.id and due_at <= p_at
        and (b.post_min_ms is null or priority = 2) limit 100000) t),
      'intervalMs', b.interval_ms, 'groupMs', b.group_ms,
      'post', case when b.post_min_ms is not null then jsonb_build_object('minMs', b.post_min_ms, 'maxMs', b.post_max_ms,
        'hourCap', b.hour_cap, 'usedThisHour', case when b.hour_from > p_at - interval '1 hour' then b.hour_used else 0 end,
        'dayCap', least(b.day_cap, b.ramp_from + b.ramp_step * coalesce((p_at at time zone 'Asia/Almaty')::date
          - (b.number_since at time zone 'Asia/Almaty')::date, 0)), 'mostPerDay', b.day_cap, 'rampStep', b.ramp_step,
        'usedToday', case when b.day_on = (p_at at time zone 'Asia/Almaty')::date then b.day_used else 0 end) end) order by c.id), '[]')
    from jsonb_array_elements_text(p_channels) i join public.channels c on c.id = i.value::bigint join public.budgets b on b.channel_id = c.id);
end $$;

-- Confirms a draft. {"is": "asked"}: it is for more than p_most, so a second one is asked (everyone of p_asked hears of it);
-- {"is": "planned"}; {"is": "closed"}: it is a draft no more, or its words are being changed; {"is": "changed"}: it is not any more
-- what was counted and shown, p_seen: {"link", "audience", "sendAt", "urgentReason"}.
create function confirm_campaign(p_campaign bigint, p_total int, p_most int, p_asked jsonb, p_seen jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  k public.campaigns;
begin
  select * into k from public.campaigns where id = p_campaign and state = 'draft' for no key update;
  -- Words that are being changed are nobody's announcement.
  if k.id is null or exists (select 1 from public.submissions where id = k.submission_id and status = 'draft') then
    return '{"is": "closed"}';
  elsif (k.link, k.audience, k.send_at, k.urgent_reason) is distinct from
    (p_seen->>'link', p_seen->'audience', (p_seen->>'sendAt')::timestamptz, p_seen->>'urgentReason') then
    return '{"is": "changed"}';
  elsif p_total > p_most then
    update public.campaigns set state = 'asked', confirmed_at = p_at where id = p_campaign;
    perform public.enqueue((select coalesce(jsonb_agg(jsonb_build_object('person', i.value::bigint, 'kind', 'campaign-asked',
      'key', p_campaign || ' ' || p_at, 'payload', jsonb_build_object('asked', p_campaign, 'total', p_total), 'priority', 1)), '[]')
      from jsonb_array_elements_text(p_asked) i), p_at);
    return '{"is": "asked"}';
  end if;
  update public.campaigns set state = 'planned', confirmed_at = p_at where id = p_campaign;
  perform public.plan_job('announcement', p_campaign::text, jsonb_build_object('campaign', p_campaign), greatest(p_at, coalesce(k.send_at, p_at)));
  return '{"is": "planned"}';
end $$;

-- The second one's word. {"is": "planned"}, {"is": "draft"} (refused: the author may change it), {"is": "own"} (nobody agrees with
-- themselves), {"is": "closed"}. The author hears of it.
create function answer_campaign(p_campaign bigint, p_by bigint, p_yes boolean, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  k public.campaigns;
begin
  select * into k from public.campaigns where id = p_campaign and state = 'asked' for no key update;
  if k.id is null then
    return '{"is": "closed"}';
  elsif k.author_id = p_by then
    return '{"is": "own"}';
  end if;
  update public.campaigns set state = case when p_yes then 'planned' else 'draft' end, approved_by = case when p_yes then p_by end
  where id = p_campaign;
  insert into public.audit (at, person_id, action, subject_kind, subject_id, detail)
  values (p_at, p_by, case when p_yes then 'approved-announcement' else 'refused-announcement' end, 'campaign', p_campaign, '{}');
  if k.author_id is not null then
    perform public.enqueue(jsonb_build_array(jsonb_build_object('person', k.author_id, 'kind', 'campaign-answered',
      'key', p_campaign || ' ' || p_at, 'payload', jsonb_build_object('answered', p_campaign, 'yes', p_yes), 'priority', 1)), p_at);
  end if;
  if p_yes then
    perform public.plan_job('announcement', p_campaign::text, jsonb_build_object('campaign', p_campaign), greatest(p_at, coalesce(k.send_at, p_at)));
    return '{"is": "planned"}';
  end if;
  return '{"is": "draft"}';
end $$;

-- Puts the next p_limit recipients into the outbox. {"is": "more"}, {"is": "spread"}, {"is": "over"}: paused, cancelled or gone.
create function spread_campaign(p_campaign bigint, p_limit int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  k public.campaigns;
  v jsonb;
  v_due timestamptz;
  v_payload jsonb;
begin
  update public.campaigns set state = 'sending' where id = p_campaign and state = 'planned';
  -- Its key stays: whoever holds a lane may still write messages that name it.
  select * into k from public.campaigns where id = p_campaign for no key update;
  if k.id is null or k.state <> 'sending' then
    return '{"is": "over"}';
  elsif k.spread then
    return '{"is": "spread"}';
  end if;
  v_due := case when k.urgent_reason is null then public.awake_at(p_at) else p_at end;
  v_payload := jsonb_build_object('campaign', p_campaign) || case when k.urgent_reason is null then '{}' else '{"urgent": true}'::jsonb end;
  v := case when k.groups_reached then public.people_for(p_campaign, k.reached_person, least(p_limit, 500), p_at)
    else public.groups_for(p_campaign, k.reached_group, least(p_limit, 500)) end;
  perform public.enqueue((select coalesce(jsonb_agg(jsonb_build_object('person', r->'person', 'chat', r->'chat', 'kind', 'announcement',
      'key', case when r ? 'person' then p_campaign::text else p_campaign || ' ' || (r->>'chat') end,
      'payload', v_payload, 'priority', 2, 'dueAt', v_due)), '[]')
    from jsonb_array_elements(v) r where r->>'why' is null), p_at);
  update public.campaigns set
    reached_group = coalesce((v->-1->>'chat')::bigint, reached_group) where id = p_campaign and not k.groups_reached;
  update public.campaigns set
    reached_person = coalesce((v->-1->>'person')::bigint, reached_person) where id = p_campaign and k.groups_reached;
  if jsonb_array_length(v) >= least(p_limit, 500) then
    return '{"is": "more"}';
  elsif not k.groups_reached then
    update public.campaigns set groups_reached = true where id = p_campaign;
    return '{"is": "more"}';
  end if;
  update public.campaigns set spread = true where id = p_campaign;
  return '{"is": "spread"}';
end $$;

-- Pauses, goes on with or cancels a campaign, p_limit of its messages at a time: to be called until {"moved": 0}.
-- {"is": "closed"}: it can not be turned that way any more. A cancelled one that was not yet confirmed is simply dropped.
create function turn_campaign(p_campaign bigint, p_to text, p_limit int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  k public.campaigns;
  v_from text := case p_to when 'sending' then 'held' else 'queued' end;
  v_ids bigint[];
  v_chats bigint[];
  v_moved jsonb;
begin
  perform set_config('enable_seqscan', 'off', true);
  select * into k from public.campaigns where id = p_campaign for no key update;
  if k.id is null or p_to in ('paused', 'sending') and k.state not in ('paused', 'sending') or k.state = 'done' then
    return '{"is": "closed", "moved": 0}';
  end if;
  if k.state <> p_to then
    update public.campaigns set state = p_to, ended_at = case when p_to = 'cancelled' then p_at end where id = p_campaign;
    if p_to = 'sending' and not k.spread then
      -- The job that met the pause may not have ended yet: this is another one.
      perform public.plan_job('announcement', p_campaign || ' ' || p_at, jsonb_build_object('campaign', p_campaign), p_at);
    end if;
  end if;
  select array_agg(t.id), array_agg(t.chat_id) into v_ids, v_chats from (
    select id, chat_id from public.outbox
    where campaign_id = p_campaign and (state = v_from or p_to = 'cancelled' and state = 'held') order by chat_id limit least(p_limit, 500)) t;
  -- Lanes first, as claims do it; what was claimed until they were held is left alone.
  perform 1 from public.lanes where chat_id = any (v_chats) order by chat_id for update;
  with moved as (
    update public.outbox o set state = case p_to when 'paused' then 'held' when 'sending' then 'queued' else 'cancelled' end,
      settled_at = case when p_to = 'cancelled' then p_at end, reason = case when p_to = 'cancelled' then 'cancelled' end,
      due_at = case when p_to = 'sending' then greatest(o.due_at, p_at) else o.due_at end
    where o.id = any (v_ids) and o.chat_id = any (v_chats) and (o.state = v_from or p_to = 'cancelled' and o.state = 'held')
    returning o.chat_id
  )
  select coalesce(jsonb_agg(chat_id), '[]') into v_moved from moved;
  perform public.advance_lanes(v_moved, p_at);
  return jsonb_build_object('is', 'turned', 'moved', jsonb_array_length(v_moved));
end $$;

-- Cancels what waits of the announcements whose author is to be forgotten, p_limit messages at a time: to be called until
-- {"moved": 0}. What nobody claims any more can then be deleted with them. p_if_due: only if their time is over.
create function drop_campaigns(p_person bigint, p_if_due boolean, p_limit int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_campaign bigint;
  v_moved int := 0;
begin
  if p_if_due and not public.is_due_to_forget(p_person, p_at) then
    return '{"moved": 0}';
  end if;
  for v_campaign in
    select k.id from public.campaigns k join public.submissions s on s.id = k.submission_id
    where (k.author_id = p_person or s.owner_person = p_person) and k.state <> 'done' order by k.id
  loop
    v_moved := v_moved + (public.turn_campaign(v_campaign, 'cancelled', p_limit, p_at)->>'moved')::int;
    exit when v_moved > 0;
  end loop;
  return jsonb_build_object('moved', v_moved);
end $$;

-- How far a campaign is: {"state", "spread", "sent", "failed", "unknown", "cancelled", "open", "held"}. Once all are settled it is done.
create function count_campaign(p_campaign bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  k public.campaigns;
  v jsonb;
begin
  perform set_config('enable_seqscan', 'off', true);
  select jsonb_build_object('sent', count(*) filter (where state = 'sent'), 'failed', count(*) filter (where state = 'failed'),
    'unknown', count(*) filter (where state = 'unknown'), 'cancelled', count(*) filter (where state = 'cancelled'),
    'open', count(*) filter (where state in ('queued', 'claimed', 'sending')), 'held', count(*) filter (where state = 'held'))
  into v from public.outbox where campaign_id = p_campaign;
  if (v->>'open')::int = 0 and (v->>'held')::int = 0 then
    -- Somebody may be sending the failed ones again: first its row is held, then one looks once more.
    perform 1 from public.campaigns where id = p_campaign and state in ('sending', 'paused') and spread for no key update;
    if found and not exists (select 1 from public.outbox
      where campaign_id = p_campaign and state in ('queued', 'claimed', 'sending', 'held')) then
      update public.campaigns set state = 'done', ended_at = p_at where id = p_campaign;
    end if;
  end if;
  select * into k from public.campaigns where id = p_campaign;
  if k.ended_at < p_at - interval '29 days' and k.told is not null then
    -- Its messages go after 30 days; what its author read at the end stays.
    return k.told;
  end if;
  return v || jsonb_build_object('state', k.state, 'spread', k.spread);
end $$;

-- Campaigns whose author is to be told how far they are, in chats on these accounts, each for this caller alone for ten seconds:
-- [{"id", "counts", "told", "channel", "chat", "message", "language"}]; message null: none stands there yet.
create function claim_progress(p_channels jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  k public.campaigns;
  v_counts jsonb;
  v_chat public.chats;
  v_all jsonb := '[]';
begin
  for k in
    select * from public.campaigns
    where (state in ('sending', 'paused') or ended_at > p_at - interval '1 day') and confirmed_at is not null
      and (told_until is null or told_until < clock_timestamp())
      -- What is over or paused, and said so with nothing on its way or in doubt, can not have changed.
      and (state = 'sending' or told->>'state' is distinct from state
        or (told->>'open')::int + (told->>'unknown')::int + case state when 'paused' then 0 else (told->>'held')::int end > 0)
    order by ended_at desc nulls first, id limit 50 for no key update skip locked
  loop
    v_counts := public.count_campaign(k.id, p_at);
    if (v_counts->>'held')::int > 0 and v_counts->>'state' in ('sending', 'cancelled')
      or (v_counts->>'open')::int > 0 and v_counts->>'state' in ('paused', 'cancelled') then
      -- Whoever turned it was ended in the middle.
      perform public.turn_campaign(k.id, v_counts->>'state', 500, p_at);
      v_counts := public.count_campaign(k.id, p_at);
    end if;
    continue when k.told is not distinct from v_counts;
    -- Dropped before anything of it stood anywhere: whoever did that knows.
    continue when k.state = 'cancelled' and k.told is null and not exists (select 1 from public.outbox where campaign_id = k.id);
    select c.* into v_chat from public.chats c where c.id = coalesce(
      (select t.id from public.chats t where t.id = k.told_chat and t.gone_at is null), public.best_chat(k.author_id));
    continue when not found or not p_channels @> to_jsonb(v_chat.channel_id);
    update public.campaigns set told_until = clock_timestamp() + interval '10 seconds' where id = k.id;
    v_all := v_all || jsonb_build_array(jsonb_build_object('id', k.id, 'counts', v_counts, 'told', k.told, 'channel', v_chat.channel_id,
      'chat', v_chat.external_id, 'message', case when v_chat.id = k.told_chat then k.told_message end,
      'language', (select language from public.people where id = k.author_id)));
  end loop;
  return v_all;
end $$;

-- What of a campaign still waits, by account: [{"channel", "groups", "people", "urgent", "stopped"}]; stopped: a row of failures
-- has stopped the account.
create function waiting_of_campaign(p_campaign bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('channel', t.channel_id, 'groups', t.groups, 'people', t.people,
      'urgent', k.urgent_reason is not null,
      'stopped', exists (select 1 from public.budgets b where b.channel_id = t.channel_id and b.stopped_at is not null)) order by t.channel_id), '[]')
    from (select channel_id, count(*) filter (where person_id is null) as groups, count(*) filter (where person_id is not null) as people
      from public.outbox where campaign_id = p_campaign and state in ('queued', 'claimed', 'sending', 'held') group by channel_id) t
    join public.campaigns k on k.id = p_campaign);
end $$;

-- What the author has been told, and by which message.
create function note_progress(p_campaign bigint, p_told jsonb, p_channel bigint, p_external text, p_message bigint) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.campaigns set told = p_told, told_until = null, told_message = p_message,
    told_chat = (select id from public.chats where channel_id = p_channel and external_id = p_external)
  where id = p_campaign;
  return jsonb_build_object('noted', found);
end $$;

-- The author has just seen how far it is: that need not be told once more. p_message: the message that shows it and is edited
-- from now on, null where messages stay as they are. {"before": the message of this chat that told it until now, or null}.
create function heard_progress(p_campaign bigint, p_told jsonb, p_channel bigint, p_external text, p_message bigint) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  k public.campaigns;
  v_chat public.chats;
begin
  select * into v_chat from public.chats where channel_id = p_channel and external_id = p_external;
  select * into k from public.campaigns where id = p_campaign for no key update;
  if v_chat.person_id is distinct from k.author_id or p_message is null and k.told_chat is distinct from v_chat.id then
    return '{"before": null}';
  end if;
  update public.campaigns set told = p_told, told_chat = v_chat.id, told_message = coalesce(p_message, told_message) where id = p_campaign;
  return jsonb_build_object('before', case when k.told_chat = v_chat.id and k.told_message <> p_message then k.told_message end);
end $$;

-- Messages of a campaign in one state, by key: [{"id", "group" | "name", "reason", "gone"}].
create function messages_of_campaign(p_campaign bigint, p_state text, p_after bigint, p_limit int) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'group', g.title, 'name', p.name, 'reason', t.reason,
      'gone', c.gone_at is not null) order by t.id), '[]')
    from (select * from public.outbox where campaign_id = p_campaign and state = p_state and id > p_after order by id limit least(p_limit, 100)) t
    join public.chats c on c.id = t.chat_id left join public.groups g on g.chat_id = t.chat_id left join public.people p on p.id = t.person_id);
end $$;

-- Sends again: the failed ones (p_message null), p_limit at a time until {"queued": 0}, or one whose fate is unknown.
create function repeat_campaign(p_campaign bigint, p_message bigint, p_limit int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_ids bigint[];
  v_lanes bigint[];
  v_chats jsonb;
begin
  perform set_config('enable_seqscan', 'off', true);
  perform 1 from public.campaigns where id = p_campaign and state in ('sending', 'done') for no key update;
  if not found then
    return '{"queued": 0}';
  end if;
  select array_agg(t.id), array_agg(t.chat_id) into v_ids, v_lanes from (
    select o.id, o.chat_id from public.outbox o join public.chats c on c.id = o.chat_id and c.gone_at is null
    where o.campaign_id = p_campaign and o.state = case when p_message is null then 'failed' else 'unknown' end
      -- What has failed again meanwhile waits for the next press.
      and (o.id = p_message or p_message is null and o.settled_at <= p_at) order by o.chat_id limit least(p_limit, 500)) t;
  perform 1 from public.lanes where chat_id = any (v_lanes) order by chat_id for update;
  with again as (
    update public.outbox o set state = 'queued', token = null, holder = null, tries = 0, settled_at = null, reason = null, message_id = null,
      due_at = p_at
    where o.id = any (v_ids) and o.chat_id = any (v_lanes) and o.state in ('failed', 'unknown') returning o.chat_id
  )
  select coalesce(jsonb_agg(chat_id), '[]') into v_chats from again;
  perform public.advance_lanes(v_chats, p_at);
  if jsonb_array_length(v_chats) > 0 then
    update public.campaigns set state = 'sending', ended_at = null where id = p_campaign;
  end if;
  return jsonb_build_object('queued', jsonb_array_length(v_chats));
end $$;

-- Who else may agree to a campaign: everybody who holds one of these roles at its organisation or above it, except its author.
create function who_may_agree(p_campaign bigint, p_roles jsonb, p_at timestamptz) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
begin
  return (select coalesce(jsonb_agg(distinct m.person_id), '[]')
    from public.campaigns k
    join public.memberships m on p_roles ? m.role and m.person_id is distinct from k.author_id
      and m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on)
      and (m.role = 'administrator' or m.organisation_id in (select i.value::bigint
        from jsonb_array_elements_text(public.above_organisation(k.organisation_id)) i) and (m.project_id is null or m.project_id = k.project_id))
    where k.id = p_campaign);
end $$;

revoke all on function open_budget(bigint), posts_left(bigint, timestamptz), note_number(bigint, text, timestamptz), read_brake(bigint),
  release_brake(bigint), may_announce(bigint, timestamptz), acknowledge_message(bigint, bigint, timestamptz),
  make_campaign(bigint, bigint, bigint, bigint, timestamptz), read_campaign(bigint), campaigns_in(boolean, jsonb, jsonb, bigint, int),
  change_campaign(bigint, jsonb), rewrite_campaign(bigint, timestamptz), groups_for(bigint, bigint, int), people_for(bigint, bigint, int, timestamptz),
  count_audience(bigint, text, bigint, int, timestamptz), read_budgets(jsonb, timestamptz), confirm_campaign(bigint, int, int, jsonb, jsonb, timestamptz),
  answer_campaign(bigint, bigint, boolean, timestamptz), spread_campaign(bigint, int, timestamptz), turn_campaign(bigint, text, int, timestamptz),
  drop_campaigns(bigint, boolean, int, timestamptz),
  count_campaign(bigint, timestamptz), claim_progress(jsonb, timestamptz), waiting_of_campaign(bigint), note_progress(bigint, jsonb, bigint, text, bigint), heard_progress(bigint, jsonb, bigint, text, bigint),
  messages_of_campaign(bigint, text, bigint, int), repeat_campaign(bigint, bigint, int, timestamptz), who_may_agree(bigint, jsonb, timestamptz)
  from public, anon, authenticated;
grant execute on function open_budget(bigint), posts_left(bigint, timestamptz), note_number(bigint, text, timestamptz), read_brake(bigint),
  release_brake(bigint), may_announce(bigint, timestamptz), acknowledge_message(bigint, bigint, timestamptz),
  make_campaign(bigint, bigint, bigint, bigint, timestamptz), read_campaign(bigint), campaigns_in(boolean, jsonb, jsonb, bigint, int),
  change_campaign(bigint, jsonb), rewrite_campaign(bigint, timestamptz), groups_for(bigint, bigint, int), people_for(bigint, bigint, int, timestamptz),
  count_audience(bigint, text, bigint, int, timestamptz), read_budgets(jsonb, timestamptz), confirm_campaign(bigint, int, int, jsonb, jsonb, timestamptz),
  answer_campaign(bigint, bigint, boolean, timestamptz), spread_campaign(bigint, int, timestamptz), turn_campaign(bigint, text, int, timestamptz),
  drop_campaigns(bigint, boolean, int, timestamptz),
  count_campaign(bigint, timestamptz), claim_progress(jsonb, timestamptz), waiting_of_campaign(bigint), note_progress(bigint, jsonb, bigint, text, bigint), heard_progress(bigint, jsonb, bigint, text, bigint),
  messages_of_campaign(bigint, text, bigint, int), repeat_campaign(bigint, bigint, int, timestamptz), who_may_agree(bigint, jsonb, timestamptz)
  to service_role;
