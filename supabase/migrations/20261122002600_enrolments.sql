-- Candidates that are answered, papers, the agreement, leaving.

-- A word to a project's coordinators, without the one from whom it comes: the same ones who hear of its
-- questionnaires.
create function tell_coordinators(p_project bigint, p_kind text, p_key text, p_payload jsonb, p_but bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  return public.enqueue((select coalesce(jsonb_agg(jsonb_build_object('person', c.value::bigint, 'kind', p_kind, 'key', p_key, 'priority', 1,
      'payload', p_payload) order by c.value::bigint), '[]')
    from jsonb_array_elements_text(public.coordinators_of(p_project, p_at)) c where c.value::bigint is distinct from p_but), p_at);
end $$;

-- Everything open that this person owes for the project by this event is done today.
create function fulfil_volunteer(p_person bigint, p_project bigint, p_event text, p_key text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  o public.obligations;
  v_count int := 0;
begin
  for o in
    select b.* from public.obligations b join public.notice_rules r on r.kind = b.kind and r.fulfilled_event = p_event
    where b.person_id = p_person and b.about_project = p_project and (p_key is null or b.period = p_key)
      and b.fulfilled_at is null and b.waived_at is null and b.closed_at is null order by b.id
  loop
    perform public.record_event(jsonb_build_object('person', o.person_id, 'event', p_event, 'aboutPerson', o.about_person,
      'aboutOrganisation', o.about_organisation, 'aboutProject', o.about_project, 'key', o.period,
      'on', (p_at at time zone 'Asia/Almaty')::date), '[]', p_person, p_at);
    v_count := v_count + 1;
  end loop;
  return jsonb_build_object('fulfilled', v_count);
end $$;

-- ── Enrolments ────────────────────────────────────────────────────────────────────────────────────────────────────────

create function read_enrolment(p_enrolment bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('id', m.id, 'person', m.person_id, 'name', p.name, 'language', p.language, 'bornOn', p.born_on,
      'project', j.id, 'projectName', j.name, 'direction', j.direction, 'organisation', o.id, 'organisationName', o.name,
      'above', public.above_organisation(o.id), 'from', m.from_on, 'until', m.until_on,
      'endedByOther', m.until_on is not null and m.last_day_by is distinct from m.person_id,
      'questionnaire', (select s.id from public.submissions s where s.owner_person = m.person_id and s.form = 'volunteer-questionnaire'
        and (s.about_kind = 'project' and s.about_id = j.id or s.id in (select r.submission_id from public.reviews r where r.membership_id = m.id))
        and s.status not in ('draft', 'withdrawn') order by s.submitted_at desc, s.id desc limit 1),
      'agreement', (select jsonb_build_object('id', a.id, 'signedOn', a.signed_on, 'noticeDays', a.notice_days) from public.agreements a
        -- One of a time before is not of this one.
        where a.person_id = m.person_id and a.project_id = j.id and (a.made_at at time zone 'Asia/Almaty')::date >= m.from_on
        order by a.id desc limit 1),
      'briefedOn', (select max(b.passed_on) from public.briefings b where b.person_id = m.person_id and b.project_id = j.id
        and b.passed_on >= m.from_on))
    from public.memberships m join public.people p on p.id = m.person_id and p.erased_at is null
    join public.projects j on j.id = m.project_id join public.organisations o on o.id = j.organisation_id
    where m.id = p_enrolment and m.role = 'volunteer');
end $$;

create function enrolments_of(p_person bigint, p_on date) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(public.read_enrolment(m.id) order by m.id desc), '[]') from public.memberships m
    join public.projects j on j.id = m.project_id and j.closed_at is null
    where m.person_id = p_person and m.role = 'volunteer' and m.from_on <= p_on and (m.until_on is null or m.until_on >= p_on));
end $$;

-- The open projects of a scope: all, those of organisations and of all below them, and single ones.
-- (Few: what is looked up for each is looked up by key.)
create function projects_in(p_all boolean, p_organisations jsonb, p_projects jsonb) returns setof public.projects
language sql stable security invoker rows 5 set search_path = '' as $$
  with recursive down as (
    select o.id from public.organisations o where o.id in (select w.value::bigint from jsonb_array_elements_text(p_organisations) w)
    union
    select o.id from public.organisations o join down d on o.parent_id = d.id
  )
  select j.* from public.projects j where j.closed_at is null
    and (p_all or j.organisation_id in (select d.id from down d)
      or j.id in (select w.value::bigint from jsonb_array_elements_text(p_projects) w))
