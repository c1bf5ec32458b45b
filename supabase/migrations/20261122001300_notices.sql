-- Planning what to remind whom of, and what is shown of obligations.

-- Who holds these roles (with commas between) at the nearest organisation, from this one upwards, that has holders of that role
-- other than p_except: a head who is late is told of to the head above.
create function holders_near(p_organisation bigint, p_project bigint, p_roles text, p_except bigint, p_at timestamptz) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
begin
  return (
    with recursive up as (
      select g.id, g.parent_id, 0 as far from public.organisations g where g.id = p_organisation
      union all
      select g.id, g.parent_id, up.far + 1 from public.organisations g join up on g.id = up.parent_id where up.far < 20
    ), holders as (
      select m.person_id, min(up.far) over (partition by m.role) as nearest, up.far
      from up join public.memberships m on m.organisation_id = up.id and m.role = any (string_to_array(p_roles, ','))
        -- Mentors hear of those they are named for, and of nobody else.
        and m.role <> 'mentor'
      where m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on) and (m.project_id is null or m.project_id is not distinct from p_project)
        and m.person_id is distinct from p_except
    )
    select coalesce(jsonb_agg(distinct person_id), '[]') from holders where far = nearest);
end $$;

-- When a notice that is wanted then may really come: not from 21:00 to 09:00 in Almaty.
create function awake_at(p_wanted timestamptz) returns timestamptz
language plpgsql immutable security invoker set search_path = '' as $$
declare
  v timestamp := p_wanted at time zone 'Asia/Almaty';
begin
  if v::time >= '21:00' then
    v := date_trunc('day', v) + interval '1 day 9 hours';
  elsif v::time < '09:00' then
    v := date_trunc('day', v) + interval '9 hours';
  end if;
  return v at time zone 'Asia/Almaty';
end $$;

