-- The safety briefing, the diary of good deeds, reports, skills, where to go, thanks.

create function briefing_plan_of(p_project bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce((select jsonb_build_object('topics', to_jsonb(b.topics), 'tutors', b.tutors, 'chosen', true)
    from public.briefing_plans b where b.project_id = p_project), '{"topics": [], "tutors": false, "chosen": false}')
$$;

create function choose_topics(p_project bigint, p_topics jsonb, p_tutors boolean, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  insert into public.briefing_plans (project_id, topics, tutors, set_by, set_at)
  values (p_project, array(select t.value from jsonb_array_elements_text(p_topics) with ordinality t (value, n) order by t.n), p_tutors, p_by, p_at)
  on conflict (project_id) do update set topics = excluded.topics, tutors = excluded.tutors, set_by = excluded.set_by, set_at = excluded.set_at;
  return '{"is": "chosen"}';
end $$;

create function read_briefing(p_briefing bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select (select jsonb_build_object('id', b.id, 'person', b.person_id, 'project', b.project_id, 'version', b.version,
      'steps', to_jsonb(b.steps), 'done', b.done, 'passedOn', b.passed_on)
    from public.briefings b where b.id = p_briefing)
$$;

create function briefing_of(p_person bigint, p_project bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select public.read_briefing((select b.id from public.briefings b where b.person_id = p_person and b.project_id = p_project
    order by b.id desc limit 1))
$$;

create function begin_briefing(p_person bigint, p_project bigint, p_version text, p_steps jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_steps text[] := array(select s.value from jsonb_array_elements_text(p_steps) with ordinality s (value, n) order by s.n);
  v_id bigint;
begin
  -- Two devices at once begin one.
  perform 1 from public.people where id = p_person and erased_at is null for no key update;
  if not found then
    raise exception 'the person is no more' using errcode = 'P0002';
  end if;
  select id into v_id from public.briefings where person_id = p_person and project_id = p_project and passed_on is null
    and version = p_version and steps = v_steps order by id desc limit 1;
  if v_id is null then
    delete from public.briefings where person_id = p_person and project_id = p_project and passed_on is null;
    insert into public.briefings (person_id, project_id, version, steps, begun_at) values (p_person, p_project, p_version, v_steps, p_at)
    returning id into v_id;
  end if;
  return public.read_briefing(v_id);
end $$;

-- A step is behind; the last one passes the briefing, and what the volunteer owes by it is done.
create function pass_step(p_briefing bigint, p_step int, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  b public.briefings;
begin
  perform 1 from public.people where id = (select person_id from public.briefings where id = p_briefing) for no key update;
  update public.briefings set done = done + 1,
    passed_on = case when done + 1 = cardinality(steps) then (p_at at time zone 'Asia/Almaty')::date end
  where id = p_briefing and done = p_step and passed_on is null and done < cardinality(steps) returning * into b;
  if b.passed_on is not null then
    perform public.fulfil_volunteer(b.person_id, b.project_id, 'safety-briefed', null, p_at);
  end if;
  return public.read_briefing(p_briefing);
end $$;

-- ── Diary ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

create function read_deed(p_deed bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('id', d.id, 'person', d.person_id, 'name', p.name, 'project', d.project_id, 'projectName', j.name,
      'organisation', j.organisation_id, 'above', case when j.id is null then '[]' else public.above_organisation(j.organisation_id) end,
      'state', d.state, 'on', d.on_day, 'direction', d.direction, 'activity', d.activity, 'hours', d.hours, 'people', d.people,
      'achieved', d.achieved, 'note', d.note, 'photo', d.photo_id, 'idea', d.idea, 'confirmed', d.confirmed_at is not null,
      'questioned', d.questioned_at is not null, 'changedAt', d.changed_at)
    from public.deeds d join public.people p on p.id = d.person_id left join public.projects j on j.id = d.project_id where d.id = p_deed);
end $$;

create function deeds_of(p_person bigint, p_from date, p_until date, p_project bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(public.read_deed(t.id) order by t.on_day, t.id), '[]') from (
    select d.id, d.on_day from public.deeds d where d.person_id = p_person and d.on_day between p_from and p_until
      and (p_project is null or d.project_id = p_project)
    order by d.on_day, d.id limit 500) t);
end $$;

-- A reminder on the morning of the planned day, if that morning is still to come.
create function remind_of_deed(p_deed bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  d public.deeds;
  v_due timestamptz;
begin
  select * into d from public.deeds where id = p_deed and state = 'planned';
  v_due := (d.on_day + time '09:30') at time zone 'Asia/Almaty';
  if d.id is null or v_due <= p_at then
    return '{"queued": 0}';
  end if;
  return public.enqueue(jsonb_build_array(jsonb_build_object('person', d.person_id, 'kind', 'deed-planned', 'key', d.id || ' ' || d.on_day,
    'priority', 1, 'payload', jsonb_build_object('deed', d.id, 'on', d.on_day), 'dueAt', v_due)), p_at);
end $$;

create function plan_deed(p_person bigint, p_project bigint, p_on date, p_direction text, p_idea text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
begin
  -- The same button twice in one moment plans it once.
  perform 1 from public.people where id = p_person and erased_at is null for no key update;
  if not found then
    raise exception 'the person is no more' using errcode = 'P0002';
  end if;
  select id into v_id from public.deeds where person_id = p_person and on_day = p_on and state = 'planned' and idea = p_idea
    and project_id is not distinct from p_project limit 1;
  if v_id is null then
    insert into public.deeds (person_id, project_id, state, on_day, direction, idea, made_at, changed_at)
    values (p_person, p_project, 'planned', p_on, p_direction, p_idea, p_at, p_at) returning id into v_id;
    perform public.remind_of_deed(v_id, p_at);
  end if;
  return jsonb_build_object('id', v_id);
end $$;

create function move_deed(p_deed bigint, p_person bigint, p_on date, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  perform 1 from public.people where id = p_person for no key update;
  update public.deeds set on_day = p_on, changed_at = p_at where id = p_deed and person_id = p_person and state = 'planned';
  if not found then
    return '{"is": "gone"}';
  end if;
  perform public.remind_of_deed(p_deed, p_at);
  return '{"is": "moved"}';
end $$;

-- Writes an entry as a sent form says it; the form goes, for the entry is the record. p_said: {"project", "on", "direction",
-- "activity", "hours", "people", "achieved", "note", "photo"}.
create function write_deed(p_submission bigint, p_person bigint, p_deed bigint, p_said jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  d public.deeds;
  v_id bigint;
  v_old bigint;
  -- It may have gone meanwhile.
  v_photo bigint := (select f.id from public.files f where f.id = (p_said->>'photo')::bigint);
begin
  perform 1 from public.people where id = p_person and erased_at is null for no key update;
  if not found then
    return '{"is": "gone"}';
  end if;
  select id into v_id from public.deeds where person_id = p_person and written_by = p_submission;
  if v_id is not null then
    return jsonb_build_object('is', 'written', 'id', v_id);
  end if;
  if p_deed is null then
    insert into public.deeds (person_id, project_id, state, on_day, direction, activity, hours, people, achieved, note, photo_id, written_by,
      made_at, changed_at)
    values (p_person, (p_said->>'project')::bigint, 'done', (p_said->>'on')::date, p_said->>'direction', p_said->'activity',
      (p_said->>'hours')::numeric, (p_said->>'people')::int, p_said->>'achieved', p_said->>'note', v_photo, p_submission,
      p_at, p_at)
    returning id into v_id;
  else
    select * into d from public.deeds where id = p_deed and person_id = p_person for update;
    if d.id is null then
      perform public.erase_submission(p_submission, p_at);
      return '{"is": "gone"}';
    end if;
    v_id := d.id;
    v_old := d.photo_id;
    update public.deeds set state = 'done', on_day = (p_said->>'on')::date, direction = p_said->>'direction', activity = p_said->'activity',
      hours = (p_said->>'hours')::numeric, people = (p_said->>'people')::int, achieved = p_said->>'achieved', note = p_said->>'note',
      photo_id = v_photo, written_by = p_submission, changed_at = p_at, questioned_at = null,
      -- What a coordinator has confirmed is what they saw.
      confirmed_at = case when (d.on_day, d.direction, d.activity, d.hours, d.people) is not distinct from
        ((p_said->>'on')::date, p_said->>'direction', p_said->'activity', (p_said->>'hours')::numeric, (p_said->>'people')::int) then d.confirmed_at end,
      confirmed_by = case when (d.on_day, d.direction, d.activity, d.hours, d.people) is not distinct from
        ((p_said->>'on')::date, p_said->>'direction', p_said->'activity', (p_said->>'hours')::numeric, (p_said->>'people')::int) then d.confirmed_by end
    where id = d.id;
  end if;
  perform public.erase_submission(p_submission, p_at);
  if v_old is distinct from v_photo then
    perform public.drop_files(jsonb_build_array(v_old), p_at);
  end if;
  return jsonb_build_object('is', 'written', 'id', v_id);
end $$;

create function remove_deed(p_deed bigint, p_person bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_photo bigint;
begin
  delete from public.deeds where id = p_deed and person_id = p_person returning photo_id into v_photo;
  if not found then
    return '{"is": "gone"}';
  end if;
  -- A form that was to change it has nothing left to change.
  perform public.erase_submission(s.id, p_at) from public.submissions s
  where s.owner_person = p_person and s.about_kind = 'deed' and s.about_id = p_deed;
  if v_photo is not null then
    perform public.drop_files(jsonb_build_array(v_photo), p_at);
  end if;
  return '{"is": "removed"}';
end $$;

-- What somebody did between two days, added up; only the rows of those days are read.
create function diary_overview(p_person bigint, p_from date, p_until date) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (
    with span as materialized (
      select on_day, state, direction, hours, people, confirmed_at is not null as confirmed from public.deeds
      where person_id = p_person and on_day between p_from and p_until
    ), done as (
      select * from span where state = 'done'
    )
    select jsonb_build_object(
      'deeds', (select count(*) from done),
      'hours', (select coalesce(sum(hours), 0) from done),
      'confirmedHours', (select coalesce(sum(hours) filter (where confirmed), 0) from done),
      'people', (select coalesce(sum(people), 0) from done),
      'days', (select coalesce(jsonb_agg(jsonb_build_object('on', t.on_day, 'hours', t.hours, 'done', t.done, 'planned', t.planned)
          order by t.on_day), '[]')
        from (select on_day, coalesce(sum(hours) filter (where state = 'done'), 0) as hours, count(*) filter (where state = 'done') as done,
          count(*) filter (where state = 'planned') as planned from span group by on_day) t),
      'directions', (select coalesce(jsonb_agg(jsonb_build_object('direction', t.direction, 'hours', t.hours, 'deeds', t.deeds)
          order by t.hours desc, t.direction), '[]')
        from (select direction, sum(hours) as hours, count(*) as deeds from done group by direction) t)));
end $$;

-- The same for several stretches of days, in one call: [{"from", "until"}].
create function diary_overviews(p_person bigint, p_spans jsonb) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(public.diary_overview(p_person, (s.value->>'from')::date, (s.value->>'until')::date) order by s.n), '[]')
    from jsonb_array_elements(p_spans) with ordinality s (value, n));
end $$;

create function deeds_to_confirm(p_project bigint, p_after bigint, p_limit int) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(public.read_deed(t.id) order by t.on_day, t.id), '[]') from (
    select d.id, d.on_day from public.deeds d where d.project_id = p_project and d.state = 'done' and d.confirmed_at is null
      and (p_after is null or (d.on_day, d.id) > (select a.on_day, a.id from public.deeds a where a.id = p_after))
    order by d.on_day, d.id limit least(p_limit, 200)) t);
end $$;

-- p_changed_at: as it was when the coordinator saw it; what was changed since is not confirmed unseen.
create function confirm_deed(p_deed bigint, p_project bigint, p_confirmed boolean, p_changed_at timestamptz, p_by bigint, p_at timestamptz)
returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.deeds set confirmed_at = case when p_confirmed then coalesce(confirmed_at, p_at) end,
    confirmed_by = case when p_confirmed then coalesce(confirmed_by, p_by) end,
    questioned_at = case when p_confirmed then null else questioned_at end
  -- Nobody confirms their own hours.
  where id = p_deed and project_id = p_project and state = 'done' and person_id <> p_by and changed_at = p_changed_at
    -- What a colleague has confirmed an old button does not take back.
    and (p_confirmed or confirmed_by is null or confirmed_by = p_by);
  return jsonb_build_object('is', case when found then 'noted' else 'gone' end);
end $$;

-- p_deeds: [{"id", "changedAt"}], as the coordinator saw them.
create function confirm_day(p_project bigint, p_on date, p_deeds jsonb, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_count int;
begin
  update public.deeds d set confirmed_at = p_at, confirmed_by = p_by, questioned_at = null
  from jsonb_to_recordset(p_deeds) as seen (id bigint, "changedAt" timestamptz)
  where d.id = seen.id and d.changed_at = seen."changedAt" and d.project_id = p_project and d.on_day = p_on and d.state = 'done'
    and d.confirmed_at is null and d.person_id <> p_by;
  get diagnostics v_count = row_count;
  return jsonb_build_object('confirmed', v_count);
end $$;

create function question_deed(p_deed bigint, p_project bigint, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_person bigint;
begin
  perform 1 from public.people where id = (select person_id from public.deeds where id = p_deed) for no key update;
  update public.deeds set questioned_at = p_at, confirmed_at = null, confirmed_by = null
  where id = p_deed and project_id = p_project and state = 'done' and person_id <> p_by returning person_id into v_person;
  if v_person is null then
    return '{"is": "gone"}';
  end if;
  perform public.enqueue(jsonb_build_array(jsonb_build_object('person', v_person, 'kind', 'deed-questioned',
    'key', p_deed || ' ' || extract(epoch from p_at), 'priority', 1, 'payload', jsonb_build_object('deed', p_deed))), p_at);
  return '{"is": "noted"}';
end $$;

-- ── Reports ───────────────────────────────────────────────────────────────────────────────────────────────────────────

-- What the diary says of a month of a project.
create function month_of_deeds(p_person bigint, p_project bigint, p_month text) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('deeds', count(*), 'hours', coalesce(sum(d.hours), 0), 'people', coalesce(sum(d.people), 0))
    from public.deeds d where d.person_id = p_person and d.project_id = p_project and d.state = 'done'
      and d.on_day between (p_month || '-01')::date and ((p_month || '-01')::date + interval '1 month' - interval '1 day')::date);
end $$;

create function report_of(p_person bigint, p_project bigint, p_month text) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  r public.volunteer_reports;
begin
  select * into r from public.volunteer_reports where person_id = p_person and project_id = p_project and month = p_month;
  return jsonb_build_object('person', p_person, 'name', (select p.name from public.people p where p.id = p_person), 'project', p_project,
    'month', p_month, 'line', r.line, 'sentLine', r.sent_line, 'sentAt', r.sent_at) || case when r.sent_at is null then public.month_of_deeds(p_person, p_project, p_month)
      else jsonb_build_object('deeds', r.deeds, 'hours', r.hours, 'people', r.people) end;
end $$;

create function set_report_line(p_person bigint, p_project bigint, p_month text, p_line text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  perform 1 from public.people where id = p_person and erased_at is null for no key update;
  if not found then
    return '{"is": "kept"}';
  end if;
  insert into public.volunteer_reports (person_id, project_id, month, line) values (p_person, p_project, p_month, p_line)
  on conflict (person_id, project_id, month) do update set line = excluded.line;
  return '{"is": "kept"}';
end $$;

create function send_report(p_person bigint, p_project bigint, p_month text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v jsonb;
begin
  perform 1 from public.people where id = p_person and erased_at is null for no key update;
  if not found then
    return '{"is": "sent"}';
  end if;
  v := public.month_of_deeds(p_person, p_project, p_month);
  insert into public.volunteer_reports (person_id, project_id, month, deeds, hours, people, sent_at)
  values (p_person, p_project, p_month, (v->>'deeds')::int, (v->>'hours')::numeric, (v->>'people')::int, p_at)
  on conflict (person_id, project_id, month) do update set deeds = excluded.deeds, hours = excluded.hours, people = excluded.people,
    sent_line = public.volunteer_reports.line, sent_at = excluded.sent_at;
  -- Recorded whether it is owed by now or not: an agreement may be signed, or a month be owed again, after it.
  perform public.record_event(jsonb_build_object('person', p_person, 'event', 'volunteer-reported',
    'aboutOrganisation', (select j.organisation_id from public.projects j where j.id = p_project), 'aboutProject', p_project,
    'key', p_month, 'on', (p_at at time zone 'Asia/Almaty')::date), '[]', p_person, p_at);
  return '{"is": "sent"}';
end $$;

-- Who had signed an agreement and was a volunteer of the project in that month, or has reported on it; who has not first.
create function reports_of(p_project bigint, p_month text) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_first date := (p_month || '-01')::date;
  v_last date := (v_first + interval '1 month' - interval '1 day')::date;
begin
  return (select coalesce(jsonb_agg(public.report_of(t.person_id, p_project, p_month) || jsonb_build_object('enrolment', t.id,
      'language', t.language) order by t.sent_at is not null, lower(t.name), t.id), '[]') from (
    select distinct on (m.person_id) m.person_id, m.id, p.name, p.language, r.sent_at
    from public.memberships m join public.people p on p.id = m.person_id and p.erased_at is null
    left join public.volunteer_reports r on r.person_id = m.person_id and r.project_id = p_project and r.month = p_month
    where m.project_id = p_project and m.role = 'volunteer'
      and (r.sent_at is not null or m.from_on <= v_last and (m.until_on is null or m.until_on >= v_first)
        and exists (select 1 from public.agreements a where a.person_id = m.person_id and a.project_id = p_project and a.signed_on <= v_last))
    order by m.person_id, m.id desc limit 500) t);
end $$;

-- ── Skills and where to go ────────────────────────────────────────────────────────────────────────────────────────────

create function skills_of(p_person bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('column', k.column_name, 'skill', k.skill, 'own', k.own) order by k.id), '[]')
  from public.skills k where k.person_id = p_person
$$;

create function write_skills(p_submission bigint, p_person bigint, p_skills jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  perform 1 from public.people where id = p_person and erased_at is null for no key update;
  if exists (select 1 from public.submissions where id = p_submission and owner_person = p_person) then
    delete from public.skills where person_id = p_person;
    insert into public.skills (person_id, column_name, skill, own)
    select p_person, s.value->>'column', s.value->>'skill', s.value->>'own' from jsonb_array_elements(p_skills) with ordinality s (value, n)
    order by s.n;
    perform public.erase_submission(p_submission, p_at);
  end if;
  return '{"is": "written"}';
end $$;

create function seed_places(p_places jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  insert into public.places (code, name, city, region, pages)
  select l.value->>'code', l.value->>'name', l.value->>'city', l.value->>'region', array(select jsonb_array_elements_text(l.value->'pages'))
  from jsonb_array_elements(p_places) l
  on conflict (code) do update set name = excluded.name, city = excluded.city, region = excluded.region, pages = excluded.pages
    -- What a coordinator has said of it stands.
    where places.checked_at is null and places.closed_at is null
      and (places.name, places.city, places.region, places.pages) is distinct from (excluded.name, excluded.city, excluded.region, excluded.pages);
  return '{"is": "seeded"}';
end $$;

create function read_place(p_place bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select (select jsonb_build_object('id', p.id, 'name', p.name, 'city', p.city, 'region', p.region, 'pages', to_jsonb(p.pages), 'note', p.note,
      'checkedOn', (p.checked_at at time zone 'Asia/Almaty')::date)
    from public.places p where p.id = p_place and p.closed_at is null)
$$;

create function place_regions() returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('region', t.region, 'count', t.count) order by t.region), '[]')
  from (select region, count(*) as count from public.places where closed_at is null group by region) t
$$;

create function places_of(p_region text, p_after bigint, p_limit int) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(public.read_place(t.id) order by t.city, t.name, t.id), '[]') from (
    select p.id, p.city, p.name from public.places p where p.region = p_region and p.closed_at is null
      and (p_after is null or (p.city, p.name, p.id) > (select a.city, a.name, a.id from public.places a where a.id = p_after))
    order by p.city, p.name, p.id limit least(p_limit, 100)) t
$$;

create function write_place(p_submission bigint, p_place bigint, p_said jsonb, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
begin
  select id into v_id from public.places where submission_id = p_submission;
  if v_id is not null then
    return jsonb_build_object('is', 'written', 'id', v_id);
  elsif p_place is null then
    insert into public.places (name, city, region, pages, note, checked_at, corrected_by, submission_id)
    values (p_said->>'name', p_said->>'city', p_said->>'region', array(select jsonb_array_elements_text(p_said->'pages')), p_said->>'note',
      p_at, p_by, p_submission) returning id into v_id;
  else
    update public.places set name = p_said->>'name', city = p_said->>'city', region = p_said->>'region',
      pages = array(select jsonb_array_elements_text(p_said->'pages')), note = p_said->>'note', checked_at = p_at, corrected_by = p_by,
      submission_id = p_submission
    where id = p_place and closed_at is null returning id into v_id;
  end if;
  perform public.erase_submission(p_submission, p_at);
  return case when v_id is null then '{"is": "gone"}' else jsonb_build_object('is', 'written', 'id', v_id) end;
end $$;

create function close_place(p_place bigint, p_closed boolean, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.places set closed_at = case when p_closed then p_at end, corrected_by = p_by, checked_at = p_at where id = p_place;
  return '{"is": "noted"}';
end $$;

-- ── Thanks ────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Only what a coordinator has confirmed counts.
create function confirmed_work(p_person bigint, p_project bigint, p_from date, p_until date) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (
    with work as materialized (
      select * from public.deeds where person_id = p_person and project_id = p_project and state = 'done' and confirmed_at is not null
        and on_day between p_from and p_until
    )
    select jsonb_build_object('deeds', (select count(*) from work), 'hours', (select coalesce(sum(hours), 0) from work),
      'people', (select coalesce(sum(people), 0) from work), 'from', (select min(on_day) from work), 'until', (select max(on_day) from work),
      'activities', (select coalesce(jsonb_agg(jsonb_build_object('activity', t.activity, 'own', t.own, 'hours', t.hours)
          order by t.hours desc, t.activity, t.own), '[]')
        from (select case jsonb_typeof(activity) when 'string' then activity #>> '{}' end as activity, activity->>'other' as own,
          sum(hours) as hours from work group by 1, 2) t)));
end $$;

create function read_thanks(p_thanks bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('id', t.id, 'kind', t.kind, 'person', t.person_id, 'name', p.name, 'project', j.id, 'projectName', j.name,
      'organisation', o.id, 'organisationName', o.name, 'above', public.above_organisation(o.id), 'language', t.language, 'number', t.number,
      'from', t.from_on, 'until', t.until_on, 'hours', t.hours, 'deeds', t.deeds, 'people', t.people, 'issuer', i.name,
      'issuedOn', (t.issued_at at time zone 'Asia/Almaty')::date, 'submission', t.submission_id, 'withdrawn', t.withdrawn_at is not null)
    from public.thanks t join public.people p on p.id = t.person_id join public.projects j on j.id = t.project_id
    join public.organisations o on o.id = j.organisation_id left join public.people i on i.id = t.issued_by
    where t.id = p_thanks);
end $$;

create function thanks_of(p_person bigint, p_project bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(public.read_thanks(t.id) order by t.id desc), '[]') from (
    select id from public.thanks where person_id = p_person and (p_project is null or project_id = p_project) order by id desc limit 100) t);
end $$;

-- p_given: {"kind", "person", "project", "language", "number", "from", "until", "submission"}.
create function give_thanks(p_given jsonb, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_person bigint := (p_given->>'person')::bigint;
  v_project bigint := (p_given->>'project')::bigint;
  v_id bigint;
  w jsonb;
begin
  perform 1 from public.people where id = v_person and erased_at is null for no key update;
  -- Nobody thanks themselves.
  if not found or v_person = p_by then
    return '{"is": "nothing"}';
  end if;
  select id into v_id from public.thanks where submission_id = (p_given->>'submission')::bigint or number = p_given->>'number';
  if v_id is not null then
    return jsonb_build_object('is', 'given', 'id', v_id);
  end if;
  w := public.confirmed_work(v_person, v_project, (p_given->>'from')::date, (p_given->>'until')::date);
  if (w->>'hours')::numeric = 0 then
    -- The words stay with whoever wrote them, until there is something to thank for.
    update public.submissions s set status = 'draft', submitted_at = null
    where s.id = (p_given->>'submission')::bigint and s.status = 'submitted' and not exists (select 1 from public.submissions o
      where o.id <> s.id and o.owner_person = s.owner_person and o.form = s.form and o.about_id = s.about_id and o.status = 'draft');
    return '{"is": "nothing"}';
  end if;
  -- Two coordinators at once: the same certificate is given once.
  select t.id into v_id from public.thanks t where p_given->>'kind' = 'certificate' and t.kind = 'certificate' and t.person_id = v_person
    and t.project_id = v_project and t.language = p_given->>'language' and t.from_on = (p_given->>'from')::date
    and t.until_on = (p_given->>'until')::date and t.hours = (w->>'hours')::numeric and t.withdrawn_at is null limit 1;
  if v_id is not null then
    return jsonb_build_object('is', 'given', 'id', v_id);
  end if;
  insert into public.thanks (kind, person_id, project_id, language, number, from_on, until_on, hours, deeds, people, submission_id, issued_by, issued_at)
  values (p_given->>'kind', v_person, v_project, p_given->>'language', p_given->>'number', (p_given->>'from')::date, (p_given->>'until')::date,
    (w->>'hours')::numeric, (w->>'deeds')::int, (w->>'people')::int, (p_given->>'submission')::bigint, p_by, p_at) returning id into v_id;
  update public.submissions set status = 'accepted', touched_at = p_at where id = (p_given->>'submission')::bigint;
  insert into public.audit (at, person_id, action, subject_kind, subject_id) values (p_at, p_by, 'thanked', 'thanks', v_id);
  perform public.enqueue(jsonb_build_array(jsonb_build_object('person', v_person, 'kind', 'thanks-given', 'key', v_id::text, 'priority', 1,
    'payload', jsonb_build_object('thanks', v_id), 'dueAt', p_at + interval '10 minutes')), p_at);
  return jsonb_build_object('is', 'given', 'id', v_id);
end $$;

-- The words of a letter, and those that somebody has begun to write, speak of the volunteer: they go with what they are about.
create function forget_letter() returns trigger
language plpgsql security invoker set search_path = '' as $$
begin
  if tg_table_name = 'thanks' then
    delete from public.submissions where id = old.submission_id;
  else
    delete from public.submissions where about_kind = 'enrolment' and about_id = old.id;
  end if;
  return null;
end $$;
create trigger thanks_forget_letter after delete on thanks for each row when (old.submission_id is not null) execute function forget_letter();
create trigger memberships_forget_letter after delete on memberships for each row when (old.role = 'volunteer') execute function forget_letter();

create function withdraw_thanks(p_thanks bigint, p_withdrawn boolean, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_person bigint;
begin
  update public.thanks set withdrawn_at = case when p_withdrawn then p_at end
  where id = p_thanks and (withdrawn_at is not null) <> p_withdrawn returning person_id into v_person;
  if v_person is null then
    return '{"is": "noted"}';
  elsif not p_withdrawn then
    -- Whoever had not heard of it before hears it now.
    perform public.enqueue(jsonb_build_array(jsonb_build_object('person', v_person, 'kind', 'thanks-given',
      'key', p_thanks || ' ' || extract(epoch from p_at), 'priority', 1, 'payload', jsonb_build_object('thanks', p_thanks),
      'dueAt', p_at + interval '10 minutes')), p_at);
  end if;
  insert into public.audit (at, person_id, action, subject_kind, subject_id)
  values (p_at, p_by, case when p_withdrawn then 'withdrew-thanks' else 'gave-thanks-again' end, 'thanks', p_thanks);
  return '{"is": "noted"}';
end $$;

create function check_certificate(p_number text) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('name', p.name, 'hours', t.hours, 'from', t.from_on, 'until', t.until_on)
    from public.thanks t join public.people p on p.id = t.person_id and p.erased_at is null and p.name is not null
    where t.number = p_number and t.withdrawn_at is null);
end $$;

revoke all on function briefing_plan_of(bigint), choose_topics(bigint, jsonb, boolean, bigint, timestamptz), read_briefing(bigint),
  briefing_of(bigint, bigint), begin_briefing(bigint, bigint, text, jsonb, timestamptz), pass_step(bigint, int, timestamptz),
  read_deed(bigint), deeds_of(bigint, date, date, bigint), remind_of_deed(bigint, timestamptz),
  plan_deed(bigint, bigint, date, text, text, timestamptz), move_deed(bigint, bigint, date, timestamptz),
  write_deed(bigint, bigint, bigint, jsonb, timestamptz), remove_deed(bigint, bigint, timestamptz),
  diary_overview(bigint, date, date), diary_overviews(bigint, jsonb), deeds_to_confirm(bigint, bigint, int),
  confirm_deed(bigint, bigint, boolean, timestamptz, bigint, timestamptz),
  confirm_day(bigint, date, jsonb, bigint, timestamptz), question_deed(bigint, bigint, bigint, timestamptz),
  month_of_deeds(bigint, bigint, text), report_of(bigint, bigint, text),
  set_report_line(bigint, bigint, text, text, timestamptz), send_report(bigint, bigint, text, timestamptz),
  reports_of(bigint, text), skills_of(bigint), write_skills(bigint, bigint, jsonb, timestamptz),
  seed_places(jsonb, timestamptz), read_place(bigint), place_regions(), places_of(text, bigint, int),
  write_place(bigint, bigint, jsonb, bigint, timestamptz), close_place(bigint, boolean, bigint, timestamptz),
  confirmed_work(bigint, bigint, date, date), read_thanks(bigint), thanks_of(bigint, bigint),
  give_thanks(jsonb, bigint, timestamptz), forget_letter(), withdraw_thanks(bigint, boolean, bigint, timestamptz),
  check_certificate(text)
  from public, anon, authenticated;
grant execute on function briefing_plan_of(bigint), choose_topics(bigint, jsonb, boolean, bigint, timestamptz), read_briefing(bigint),
  briefing_of(bigint, bigint), begin_briefing(bigint, bigint, text, jsonb, timestamptz), pass_step(bigint, int, timestamptz),
  read_deed(bigint), deeds_of(bigint, date, date, bigint), remind_of_deed(bigint, timestamptz),
  plan_deed(bigint, bigint, date, text, text, timestamptz), move_deed(bigint, bigint, date, timestamptz),
  write_deed(bigint, bigint, bigint, jsonb, timestamptz), remove_deed(bigint, bigint, timestamptz),
  diary_overview(bigint, date, date), diary_overviews(bigint, jsonb), deeds_to_confirm(bigint, bigint, int),
  confirm_deed(bigint, bigint, boolean, timestamptz, bigint, timestamptz),
  confirm_day(bigint, date, jsonb, bigint, timestamptz), question_deed(bigint, bigint, bigint, timestamptz),
  month_of_deeds(bigint, bigint, text), report_of(bigint, bigint, text),
  set_report_line(bigint, bigint, text, text, timestamptz), send_report(bigint, bigint, text, timestamptz),
  reports_of(bigint, text), skills_of(bigint), write_skills(bigint, bigint, jsonb, timestamptz),
  seed_places(jsonb, timestamptz), read_place(bigint), place_regions(), places_of(text, bigint, int),
  write_place(bigint, bigint, jsonb, bigint, timestamptz), close_place(bigint, boolean, bigint, timestamptz),
  confirmed_work(bigint, bigint, date, date), read_thanks(bigint), thanks_of(bigint, bigint),
  give_thanks(jsonb, bigint, timestamptz), forget_letter(), withdraw_thanks(bigint, boolean, bigint, timestamptz),
  check_certificate(text)
  to service_role;
