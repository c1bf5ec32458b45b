-- Who is what where: one's own roles and leaving them, the people of an organisation, what is recorded about them, and who
-- is whose mentor.

-- What an organisation is and where it lies; null if there is none, or if it is closed.
create function read_organisation(p_organisation bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select to_jsonb(t) from (
    select o.id, o.kind, o.name, public.above_organisation(o.id) as above
    from public.organisations o where o.id = p_organisation and o.closed_at is null) t
$$;

-- Open organisations of these kinds, newest first.
create function organisations_of(p_kinds jsonb, p_limit int) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(t) order by t.id desc), '[]') from (
    select id, name from public.organisations
    where closed_at is null and kind in (select k.value from jsonb_array_elements_text(p_kinds) k)
    order by id desc limit least(p_limit, 100)) t
$$;

-- Puts an organisation below another one, unless that one lies below it already.
create function place_below(p_organisation bigint, p_parent bigint) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('tree of organisations', 0));
  if public.above_organisation(p_parent) @> to_jsonb(p_organisation) then
    return '{"is": "circle"}';
  end if;
  update public.organisations set parent_id = p_parent where id = p_organisation;
  return '{"is": "placed"}';
end $$;

-- The roles somebody holds on that day, with the names of where.
create function memberships_of(p_person bigint, p_at timestamptz) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(t) order by t.id), '[]') from (
    select m.id, m.role, m.organisation_id as organisation, o.kind as "organisationKind", o.name as "organisationName",
      m.project_id as project, p.name as "projectName"
    from public.memberships m join public.organisations o on o.id = m.organisation_id left join public.projects p on p.id = m.project_id
    where m.person_id = p_person and m.from_on <= (p_at at time zone 'Asia/Almaty')::date
      and (m.until_on is null or m.until_on >= (p_at at time zone 'Asia/Almaty')::date)) t
$$;

-- Ends a role of one's own. The last administrator stays, or nobody could let anybody in any more. Who is no mentor there
-- any more looks after nobody.
create function leave_role(p_membership bigint, p_person bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  v public.memberships;
begin
  select * into v from public.memberships
  where id = p_membership and person_id = p_person and (until_on is null or until_on >= v_on) for update;
  if v.id is null then
    return '{"is": "over"}';
  end if;
  if v.role = 'administrator' then
    -- Two who leave at once are heard one after the other.
    perform 1 from public.organisations where id = v.organisation_id for update;
    if not exists (select 1 from public.memberships m join public.people p on p.id = m.person_id and p.erased_at is null
        where m.organisation_id = v.organisation_id and m.role = 'administrator' and m.person_id <> p_person
          and m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on)) then
      return '{"is": "last"}';
    end if;
  end if;
  perform public.end_membership(p_membership, p_at);
  if v.role = 'mentor' and not exists (select 1 from public.memberships m where m.person_id = p_person and m.role = 'mentor'
      and (m.until_on is null or m.until_on >= v_on)) then
    update public.assignments set until_on = greatest(from_on, v_on) - 1
    where person_id = p_person and role = 'mentor' and (until_on is null or until_on >= v_on);
  end if;
  insert into public.audit (at, person_id, action, subject_kind, subject_id, detail)
  values (p_at, p_person, 'left', 'organisation', v.organisation_id, jsonb_build_object('role', v.role));
  return '{"is": "left"}';
end $$;

-- The people of an organisation in these roles, by the key of their membership: p_after is the last one of the page before.
create function members_of(p_organisation bigint, p_roles jsonb, p_after bigint, p_limit int, p_at timestamptz) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(t) order by t.id), '[]') from (
    select m.id, m.person_id as person, p.name, m.role, m.project_id as project
    from public.memberships m join public.people p on p.id = m.person_id and p.erased_at is null
    where m.organisation_id = p_organisation and m.role in (select r.value from jsonb_array_elements_text(p_roles) r)
      and m.from_on <= (p_at at time zone 'Asia/Almaty')::date
      and (m.until_on is null or m.until_on >= (p_at at time zone 'Asia/Almaty')::date) and m.id > p_after
    order by m.id limit least(p_limit, 100)) t
$$;

-- One of them; null if that role has ended, or is held elsewhere.
create function read_member(p_membership bigint, p_organisation bigint, p_at timestamptz) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select to_jsonb(t) from (
    select m.id, m.person_id as person, p.name, m.role, m.project_id as project
    from public.memberships m join public.people p on p.id = m.person_id and p.erased_at is null
    where m.id = p_membership and m.organisation_id = p_organisation
      and m.from_on <= (p_at at time zone 'Asia/Almaty')::date
      and (m.until_on is null or m.until_on >= (p_at at time zone 'Asia/Almaty')::date)) t
$$;