-- Is this not the time for a letter of deadlines that is about to go? In quiet hours it waits for the morning. One of an
-- earlier day, left over from when nothing ran, is given up: what it would have told of is planned anew, each by its newest
-- rung, so that nobody gets it beside today's. What somebody asked to be reminded of comes late rather than never.
create function set_aside(p_outbox bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v public.outbox;
  v_ids jsonb;
begin
  select * into v from public.outbox where id = p_outbox;
  if (v.wanted_at at time zone 'Asia/Almaty')::date >= (p_at at time zone 'Asia/Almaty')::date or v.key like '% later %' then
    update public.outbox set due_at = public.awake_at(p_at) where id = p_outbox and public.awake_at(p_at) > p_at;
    return jsonb_build_object('aside', found);
  end if;
  with given_up as (
    delete from public.notices where outbox_id = p_outbox and state = 'planned' returning obligation_id
  )
  select coalesce(jsonb_agg(distinct obligation_id), '[]') into v_ids from given_up;
  delete from public.outbox where id = p_outbox;
  perform public.schedule_steps(v_ids);
  return '{"aside": true}';
end $$;

-- Plans the next bite of what has come due: of each obligation the newest rung that has come, to whoever it concerns; older
-- ones are dropped. Rungs in days become one digest for a person and day, rungs in hours a message of their own.
-- Idempotent: late, twice, or by several processes at once, everything is planned once.
create function plan_notices(p_limit int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  v_ids bigint[];
  -- What is to be said, one place of each array for one notice.
  v_obligation bigint[];
  v_due date[];
  v_step text[];
  v_who bigint[];
  v_class text[];
  v_kind text[];
  v_key text[];
  v_send timestamptz[];
  v_left bigint[];
begin
  -- Every row is looked up by key here: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  select array_agg(t.obligation_id) into v_ids from (
    select obligation_id from public.next_steps where at <= p_at order by at, obligation_id
    limit least(p_limit, 500) for update skip locked) t;
  if v_ids is null then
    return '{"seen": 0, "planned": 0}';
  end if;
  -- Obligations of one kind and due day climb the same ladder: it is worked out once for all of them.
  with among as materialized (
    select * from public.obligations where id = any (v_ids)
  ), owed as materialized (
    select o.id, o.kind, o.due_on, coalesce(o.due_at, 'infinity') as due_at, o.person_id, o.organisation_id, r.role,
      -- Of mentors only the worker's own is told.
      array_to_string(array_remove(r.tell_roles, 'mentor'), ',') as tell, 'mentor' = any (r.tell_roles) as tells_mentor,
      coalesce(o.organisation_id, o.about_organisation) as home, o.about_project
    from among o join public.notice_rules r on r.kind = o.kind and r.in_force
  ), rungs as (
    select h.kind, h.due_on, h.due_at, s.audience, s.step, s.minute, s.hours is not null as timely,
      public.rung_at(h.due_on, nullif(h.due_at, 'infinity'), s.days, s.hours) as at
    from (select distinct kind, due_on, due_at from owed) h
    join public.notice_steps s on s.kind = h.kind and s.audience <> 'list'
  ), newest as materialized (
    select distinct on (kind, due_on, due_at, audience, timely) kind, due_on, due_at, audience, timely, step,
      public.awake_at(greatest(at + coalesce(minute, 0) * interval '1 minute', p_at)) as send_at
    from rungs where at <= p_at and (not timely or due_at > p_at)
    order by kind, due_on, due_at, audience, timely, at desc
  ), late as materialized (
    select w.*, n.step, n.timely, n.send_at,
      -- Somebody who is told of others in the same roles is not told of themselves.
      (select min(m.person_id) from public.memberships m where m.person_id = w.person_id and m.role = any (string_to_array(w.tell, ','))) as teller
    from owed w join newest n using (kind, due_on, due_at) where n.audience = 'slip'
  ), places as materialized (
    select distinct home, about_project, tell, teller from late
  ), near as materialized (
    -- Asked once for each place, however many of its people are late.
    select p.*, h.value::bigint as person_id
    from places p
    cross join lateral jsonb_array_elements_text(public.holders_near(p.home, p.about_project, p.tell, p.teller, p_at)) h
  ), told as (
    select w.id, w.due_on, n.step, w.person_id as recipient, n.timely, n.send_at, false as slip
    from owed w join newest n using (kind, due_on, due_at) where n.audience = 'owner' and w.person_id is not null
    union all
    select w.id, w.due_on, n.step, m.person_id, n.timely, n.send_at, false
    from owed w join newest n using (kind, due_on, due_at)
    join public.memberships m on m.organisation_id = w.organisation_id and m.role = w.role
      and m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on)
    where n.audience = 'owner' and w.organisation_id is not null
    union all
    select w.id, w.due_on, 'slip ' || w.step, h.person_id, w.timely, w.send_at, true
    from late w join near h on h.home = w.home and h.tell = w.tell and h.about_project is not distinct from w.about_project
      and h.teller is not distinct from w.teller
    union all
    select w.id, w.due_on, 'slip ' || w.step, a.person_id, w.timely, w.send_at, true
    from late w
    join public.assignments a on a.about_kind = 'person' and a.about_id = w.person_id and a.role = 'mentor'
      and a.from_on <= v_on and (a.until_on is null or a.until_on >= v_on)
    where w.tells_mentor
  ), placed as (
    -- A digest that has gone already takes nothing more in: the next day's does, but what is due today comes by itself.
    select distinct on (t.id, t.due_on, t.step, t.recipient) t.*, x.id is not null and x.state <> 'queued' as gone,
      (t.send_at at time zone 'Asia/Almaty')::date as day
    from told t
    left join public.outbox x on x.person_id = t.recipient and x.kind = 'digest'
      and x.key = to_char((t.send_at at time zone 'Asia/Almaty')::date, 'YYYY-MM-DD')
    where not exists (select 1 from public.notices n where n.obligation_id = t.id and n.due_on = t.due_on and n.step = t.step and n.recipient = t.recipient)
  )
  select array_agg(p.id), array_agg(p.due_on), array_agg(p.step), array_agg(p.recipient),
    array_agg(case when p.alone then 'timely' else 'digest' end), array_agg(case when p.alone then 'reminder' else 'digest' end),
    array_agg(case when p.alone then p.id || ' ' || p.due_on || ' ' || p.step else to_char(p.day + (p.gone)::int, 'YYYY-MM-DD') end),
    array_agg(case when not p.alone and p.gone then (p.day + 1 + time '10:00') at time zone 'Asia/Almaty' else p.send_at end)
  into v_obligation, v_due, v_step, v_who, v_class, v_kind, v_key, v_send
  from (select placed.*, placed.timely or placed.gone and not placed.slip and placed.due_on <= placed.day as alone from placed) p;

  insert into public.outbox (channel_id, chat_id, person_id, kind, key, priority, wanted_at, due_at)
  select c.channel_id, c.id, t.who, t.kind, t.key, 1, t.send_at, t.send_at
  from (select who, kind, key, min(send_at) as send_at from unnest(v_who, v_kind, v_key, v_send) u (who, kind, key, send_at)
    group by who, kind, key order by who) t
  cross join lateral (
    select c.id, c.channel_id from public.chats c join public.channels k on k.id = c.channel_id
    where c.person_id = t.who and c.kind = 'private' and c.gone_at is null
    order by (c.id = (select p.preferred_chat from public.people p where p.id = t.who)) desc nulls last, (k.kind <> 'web') desc, c.last_used_at desc limit 1) c
  on conflict on constraint said_once do nothing;
  -- Lanes are held before what waits in them, as claims do it: neither then waits for the other.
  perform 1 from public.lanes l where l.chat_id in (
    select x.chat_id from unnest(v_who, v_kind, v_key) u (who, kind, key)
    join public.outbox x on x.person_id = u.who and x.kind = u.kind and x.key = u.key and x.state = 'queued')
  order by l.chat_id for update;

  with said as (
    select * from unnest(v_obligation, v_due, v_step, v_who, v_class, v_kind, v_key, v_send)
      u (obligation, due_on, step, who, class, kind, key, send_at)
  ), letters as materialized (
    -- Held, so that none of them is claimed between here and the end of the transaction.
    select x.id, x.person_id, x.kind, x.key, x.chat_id, x.channel_id, x.due_at from public.outbox x
    where (x.person_id, x.kind, x.key) in (select who, kind, key from said) and x.state = 'queued' order by x.id for update
  ), noted as (
    insert into public.notices (obligation_id, due_on, step, recipient, class, state, outbox_id)
    select s.obligation, s.due_on, s.step, s.who, s.class, case when l.id is null then 'dropped' else 'planned' end, l.id
    from said s left join letters l on l.person_id = s.who and l.kind = s.kind and l.key = s.key
    -- Nobody to write to, or said before: dropped. Claimed just now: left for the next look.
    where l.id is not null or not exists (select 1 from public.outbox x where x.person_id = s.who and x.kind = s.kind and x.key = s.key
      and x.state in ('queued', 'claimed', 'sending'))
    on conflict do nothing
  ), earlier as (
    update public.outbox x set due_at = t.send_at, wanted_at = t.send_at
    from (select l.id, min(s.send_at) as send_at from said s join letters l on l.person_id = s.who and l.kind = s.kind and l.key = s.key group by l.id) t
    where x.id = t.id and x.due_at > t.send_at
  ), again as (
    -- What may not have arrived comes again with the person's next digest.
    update public.notices n set state = 'planned', outbox_id = l.id from letters l
    where l.kind = 'digest' and n.recipient = l.person_id and n.state = 'unknown'
  ), lanes as (
    insert into public.lanes (chat_id, channel_id, next_at, priority, due_at)
    select l.chat_id, l.channel_id, '-infinity', 1, min(least(l.due_at, s.send_at))
    from letters l join said s on l.person_id = s.who and l.kind = s.kind and l.key = s.key
    group by l.chat_id, l.channel_id order by l.chat_id
    on conflict (chat_id) do update set
      priority = case when public.lanes.due_at is null then 1 else least(public.lanes.priority, 1) end,
      due_at = case when not public.lanes.stopped then least(public.lanes.due_at, excluded.due_at) end
  )
  select array_agg(distinct s.obligation) into v_left from said s
  left join letters l on l.person_id = s.who and l.kind = s.kind and l.key = s.key
  where l.id is null and exists (select 1 from public.outbox x where x.person_id = s.who and x.kind = s.kind and x.key = s.key
    and x.state in ('queued', 'claimed', 'sending'));

  with owed as materialized (
    select o.id, o.kind, o.due_on, coalesce(o.due_at, 'infinity') as due_at from public.obligations o where o.id = any (v_ids)
  ), next as materialized (
    select h.kind, h.due_on, h.due_at, min(t.at) as at
    from (select distinct kind, due_on, due_at from owed) h
    join public.notice_steps s on s.kind = h.kind and s.audience <> 'list'
    cross join lateral (select public.rung_at(h.due_on, nullif(h.due_at, 'infinity'), s.days, s.hours) as at) t
    where t.at > p_at group by h.kind, h.due_on, h.due_at
  ), over as (
    delete from public.next_steps where obligation_id in (
      select w.id from owed w left join next using (kind, due_on, due_at) where next.at is null and not w.id = any (coalesce(v_left, '{}')))
  )
  update public.next_steps n set at = next.at from owed w join next using (kind, due_on, due_at)
  where n.obligation_id = w.id and not w.id = any (coalesce(v_left, '{}'));
  return jsonb_build_object('seen', cardinality(v_ids), 'planned', coalesce(cardinality(v_obligation), 0));
end $$;

-- "Remind me tomorrow": one message of its own, a day from now, between 9:00 and 20:45.
create function remind_tomorrow(p_obligation bigint, p_person bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_local timestamp := p_at at time zone 'Asia/Almaty' + interval '1 day';
  v_at timestamptz;
  v_step text;
  v_outbox bigint;
begin
  v_local := least(greatest(v_local, date_trunc('day', v_local) + interval '9 hours'), date_trunc('day', v_local) + interval '20 hours 45 minutes');
  v_at := v_local at time zone 'Asia/Almaty';
  v_step := 'later ' || to_char(v_local, 'YYYY-MM-DD');
  perform public.enqueue(jsonb_build_array(jsonb_build_object('person', p_person, 'kind', 'reminder',
    'key', p_obligation || ' ' || v_step, 'priority', 1, 'dueAt', v_at)), p_at);
  select id into v_outbox from public.outbox where person_id = p_person and kind = 'reminder' and key = p_obligation || ' ' || v_step;
  insert into public.notices (obligation_id, due_on, step, recipient, class, state, outbox_id)
  select o.id, o.due_on, v_step, p_person, 'timely', case when v_outbox is null then 'dropped' else 'planned' end, v_outbox
  from public.obligations o where o.id = p_obligation
  on conflict do nothing;
  return jsonb_build_object('at', v_at);
end $$;

-- Plans today's lists of who has not done it yet, one picture and one table for each who is told.
create function plan_lists(p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  v record;
  v_queued int := 0;
begin
  for v in
    select p.kind, p.period, r.list_roles, public.awake_at(greatest(p_at, (v_on + s.minute * interval '1 minute') at time zone 'Asia/Almaty')) as send_at
    from public.periods p join public.notice_rules r on r.kind = p.kind and r.in_force
    join public.notice_steps s on s.kind = p.kind and s.audience = 'list' and p.due_on + s.days = v_on
    -- In the evening it is too late for today's: tomorrow has its own.
    where (p_at at time zone 'Asia/Almaty')::time < '21:00'
  loop
    -- Once a day is enough to look for whom to tell.
    insert into public.ticks (name, key, at) values ('list ' || v.kind || ' ' || v.period, v_on::text, p_at)
    on conflict (name) do update set key = excluded.key, at = excluded.at where public.ticks.key <> excluded.key;
    continue when not found;
    v_queued := v_queued + (public.enqueue((
      with recursive homes as (
        select distinct coalesce(o.organisation_id, o.about_organisation) as id from public.obligations o
        where o.kind = v.kind and o.period = v.period and o.fulfilled_at is null and o.closed_at is null
      ), up as (
        select g.id, g.parent_id from public.organisations g join homes h on h.id = g.id
        union
        select g.id, g.parent_id from public.organisations g join up on g.id = up.parent_id
      )
      select coalesce(jsonb_agg(jsonb_build_object('person', t.person_id, 'kind', k.kind, 'key', v.kind || ' ' || v.period || ' ' || v_on,
        'payload', jsonb_build_object('kind', v.kind, 'period', v.period), 'priority', 1, 'dueAt', v.send_at) order by t.person_id, k.n), '[]')
      from (select distinct m.person_id from up join public.memberships m on m.organisation_id = up.id and m.role = any (v.list_roles)
          and m.project_id is null and m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on)) t
      cross join (values ('list-picture', 1), ('list-table', 2)) k (kind, n)), p_at)->>'queued')::int;
  end loop;
  return jsonb_build_object('queued', v_queued);
end $$;

-- Where a kind's period stands, centre by centre, in all or in these organisations and those below them:
-- [{"organisation", "name", "done", "of", "waiting": [{"name", "waived"}]}], most waiting first.
create function standing_in(p_kind text, p_period text, p_all boolean, p_organisations jsonb) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with recursive down as (
    select o.id from public.organisations o where o.id in (select w.value::bigint from jsonb_array_elements_text(p_organisations) w)
    union
    select o.id from public.organisations o join down d on o.parent_id = d.id
  ), owed as (
    select coalesce(o.organisation_id, o.about_organisation) as home, o.fulfilled_at, o.waived_at, p.name
    from public.obligations o left join public.people p on p.id = o.person_id
    where o.kind = p_kind and o.period = p_period and o.closed_at is null
      and (p_all or coalesce(o.organisation_id, o.about_organisation) in (select id from down))
  )
  select coalesce(jsonb_agg(to_jsonb(t) order by t."of" - t.done desc, t.organisation), '[]') from (
    select w.home as organisation, g.name, count(*) filter (where w.fulfilled_at is not null) as done, count(*) as "of",
      coalesce(jsonb_agg(jsonb_build_object('name', w.name, 'waived', w.waived_at is not null) order by w.name)
        filter (where w.fulfilled_at is null), '[]') as waiting
    from owed w join public.organisations g on g.id = w.home group by w.home, g.name
  ) t
$$;

-- What somebody owes, soonest first: their own, and what organisations owe in which they hold the role for it.
create function deadlines_of(p_person bigint, p_limit int, p_at timestamptz) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
begin
  -- Two looks by key: one with `or` would read everything that was ever owed.
  return (select coalesce(jsonb_agg(public.read_obligation(t.id) order by t.due_on, t.id), '[]') from (
    select u.id, u.due_on from (
      select o.id, o.due_on from public.obligations o join public.notice_rules r on r.kind = o.kind and r.in_force
      where o.person_id = p_person and o.fulfilled_at is null and o.waived_at is null and o.closed_at is null
      union
      select o.id, o.due_on from public.memberships m join public.notice_rules r on r.role = m.role and r.in_force
      join public.obligations o on o.organisation_id = m.organisation_id and o.kind = r.kind
        and o.fulfilled_at is null and o.waived_at is null and o.closed_at is null
      where m.person_id = p_person and m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on)) u
    order by u.due_on, u.id limit least(p_limit, 100)
  ) t);
end $$;

-- What one's people owe: of all, of organisations and those below them, of single projects, or of those one is mentor of.
-- Overdue first, what somebody said is not theirs among them. {"overdue", "open": counts without those, "rows": [...]}; only what is due until p_until stands in the rows.
create function deadlines_below(p_person bigint, p_all boolean, p_organisations jsonb, p_projects jsonb, p_assigned boolean,
  p_until date, p_offset int, p_limit int, p_at timestamptz) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  v_projects bigint[] := array(select w.value::bigint from jsonb_array_elements_text(p_projects) w);
  v_people bigint[];
  v_down bigint[];
begin
  if p_assigned then
    v_people := array(select m.value::bigint from jsonb_array_elements_text(public.mentees_of(p_person, v_on)) m);
  end if;
  with recursive down as (
    select o.id from public.organisations o where o.id in (select w.value::bigint from jsonb_array_elements_text(p_organisations) w)
    union
    select o.id from public.organisations o join down d on o.parent_id = d.id
  )
  select array_agg(id) into v_down from down;
  return (
    -- Each way to somebody's obligations is a look by key: together they read what is open, and not what ever was.
    with seen as (
      select o.id from public.obligations o where p_all and o.fulfilled_at is null and o.closed_at is null and o.due_on <= p_until
      union
      select o.id from public.obligations o where not p_all and o.about_organisation = any (v_down)
        and o.fulfilled_at is null and o.closed_at is null and o.due_on <= p_until
      union
      select o.id from public.obligations o where not p_all and o.organisation_id = any (v_down)
        and o.fulfilled_at is null and o.closed_at is null and o.due_on <= p_until
      union
      select o.id from public.obligations o where not p_all and o.about_project = any (v_projects)
        and o.fulfilled_at is null and o.closed_at is null and o.due_on <= p_until
      union
      select o.id from public.obligations o where not p_all and o.person_id = any (v_people)
        and o.fulfilled_at is null and o.closed_at is null and o.due_on <= p_until
    ), owed as (
      select o.id, o.due_on, o.waived_at from seen join public.obligations o on o.id = seen.id
      join public.notice_rules r on r.kind = o.kind and r.in_force
      where o.person_id is distinct from p_person
        -- What an organisation owes stands in the own list of whoever holds the role for it.
        and not exists (select 1 from public.memberships m where m.person_id = p_person and m.organisation_id = o.organisation_id
          and m.role = r.role and m.until_on is null)
    )
    select jsonb_build_object(
      'overdue', (select count(*) from owed where waived_at is null and due_on < v_on),
      'open', (select count(*) from owed where waived_at is null),
      'rows', (select coalesce(jsonb_agg(public.read_obligation(t.id) order by t.due_on, t.id), '[]')
        from (select id, due_on from owed order by due_on, id offset p_offset limit least(p_limit, 100)) t)));
end $$;

-- The people whose mentor somebody is.
create function mentees_of(p_person bigint, p_on date) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(a.about_id order by a.about_id), '[]') from public.assignments a
    where a.person_id = p_person and a.role = 'mentor' and a.about_kind = 'person'
      and a.from_on <= p_on and (a.until_on is null or a.until_on >= p_on));
