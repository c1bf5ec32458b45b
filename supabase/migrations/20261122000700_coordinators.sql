-- What administrators and coordinators see and make.

-- Organisations within reach: these and all below them; without p_within all. The platform itself is none of them.
create function organisations_below(p_within jsonb, p_limit int) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with recursive down as (
    select o.id from public.organisations o
    where p_within is null or p_within = 'null' or o.id in (select w.value::bigint from jsonb_array_elements_text(p_within) w)
    union
    select o.id from public.organisations o join down d on o.parent_id = d.id
  )
  select coalesce(jsonb_agg(to_jsonb(t) order by t.id desc), '[]') from (
    select o.id, o.name, o.kind from public.organisations o join down d on d.id = o.id
    where o.closed_at is null and o.kind <> 'platform' order by o.id desc limit least(p_limit, 100)
  ) t
$$;

-- Open projects of one organisation, newest first.
create function projects_of(p_organisation bigint, p_limit int) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(t) order by t.id desc), '[]') from (
    select id, name from public.projects where organisation_id = p_organisation and closed_at is null
    order by id desc limit least(p_limit, 100)
  ) t
$$;

-- Where a place lies, for the access check: its organisation with all above, and the project. A project that is not that
-- organisation's lies nowhere.
create function place_of(p_organisation bigint, p_project bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'organisations', case when p_project is null or p.id is not null then public.above_organisation(p_organisation) else '[]' end,
    'project', p.id)
  from (select 1) x left join public.projects p on p.id = p_project and p.organisation_id = p_organisation
$$;

-- Sent questionnaires within reach (p_all, or organisations and those below them, or single projects), newest first.
create function received_submissions(p_form text, p_all boolean, p_organisations jsonb, p_projects jsonb, p_before bigint, p_limit int) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with recursive down as (
    select o.id from public.organisations o where o.id in (select w.value::bigint from jsonb_array_elements_text(p_organisations) w)
    union
    select o.id from public.organisations o join down d on o.parent_id = d.id
  )
  select coalesce(jsonb_agg(to_jsonb(t) order by t.id desc), '[]') from (
    select s.id, p.name as project, s.submitted_at as "submittedAt",
      (select a.value #>> '{}' from public.answers a where a.submission_id = s.id and a.question = 'full_name') as name
    from public.submissions s left join public.projects p on s.about_kind = 'project' and p.id = s.about_id
    where s.form = p_form and s.status <> 'draft' and s.owner_person is not null and (p_before is null or s.id < p_before)
      and (p_all or s.about_kind = 'project' and s.about_id in (
        select q.id from public.projects q where q.organisation_id in (select id from down)
        union select w.value::bigint from jsonb_array_elements_text(p_projects) w))
    order by s.id desc limit least(p_limit, 100)
  ) t
$$;

-- Makes what a sent form describes, once: the submission is accepted in the same transaction.
create function make_organisation(p_submission bigint, p_name jsonb, p_kind text, p_programme text, p_region text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
begin
  update public.submissions set status = 'accepted', touched_at = p_at where id = p_submission and status = 'submitted';
  if not found then
    return '{"is": "made-before"}';
  end if;
  insert into public.organisations (parent_id, kind, programme, region, name, made_at)
  values ((select id from public.organisations where kind = 'platform'), p_kind, p_programme, p_region, p_name, p_at) returning id into v_id;
  return jsonb_build_object('is', 'made', 'id', v_id);
end $$;

create function make_project(p_submission bigint, p_organisation bigint, p_texts jsonb, p_direction text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
begin
  update public.submissions set status = 'accepted', touched_at = p_at where id = p_submission and status = 'submitted';
  if not found then
    return '{"is": "made-before"}';
  end if;
  insert into public.projects (organisation_id, name, place, purpose, activities, direction, made_at)
  values (p_organisation, p_texts->'name', p_texts->'place', p_texts->'purpose', p_texts->'activities', p_direction, p_at) returning id into v_id;
  return jsonb_build_object('is', 'made', 'id', v_id);
end $$;

revoke all on function organisations_below(jsonb, int), projects_of(bigint, int), place_of(bigint, bigint),
  received_submissions(text, boolean, jsonb, jsonb, bigint, int), make_organisation(bigint, jsonb, text, text, text, timestamptz),
  make_project(bigint, bigint, jsonb, text, timestamptz) from public, anon, authenticated;
grant execute on function organisations_below(jsonb, int), projects_of(bigint, int), place_of(bigint, bigint),
  received_submissions(text, boolean, jsonb, jsonb, bigint, int), make_organisation(bigint, jsonb, text, text, text, timestamptz),
  make_project(bigint, bigint, jsonb, text, timestamptz) to service_role;