-- What is known before an event is recorded: {"earlier": [{"key", "on"}], newest first, "owed": [{"period", "kind", "dueOn"}],
-- soonest first}: how often it has happened to them there, and what is open that it would fulfil.
create function before_event(p_event jsonb) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'earlier', (select coalesce(jsonb_agg(jsonb_build_object('key', e.key, 'on', e.on_day) order by e.id desc), '[]') from public.events e
      where e.event = p_event->>'event' and e.undone_at is null
        and e.person_id is not distinct from (p_event->>'person')::bigint and e.organisation_id is not distinct from (p_event->>'organisation')::bigint
        and e.about_person is not distinct from (p_event->>'aboutPerson')::bigint
        and e.about_organisation is not distinct from (p_event->>'aboutOrganisation')::bigint
        and e.about_project is not distinct from (p_event->>'aboutProject')::bigint),
    'owed', (select coalesce(jsonb_agg(jsonb_build_object('period', o.period, 'kind', o.kind, 'dueOn', o.due_on) order by o.due_on, o.id), '[]')
      from public.obligations o join public.notice_rules r on r.kind = o.kind and r.in_force and r.fulfilled_event = p_event->>'event'
      where o.fulfilled_at is null and o.closed_at is null
        and o.person_id is not distinct from (p_event->>'person')::bigint and o.organisation_id is not distinct from (p_event->>'organisation')::bigint
        and o.about_person is not distinct from (p_event->>'aboutPerson')::bigint
        and o.about_organisation is not distinct from (p_event->>'aboutOrganisation')::bigint
        and o.about_project is not distinct from (p_event->>'aboutProject')::bigint))
$$;

-- A recorded event and what is counted from it: {"event", "person", "role"?, "organisation", "project", "on", "undone",
-- "opened": [{"kind", "dueOn"}]}; null if there is none.
create function read_event(p_event bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select to_jsonb(t) from (
    select e.event, e.person_id as person, coalesce(e.organisation_id, e.about_organisation) as organisation, e.about_project as project,
      e.on_day as "on", e.undone_at is not null as undone,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'dueOn', o.due_on) order by o.due_on, o.id), '[]')
        from public.obligations o join public.notice_rules r on r.kind = o.kind and r.due_event = e.event
        where o.period = e.id::text and o.closed_at is null and o.person_id is not distinct from e.person_id
          and o.organisation_id is not distinct from e.organisation_id) as opened
    from public.events e where e.id = p_event) t
$$;

-- Names somebody the mentor of a worker (p_event as for record_event, "aboutPerson" the worker), from the day of the event: the
-- event, what the mentor then owes, and that the mentor sees what the worker owes. A worker has one mentor.
create function name_mentor(p_event jsonb, p_due jsonb, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_event->>'on')::date;
  v_ids jsonb;
begin
  update public.assignments set until_on = greatest(from_on, v_on) - 1
  where role = 'mentor' and about_kind = 'person' and about_id = (p_event->>'aboutPerson')::bigint
    and person_id <> (p_event->>'person')::bigint and until_on is null;
  update public.assignments set from_on = v_on
  where role = 'mentor' and about_kind = 'person' and about_id = (p_event->>'aboutPerson')::bigint
    and person_id = (p_event->>'person')::bigint and until_on is null;
  if not found then
    insert into public.assignments (person_id, role, about_kind, about_id, from_on)
    values ((p_event->>'person')::bigint, 'mentor', 'person', (p_event->>'aboutPerson')::bigint, v_on);
  end if;
  -- What the one before still owed for this worker is nobody's any more.
  with closed as (
    update public.obligations o set closed_at = p_at from public.notice_rules r
    where r.kind = o.kind and r.role = 'mentor' and o.about_person = (p_event->>'aboutPerson')::bigint
      and o.person_id <> (p_event->>'person')::bigint and o.closed_at is null and o.fulfilled_at is null
    returning o.id
  )
  select coalesce(jsonb_agg(id), '[]') into v_ids from closed;
  perform public.schedule_steps(v_ids);
  return public.record_event(p_event, p_due, p_by, p_at);
end $$;

-- It was not so: undoes the event, and the mentor looks after that worker no more.
create function unname_mentor(p_event bigint, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  delete from public.assignments a using public.events e
  where e.id = p_event and e.undone_at is null and a.role = 'mentor' and a.about_kind = 'person' and a.about_id = e.about_person
    and a.person_id = e.person_id and a.until_on is null;
  return public.undo_event(p_event, p_by, p_at);
end $$;

revoke all on function read_organisation(bigint), organisations_of(jsonb, int), place_below(bigint, bigint), memberships_of(bigint, timestamptz),
  leave_role(bigint, bigint, timestamptz), members_of(bigint, jsonb, bigint, int, timestamptz), read_member(bigint, bigint, timestamptz),
  before_event(jsonb), read_event(bigint), name_mentor(jsonb, jsonb, bigint, timestamptz), unname_mentor(bigint, bigint, timestamptz)
  from public, anon, authenticated;
grant execute on function read_organisation(bigint), organisations_of(jsonb, int), place_below(bigint, bigint), memberships_of(bigint, timestamptz),
  leave_role(bigint, bigint, timestamptz), members_of(bigint, jsonb, bigint, int, timestamptz), read_member(bigint, bigint, timestamptz),
  before_event(jsonb), read_event(bigint), name_mentor(jsonb, jsonb, bigint, timestamptz), unname_mentor(bigint, bigint, timestamptz)
  to service_role;