end $$;

-- Takes back what made an obligation done: the event of the same owner, about and period.
create function undo_fulfilment(p_obligation bigint, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  return coalesce((select public.undo_event(e.id, p_by, p_at)
    from public.obligations o join public.notice_rules r on r.kind = o.kind and r.fulfilled_hours is null
    join public.events e on e.event = r.fulfilled_event and e.key = o.period and e.undone_at is null
      and e.person_id is not distinct from o.person_id and e.organisation_id is not distinct from o.organisation_id
      and e.about_person is not distinct from o.about_person and e.about_organisation is not distinct from o.about_organisation
      and e.about_project is not distinct from o.about_project
    where o.id = p_obligation), '{"is": "unknown"}');
end $$;

-- Regular work that one process does for all: {"mine": true} for the first that asks for this key, such as a minute.
create table ticks (
  name text primary key,
  key text not null,
  at timestamptz not null,
  detail jsonb not null default '{}'
);
alter table ticks enable row level security;
revoke all on ticks from public, anon, authenticated;
grant select, insert, update, delete on ticks to service_role;

create function take_tick(p_name text, p_key text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  insert into public.ticks (name, key, at) values (p_name, p_key, p_at)
  on conflict (name) do update set key = excluded.key, at = excluded.at
  -- A clock that was ahead and is right again must not be waited for.
  where public.ticks.key < excluded.key or public.ticks.at > excluded.at + interval '5 minutes';
  return jsonb_build_object('mine', found);
end $$;

-- Keeps what came of regular work, for `/status`, and gives what was kept before.
create function note_tick(p_name text, p_detail jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  insert into public.ticks (name, key, at, detail) values (p_name, '', p_at, p_detail)
  on conflict (name) do update set at = excluded.at, detail = excluded.detail;
  return '{"is": "noted"}';
end $$;

create function read_tick(p_name text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object('at', max(at), 'detail', coalesce((select detail from public.ticks where name = p_name), '{}'))
  from public.ticks where name = p_name
$$;

-- How it is going, without anybody's data: {"channels": [{"kind", "queued", "underWay", "unknown", "failed", "oldestDue",
-- "lastMinute", "errors": [reasons]}], "jobs", "inbox", "ticks"}. The counts of waiting rows stop at 10,000.
create function read_status(p_at timestamptz) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'channels', (select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'account', k.id,
      'queued', (select count(*) from (select 1 from public.lanes l join public.outbox o on o.chat_id = l.chat_id and o.state = 'queued'
        where l.channel_id = k.id and l.due_at is not null limit 10000) t),
      'underWay', (select count(*) from public.outbox o where o.channel_id = k.id and o.state in ('claimed', 'sending')),
      'unknown', (select count(*) from public.outbox o where o.channel_id = k.id and o.state = 'unknown'),
      'failed', (select count(*) from public.outbox o where o.channel_id = k.id and o.state = 'failed'),
      'oldestDue', (select min(t.due_at) from generate_series(0, 2) n cross join lateral (select due_at from public.lanes l
        where l.channel_id = k.id and l.priority = n and l.due_at <= p_at order by l.due_at limit 1) t),
      'lastMinute', (select count(*) from public.outbox o where o.channel_id = k.id and o.settled_at > p_at - interval '1 minute' and o.state = 'sent'),
      'errors', (select coalesce(jsonb_agg(t.reason), '[]') from (select distinct reason from (
        select reason from public.outbox o where o.channel_id = k.id and o.state in ('unknown', 'failed') and o.reason is not null
        order by o.settled_at desc limit 20) r limit 3) t)
      ) order by k.id), '[]') from public.channels k),
    'jobs', (select count(*) from public.jobs where done_at is null and failed_at is null),
    'inbox', (select count(*) from (select 1 from public.inbox where handled_at is null and payload is not null limit 10000) t),
    'ticks', (select coalesce(jsonb_object_agg(name, jsonb_build_object('at', at, 'detail', detail)), '{}') from public.ticks))
