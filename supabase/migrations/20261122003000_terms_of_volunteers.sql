-- What belongs to a volunteer's time in a project: a time begun anew is agreed and briefed anew, a closed project asks nothing any
-- more, and two who become one keep what each of them had.

-- As before; nothing of a closed project, and of a project only what was agreed in this time there.
create or replace function open_for(p_memberships jsonb, p_kind text, p_period text, p_at timestamptz) returns jsonb
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
    left join public.projects j on j.id = m.project_id
    join public.notice_rules r on r.in_force and r.role = m.role and o.kind = any (r.organisation_kinds)
    join public.periods p on p.kind = r.kind
    where m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on) and j.closed_at is null
      and p.opens_on <= v_on and p.due_on >= m.from_on
      and case when p_kind is null then p.due_on >= v_on else p.kind = p_kind and p.period = p_period end
      and (r.having_event is null or exists (select 1 from public.events e
        where (e.person_id = m.person_id or e.organisation_id = m.organisation_id)
          and e.event = r.having_event and e.undone_at is null and e.on_day <= p.due_on
          -- In a project a time begun anew is agreed anew.
          and (m.project_id is null or e.on_day >= m.from_on)
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
    join public.organisations g on g.id = m.organisation_id and g.closed_at is null
    left join public.projects j on j.id = m.project_id, public.events e
    where p_kind is null and m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on) and j.closed_at is null
      and (m.project_id is null or e.on_day >= m.from_on) and o.kind = r.kind and o.closed_at is not null
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

-- Nobody owes anything for a project that has closed.
create function release_project() returns trigger
language plpgsql security invoker set search_path = '' as $$
declare
  v_ids jsonb;
begin
  with closed as (
    update public.obligations set closed_at = new.closed_at
    where about_project = new.id and fulfilled_at is null and closed_at is null returning id
  )
  select coalesce(jsonb_agg(id), '[]') into v_ids from closed;
  perform public.schedule_steps(v_ids);
  return null;
end $$;
create trigger projects_release after update of closed_at on projects
  for each row when (old.closed_at is null and new.closed_at is not null) execute function release_project();

-- As before; what is about a membership that gives way is about the one that stays.
create or replace function merge_memberships(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  d public.memberships;
  k public.memberships;
begin
  for d in select * from public.memberships where person_id = p_from order by id for update loop
    select m.* into k from public.memberships m
    where m.person_id = p_into and m.organisation_id = d.organisation_id and m.project_id is not distinct from d.project_id and m.role = d.role
      and (m.from_on = d.from_on
        or m.from_on <= coalesce(d.until_on, 'infinity') and d.from_on <= coalesce(m.until_on, 'infinity'))
    order by m.from_on <> d.from_on, m.id limit 1 for update;
    continue when k.id is null;
    -- What is about the one is about the other.
    update public.reviews set membership_id = k.id where membership_id = d.id;
    update public.submissions s set about_id = k.id where s.about_kind = 'enrolment' and s.about_id = d.id
      and not exists (select 1 from public.submissions o where o.owner_person = s.owner_person and o.form = s.form
        and o.about_kind = 'enrolment' and o.about_id = k.id and o.status = 'draft' and s.status = 'draft');
    update public.outbox set payload = payload || jsonb_build_object('enrolment', k.id)
    where state = 'queued' and payload->>'enrolment' = d.id::text and person_id = any (array[p_from, p_into]
      || array(select c.value::bigint from jsonb_array_elements_text(public.coordinators_of(d.project_id, p_at)) c));
    delete from public.memberships where id = d.id;
    update public.memberships set from_on = least(k.from_on, d.from_on),
      until_on = case when k.until_on is not null and d.until_on is not null then greatest(k.until_on, d.until_on) end,
      last_day_by = case when k.until_on is not null and d.until_on is not null then
        case when k.until_on >= d.until_on then k.last_day_by else d.last_day_by end end,
      obliged_at = least(k.obliged_at, d.obliged_at),
      released_at = case when coalesce(k.until_on < (p_at at time zone 'Asia/Almaty')::date, false)
        and coalesce(d.until_on < (p_at at time zone 'Asia/Almaty')::date, false) then coalesce(k.released_at, d.released_at) end
    where id = k.id;
  end loop;
  return '{"is": "settled"}';
end $$;

-- Of the same paper the one that has come further stays; what was sent for the other goes.
create function merge_papers(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v record;
begin
  for v in
    select case when d_first then k_id else d_id end as gone, case when d_first then k_submission else d_submission end as submission from (
      select d.id as d_id, k.id as k_id, d.submission_id as d_submission, k.submission_id as k_submission,
        (d.checked_at is not null, d.received_at is not null, d.asked_at) > (k.checked_at is not null, k.received_at is not null, k.asked_at) as d_first
      from public.papers d join public.papers k on k.person_id = p_into and k.project_id = d.project_id and k.kind = d.kind
      where d.person_id = p_from) pairs
  loop
    delete from public.papers where id = v.gone;
    if v.submission is not null then
      perform public.erase_submission(v.submission, p_at);
    end if;
  end loop;
  return '{"is": "settled"}';
end $$;

-- Of the same month the report that was sent stays, otherwise the one that was begun.
create function merge_volunteer_reports(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  delete from public.volunteer_reports k using public.volunteer_reports d
  where k.person_id = p_into and d.person_id = p_from and d.project_id = k.project_id and d.month = k.month
    and (coalesce(d.sent_at, '-infinity'), d.line is not null) > (coalesce(k.sent_at, '-infinity'), k.line is not null);
  delete from public.volunteer_reports d using public.volunteer_reports k
  where k.person_id = p_into and d.person_id = p_from and d.project_id = k.project_id and d.month = k.month;
  return '{"is": "settled"}';
end $$;

-- Who has passed a briefing as one of them owes none as the other.
create function merge_briefings(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  perform public.fulfil_volunteer(p_into, b.project_id, 'safety-briefed', null, p_at) from (
    select distinct b.project_id from public.briefings b where b.person_id in (p_from, p_into) and b.passed_on >= (
      -- Not one of a time before.
      select min(m.from_on) from public.memberships m where m.person_id in (p_from, p_into) and m.project_id = b.project_id
        and m.role = 'volunteer' and (m.until_on is null or m.until_on >= (p_at at time zone 'Asia/Almaty')::date))) b;
  return '{"is": "settled"}';
end $$;

revoke all on function open_for(jsonb, text, text, timestamptz), release_project(), merge_memberships(bigint, bigint, timestamptz),
  merge_papers(bigint, bigint, timestamptz), merge_volunteer_reports(bigint, bigint, timestamptz),
  merge_briefings(bigint, bigint, timestamptz)
  from public, anon, authenticated;
grant execute on function open_for(jsonb, text, text, timestamptz), release_project(), merge_memberships(bigint, bigint, timestamptz),
  merge_papers(bigint, bigint, timestamptz), merge_volunteer_reports(bigint, bigint, timestamptz),
  merge_briefings(bigint, bigint, timestamptz)
  to service_role;
