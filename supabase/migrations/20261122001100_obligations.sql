-- What somebody owes by a date: rules from content/calendar.yaml, the periods they open, what has happened, and who owes what.

-- The calendar as the program last read it. A kind that left the file is no longer in force: nobody is reminded of it.
create table notice_rules (
  kind text primary key,
  hash text not null,
  in_force boolean not null default true,
  -- The open obligations have found their place on this ladder.
  adopted boolean not null default false,
  owner text not null check (owner in ('person', 'organisation')),
  role text not null,
  organisation_kinds text[] not null,
  -- Only holders of the role for whom this event is recorded.
  having_event text,
  -- Counted from this event; null: by the calendar.
  due_event text,
  fulfilled_event text,
  fulfilled_hours numeric,
  fulfilled_form text,
  tell_roles text[] not null default '{}',
  list_roles text[] not null default '{}'
);

-- The rungs of a kind's ladders. owner: who owes it; slip: who is told when it slips; list: who gets the daily list.
create table notice_steps (
  kind text not null references notice_rules on delete cascade,
  audience text not null check (audience in ('owner', 'slip', 'list')),
  step text not null,
  days int,
  -- Minute of the local day; a rung in hours has none.
  minute int,
  hours int,
  primary key (kind, audience, step),
  check ((days is null) = (minute is null) and (days is null) <> (hours is null))
);

-- Periods of the calendar's kinds as the program counted them, and how far they have been opened for those who owe them.
create table periods (
  kind text not null references notice_rules on delete cascade,
  period text not null,
  opens_on date not null,
  due_on date not null,
  due_at timestamptz,
  opened_up_to bigint not null default 0,
  opened_at timestamptz,
  primary key (kind, period)
);
create index periods_to_open on periods (opens_on) where opened_at is null;

-- What has happened to a person or an organisation on a day: hired, mentor named, agreement signed, label awarded, done.
create table events (
  id bigint generated always as identity primary key,
  person_id bigint references people,
  organisation_id bigint references organisations,
  event text not null,
  about_person bigint references people,
  about_organisation bigint references organisations,
  about_project bigint references projects,
  -- What tells it from others of its kind: the period it speaks of, an earlier event's id, a certificate's number.
  key text not null default '',
  on_day date not null,
  hours numeric,
  recorded_by bigint references people,
  recorded_at timestamptz not null,
  undone_at timestamptz,
  check ((person_id is null) <> (organisation_id is null)),
  constraint one_event unique nulls not distinct (person_id, organisation_id, event, key, about_person, about_organisation, about_project)
);
create index events_of_organisation on events (organisation_id);
create index events_about_person on events (about_person);
create index events_about_organisation on events (about_organisation);
create index events_about_project on events (about_project);
create index events_recorded_by on events (recorded_by);

create table obligations (
  id bigint generated always as identity primary key,
  person_id bigint references people,
  organisation_id bigint references organisations,
  kind text not null references notice_rules,
  about_person bigint references people,
  about_organisation bigint references organisations,
  about_project bigint references projects,
  -- `2026`, `2026-Q4`, `2026-11`, `2026-W47`, or the id of the event it is counted from.
  period text not null,
  due_on date not null,
  due_at timestamptz,
  opened_at timestamptz not null,
  fulfilled_at timestamptz,
  waived_at timestamptz,
  waived_by bigint references people,
  closed_at timestamptz,
  check ((person_id is null) <> (organisation_id is null)),
  constraint one_obligation unique nulls not distinct (person_id, organisation_id, kind, period, about_person, about_organisation, about_project)
);
create index obligations_of_organisation on obligations (organisation_id);
create index obligations_of_kind on obligations (kind, period);
create index obligations_about_person on obligations (about_person);
create index obligations_about_organisation on obligations (about_organisation, due_on);
create index obligations_about_project on obligations (about_project);
create index obligations_waived_by on obligations (waived_by);
create index obligations_open on obligations (due_on) where fulfilled_at is null and closed_at is null;