$$;

revoke all on function mentees_of(bigint, date), undo_fulfilment(bigint, bigint, timestamptz), holders_near(bigint, bigint, text, bigint, timestamptz), awake_at(timestamptz), set_aside(bigint, timestamptz), plan_notices(int, timestamptz),
  remind_tomorrow(bigint, bigint, timestamptz), plan_lists(timestamptz), standing_in(text, text, boolean, jsonb),
  deadlines_of(bigint, int, timestamptz), deadlines_below(bigint, boolean, jsonb, jsonb, boolean, date, int, int, timestamptz),
  take_tick(text, text, timestamptz), note_tick(text, jsonb, timestamptz), read_tick(text), read_status(timestamptz)
  from public, anon, authenticated;
grant execute on function mentees_of(bigint, date), undo_fulfilment(bigint, bigint, timestamptz), holders_near(bigint, bigint, text, bigint, timestamptz), awake_at(timestamptz), set_aside(bigint, timestamptz), plan_notices(int, timestamptz),
  remind_tomorrow(bigint, bigint, timestamptz), plan_lists(timestamptz), standing_in(text, text, boolean, jsonb),
  deadlines_of(bigint, int, timestamptz), deadlines_below(bigint, boolean, jsonb, jsonb, boolean, date, int, int, timestamptz),
  take_tick(text, text, timestamptz), note_tick(text, jsonb, timestamptz), read_tick(text), read_status(timestamptz)
  to service_role;