$$;

create function projects_within(p_all boolean, p_organisations jsonb, p_projects jsonb, p_limit int) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(t) order by t.id desc), '[]') from (
    select j.id, j.name, j.direction, o.id as organisation, o.name as "organisationName", o.region
    from public.projects_in(p_all, p_organisations, p_projects) j
    join public.organisations o on o.id = j.organisation_id and o.closed_at is null
    order by j.id desc limit least(p_limit, 100)) t
$$;

create function read_project(p_project bigint, p_on date) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('id', j.id, 'name', j.name, 'direction', j.direction, 'organisation', o.id, 'organisationName', o.name,
      'region', o.region, 'above', public.above_organisation(o.id), 'purpose', j.purpose, 'place', j.place, 'activities', j.activities,
      'waiting', (select count(*) from public.submissions s where s.form = 'volunteer-questionnaire' and s.about_kind = 'project'
        and s.about_id = j.id and s.status = 'submitted' and s.owner_person is not null),
      'volunteers', (select count(distinct m.person_id) from public.memberships m where m.project_id = j.id and m.role = 'volunteer'
        and m.from_on <= p_on and (m.until_on is null or m.until_on >= p_on)),
      'unconfirmed', (select count(*) from public.deeds d where d.project_id = j.id and d.state = 'done' and d.confirmed_at is null))
    from public.projects j join public.organisations o on o.id = j.organisation_id
    where j.id = p_project and j.closed_at is null and o.closed_at is null);
end $$;

-- Volunteers of a scope on a day, by name; with p_former those whose time there is over, each by the last one. p_after: the last one's id of the page before.
create function volunteers_within(p_all boolean, p_organisations jsonb, p_projects jsonb, p_project bigint, p_skill text, p_former boolean,
  p_after bigint, p_limit int, p_on date) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'person', t.person_id, 'name', t.name, 'project', t.project_id,
      'projectName', (select j.name from public.projects j where j.id = t.project_id), 'from', t.from_on, 'until', t.until_on,
      'agreementSignedOn', (select a.signed_on from public.agreements a where a.person_id = t.person_id and a.project_id = t.project_id
        and (a.made_at at time zone 'Asia/Almaty')::date >= t.from_on order by a.id desc limit 1),
      'briefedOn', (select max(b.passed_on) from public.briefings b where b.person_id = t.person_id and b.project_id = t.project_id
        and b.passed_on >= t.from_on)) order by t.sort, t.id), '[]') from (
    -- Only what is shown is looked up.
    select m.id, m.person_id, p.name, m.project_id, m.from_on, m.until_on, coalesce(lower(p.name), '') as sort
    from public.projects_in(p_all, p_organisations, p_projects) j
    join public.memberships m on m.project_id = j.id and m.role = 'volunteer' and m.from_on <= p_on
      and p_former = (m.until_on is not null and m.until_on < p_on)
    join public.people p on p.id = m.person_id and p.erased_at is null
    where (not p_former or m.id = (select max(o.id) from public.memberships o where o.project_id = j.id and o.person_id = m.person_id
        and o.role = 'volunteer' and o.from_on <= p_on)) and (p_project is null or j.id = p_project)
      and (p_skill is null or exists (select 1 from public.skills k where k.person_id = m.person_id and k.skill = p_skill
        and k.column_name in ('like', 'well', 'professional')))
      and (p_after is null or (coalesce(lower(p.name), ''), m.id) > (
        select coalesce(lower(q.name), ''), n.id from public.memberships n join public.people q on q.id = n.person_id where n.id = p_after))
    order by sort, m.id limit least(p_limit, 500)) t
$$;