-- When an open obligation has to be looked at next. Only open ones stand here, so planning reads nothing else.
create table next_steps (
  obligation_id bigint primary key references obligations on delete cascade,
  at timestamptz not null
);
create index next_steps_due on next_steps (at, obligation_id);

-- Whose obligations were opened when the role began, and closed when it ended.
alter table memberships add column obliged_at timestamptz, add column released_at timestamptz;
create index memberships_to_oblige on memberships (id) where obliged_at is null;
create index memberships_to_release on memberships (until_on) where until_on is not null and released_at is null;
create index memberships_by_role on memberships (role, id);

-- The period that a report speaks of; forms that are filled once have none.
alter table submissions add column period text;

alter table notice_rules enable row level security;
alter table notice_steps enable row level security;
alter table periods enable row level security;
alter table events enable row level security;
alter table obligations enable row level security;
alter table next_steps enable row level security;
revoke all on notice_rules, notice_steps, periods, events, obligations, next_steps from public, anon, authenticated;
grant select, insert, update, delete on notice_rules, notice_steps, periods, events, obligations, next_steps to service_role;

-- The moment in which a rung is looked at: a day's rung at the beginning of its local day, so that all of a day are planned
-- together; one in hours at its own time, or at 20:45 before if that would be in the quiet hours (21:00 to 09:00).
create function rung_at(p_due_on date, p_due_at timestamptz, p_days int, p_hours int) returns timestamptz
language plpgsql immutable security invoker set search_path = '' as $$
declare
  v_at timestamp;
begin
  if p_days is not null then
    return (p_due_on + p_days)::timestamp at time zone 'Asia/Almaty';
  end if;
  v_at := coalesce(p_due_at, (p_due_on + 1)::timestamp at time zone 'Asia/Almaty') at time zone 'Asia/Almaty' + p_hours * interval '1 hour';
  if v_at::time < '09:00' then
    v_at := date_trunc('day', v_at) - interval '3 hours 15 minutes';
  elsif v_at::time >= '21:00' then
    v_at := date_trunc('day', v_at) + interval '20 hours 45 minutes';
  end if;
  return v_at at time zone 'Asia/Almaty';
end $$;

