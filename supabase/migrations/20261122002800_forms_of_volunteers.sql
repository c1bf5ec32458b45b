-- Forms know what volunteers' forms are about; coordinators of a single project fill in its forms together with those of its
-- organisation; examples come and go with their projects.

-- The list of candidates with its filters has taken its place.
drop function received_submissions(text, boolean, jsonb, jsonb, bigint, int);

-- The project that a form is about: named, or that of an enrolment. An entry of the diary is nobody else's matter.
create function project_about(p_kind text, p_id bigint) returns bigint
language plpgsql stable security invoker set search_path = '' as $$
begin
  return case p_kind when 'project' then p_id
    when 'enrolment' then (select m.project_id from public.memberships m where m.id = p_id) end;
end $$;

-- The forms of activity and directions that somebody wrote down last, each once, newest first: {"activity": [...], "direction": [...]}.
create function recent_activities(p_person bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (
    with last as materialized (
      select activity, to_jsonb(direction) as direction, on_day, id from public.deeds where person_id = p_person and state = 'done'
      order by on_day desc, id desc limit 60
    )
    select jsonb_build_object(
      'activity', (select coalesce(jsonb_agg(t.activity order by t.day desc, t.id desc), '[]') from (
        select l.activity, max(l.on_day) as day, max(l.id) as id from last l group by l.activity order by 2 desc, 3 desc limit 5) t),
      'direction', (select coalesce(jsonb_agg(t.direction order by t.day desc, t.id desc), '[]') from (
        select l.direction, max(l.on_day) as day, max(l.id) as id from last l group by l.direction order by 2 desc, 3 desc limit 5) t)));
end $$;

-- Does the person hold one of these roles in the organisation on that day, or in that project of it?
create function holds_role_at(p_person bigint, p_organisation bigint, p_project bigint, p_roles jsonb, p_on date) returns boolean
language plpgsql stable security invoker set search_path = '' as $$
begin
  return exists (select 1 from public.memberships m where m.person_id = p_person and m.organisation_id = p_organisation
    and (m.project_id is null or m.project_id = p_project)
    and p_roles ? m.role and m.from_on <= p_on and (m.until_on is null or m.until_on >= p_on));
end $$;

-- The newest sent submission of an organisation's form about something; {"id": null}: none.
create function last_submission_about(p_organisation bigint, p_form text, p_about_kind text, p_about_id bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object('id', (select s.id from public.submissions s
    where s.owner_organisation = p_organisation and s.form = p_form and s.about_kind = p_about_kind and s.about_id = p_about_id
      and s.status in ('submitted', 'accepted') order by s.round desc limit 1))
$$;

-- May this person fill it in on that day: it is theirs, or their organisation's and they hold one of the roles for it, there
-- or in the project that it is about.
create or replace function may_fill(p_submission bigint, p_person bigint, p_on date) returns boolean
language plpgsql stable security invoker set search_path = '' as $$
begin
  return exists (select 1 from public.submissions s where s.id = p_submission and (s.owner_person = p_person
    or exists (select 1 from public.memberships m where m.person_id = p_person and m.organisation_id = s.owner_organisation
      
      and (m.project_id is null or s.about_kind = 'project' and m.project_id = s.about_id) and m.role = any (s.filler_roles) and m.from_on <= p_on and (m.until_on is null or m.until_on >= p_on))));
end $$;

-- As before; an organisation's form about a project is open to coordinators of that project.
create or replace function open_submission(p_chat bigint, p_token uuid, p_seq bigint, p_person bigint, p_organisation bigint, p_roles jsonb, p_form text,
  p_hash text, p_about_kind text, p_about_id bigint, p_first text, p_anew boolean, p_answers jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
  v_begun boolean := false;
  v_last public.submissions;
  v_person bigint := case when p_organisation is null then p_person end;
begin
  if not public.talk_is_held(p_chat, p_token) then
    return '{"is": "stale"}';
  end if;
  if p_organisation is not null then
    -- Two of an organisation open it in the same moment: there is one all the same.
    perform 1 from public.organisations where id = p_organisation and closed_at is null for no key update;
    if not found or not public.holds_role_at(p_person, p_organisation, case when p_about_kind = 'project' then p_about_id end, p_roles,
        (p_at at time zone 'Asia/Almaty')::date) then
      return '{"is": "gone"}';
    end if;
  end if;
  select * into v_last from public.submissions
  where (owner_person = v_person or owner_organisation = p_organisation) and form = p_form
    and about_kind is not distinct from p_about_kind and about_id is not distinct from p_about_id and status <> 'draft'
  order by round desc limit 1;
  select id into v_id from public.submissions
  where (owner_person = v_person or owner_organisation = p_organisation) and form = p_form
    and about_kind is not distinct from p_about_kind and about_id is not distinct from p_about_id and status = 'draft';
  if v_id is null and (p_about_kind = 'project' and not exists (
      select 1 from public.projects where id = p_about_id and closed_at is null)
    or p_about_kind = 'organisation' and not exists (
      select 1 from public.organisations where id = p_about_id and closed_at is null)
    or p_about_kind = 'deed' and not exists (select 1 from public.deeds where id = p_about_id and person_id = p_person)) then
    return '{"is": "gone"}';
  end if;
  if v_id is null and v_last.id is not null and not p_anew then
    return jsonb_build_object('is', 'sent', 'id', v_last.id, 'at', v_last.submitted_at);
  elsif v_id is null then
    insert into public.submissions (owner_person, owner_organisation, filler_roles, form, form_hash, about_kind, about_id, round, at_question,
      moved_by, opened_at, touched_at)
    values (v_person, p_organisation, case when p_organisation is not null then array(select jsonb_array_elements_text(p_roles)) end,
      p_form, p_hash, p_about_kind, p_about_id, coalesce(v_last.round, 0) + 1,
      case when p_organisation is null then p_first end, case when p_organisation is null then p_seq end, p_at, p_at)
    returning id into v_id;
    v_begun := true;
    insert into public.answers (submission_id, question, value, complete, by_person, at, rev)
    select v_id, b.key, b.value, true, p_person, p_at, 1 from jsonb_each(coalesce(p_answers, '{}')) b;
  end if;
  if p_organisation is null then
    update public.submissions set touched_at = p_at, moved_by = p_seq where id = v_id;
  else
    insert into public.fillers as l (submission_id, person_id, at_question, moved_by, touched_at) values (v_id, p_person, null, p_seq, p_at)
    on conflict (submission_id, person_id) do update set moved_by = p_seq, touched_at = p_at;
  end if;
  return jsonb_build_object('is', 'open', 'begun', v_begun, 'draft', public.draft_of(v_id, p_person, (p_at at time zone 'Asia/Almaty')::date));
end $$;

-- As before; with what was answered lately where that is offered first.
create or replace function draft_of(p_submission bigint, p_person bigint, p_on date) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  s public.submissions;
  l public.fillers;
  v_guards jsonb;
  v_decide jsonb := '{}';
  v_within text[];
begin
  select * into s from public.submissions where id = p_submission;
  if not public.may_fill(p_submission, p_person, p_on) then
    return null;
  end if;
  if s.owner_person is null then
    select * into l from public.fillers where submission_id = p_submission and person_id = p_person;
  else
    l.at_question := s.at_question;
    l.moved_by := s.moved_by;
  end if;
  v_within := case when l.within is not null then array(select w.value from jsonb_array_elements_text(l.within) w) end;
  select v.guards into v_guards from public.form_versions v where v.form = s.form and v.hash = s.form_hash;
  if jsonb_array_length(v_guards) > 0 then
    select coalesce(jsonb_object_agg(a.question, jsonb_build_object('value', a.value, 'rev', a.rev)), '{}') into v_decide
    from public.answers a where a.submission_id = s.id and a.question in (select jsonb_array_elements_text(v_guards));
  end if;
  return jsonb_build_object(
    'id', s.id, 'form', s.form, 'hash', s.form_hash, 'status', s.status, 'at', l.at_question, 'movedBy', l.moved_by,
    'within', l.within,
    'organisation', (select jsonb_build_object('id', o.id, 'name', o.name) from public.organisations o where o.id = s.owner_organisation),
    'assessment', case when s.owner_person is null then (
      select jsonb_build_object('by', a.made_by, 'stage', a.stage) from public.assessments a where a.submission_id = s.id) end,
    'about', case when s.about_kind is null then null else jsonb_build_object('kind', s.about_kind, 'id', s.about_id) end,
    'project', (select jsonb_build_object('name', p.name, 'place', p.place, 'purpose', p.purpose, 'activities', p.activities,
      'direction', p.direction) from public.projects p where p.id = public.project_about(s.about_kind, s.about_id)),
    'recent', case when s.form = 'diary-entry' then public.recent_activities(s.owner_person) else '{}' end,
    -- Within a part by key: what is elsewhere in the form is not read.
    'answered', case when v_within is null
      then (select coalesce(string_agg(a.question, ' '), '') from public.answers a where a.submission_id = s.id and a.complete)
      else (select coalesce(string_agg(a.question, ' '), '') from public.answers a
        where a.submission_id = s.id and a.question = any (v_within) and a.complete) end,
    'values', v_decide || public.answers_at(s.id, l.at_question, l.within, s.owner_person is null));
end $$;

create or replace function read_submission(p_submission bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'id', s.id, 'form', s.form, 'hash', s.form_hash, 'status', s.status, 'submittedAt', s.submitted_at,
    'owner', s.owner_person, 'name', o.name, 'language', o.language, 'bornOn', o.born_on,
    'about', case when s.about_kind is null then null else jsonb_build_object('kind', s.about_kind, 'id', s.about_id) end,
    'project', case when p.id is null then null else jsonb_build_object(
      'name', p.name, 'place', p.place, 'purpose', p.purpose, 'activities', p.activities, 'direction', p.direction) end,
    'organisation', p.organisation_id, 'above', case when p.id is null then '[]' else public.above_organisation(p.organisation_id) end,
    'answers', (select coalesce(jsonb_object_agg(a.question, jsonb_build_object('value', a.value, 'rev', a.rev, 'complete', a.complete)), '{}')
      from public.answers a where a.submission_id = s.id))
  from public.submissions s
  left join public.people o on o.id = s.owner_person
  left join public.projects p on p.id = public.project_about(s.about_kind, s.about_id)
  where s.id = p_submission
$$;

-- As before, with what volunteers have.
create or replace function remove_examples(p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_people bigint[] := array(select id from public.people where example);
  v_organisations bigint[] := array(select id from public.organisations where example);
  v_projects bigint[] := array(select id from public.projects where organisation_id = any (v_organisations));
  v_submissions bigint[] := array(
    select id from public.submissions where owner_person = any (v_people) or owner_organisation = any (v_organisations)
      or (about_kind = 'project' and about_id = any (v_projects))
      or (about_kind = 'organisation' and about_id = any (v_organisations)));
  v_paths jsonb;
begin
  select coalesce(jsonb_agg(distinct f.path), '[]') into v_paths from public.files f
  where (f.owner_person = any (v_people) or f.owner_organisation = any (v_organisations)) and not exists (
    select 1 from public.files g where g.path = f.path
      and not coalesce(g.owner_person = any (v_people), g.owner_organisation = any (v_organisations)));
  select v_paths || coalesce(jsonb_agg(distinct m.body->'file'->>'key'), '[]') into v_paths
  from public.page_messages m join public.chats c on c.id = m.chat_id
  where c.person_id = any (v_people) and m.body->'file'->>'key' is not null;
  delete from public.thanks where person_id = any (v_people) or project_id = any (v_projects);
  delete from public.volunteer_reports where person_id = any (v_people) or project_id = any (v_projects);
  delete from public.deeds where person_id = any (v_people) or project_id = any (v_projects);
  delete from public.briefings where person_id = any (v_people) or project_id = any (v_projects);
  delete from public.papers where person_id = any (v_people) or project_id = any (v_projects);
  delete from public.agreements where person_id = any (v_people) or project_id = any (v_projects);
  delete from public.skills where person_id = any (v_people);
  delete from public.actions where organisation_id = any (v_organisations);
  delete from public.label_decisions where organisation_id = any (v_organisations);
  delete from public.centres where organisation_id = any (v_organisations);
  delete from public.campaigns where organisation_id = any (v_organisations);
  delete from public.groups where organisation_id = any (v_organisations);
  delete from public.joins where asker_id = any (v_people) or finder_id = any (v_people);
  delete from public.jobs where kind = 'submission-card' and key in (select i::text from unnest(v_submissions) i);
  delete from public.notices where recipient = any (v_people);
  delete from public.outbox where person_id = any (v_people) or (kind = 'submission-card' and (payload->>'submission')::bigint = any (v_submissions));
  delete from public.obligations where person_id = any (v_people) or about_person = any (v_people) or organisation_id = any (v_organisations)
    or about_organisation = any (v_organisations) or about_project = any (v_projects);
  delete from public.events where person_id = any (v_people) or about_person = any (v_people) or organisation_id = any (v_organisations)
    or about_organisation = any (v_organisations) or about_project = any (v_projects);
  update public.obligations set waived_by = null where waived_by = any (v_people);
  update public.events set recorded_by = null where recorded_by = any (v_people);
  delete from public.submissions where id = any (v_submissions);
  update public.answers set by_person = null where by_person = any (v_people);
  update public.answer_history set by_person = null where by_person = any (v_people);
  delete from public.files where owner_person = any (v_people) or owner_organisation = any (v_organisations);
  delete from public.invitations where issued_by = any (v_people) or child_id = any (v_people) or organisation_id = any (v_organisations);
  delete from public.assignments where person_id = any (v_people) or (about_kind = 'person' and about_id = any (v_people));
  delete from public.memberships where person_id = any (v_people) or organisation_id = any (v_organisations);
  delete from public.consents where person_id = any (v_people) or given_by = any (v_people);
  delete from public.audit where person_id = any (v_people);
  update public.inbox set person_id = null, payload = null, handled_at = coalesce(handled_at, p_at) where person_id = any (v_people);
  update public.people set preferred_chat = null where id = any (v_people);
  delete from public.chats where person_id = any (v_people);
  delete from public.identities where person_id = any (v_people);
  delete from public.projects where id = any (v_projects);
  update public.organisations set closed_at = p_at where id = any (v_organisations) and closed_at is null;
  delete from public.people where id = any (v_people);
  -- What examples had promised to real centres.
  perform public.hand_over_actions(null, null, p_at);
  perform public.plan_job('unused-file', path, jsonb_build_object('path', path), p_at) from jsonb_array_elements_text(v_paths) path;
  return '{"is": "removed"}';
end $$;

-- As before; an example volunteer is one of the first project.
create or replace function plant_examples(p_channel bigint, p_organisations jsonb, p_consent text, p_at timestamptz)
returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_organisation bigint;
  v_person bigint;
  v_home jsonb;
  v jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended('examples', 0));
  if exists (select 1 from public.organisations where example) then
    return '{"is": "planted"}';
  end if;
  for v_home in select value from jsonb_array_elements(p_organisations) loop
    insert into public.organisations (kind, programme, name, example, made_at)
    values (v_home->>'kind', v_home->>'programme', v_home->'name', true, p_at) returning id into v_organisation;
    if v_home ? 'centre' then
      insert into public.centres (organisation_id, kind, head, phone, email, address, described_at, confirmed_at)
      values (v_organisation, v_home->'centre'->>'kind', v_home->'centre'->>'head', v_home->'centre'->>'phone', v_home->'centre'->>'email',
        v_home->'centre'->>'address', p_at, p_at);
    end if;
    for v in select value from jsonb_array_elements(v_home->'projects') loop
      insert into public.projects (organisation_id, name, place, purpose, activities, direction, made_at)
      values (v_organisation, v->'name', v->'place', v->'purpose', v->'activities', v->>'direction', p_at);
    end loop;
    for v in select value from jsonb_array_elements(v_home->'people') loop
      insert into public.people (name, born_on, language, language_chosen, created_at, example)
      values (v->>'name', (v->>'bornOn')::date, v->>'language', true, p_at, true) returning id into v_person;
      insert into public.identities (channel_id, external_id, person_id, added_at) values (p_channel, v->>'external', v_person, p_at);
      insert into public.chats (channel_id, external_id, kind, person_id, last_used_at)
      values (p_channel, v->>'external', 'private', v_person, p_at);
      perform public.give_consent(v_person, v_person, null, p_consent, 'self', p_at);
      if v->>'role' <> 'newcomer' then
        insert into public.memberships (person_id, organisation_id, project_id, role, from_on)
        values (v_person, v_organisation, case when v->>'role' = 'volunteer' then (
          select min(j.id) from public.projects j where j.organisation_id = v_organisation) end, v->>'role', (p_at at time zone 'Asia/Almaty')::date);
      end if;
    end loop;
  end loop;
  return '{"is": "planted"}';
end $$;

-- Whoever stays has their own table of skills, if they have one.
create function merge_skills(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  delete from public.skills where person_id = p_from and exists (select 1 from public.skills k where k.person_id = p_into);
  return '{"is": "settled"}';
end $$;

-- As before; a photo of the diary is one of these files.
create or replace function merge_files(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v record;
begin
  for v in
    select d.id as gone, k.id as kept, d.path, d.path <> k.path as other_bytes, d.channel_ids,
      -- As a file's id stands in an answer's value, quotes and all: in what people write, quotes are escaped.
      format('"file": "%s"', d.id) as named, format('"file": "%s"', k.id) as instead
    from public.files d join public.files k on k.owner_person = p_into and k.sha256 = d.sha256
    where d.owner_person = p_from and d.owner_organisation is null and k.owner_organisation is null
  loop
    update public.answers a set value = replace(a.value::text, v.named, v.instead)::jsonb from public.submissions s
    where s.id = a.submission_id and (s.owner_person in (p_from, p_into) or a.by_person in (p_from, p_into)) and strpos(a.value::text, v.named) > 0;
    update public.answer_history a set value = replace(a.value::text, v.named, v.instead)::jsonb from public.submissions s
    where s.id = a.submission_id and (s.owner_person in (p_from, p_into) or a.by_person in (p_from, p_into)) and strpos(a.value::text, v.named) > 0;
    update public.deeds set photo_id = v.kept where photo_id = v.gone;
    update public.files set channel_ids = v.channel_ids || channel_ids where id = v.kept;
    delete from public.files where id = v.gone;
    if v.other_bytes then
      perform public.plan_job('unused-file', v.path, jsonb_build_object('path', v.path), p_at);
    end if;
  end loop;
  return '{"is": "settled"}';
end $$;

revoke all on function project_about(text, bigint), recent_activities(bigint), holds_role_at(bigint, bigint, bigint, jsonb, date),
  last_submission_about(bigint, text, text, bigint), may_fill(bigint, bigint, date),
  open_submission(bigint, uuid, bigint, bigint, bigint, jsonb, text, text, text, bigint, text, boolean, jsonb, timestamptz),
  draft_of(bigint, bigint, date), read_submission(bigint), remove_examples(timestamptz),
  plant_examples(bigint, jsonb, text, timestamptz), merge_skills(bigint, bigint, timestamptz),
  merge_files(bigint, bigint, timestamptz)
  from public, anon, authenticated;
grant execute on function project_about(text, bigint), recent_activities(bigint), holds_role_at(bigint, bigint, bigint, jsonb, date),
  last_submission_about(bigint, text, text, bigint), may_fill(bigint, bigint, date),
  open_submission(bigint, uuid, bigint, bigint, bigint, jsonb, text, text, text, bigint, text, boolean, jsonb, timestamptz),
  draft_of(bigint, bigint, date), read_submission(bigint), remove_examples(timestamptz),
  plant_examples(bigint, jsonb, text, timestamptz), merge_skills(bigint, bigint, timestamptz),
  merge_files(bigint, bigint, timestamptz)
  to service_role;