-- The phones that stand in the questionnaires of these volunteers of a project: those by which they came there, no others.
-- {person: phone}.
create function phones_of(p_project bigint, p_people jsonb) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_object_agg(t.owner_person, t.phone), '{}') from (
    select distinct on (s.owner_person) s.owner_person, a.value #>> '{}' as phone
    from public.submissions s join public.answers a on a.submission_id = s.id and a.question = 'phone' and jsonb_typeof(a.value) = 'string'
    where s.owner_person = any (array(select w.value::bigint from jsonb_array_elements_text(p_people) w))
      and s.form = 'volunteer-questionnaire' and s.status not in ('draft', 'withdrawn')
      and (s.about_kind = 'project' and s.about_id = p_project or exists (select 1 from public.reviews r
        join public.memberships m on m.id = r.membership_id where r.submission_id = s.id and m.project_id = p_project))
    order by s.owner_person, s.submitted_at desc) t);
end $$;

-- ── Candidates ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- The newest questionnaire of each candidate for each project of the scope; whoever sees everything sees the pool, too.
-- p_filter: {"project", "direction", "region", "freeTime", "age": {"from", "to"}, "quality", "activity", "skill", "answered"}.
create function candidates_within(p_all boolean, p_organisations jsonb, p_projects jsonb, p_filter jsonb, p_before bigint, p_limit int,
  p_on date) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with scope as materialized (
    select j.id, j.name, j.direction, o.region from public.projects_in(p_all, p_organisations, p_projects) j
    join public.organisations o on o.id = j.organisation_id
    where p_filter->>'project' is null or j.id = (p_filter->>'project')::bigint
  ), sent as (
    select s.*, j.id as of_project, j.name as project_name, j.direction, j.region from scope j
    join public.submissions s on s.about_kind = 'project' and s.about_id = j.id and s.form = 'volunteer-questionnaire'
    union all
    select s.*, null, null, null, null from public.submissions s
    where p_all and p_filter->>'project' is null and s.about_kind is null and s.form = 'volunteer-questionnaire'
  )
  select coalesce(jsonb_agg(to_jsonb(t) order by t.id desc), '[]') from (
    select s.id, coalesce((select a.value #>> '{}' from public.answers a where a.submission_id = s.id and a.question = 'full_name'), p.name) as name,
      s.owner_person as person, p.born_on as "bornOn", s.of_project as project, s.project_name as "projectName", s.status, s.submitted_at as "submittedAt"
    from sent s join public.people p on p.id = s.owner_person and p.erased_at is null
    where s.status in ('submitted', 'accepted', 'returned', 'declined')
      and (p_before is null or s.id < p_before)
      and (coalesce((p_filter->>'answered')::boolean, false) or s.status = 'submitted')
      and not exists (select 1 from public.submissions n where n.owner_person = s.owner_person and n.form = s.form
        and n.about_kind is not distinct from s.about_kind and n.about_id is not distinct from s.about_id
        and n.round > s.round and n.status not in ('draft', 'withdrawn'))
      and (p_filter->>'direction' is null or s.direction = p_filter->>'direction')
      and (p_filter->>'region' is null or s.region = p_filter->>'region')
      and (p_filter->'age' is null or p.born_on is not null and extract(year from age(p_on, p.born_on)) between
        (p_filter->'age'->>'from')::int and (p_filter->'age'->>'to')::int)
      and (p_filter->>'freeTime' is null or exists (select 1 from public.answers a where a.submission_id = s.id and a.question = 'free_time'
        and (a.value = p_filter->'freeTime' or p_filter->>'freeTime' = 'other' and a.value ? 'other')))
      and (p_filter->>'quality' is null or exists (select 1 from public.answers a where a.submission_id = s.id
        and a.question = p_filter->>'quality' and jsonb_typeof(a.value) = 'number' and (a.value)::int >= 4))
      and (p_filter->>'activity' is null or exists (select 1 from public.answers a where a.submission_id = s.id and a.question = 'activities'
        and a.value @> jsonb_build_array(p_filter->>'activity')))
      and (p_filter->>'skill' is null or exists (select 1 from public.skills k where k.person_id = s.owner_person
        and k.skill = p_filter->>'skill' and k.column_name in ('like', 'well', 'professional')))
    order by s.id desc limit least(p_limit, 100)) t
$$;

create function review_of(p_submission bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select (select jsonb_build_object('id', r.id, 'submission', s.id, 'person', s.owner_person, 'language', p.language, 'answer', r.answer,
      'comment', r.comment, 'project', j.id, 'projectName', j.name, 'enrolment', r.membership_id)
    from public.reviews r join public.submissions s on s.id = r.submission_id left join public.people p on p.id = s.owner_person
    left join public.memberships m on m.id = r.membership_id
    left join public.projects j on j.id = coalesce(m.project_id, case when s.about_kind = 'project' then s.about_id end)
    where r.submission_id = p_submission order by r.id desc limit 1)
$$;

-- The comment with which an earlier questionnaire of the same candidate for the same was returned; null: none was.
create function returned_before(p_submission bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select (select to_jsonb(r.comment) from public.submissions s
    join public.submissions b on b.owner_person = s.owner_person and b.form = s.form and b.round = s.round - 1
      and b.about_kind is not distinct from s.about_kind and b.about_id is not distinct from s.about_id
    join public.reviews r on r.submission_id = b.id and r.answer = 'returned'
    where s.id = p_submission order by r.id desc limit 1)
$$;

-- A coordinator's answer to a questionnaire that waits for one; accepted, the person is a volunteer of the project from today.
create function answer_candidate(p_submission bigint, p_answer text, p_project bigint, p_comment text, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  s public.submissions;
  v_project public.projects;
  v_membership bigint;
  v_review bigint;
begin
  -- People before what is theirs, as everywhere.
  perform 1 from public.people where id = (select owner_person from public.submissions where id = p_submission) and erased_at is null for no key update;
  if not found then
    return '{"is": "too-late"}';
  end if;
  select * into v_project from public.projects where closed_at is null and id = (
    select case when q.about_kind = 'project' then q.about_id else p_project end from public.submissions q where q.id = p_submission);
  if p_answer = 'accepted' and v_project.id is null then
    return '{"is": "too-late"}';
  end if;
  update public.submissions set status = p_answer, touched_at = p_at
  where id = p_submission and form = 'volunteer-questionnaire' and status = 'submitted'
    and not exists (select 1 from public.submissions n where n.owner_person = submissions.owner_person and n.form = submissions.form
      and n.about_kind is not distinct from submissions.about_kind and n.about_id is not distinct from submissions.about_id
      and n.round > submissions.round and n.status not in ('draft', 'withdrawn'))
  returning * into s;
  if s.id is null then
    return '{"is": "too-late"}';
  end if;
  if p_answer = 'accepted' then
    -- From now on people there know them by the name that the coordinator has read and accepted.
    update public.people p set name = a.value #>> '{}' from public.answers a
    where p.id = s.owner_person and a.submission_id = s.id and a.question = 'full_name' and jsonb_typeof(a.value) = 'string';
    select m.id into v_membership from public.memberships m where m.person_id = s.owner_person and m.project_id = v_project.id
      and m.role = 'volunteer' and (m.until_on is null or m.until_on >= v_on) order by m.id limit 1;
    if v_membership is null then
      insert into public.memberships (person_id, organisation_id, project_id, role, from_on)
      values (s.owner_person, v_project.organisation_id, v_project.id, 'volunteer', v_on)
      on conflict on constraint one_membership do update set until_on = null, released_at = null, obliged_at = null
      returning id into v_membership;
      perform public.open_for(jsonb_build_array(v_membership), null, null, p_at);
    else
      -- Whoever was to leave and is accepted once more stays.
      update public.memberships set until_on = null where id = v_membership;
    end if;
  end if;
  insert into public.reviews (submission_id, answer, comment, membership_id, by_person, at)
  values (p_submission, p_answer, p_comment, v_membership, p_by, p_at) returning id into v_review;
  insert into public.audit (at, person_id, action, subject_kind, subject_id)
  values (p_at, p_by, p_answer || '-candidate', 'submission', p_submission);
  perform public.enqueue(jsonb_build_array(jsonb_build_object('person', s.owner_person, 'kind', 'candidate-answered', 'key', v_review::text,
    'priority', 1, 'payload', jsonb_build_object('review', v_review, 'submission', p_submission))), p_at);
  return jsonb_build_object('is', 'answered', 'enrolment', v_membership);
end $$;

-- ── Papers ────────────────────────────────────────────────────────────────────────────────────────────────────────────

create function read_paper(p_paper bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select (select jsonb_build_object('id', p.id, 'person', p.person_id, 'project', p.project_id, 'kind', p.kind,
      'askedOn', (p.asked_at at time zone 'Asia/Almaty')::date, 'submission', p.submission_id,
      'receivedOn', (p.received_at at time zone 'Asia/Almaty')::date, 'checkedOn', (p.checked_at at time zone 'Asia/Almaty')::date,
      'expiresOn', p.expires_on)
    from public.papers p where p.id = p_paper)
$$;

create function papers_of(p_person bigint, p_project bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(public.read_paper(p.id) order by array_position(
      array['recommendation', 'criminal_record', 'narcological', 'psychoneurological', 'last_employer'], p.kind)), '[]')
  from public.papers p where p.person_id = p_person and p.project_id = p_project
$$;

-- The files that a value names: a list of {"file"}, or {"picked": [...]} while they come.
create function files_in(p_value jsonb) returns jsonb
language sql immutable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg((f.value->>'file')::bigint), '[]')
  from jsonb_array_elements(case when jsonb_typeof(p_value) = 'array' then p_value
    when jsonb_typeof(p_value->'picked') = 'array' then p_value->'picked' else '[]' end) f
  where jsonb_typeof(f.value) = 'object' and f.value ? 'file'
$$;

-- Takes a form away with its files, also those that were cleared in it; their bytes go by jobs where nothing else names them.
create function erase_submission(p_submission bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_files jsonb;
begin
  select coalesce(jsonb_agg(distinct f.value), '[]') into v_files from (
      select value from public.answers where submission_id = p_submission
      union all
      select value from public.answer_history where submission_id = p_submission) v
    cross join lateral jsonb_array_elements(public.files_in(v.value)) f;
  perform public.unshow_submission(p_submission, p_at);
  delete from public.submissions where id = p_submission;
  perform public.drop_files(v_files, p_at);
  return '{"is": "erased"}';
end $$;

-- Rows of files that no answer and no entry of a diary names any more go; the bytes where no other row has the same.
create function drop_files(p_files jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v record;
begin
  for v in delete from public.files f where f.id in (select i.value::bigint from jsonb_array_elements_text(p_files) i)
      and not exists (select 1 from public.deeds d where d.photo_id = f.id)
      and not exists (select 1 from public.submissions s join public.answers a on a.submission_id = s.id
        where s.owner_person = f.owner_person and public.files_in(a.value) @> to_jsonb(f.id))
      returning f.path, f.owner_person
  loop
    perform public.unshow_file(v.path, v.owner_person, p_at);
  end loop;
  return '{"is": "dropped"}';
end $$;

-- Asks papers of a volunteer, again where one was received or checked before; one letter tells of all of them.
create function ask_papers(p_person bigint, p_project bigint, p_kinds jsonb, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v public.papers;
  v_kind text;
  v_ids bigint[] := '{}';
  v_asked bigint[] := '{}';
begin
  perform 1 from public.people where id = p_person and erased_at is null for no key update;
  if not found then
    return '{"ids": []}';
  end if;
  for v_kind in select k.value from jsonb_array_elements_text(p_kinds) with ordinality k (value, n) order by k.n loop
    select * into v from public.papers where person_id = p_person and project_id = p_project and kind = v_kind for update;
    if v.id is null or v.received_at is not null or v.checked_at is not null then
      if v.submission_id is not null then
        perform public.erase_submission(v.submission_id, p_at);
      end if;
      insert into public.papers (person_id, project_id, kind, asked_by, asked_at) values (p_person, p_project, v_kind, p_by, p_at)
      on conflict on constraint one_paper do update set asked_by = excluded.asked_by, asked_at = excluded.asked_at, submission_id = null,
        received_at = null, checked_by = null, checked_at = null, expires_on = null
      returning * into v;
      v_asked := v_asked || v.id;
    end if;
    v_ids := v_ids || v.id;
  end loop;
  if cardinality(v_asked) > 0 then
    perform public.enqueue(jsonb_build_array(jsonb_build_object('person', p_person, 'kind', 'paper-asked',
      'key', v_asked[1] || ' ' || extract(epoch from p_at), 'priority', 1, 'payload', jsonb_build_object('papers', v_asked))), p_at);
  end if;
  return jsonb_build_object('ids', v_ids);
end $$;

create function drop_paper(p_paper bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_submission bigint;
begin
  delete from public.papers where id = p_paper returning submission_id into v_submission;
  if v_submission is not null then
    perform public.erase_submission(v_submission, p_at);
  end if;
  return '{"is": "dropped"}';
end $$;

create function receive_paper(p_submission bigint, p_person bigint, p_project bigint, p_kind text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v public.papers;
begin
  select * into v from public.papers where person_id = p_person and project_id = p_project and kind = p_kind for update;
  if v.submission_id = p_submission then
    return '{"is": "received"}';
  elsif v.id is null or v.checked_at is not null then
    -- Nobody asked for it: it is not kept.
    perform public.erase_submission(p_submission, p_at);
    return '{"is": "not-asked"}';
  end if;
  update public.submissions set status = 'accepted', touched_at = p_at where id = p_submission;
  update public.papers set submission_id = p_submission, received_at = p_at where id = v.id;
  if v.submission_id is not null then
    perform public.erase_submission(v.submission_id, p_at);
  end if;
  perform public.tell_coordinators(p_project, 'paper-received', v.id || ' ' || p_submission, jsonb_build_object('paper', v.id), p_person, p_at);
  return '{"is": "received"}';
end $$;

-- It was checked, as it was sent or as it was shown on paper; nobody need have asked for it before.
create function check_paper(p_person bigint, p_project bigint, p_kind text, p_expires_on date, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  perform 1 from public.people where id = p_person and erased_at is null for no key update;
  if not found then
    return '{"is": "checked"}';
  end if;
  insert into public.papers (person_id, project_id, kind, asked_by, asked_at, received_at, checked_at, checked_by, expires_on)
  values (p_person, p_project, p_kind, p_by, p_at, p_at, p_at, p_by, p_expires_on)
  on conflict on constraint one_paper do update set checked_at = excluded.checked_at, checked_by = excluded.checked_by,
    expires_on = excluded.expires_on, received_at = coalesce(papers.received_at, excluded.received_at);
  return '{"is": "checked"}';
end $$;

create function erase_paper(p_paper bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_submission bigint;
begin
  select submission_id into v_submission from public.papers where id = p_paper and checked_at is not null;
  if v_submission is not null then
    perform public.erase_submission(v_submission, p_at);
  end if;
  return '{"is": "erased"}';
end $$;

-- ── Agreement and leaving ─────────────────────────────────────────────────────────────────────────────────────────────

create function read_agreement(p_agreement bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select (select jsonb_build_object('id', a.id, 'person', a.person_id, 'project', a.project_id, 'organisation', j.organisation_id,
      'submission', a.submission_id, 'noticeDays', a.notice_days, 'signedOn', a.signed_on, 'signedHow', a.signed_how,
      'madeOn', (a.made_at at time zone 'Asia/Almaty')::date)
    from public.agreements a join public.projects j on j.id = a.project_id where a.id = p_agreement)
$$;

create function make_agreement(p_submission bigint, p_notice_days int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  s public.submissions;
  v_id bigint;
begin
  select id into v_id from public.agreements where submission_id = p_submission;
  if v_id is not null then
    return jsonb_build_object('id', v_id);
  end if;
  select * into s from public.submissions where id = p_submission;
  perform 1 from public.people where id = s.owner_person and erased_at is null for no key update;
  if not found then
    raise exception 'the person is no more' using errcode = 'P0002';
  end if;
  -- Signed meanwhile: that one stands, and what was written for another one goes.
  select a.id into v_id from public.agreements a join public.memberships m on m.person_id = a.person_id and m.project_id = a.project_id
    and m.role = 'volunteer' and (a.made_at at time zone 'Asia/Almaty')::date >= m.from_on
    and (m.until_on is null or m.until_on >= (p_at at time zone 'Asia/Almaty')::date)
  where a.person_id = s.owner_person and a.project_id = s.about_id and a.signed_on is not null limit 1;
  if v_id is not null then
    perform public.erase_submission(p_submission, p_at);
    return jsonb_build_object('id', v_id);
  end if;
  update public.submissions set status = 'accepted', touched_at = p_at where id = p_submission returning * into s;
  -- The one before that was not signed gives way, with what stands in it.
  perform public.erase_submission(a.submission_id, p_at) from public.agreements a
  where a.person_id = s.owner_person and a.project_id = s.about_id and a.signed_on is null;
  insert into public.agreements (person_id, project_id, submission_id, notice_days, made_at)
  values (s.owner_person, s.about_id, p_submission, p_notice_days, p_at) returning id into v_id;
  perform public.tell_coordinators(s.about_id, 'agreement-made', v_id::text, jsonb_build_object('agreement', v_id), s.owner_person, p_at);
  return jsonb_build_object('id', v_id);
end $$;

-- It was signed: the event opens what the volunteer owes from now on. A briefing that was passed before counts.
create function sign_agreement(p_agreement bigint, p_on date, p_how text, p_due jsonb, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  a public.agreements;
  v_organisation bigint;
  v_from date;
  v_event bigint;
begin
  perform 1 from public.people where id = (select person_id from public.agreements where id = p_agreement) for no key update;
  select * into a from public.agreements where id = p_agreement for update;
  select m.organisation_id, m.from_on into v_organisation, v_from from public.memberships m where m.person_id = a.person_id and m.project_id = a.project_id
    and m.role = 'volunteer' and (m.until_on is null or m.until_on >= v_on) limit 1;
  if a.id is null or a.signed_on is not null or v_organisation is null then
    return '{"is": "gone"}';
  end if;
  -- The name under which they have signed.
  update public.people p set name = w.value #>> '{}' from public.answers w
  where p.id = a.person_id and w.submission_id = a.submission_id and w.question = 'full_name' and jsonb_typeof(w.value) = 'string';
  v_event := (public.record_event(jsonb_build_object('person', a.person_id, 'event', 'agreement-signed', 'aboutOrganisation', v_organisation,
    'aboutProject', a.project_id, 'key', 'agreement ' || a.id, 'on', p_on), p_due, p_by, p_at)->>'id')::bigint;
  update public.agreements set signed_on = p_on, signed_how = p_how, signed_by = p_by, event_id = v_event where id = a.id;
  if exists (select 1 from public.briefings b where b.person_id = a.person_id and b.project_id = a.project_id and b.passed_on >= v_from) then
    perform public.fulfil_volunteer(a.person_id, a.project_id, 'safety-briefed', null, p_at);
  end if;
  perform public.enqueue(jsonb_build_array(jsonb_build_object('person', a.person_id, 'kind', 'agreement-signed',
    'key', a.id || ' ' || extract(epoch from p_at), 'priority', 1, 'payload', jsonb_build_object('agreement', a.id),
    -- Not at once: what was pressed by mistake and taken back is told nobody.
    'dueAt', p_at + interval '10 minutes')), p_at);
  return '{"is": "signed"}';
end $$;

create function unsign_agreement(p_agreement bigint, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_event bigint;
begin
  select event_id into v_event from public.agreements where id = p_agreement and signed_on is not null for update;
  if found then
    update public.agreements set signed_on = null, signed_how = null, signed_by = null, event_id = null where id = p_agreement;
    perform public.undo_event(v_event, p_by, p_at);
  end if;
  return '{"is": "unsigned"}';
end $$;

create function set_last_day(p_enrolment bigint, p_last date, p_agreed boolean, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  m public.memberships;
  v_old date;
begin
  perform 1 from public.people where id = (select person_id from public.memberships where id = p_enrolment) for no key update;
  select * into m from public.memberships where id = p_enrolment and role = 'volunteer'
    and (until_on is null or until_on >= v_on) for update;
  if m.id is null or p_last < v_on
    -- What a coordinator has ended the volunteer does not prolong.
    or p_by = m.person_id and m.until_on is not null and m.last_day_by is distinct from m.person_id and (p_last is null or p_last > m.until_on) then
    return '{"is": "gone"}';
  end if;
  v_old := m.until_on;
  update public.memberships set until_on = p_last, last_day_by = case when p_last is not null then p_by end where id = p_enrolment;
  insert into public.audit (at, person_id, action, subject_kind, subject_id, detail)
  values (p_at, p_by, case when p_last is null then 'stays' else 'leaves' end, 'membership', p_enrolment,
    case when p_last is null then '{}' else jsonb_build_object('on', p_last, 'agreed', p_agreed::text) end);
  if p_last is distinct from v_old then
    if p_by = m.person_id then
      perform public.tell_coordinators(m.project_id, 'volunteer-leaves', concat_ws(' ', p_enrolment, p_last, extract(epoch from p_at)),
        jsonb_build_object('enrolment', p_enrolment, 'on', p_last), p_by, p_at);
    elsif p_last is not null then
      perform public.enqueue(jsonb_build_array(jsonb_build_object('person', m.person_id, 'kind', 'enrolment-ended',
        'key', concat_ws(' ', p_enrolment, p_last, extract(epoch from p_at)), 'priority', 1,
        'payload', jsonb_build_object('enrolment', p_enrolment, 'on', p_last))), p_at);
    end if;
  end if;
  return '{"is": "set"}';
end $$;

revoke all on function tell_coordinators(bigint, text, text, jsonb, bigint, timestamptz), fulfil_volunteer(bigint, bigint, text, text, timestamptz),
  read_enrolment(bigint), enrolments_of(bigint, date), projects_in(boolean, jsonb, jsonb),
  projects_within(boolean, jsonb, jsonb, int), read_project(bigint, date),
  volunteers_within(boolean, jsonb, jsonb, bigint, text, boolean, bigint, int, date), phones_of(bigint, jsonb),
  candidates_within(boolean, jsonb, jsonb, jsonb, bigint, int, date), review_of(bigint), returned_before(bigint),
  answer_candidate(bigint, text, bigint, text, bigint, timestamptz), read_paper(bigint), papers_of(bigint, bigint),
  files_in(jsonb), erase_submission(bigint, timestamptz), drop_files(jsonb, timestamptz),
  ask_papers(bigint, bigint, jsonb, bigint, timestamptz), drop_paper(bigint, timestamptz),
  receive_paper(bigint, bigint, bigint, text, timestamptz), check_paper(bigint, bigint, text, date, bigint, timestamptz),
  erase_paper(bigint, timestamptz), read_agreement(bigint), make_agreement(bigint, int, timestamptz),
  sign_agreement(bigint, date, text, jsonb, bigint, timestamptz), unsign_agreement(bigint, bigint, timestamptz),
  set_last_day(bigint, date, boolean, bigint, timestamptz)
  from public, anon, authenticated;
grant execute on function tell_coordinators(bigint, text, text, jsonb, bigint, timestamptz), fulfil_volunteer(bigint, bigint, text, text, timestamptz),
  read_enrolment(bigint), enrolments_of(bigint, date), projects_in(boolean, jsonb, jsonb),
  projects_within(boolean, jsonb, jsonb, int), read_project(bigint, date),
  volunteers_within(boolean, jsonb, jsonb, bigint, text, boolean, bigint, int, date), phones_of(bigint, jsonb),
  candidates_within(boolean, jsonb, jsonb, jsonb, bigint, int, date), review_of(bigint), returned_before(bigint),
  answer_candidate(bigint, text, bigint, text, bigint, timestamptz), read_paper(bigint), papers_of(bigint, bigint),
  files_in(jsonb), erase_submission(bigint, timestamptz), drop_files(jsonb, timestamptz),
  ask_papers(bigint, bigint, jsonb, bigint, timestamptz), drop_paper(bigint, timestamptz),
  receive_paper(bigint, bigint, bigint, text, timestamptz), check_paper(bigint, bigint, text, date, bigint, timestamptz),
  erase_paper(bigint, timestamptz), read_agreement(bigint), make_agreement(bigint, int, timestamptz),
  sign_agreement(bigint, date, text, jsonb, bigint, timestamptz), unsign_agreement(bigint, bigint, timestamptz),
  set_last_day(bigint, date, boolean, bigint, timestamptz)
  to service_role;