-- Sets the obligations among these that are open to their first rung, and takes the others out: planning then finds the
-- newest rung that has come, and what was already said for a due day is never said again.
create function schedule_steps(p_obligations jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  -- As an array, so that however little is known of a table's size its rows are looked up by key.
  v_ids bigint[] := array(select i.value::bigint from jsonb_array_elements_text(p_obligations) i);
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  delete from public.next_steps n where n.obligation_id = any (v_ids) and exists (select 1 from public.obligations o
    where o.id = n.obligation_id and (o.fulfilled_at is not null or o.waived_at is not null or o.closed_at is not null));
  -- What was not said, because it was done by then, may be said if it is owed again.
  delete from public.notices n where n.obligation_id = any (v_ids) and n.state = 'dropped' and exists (select 1 from public.obligations o
    where o.id = n.obligation_id and o.fulfilled_at is null and o.waived_at is null and o.closed_at is null);
  -- Obligations of one kind and due day climb the same ladder: it is worked out once for all of them.
  with owed as materialized (
    select o.id, o.kind, o.due_on, coalesce(o.due_at, 'infinity') as due_at from public.obligations o
    where o.id = any (v_ids) and o.fulfilled_at is null and o.waived_at is null and o.closed_at is null
  ), first as materialized (
    select h.kind, h.due_on, h.due_at, min(public.rung_at(h.due_on, nullif(h.due_at, 'infinity'), s.days, s.hours)) as at
    from (select distinct kind, due_on, due_at from owed) h
    join public.notice_rules r on r.kind = h.kind and r.in_force
    join public.notice_steps s on s.kind = h.kind and s.audience <> 'list'
    group by h.kind, h.due_on, h.due_at
  )
  insert into public.next_steps (obligation_id, at)
  select w.id, first.at from owed w join first using (kind, due_on, due_at)
  on conflict (obligation_id) do update set at = excluded.at;
  return '{"is": "scheduled"}';
end $$;

-- Writes the calendar: [{"kind", "hash", "owner", "role", "organisationKinds", "having", "dueEvent", "fulfilledEvent",
-- "fulfilledHours", "fulfilledForm", "tell", "list", "steps": [{"audience", "step", "days", "minute", "hours"}]}]. Gives the
-- kinds whose obligations are still to be looked at by adopt_kind, also those that a killed start has left over.
create function write_calendar(p_rules jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended('calendar', 0));
  update public.notice_rules set in_force = false
  where in_force and kind not in (select r.value->>'kind' from jsonb_array_elements(p_rules) r);
  for v in select r.value from jsonb_array_elements(p_rules) r
    left join public.notice_rules n on n.kind = r.value->>'kind' and n.hash = r.value->>'hash' and n.in_force where n.kind is null
  loop
    insert into public.notice_rules (kind, hash, owner, role, organisation_kinds, having_event, due_event, fulfilled_event,
      fulfilled_hours, fulfilled_form, tell_roles, list_roles)
    values (v->>'kind', v->>'hash', v->>'owner', v->>'role', array(select jsonb_array_elements_text(v->'organisationKinds')),
      v->>'having', v->>'dueEvent', v->>'fulfilledEvent', (v->>'fulfilledHours')::numeric, v->>'fulfilledForm',
      array(select jsonb_array_elements_text(v->'tell')), array(select jsonb_array_elements_text(v->'list')))
    on conflict (kind) do update set hash = excluded.hash, in_force = true, adopted = false, owner = excluded.owner, role = excluded.role,
      organisation_kinds = excluded.organisation_kinds, having_event = excluded.having_event, due_event = excluded.due_event,
      fulfilled_event = excluded.fulfilled_event, fulfilled_hours = excluded.fulfilled_hours, fulfilled_form = excluded.fulfilled_form,
      tell_roles = excluded.tell_roles, list_roles = excluded.list_roles;
    delete from public.notice_steps where kind = v->>'kind';
    insert into public.notice_steps (kind, audience, step, days, minute, hours)
    select v->>'kind', s.value->>'audience', s.value->>'step', (s.value->>'days')::int, (s.value->>'minute')::int, (s.value->>'hours')::int
    from jsonb_array_elements(v->'steps') s;
  end loop;
  return (select jsonb_build_object('changed', coalesce(jsonb_agg(kind order by kind), '[]')) from public.notice_rules where in_force and not adopted);
end $$;

-- Brings a bite of a kind's obligations into agreement with its changed rules: what fulfils it, and where it stands on the
-- ladder. {"next": id | null} to go on from.
create function adopt_kind(p_kind text, p_after bigint, p_limit int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_ids jsonb;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  select coalesce(jsonb_agg(t.id order by t.id), '[]') into v_ids from (
    select id from public.obligations where kind = p_kind and id > p_after and closed_at is null
    order by id limit least(p_limit, 500)) t;
  perform public.settle_obligations(v_ids, p_at);
  perform public.schedule_steps(v_ids);
  if jsonb_array_length(v_ids) = least(p_limit, 500) then
    return jsonb_build_object('next', v_ids->-1);
  end if;
  update public.notice_rules set adopted = true where kind = p_kind;
  -- Others may owe it now: its open periods are gone through once more.
  update public.periods set opened_at = null, opened_up_to = 0 where kind = p_kind and due_on >= (p_at at time zone 'Asia/Almaty')::date;
  return '{"next": null}';
end $$;

-- Opens what these memberships owe in the periods that are open that day (one kind's period, or all of them). Somebody who
-- has come back owes again what was closed. Who joins after a due day does not owe it.
create function open_for(p_memberships jsonb, p_kind text, p_period text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  v_members bigint[] := array(select i.value::bigint from jsonb_array_elements_text(p_memberships) i);
  v_ids jsonb;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  with among as materialized (
    select * from public.memberships where id = any (v_members)
  ), opened as (
    insert into public.obligations (person_id, organisation_id, kind, about_organisation, about_project, period, due_on, due_at, opened_at)
    select distinct case when r.owner = 'person' then m.person_id end, case when r.owner = 'organisation' then m.organisation_id end,
      r.kind, case when r.owner = 'person' then m.organisation_id end, case when r.owner = 'person' then m.project_id end,
      p.period, p.due_on, p.due_at, p_at
    from among m
    join public.organisations o on o.id = m.organisation_id and o.closed_at is null
    join public.people who on who.id = m.person_id and who.erased_at is null
    join public.notice_rules r on r.in_force and r.role = m.role and o.kind = any (r.organisation_kinds)
    join public.periods p on p.kind = r.kind
    where m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on)
      and p.opens_on <= v_on and p.due_on >= m.from_on
      and case when p_kind is null then p.due_on >= v_on else p.kind = p_kind and p.period = p_period end
      and (r.having_event is null or exists (select 1 from public.events e
        where (e.person_id = m.person_id or e.organisation_id = m.organisation_id)
          and e.event = r.having_event and e.undone_at is null and e.on_day <= p.due_on
          and (e.about_organisation is null or e.about_organisation = m.organisation_id)
          and (e.about_project is null or e.about_project = m.project_id)))
    on conflict on constraint one_obligation do update set closed_at = null, due_on = excluded.due_on, due_at = excluded.due_at
    where public.obligations.closed_at is not null
      or (public.obligations.due_on, public.obligations.due_at) is distinct from (excluded.due_on, excluded.due_at)
    returning id
  ), again as (
    -- What is counted from an event that still stands was closed with the role, and is owed again with it. An organisation's
    -- has slipped for whoever comes after, too.
    update public.obligations o set closed_at = null
    from among m
    join public.notice_rules r on r.in_force and r.role = m.role and r.due_event is not null
    join public.organisations g on g.id = m.organisation_id and g.closed_at is null, public.events e
    where p_kind is null and m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on)
      and o.kind = r.kind and o.closed_at is not null
      and (o.organisation_id = m.organisation_id
        or o.person_id = m.person_id and o.about_organisation = m.organisation_id and o.about_project is not distinct from m.project_id
          and o.due_on >= v_on)
      and e.id = case when o.period ~ '^[0-9]+$' then o.period::bigint end and e.event = r.due_event and e.undone_at is null
      and (o.about_person is null or exists (select 1 from public.assignments a where a.role = 'mentor' and a.person_id = o.person_id
        and a.about_kind = 'person' and a.about_id = o.about_person and (a.until_on is null or a.until_on >= v_on)))
    returning o.id
  )
  select coalesce(jsonb_agg(id), '[]') into v_ids from (select id from opened union select id from again) t;
  if jsonb_array_length(v_ids) > 0 then
    perform public.settle_obligations(v_ids, p_at);
    perform public.schedule_steps(v_ids);
  end if;
  return jsonb_build_object('opened', jsonb_array_length(v_ids));
end $$;

-- Takes in the periods the program has counted, and opens one of them for the next p_limit holders of the role.
create function open_periods(p_periods jsonb, p_limit int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_period public.periods;
  v_members jsonb;
  v_limit int := least(p_limit, 500);
  v_opened int;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  insert into public.periods (kind, period, opens_on, due_on, due_at)
  select v->>'kind', v->>'period', (v->>'opensOn')::date, (v->>'dueOn')::date, (v->>'dueAt')::timestamptz
  from jsonb_array_elements(p_periods) v join public.notice_rules r on r.kind = v->>'kind'
  -- The calendar has another day for it now: what is open moves there.
  on conflict (kind, period) do update set due_on = excluded.due_on, due_at = excluded.due_at, opened_up_to = 0, opened_at = null
  where (public.periods.due_on, public.periods.due_at) is distinct from (excluded.due_on, excluded.due_at);
  select p.* into v_period from public.periods p join public.notice_rules r on r.kind = p.kind and r.in_force
  where p.opened_at is null and p.opens_on <= (p_at at time zone 'Asia/Almaty')::date
  order by p.opens_on, p.kind limit 1 for update of p skip locked;
  if v_period.kind is null then
    return '{"opened": 0, "more": false}';
  end if;
  select coalesce(jsonb_agg(t.id order by t.id), '[]') into v_members from (
    select m.id from public.memberships m
    where m.role = (select role from public.notice_rules where kind = v_period.kind) and m.id > v_period.opened_up_to
    order by m.id limit v_limit) t;
  v_opened := (public.open_for(v_members, v_period.kind, v_period.period, p_at)->>'opened')::int;
  update public.periods set
    opened_up_to = coalesce((v_members->>-1)::bigint, opened_up_to),
    opened_at = case when jsonb_array_length(v_members) < v_limit then p_at end
  where kind = v_period.kind and period = v_period.period;
  return jsonb_build_object('opened', v_opened, 'more', true);
end $$;

-- Closes what a membership that has ended owed, unless another one of the same role there goes on; and what others owed for
-- somebody who is not there any more.
create function release_member(p_membership bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  v public.memberships;
  v_ids jsonb;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  select * into v from public.memberships where id = p_membership;
  update public.memberships set released_at = p_at where id = p_membership;
  with closed as (
    update public.obligations o set closed_at = p_at from public.notice_rules r
    where r.kind = o.kind and o.closed_at is null and o.fulfilled_at is null
      and (r.role = v.role and o.person_id = v.person_id and o.about_organisation = v.organisation_id
        and o.about_project is not distinct from v.project_id
        and not exists (select 1 from public.memberships m where m.person_id = v.person_id and m.organisation_id = v.organisation_id
          and m.project_id is not distinct from v.project_id and m.role = v.role and (m.until_on is null or m.until_on >= v_on))
        or r.role = v.role and o.organisation_id = v.organisation_id
        and not exists (select 1 from public.memberships m where m.organisation_id = v.organisation_id
          and m.role = v.role and (m.until_on is null or m.until_on >= v_on))
        or o.about_person = v.person_id and o.about_organisation = v.organisation_id
        and not exists (select 1 from public.memberships m where m.person_id = v.person_id and m.organisation_id = v.organisation_id
          and (m.until_on is null or m.until_on >= v_on)))
    returning o.id
  )
  select coalesce(jsonb_agg(id), '[]') into v_ids from closed;
  perform public.schedule_steps(v_ids);
  return jsonb_build_object('closed', jsonb_array_length(v_ids));
end $$;

-- Looks at memberships that have begun or ended since the last look, a bite at a time.
create function review_memberships(p_limit int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  v_begun jsonb;
  v_ended bigint;
  v_seen int := 0;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  with begun as (
    select id from public.memberships where obliged_at is null and from_on <= v_on
    order by id limit least(p_limit, 500) for update skip locked
  ), marked as (
    update public.memberships m set obliged_at = p_at from begun where m.id = begun.id returning m.id
  )
  select coalesce(jsonb_agg(id), '[]') into v_begun from marked;
  if jsonb_array_length(v_begun) > 0 then
    perform public.open_for(v_begun, null, null, p_at);
  end if;
  for v_ended in
    select id from public.memberships where until_on < v_on and released_at is null
    order by until_on limit least(p_limit, 500) for update skip locked
  loop
    v_seen := v_seen + 1;
    perform public.release_member(v_ended, p_at);
  end loop;
  return jsonb_build_object('seen', v_seen + jsonb_array_length(v_begun));
end $$;

-- Ends one's own role, or somebody's: from today it is not held, and what it owed is closed.
create function end_membership(p_membership bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.memberships set until_on = greatest(from_on, (p_at at time zone 'Asia/Almaty')::date) - 1
  where id = p_membership and (until_on is null or until_on >= (p_at at time zone 'Asia/Almaty')::date);
  if not found then
    return '{"is": "over"}';
  end if;
  perform public.release_member(p_membership, p_at);
  return '{"is": "ended"}';
end $$;

-- The day on which the domain's facts fulfil an obligation; null while they do not. The only place that knows. (An owner is
-- either a person or an organisation: by `=` with `or` both are looked up by key, by `is not distinct from` they would not be.)
create function fulfilled_on(p_obligation bigint) returns date
language plpgsql stable security invoker set search_path = '' as $$
declare
  o public.obligations;
  r public.notice_rules;
  v_day date;
begin
  select * into o from public.obligations where id = p_obligation;
  select * into r from public.notice_rules where kind = o.kind;
  if r.fulfilled_form is not null then
    select min((s.submitted_at at time zone 'Asia/Almaty')::date) into v_day from public.submissions s
    where s.form = r.fulfilled_form and (s.owner_person = o.person_id or s.owner_organisation = o.organisation_id)
      and s.period = o.period and s.status in ('submitted', 'accepted');
  elsif r.fulfilled_hours is not null then
    -- The day on which the hours of the year reached what is asked.
    select min(t.on_day) into v_day from (
      select e.on_day, sum(e.hours) over (order by e.on_day, e.id) as hours from public.events e
      where e.event = r.fulfilled_event and (e.person_id = o.person_id or e.organisation_id = o.organisation_id) and e.undone_at is null
        and extract(year from e.on_day)::text = o.period
    ) t where t.hours >= r.fulfilled_hours;
  else
    select min(e.on_day) into v_day from public.events e
    where e.event = r.fulfilled_event and (e.person_id = o.person_id or e.organisation_id = o.organisation_id)
      and e.key = o.period and e.undone_at is null
      and e.about_person is not distinct from o.about_person and e.about_organisation is not distinct from o.about_organisation
      and e.about_project is not distinct from o.about_project;
  end if;
  return v_day;
end $$;

-- Brings obligations into agreement with the facts: fulfilled when they are, open again when they no longer are.
create function settle_obligations(p_obligations jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_among bigint[] := array(select i.value::bigint from jsonb_array_elements_text(p_obligations) i order by 1);
  v_ids jsonb;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  with among as materialized (
    select * from public.obligations where id = any (v_among) order by id for update
  ), facts as materialized (
    select o.id, public.fulfilled_on(o.id) is not null as fulfilled from among o join public.notice_rules r on r.kind = o.kind
      -- Most have no fact that could speak for them: these need no closer look.
    where (o.fulfilled_at is not null or r.fulfilled_form is not null or exists (select 1 from public.events e
        where e.event = r.fulfilled_event and (e.person_id = o.person_id or e.organisation_id = o.organisation_id)))
  ), changed as (
    update public.obligations o set fulfilled_at = case when f.fulfilled then p_at end
    from facts f where o.id = f.id and f.fulfilled <> (o.fulfilled_at is not null) returning o.id
  )
  select coalesce(jsonb_agg(id), '[]') into v_ids from changed;
  if jsonb_array_length(v_ids) > 0 then
    -- What is open again and would have been closed meanwhile: its role has ended, or what it was counted from was undone.
    update public.obligations o set closed_at = p_at from public.notice_rules r
    where o.id = any (v_among) and r.kind = o.kind and o.fulfilled_at is null and o.closed_at is null
      and o.id in (select i.value::bigint from jsonb_array_elements_text(v_ids) i)
      and (r.due_event is not null and exists (select 1 from public.events e
          where e.id = case when o.period ~ '^[0-9]+$' then o.period::bigint end and e.event = r.due_event and e.undone_at is not null)
        or exists (select 1 from public.memberships m where m.role = r.role and m.released_at is not null
          and (m.person_id = o.person_id and m.organisation_id = o.about_organisation and m.project_id is not distinct from o.about_project
            or m.organisation_id = o.organisation_id))
        and not exists (select 1 from public.memberships m where m.role = r.role
          and (m.until_on is null or m.until_on >= (p_at at time zone 'Asia/Almaty')::date)
          and (m.person_id = o.person_id and m.organisation_id = o.about_organisation and m.project_id is not distinct from o.about_project
            or m.organisation_id = o.organisation_id)));
    perform public.schedule_steps(v_ids);
  end if;
  return jsonb_build_object('changed', jsonb_array_length(v_ids));
end $$;

-- Obligations that an event of this owner may fulfil: those of the period it speaks of; hours may count for any.
create function settle_after(p_person bigint, p_organisation bigint, p_event text, p_key text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  return public.settle_obligations((select coalesce(jsonb_agg(o.id), '[]') from public.obligations o
    join public.notice_rules r on r.kind = o.kind and r.fulfilled_event = p_event
    where (o.person_id = p_person or o.organisation_id = p_organisation) and (o.period = p_key or r.fulfilled_hours is not null)), p_at);
end $$;

-- Records what has happened, or corrects its day. p_event: {"person" | "organisation", "event", "aboutPerson",
-- "aboutOrganisation", "aboutProject", "key", "on", "hours"}; p_due: what is counted from it, [{"kind", "dueOn"}].
create function record_event(p_event jsonb, p_due jsonb, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_event public.events;
  v_ids jsonb;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  insert into public.events (person_id, organisation_id, event, about_person, about_organisation, about_project, key, on_day, hours,
    recorded_by, recorded_at)
  values ((p_event->>'person')::bigint, (p_event->>'organisation')::bigint, p_event->>'event', (p_event->>'aboutPerson')::bigint,
    (p_event->>'aboutOrganisation')::bigint, (p_event->>'aboutProject')::bigint, coalesce(p_event->>'key', ''), (p_event->>'on')::date,
    (p_event->>'hours')::numeric, p_by, p_at)
  on conflict on constraint one_event do update set on_day = excluded.on_day, hours = excluded.hours,
    recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at, undone_at = null
  returning * into v_event;
  with owed as (
    insert into public.obligations (person_id, organisation_id, kind, about_person, about_organisation, about_project, period, due_on, opened_at)
    select v_event.person_id, v_event.organisation_id, r.kind, v_event.about_person, v_event.about_organisation, v_event.about_project,
      v_event.id::text, (d.value->>'dueOn')::date, p_at
    from jsonb_array_elements(p_due) d join public.notice_rules r on r.kind = d.value->>'kind' and r.due_event = v_event.event and r.in_force
      and r.owner = case when v_event.person_id is null then 'organisation' else 'person' end
    where exists (select 1 from public.organisations o where o.kind = any (r.organisation_kinds)
      and o.id = coalesce(v_event.organisation_id, v_event.about_organisation))
    on conflict on constraint one_obligation do update set due_on = excluded.due_on, closed_at = null
      where public.obligations.due_on <> excluded.due_on or public.obligations.closed_at is not null
    returning id
  )
  select coalesce(jsonb_agg(id), '[]') into v_ids from owed;
  perform public.settle_obligations(v_ids, p_at);
  perform public.schedule_steps(v_ids);
  if exists (select 1 from public.notice_rules where having_event = v_event.event and in_force) then
    perform public.open_for((select coalesce(jsonb_agg(id), '[]') from public.memberships
      where person_id = v_event.person_id or organisation_id = v_event.organisation_id), null, null, p_at);
  end if;
  perform public.settle_after(v_event.person_id, v_event.organisation_id, v_event.event, v_event.key, p_at);
  return jsonb_build_object('is', 'recorded', 'id', v_event.id);
end $$;

-- It did not happen after all: what was counted from it is closed, what it fulfilled is owed again.
create function undo_event(p_event bigint, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v public.events;
  v_ids jsonb;
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  update public.events set undone_at = p_at, recorded_by = p_by where id = p_event and undone_at is null returning * into v;
  if v.id is null then
    return '{"is": "unknown"}';
  end if;
  with closed as (
    update public.obligations o set closed_at = p_at from public.notice_rules r
    where r.kind = o.kind and o.closed_at is null and o.fulfilled_at is null
      and (r.due_event = v.event and o.period = v.id::text
        or r.having_event = v.event and (v.about_organisation is null or o.about_organisation = v.about_organisation)
          and (v.about_project is null or o.about_project = v.about_project)
          -- It may have happened more than once.
          and not exists (select 1 from public.events e where e.event = v.event and e.undone_at is null and e.on_day <= o.due_on
            and (e.person_id = o.person_id or e.organisation_id = coalesce(o.organisation_id, o.about_organisation))
            and (e.about_organisation is null or e.about_organisation = o.about_organisation)
            and (e.about_project is null or e.about_project = o.about_project)))
      and (o.person_id = v.person_id or o.organisation_id = v.organisation_id)
    returning o.id
  )
  select coalesce(jsonb_agg(id), '[]') into v_ids from closed;
  perform public.schedule_steps(v_ids);
  perform public.settle_after(v.person_id, v.organisation_id, v.event, v.key, p_at);
  return '{"is": "undone"}';
end $$;

-- A form that was sent, returned or withdrawn settles what it fulfils, in the same transaction, whoever changes it.
create function settle_submission() returns trigger
language plpgsql security invoker set search_path = '' as $$
begin
  perform public.settle_obligations((select coalesce(jsonb_agg(o.id), '[]') from public.obligations o
    join public.notice_rules r on r.kind = o.kind and r.fulfilled_form = new.form
    where (o.person_id = new.owner_person or o.organisation_id = new.owner_organisation)
      and o.period = new.period), new.touched_at);
  return null;
end $$;
create trigger submissions_settle after update of status on submissions
  for each row when (old.status is distinct from new.status) execute function settle_submission();

-- "Not mine": it reminds nobody any more; those who see it see who said so. It can be taken back.
create function waive_obligation(p_obligation bigint, p_by bigint, p_waived boolean, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.obligations set waived_at = case when p_waived then p_at end, waived_by = case when p_waived then p_by end
  where id = p_obligation and closed_at is null and fulfilled_at is null and (waived_at is null) = p_waived;
  if not found then
    return '{"is": "unchanged"}';
  end if;
  perform public.schedule_steps(jsonb_build_array(p_obligation));
  return '{"is": "changed"}';
end $$;

-- Compares a bite of obligations with the facts. {"differences": [ids], "next": id | null}.
create function check_obligations(p_after bigint, p_limit int) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_last bigint;
  v_seen int;
  v_differences jsonb;
begin
  select count(*), max(t.id), coalesce(jsonb_agg(t.id) filter (where (public.fulfilled_on(t.id) is null) <> (t.fulfilled_at is null)), '[]')
  into v_seen, v_last, v_differences from (
    select id, fulfilled_at from public.obligations where id > p_after and closed_at is null order by id limit least(p_limit, 500)) t;
  return jsonb_build_object('differences', v_differences, 'next', case when v_seen = least(p_limit, 500) then v_last end);
end $$;

revoke all on function rung_at(date, timestamptz, int, int), schedule_steps(jsonb), write_calendar(jsonb), adopt_kind(text, bigint, int, timestamptz),
  open_for(jsonb, text, text, timestamptz), open_periods(jsonb, int, timestamptz), release_member(bigint, timestamptz),
  review_memberships(int, timestamptz), end_membership(bigint, timestamptz), fulfilled_on(bigint), settle_obligations(jsonb, timestamptz),
  settle_after(bigint, bigint, text, text, timestamptz), record_event(jsonb, jsonb, bigint, timestamptz), undo_event(bigint, bigint, timestamptz),
  settle_submission(), waive_obligation(bigint, bigint, boolean, timestamptz), check_obligations(bigint, int)
  from public, anon, authenticated;
grant execute on function rung_at(date, timestamptz, int, int), schedule_steps(jsonb), write_calendar(jsonb), adopt_kind(text, bigint, int, timestamptz),
  open_for(jsonb, text, text, timestamptz), open_periods(jsonb, int, timestamptz), release_member(bigint, timestamptz),
  review_memberships(int, timestamptz), end_membership(bigint, timestamptz), fulfilled_on(bigint), settle_obligations(jsonb, timestamptz),
  settle_after(bigint, bigint, text, text, timestamptz), record_event(jsonb, jsonb, bigint, timestamptz), undo_event(bigint, bigint, timestamptz),
  settle_submission(), waive_obligation(bigint, bigint, boolean, timestamptz), check_obligations(bigint, int)
  to service_role;
