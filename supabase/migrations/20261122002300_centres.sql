-- Youth centres on their way to the quality label: what is known of a centre, its assessments, its plan, what was decided.

create table centres (
  organisation_id bigint primary key references organisations,
  kind text not null check (kind in ('regional', 'republican_city', 'oblast_city', 'district')),
  -- Emptied when somebody of that name is erased.
  head text,
  phone text not null,
  email text not null,
  address text not null,
  -- The sent form that described it last.
  submission_id bigint references submissions on delete set null,
  described_at timestamptz not null,
  confirmed_at timestamptz,
  -- Since when others may read its examples of good practice.
  shares_since timestamptz,
  shared_by bigint references people on delete set null
);
create index centres_sharing on centres (organisation_id) where shares_since is not null and confirmed_at is not null;
create index centres_by_submission on centres (submission_id);
create index centres_shared_by on centres (shared_by);

-- An assessment is a submission of the organisation; a cycle has up to four: by centre and experts, at its start and end.
create table assessments (
  submission_id bigint primary key references submissions on delete cascade,
  organisation_id bigint not null references organisations,
  made_by text not null check (made_by in ('centre', 'expert')),
  stage text not null check (stage in ('start', 'end')),
  cycle int not null,
  constraint one_assessment unique (organisation_id, cycle, made_by, stage)
);

-- The label awarded at a level, or refused (no level): it ends a cycle.
create table label_decisions (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations,
  cycle int not null,
  level text check (level in ('gold', 'silver', 'bronze')),
  on_day date not null,
  until_on date,
  event_id bigint references events on delete set null,
  decided_by bigint references people on delete set null,
  at timestamptz not null,
  undone_at timestamptz,
  check ((level is null) = (until_on is null))
);
create index label_decisions_of on label_decisions (organisation_id, cycle);
create index label_decisions_event on label_decisions (event_id);
create index label_decisions_by on label_decisions (decided_by);

-- What a centre will do about an indicator. Parts are said one after the other; said to the end it is owed by its event.
create table actions (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations,
  cycle int not null,
  indicator int not null check (indicator between 1 and 48),
  what text,
  responsible_id bigint references people on delete set null,
  -- Somebody who does not use Birge.
  responsible_name text,
  due_on date,
  event_id bigint references events on delete set null,
  done_on date,
  made_by bigint references people on delete set null,
  made_at timestamptz not null,
  dropped_at timestamptz
);
create index actions_of_centre on actions (organisation_id, cycle);
create index actions_by_responsible on actions (responsible_id);
create index actions_by_event on actions (event_id);
create index actions_made_by on actions (made_by);
-- Nobody owes them, since whoever did has left: the centre takes them over. Nearly always empty.
create index actions_left on actions (id) where event_id is null and due_on is not null and what is not null
  and responsible_id is null and done_on is null and dropped_at is null;

alter table centres enable row level security;
alter table assessments enable row level security;
alter table label_decisions enable row level security;
alter table actions enable row level security;
revoke all on centres, assessments, label_decisions, actions from public, anon, authenticated;
revoke all on sequence label_decisions_id_seq, actions_id_seq from public, anon, authenticated;
grant select, insert, update, delete on centres, assessments, label_decisions, actions to service_role;
grant usage, select on sequence label_decisions_id_seq, actions_id_seq to service_role;

-- The cycle that a centre is in: one more than decisions that stand.
create function label_cycle(p_organisation bigint) returns int
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select 1 + count(*) from public.label_decisions where organisation_id = p_organisation and undone_at is null);
end $$;

-- The newest decision that gave the label: {"level", "on", "until"}, or null.
create function label_award(p_organisation bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('level', d.level, 'on', d.on_day, 'until', d.until_on) from public.label_decisions d
    where d.organisation_id = p_organisation and d.level is not null and d.undone_at is null order by d.cycle desc, d.id desc limit 1);
end $$;

create function read_centre(p_organisation bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('id', o.id, 'name', o.name, 'region', o.region, 'kind', c.kind, 'head', coalesce(c.head, ''), 'phone', c.phone,
      'email', c.email, 'address', c.address, 'confirmed', c.confirmed_at is not null, 'shares', c.shares_since is not null,
      'cycle', public.label_cycle(o.id), 'award', public.label_award(o.id), 'above', public.above_organisation(o.id))
    from public.centres c join public.organisations o on o.id = c.organisation_id and o.closed_at is null
    where c.organisation_id = p_organisation);
end $$;

-- Who is erased is gone from the register, too: a centre's head is known there by a name alone.
create function forget_head() returns trigger
language plpgsql security invoker set search_path = '' as $$
begin
  update public.centres set head = null where head = old.name;
  return null;
end $$;
create trigger people_forget_head after update of name on people
  for each row when (old.name is not null and new.name is null) execute function forget_head();

-- Open assessments of a centre go on in the form for its kind; answers keep their ids, so all of them stay. Who is no regional
-- centre any more does not owe what only these do.
create function use_label_form(p_organisation bigint, p_form text, p_hash text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  perform public.undo_event(e.id, null, p_at) from public.events e join public.centres c on c.organisation_id = e.organisation_id
  where e.organisation_id = p_organisation and e.event = 'regional-centre-confirmed' and e.undone_at is null and c.kind <> 'regional';
  update public.submissions s set form = p_form, form_hash = p_hash, touched_at = p_at from public.assessments a
  where a.organisation_id = p_organisation and s.id = a.submission_id and s.status = 'draft' and s.form <> p_form;
  return '{"is": "used"}';
end $$;

-- Writes down what a sent form says of a centre. p_details: {"name", "region", "kind", "head", "phone", "email", "address", "form",
-- "hash"}. {"is": "changed"}: somebody else has described the centre since the form was opened. Without p_organisation it makes one, of which the person becomes head: of three at most that nobody has confirmed.
create function describe_centre(p_submission bigint, p_person bigint, p_organisation bigint, p_details jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint := p_organisation;
begin
  -- The same person twice in one moment: one after the other.
  perform 1 from public.people where id = p_person for no key update;
  if p_organisation is not null and not exists (select 1 from public.organisations
      where id = p_organisation and kind = 'youth-centre' and closed_at is null) then
    return '{"is": "gone"}';
  elsif exists (select 1 from public.centres c join public.submissions s on s.id = p_submission and s.status = 'submitted'
      where c.organisation_id = p_organisation and c.described_at > s.opened_at) then
    -- It began with what was known then; sent now, it would take back what somebody else has corrected since.
    return '{"is": "changed"}';
  elsif p_organisation is null and not exists (select 1 from public.centres where submission_id = p_submission)
    and (select count(*) from public.memberships m join public.centres c on c.organisation_id = m.organisation_id and c.confirmed_at is null
      where m.person_id = p_person and m.role = 'head'
        and (m.until_on is null or m.until_on >= (p_at at time zone 'Asia/Almaty')::date)) >= 3 then
    return '{"is": "too-many"}';
  end if;
  update public.submissions set status = 'accepted', touched_at = p_at where id = p_submission and status = 'submitted';
  if not found then
    return jsonb_build_object('is', 'made-before', 'id', coalesce(p_organisation,
      (select organisation_id from public.centres where submission_id = p_submission)));
  end if;
  if v_id is null then
    insert into public.organisations (parent_id, kind, programme, region, name, made_at)
    values ((select id from public.organisations where kind = 'platform'), 'youth-centre', 'label', p_details->>'region', p_details->'name', p_at)
    returning id into v_id;
    insert into public.memberships (person_id, organisation_id, role, from_on)
    values (p_person, v_id, 'head', (p_at at time zone 'Asia/Almaty')::date);
  else
    update public.organisations set name = p_details->'name', region = p_details->>'region' where id = v_id;
  end if;
  insert into public.centres (organisation_id, kind, head, phone, email, address, submission_id, described_at)
  values (v_id, p_details->>'kind', p_details->>'head', p_details->>'phone', p_details->>'email', p_details->>'address', p_submission, p_at)
  on conflict (organisation_id) do update set kind = excluded.kind, head = excluded.head, phone = excluded.phone, email = excluded.email,
    address = excluded.address, submission_id = excluded.submission_id, described_at = excluded.described_at;
  perform public.use_label_form(v_id, p_details->>'form', p_details->>'hash', p_at);
  return jsonb_build_object('is', 'made', 'id', v_id);
end $$;

create function correct_centre_kind(p_organisation bigint, p_kind text, p_form text, p_hash text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.centres set kind = p_kind, described_at = p_at where organisation_id = p_organisation;
  perform public.use_label_form(p_organisation, p_form, p_hash, p_at);
  return '{"is": "corrected"}';
end $$;

create function confirm_centre(p_organisation bigint, p_confirmed boolean, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.centres set confirmed_at = case when p_confirmed then p_at end
  where organisation_id = p_organisation and (confirmed_at is not null) <> p_confirmed;
  if found and p_confirmed then
    -- Not at once: what was pressed by mistake and taken back is told nobody.
    perform public.tell_leaders(p_organisation, 'centre-confirmed', p_organisation || ' ' || extract(epoch from p_at),
      jsonb_build_object('centre', p_organisation), p_at + interval '10 minutes', p_at);
  end if;
  return '{"is": "noted"}';
end $$;

create function share_practice(p_organisation bigint, p_shares boolean, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.centres set shares_since = case when p_shares then coalesce(shares_since, p_at) end, shared_by = p_by
  where organisation_id = p_organisation;
  return '{"is": "noted"}';
end $$;

-- Centres among these organisations and those below them (null: all), newest first.
create function centres_below(p_within jsonb, p_before bigint, p_limit int) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with recursive down as (
    select o.id from public.organisations o where o.id in (select w.value::bigint from jsonb_array_elements_text(p_within) w)
    union
    select o.id from public.organisations o join down d on o.parent_id = d.id
  )
  select coalesce(jsonb_agg(to_jsonb(t) order by t.id desc), '[]') from (
    select o.id, o.name, c.kind, o.region, c.confirmed_at is not null as confirmed, public.label_award(o.id) as award
    from (select d.id from down d where p_within is not null union all select c.organisation_id from public.centres c where p_within is null) w
    join public.centres c on c.organisation_id = w.id join public.organisations o on o.id = w.id and o.closed_at is null
    where p_before is null or o.id < p_before
    order by o.id desc limit least(p_limit, 100)) t
$$;

-- Who works in a centre on that day, each once with the first of the roles head, coordinator, staff.
create function staff_of_centre(p_organisation bigint, p_on date) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('person', t.person_id, 'name', t.name, 'role', t.role) order by t.name, t.person_id), '[]') from (
    select distinct on (m.person_id) m.person_id, p.name, m.role
    from public.memberships m join public.people p on p.id = m.person_id and p.erased_at is null
    where m.organisation_id = p_organisation and m.project_id is null and m.role in ('head', 'coordinator', 'staff')
      and m.from_on <= p_on and (m.until_on is null or m.until_on >= p_on)
    order by m.person_id, array_position(array['head', 'coordinator', 'staff'], m.role) limit 100) t
$$;

-- Everything open that this organisation, or its people about it, owe by this event is done today.
create function fulfil_centre(p_organisation bigint, p_event text, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  o public.obligations;
  v_count int := 0;
begin
  for o in
    select b.* from public.obligations b join public.notice_rules r on r.kind = b.kind and r.fulfilled_event = p_event
    where (b.organisation_id = p_organisation or b.about_organisation = p_organisation)
      and b.fulfilled_at is null and b.waived_at is null and b.closed_at is null order by b.id
  loop
    perform public.record_event(jsonb_build_object('person', o.person_id, 'organisation', o.organisation_id, 'event', p_event,
      'aboutPerson', o.about_person, 'aboutOrganisation', o.about_organisation, 'aboutProject', o.about_project, 'key', o.period,
      'on', (p_at at time zone 'Asia/Almaty')::date), '[]', p_by, p_at);
    v_count := v_count + 1;
  end loop;
  return jsonb_build_object('fulfilled', v_count);
end $$;

-- A word to whoever leads the centre, once each; who assesses it as an expert, too, knows already.
create function tell_leaders(p_organisation bigint, p_kind text, p_key text, p_payload jsonb, p_due_at timestamptz, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
begin
  return public.enqueue((select coalesce(jsonb_agg(jsonb_build_object('person', l.person_id, 'kind', p_kind, 'key', p_key, 'priority', 1,
      'payload', p_payload, 'dueAt', p_due_at) order by l.person_id), '[]')
    from (select distinct m.person_id from public.memberships m where m.organisation_id = p_organisation
      and m.role in ('head', 'coordinator') and m.from_on <= v_on and (m.until_on is null or m.until_on >= v_on)
      and not exists (select 1 from public.memberships e where e.person_id = m.person_id and e.organisation_id = p_organisation
        and e.role = 'expert' and e.from_on <= v_on and (e.until_on is null or e.until_on >= v_on))) l), p_at);
end $$;

-- A finished assessment is what its obligations ask for.
create function settle_assessment() returns trigger
language plpgsql security invoker set search_path = '' as $$
declare
  a public.assessments;
begin
  select * into a from public.assessments where submission_id = new.id;
  if a.submission_id is not null then
    perform public.fulfil_centre(a.organisation_id, case when a.made_by = 'centre' then 'centre-self-assessed'
      when a.stage = 'start' then 'first-assessment-finished' else 'final-assessment-finished' end, null, new.touched_at);
  end if;
  if a.made_by = 'expert' then
    perform public.tell_leaders(a.organisation_id, 'assessment-finished', new.id::text, jsonb_build_object('submission', new.id), new.touched_at,
      new.touched_at);
  end if;
  return null;
end $$;
create trigger assessments_settle after update of status on submissions
  for each row when (old.status = 'draft' and new.status = 'submitted' and new.owner_organisation is not null) execute function settle_assessment();

-- Opens an assessment of the centre's present cycle, or begins it: {"is": "open", "draft"}, {"is": "sent", "id", "at"}, {"is": "gone"},
-- {"is": "stale"}. The centre's own at the end begins with the answers of the start, each with whose it was.
create function open_assessment(p_chat bigint, p_token uuid, p_seq bigint, p_person bigint, p_organisation bigint, p_by text, p_stage text,
  p_roles jsonb, p_form text, p_hash text, p_question text, p_within jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_there boolean;
  v_cycle int;
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  s public.submissions;
begin
  if not public.talk_is_held(p_chat, p_token) then
    return '{"is": "stale"}';
  end if;
  -- Two of a centre open it in the same moment: there is one all the same.
  perform 1 from public.organisations where id = p_organisation and closed_at is null for no key update;
  v_there := found;
  v_cycle := public.label_cycle(p_organisation);
  -- The end is assessed after the start.
  if not v_there or not public.holds_role(p_person, p_organisation, p_roles, v_on) or p_stage = 'end' and not exists (
      select 1 from public.assessments a join public.submissions b on b.id = a.submission_id and b.status = 'submitted'
      where a.organisation_id = p_organisation and a.cycle = v_cycle and a.made_by = p_by and a.stage = 'start') then
    return '{"is": "gone"}';
  end if;
  select b.* into s from public.assessments a join public.submissions b on b.id = a.submission_id
  where a.organisation_id = p_organisation and a.cycle = v_cycle and a.made_by = p_by and a.stage = p_stage;
  if s.status = 'submitted' then
    return jsonb_build_object('is', 'sent', 'id', s.id, 'at', s.submitted_at);
  elsif s.id is null then
    insert into public.submissions (owner_organisation, filler_roles, form, form_hash, about_kind, about_id, round, opened_at, touched_at)
    values (p_organisation, array(select jsonb_array_elements_text(p_roles)), p_form, p_hash, 'organisation', p_organisation,
      1 + (select count(*) from public.assessments where organisation_id = p_organisation), p_at, p_at)
    returning * into s;
    insert into public.assessments (submission_id, organisation_id, made_by, stage, cycle)
    values (s.id, p_organisation, p_by, p_stage, v_cycle);
    if p_by = 'centre' and p_stage = 'end' then
      insert into public.answers (submission_id, question, value, complete, by_person, at, rev)
      select s.id, w.question, w.value, w.complete, w.by_person, w.at, 1 from public.assessments a
      join public.answers w on w.submission_id = a.submission_id
      where a.organisation_id = p_organisation and a.cycle = v_cycle and a.made_by = 'centre' and a.stage = 'start';
    end if;
  end if;
  perform public.stand_at(s.id, p_person, p_question, p_within, p_seq, p_at);
  return jsonb_build_object('is', 'open', 'draft', public.draft_of(s.id, p_person, v_on));
end $$;

create function assessment_of(p_submission bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('id', s.id, 'organisation', a.organisation_id, 'by', a.made_by, 'stage', a.stage, 'cycle', a.cycle,
      'form', s.form, 'hash', s.form_hash, 'status', s.status, 'openedAt', s.opened_at, 'touchedAt', s.touched_at, 'submittedAt', s.submitted_at,
      'marks', (select coalesce(jsonb_object_agg(substring(w.question from '^i(\d+)_mark$'), w.value), '{}') from public.answers w
        where w.submission_id = s.id and w.complete and w.question ~ '^i\d+_mark$'))
    from public.assessments a join public.submissions s on s.id = a.submission_id where a.submission_id = p_submission);
end $$;

create function assessments_of(p_organisation bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(public.assessment_of(t.submission_id) order by t.cycle desc, t.stage, t.made_by), '[]') from (
    select * from public.assessments where organisation_id = p_organisation order by cycle desc, stage, made_by limit 100) t
$$;

create function read_assessment(p_submission bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select public.assessment_of(p_submission) || jsonb_build_object('answers', (
    select coalesce(jsonb_agg(jsonb_build_object('question', w.question, 'value', w.value, 'complete', w.complete, 'rev', w.rev,
      'by', p.name, 'byId', w.by_person, 'at', w.at)), '[]')
    from public.answers w left join public.people p on p.id = w.by_person where w.submission_id = p_submission))
$$;

-- What sharing, confirmed, open centres (or with p_organisation this one) say to these indicators: of a centre's self-assessments the newest that says anything to
-- one, so what was taken out (it stands there as nothing) does not come back.
create function shared_examples(p_indicators jsonb, p_organisation bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_questions text[] := array(select 'i' || i.value || '_example' from jsonb_array_elements_text(p_indicators) i);
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('organisation', t.organisation_id, 'indicator',
      substring(t.question from '^i(\d+)_')::int, 'text', t.value #>> '{}', 'at', t.at)), '[]') from (
    select distinct on (a.organisation_id, r.question) a.organisation_id, r.question, r.value, r.at
    from public.centres c join public.organisations o on o.id = c.organisation_id and o.closed_at is null
    join public.assessments a on a.organisation_id = c.organisation_id and a.made_by = 'centre'
    join public.answers r on r.submission_id = a.submission_id and r.question = any (v_questions) and (r.complete or r.value = 'null')
    where c.shares_since is not null and c.confirmed_at is not null and (p_organisation is null or c.organisation_id = p_organisation)
    order by a.organisation_id, r.question, a.cycle desc, a.stage) t
  where jsonb_typeof(t.value) = 'string' and t.value #>> '{}' <> '');
end $$;

-- Examples to these indicators: of labelled centres first, then the newest.
create function practices_of(p_indicators jsonb, p_organisation bigint, p_on date, p_offset int, p_limit int) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with found as materialized (
    select (f.value->>'organisation')::bigint as organisation, (f.value->>'indicator')::int as indicator, f.value->>'text' as text,
      (f.value->>'at')::timestamptz as at
    from jsonb_array_elements(public.shared_examples(p_indicators, p_organisation)) f
  ), held as materialized (
    select t.organisation, d.level from (select distinct organisation from found) t
    cross join lateral (select level from public.label_decisions where organisation_id = t.organisation and level is not null
      and undone_at is null and p_on between on_day and until_on order by cycle desc, id desc limit 1) d
  )
  select jsonb_build_object('of', (select count(*) from found), 'rows', (
    select coalesce(jsonb_agg(to_jsonb(t) - 'at' order by (t.level is null), t.at desc, t.organisation, t.indicator), '[]') from (
      select f.organisation, o.name, o.region, h.level, f.indicator, f.text, f.at
      from found f left join held h on h.organisation = f.organisation join public.organisations o on o.id = f.organisation
      order by (h.level is null), f.at desc, f.organisation, f.indicator offset p_offset limit least(p_limit, 20)) t))
$$;

-- How many examples there are to each of these indicators: {"16": 3}; those without any are left out.
create function practice_counts(p_indicators jsonb) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_object_agg(t.indicator, t.count), '{}') from (
    select f.value->>'indicator' as indicator, count(*) as count from jsonb_array_elements(public.shared_examples(p_indicators, null)) f group by 1) t
$$;

-- What files are, by their content, and where their bytes lie: [{"id", "mime", "path"}].
create function files_named(p_ids jsonb) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'mime', f.mime, 'path', f.path)), '[]') from public.files f
  where f.id in (select i.value::bigint from jsonb_array_elements_text(p_ids) i)
$$;

create function label_decisions_of(p_organisation bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'cycle', t.cycle, 'level', t.level, 'on', t.on_day, 'until', t.until_on,
    'byName', p.name) order by t.cycle desc, t.id desc), '[]') from (
      select * from public.label_decisions where organisation_id = p_organisation and undone_at is null order by cycle desc, id desc limit 50) t
  left join public.people p on p.id = t.decided_by
$$;

-- Records that the label was awarded or refused in a cycle ({"id": null}: it is over by another decision), and with an award the calendar's event and what is counted from it.
create function record_label_decision(p_organisation bigint, p_cycle int, p_level text, p_on date, p_until date, p_due jsonb, p_by bigint, p_at timestamptz)
returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_cycle int;
  v_id bigint;
  v_event bigint;
begin
  perform 1 from public.organisations where id = p_organisation for no key update;
  v_cycle := public.label_cycle(p_organisation);
  -- The same press delivered again.
  select id into v_id from public.label_decisions where organisation_id = p_organisation and undone_at is null and cycle = p_cycle
    and level is not distinct from p_level and on_day = p_on;
  if v_id is not null then
    return jsonb_build_object('id', v_id);
  elsif v_cycle <> p_cycle then
    -- Another one has decided meanwhile.
    return '{"id": null}';
  end if;
  if p_level is not null then
    v_event := (public.record_event(jsonb_build_object('organisation', p_organisation, 'event', 'label-awarded',
      'key', 'cycle ' || v_cycle, 'on', p_on), p_due, p_by, p_at)->>'id')::bigint;
  end if;
  insert into public.label_decisions (organisation_id, cycle, level, on_day, until_on, event_id, decided_by, at)
  values (p_organisation, v_cycle, p_level, p_on, p_until, v_event, p_by, p_at) returning id into v_id;
  -- Not at once, as above.
  perform public.tell_leaders(p_organisation, 'label-decided', v_id::text, jsonb_build_object('centre', p_organisation, 'decision', v_id),
    p_at + interval '10 minutes', p_at);
  return jsonb_build_object('id', v_id);
end $$;

-- Only the newest can be undone, and only while nothing has been assessed in the cycle after it.
create function undo_label_decision(p_decision bigint, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  d public.label_decisions;
begin
  select * into d from public.label_decisions where id = p_decision and undone_at is null;
  perform 1 from public.organisations where id = d.organisation_id for no key update;
  update public.label_decisions set undone_at = p_at where id = p_decision and undone_at is null and cycle = public.label_cycle(organisation_id) - 1
    and not exists (select 1 from public.assessments a where a.organisation_id = d.organisation_id and a.cycle > d.cycle);
  if not found then
    return '{"is": "unknown"}';
  end if;
  -- What was planned since goes on in the cycle that is not over after all.
  update public.actions set cycle = d.cycle where organisation_id = d.organisation_id and cycle > d.cycle;
  if d.event_id is not null then
    perform public.undo_event(d.event_id, p_by, p_at);
  end if;
  return '{"is": "undone"}';
end $$;

-- What has happened to a centre and its experts in the programme, and what is owed from it.
create function label_way_of(p_organisation bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object(
    'events', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'event', t.event, 'on', t.on_day) order by t.on_day, t.id), '[]') from (
      select e.id, e.event, e.on_day from public.events e
      where (e.organisation_id = p_organisation or e.about_organisation = p_organisation) and e.undone_at is null
        and exists (select 1 from public.notice_rules r where 'youth-centre' = any (r.organisation_kinds) and r.due_event is not null
          and r.kind not in ('plan-action', 'centre-action') and (r.due_event = e.event or r.fulfilled_event = e.event))
      order by e.on_day desc, e.id desc limit 100) t),
    'owed', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'dueOn', t.due_on, 'fulfilled', t.fulfilled_at is not null,
        'expert', t.name) order by t.due_on, t.id), '[]') from (
      select o.id, o.kind, o.due_on, o.fulfilled_at, p.name from public.obligations o
      join public.notice_rules r on r.kind = o.kind and r.due_event is not null and r.kind not in ('plan-action', 'centre-action')
      left join public.people p on p.id = o.person_id
      where (o.organisation_id = p_organisation or o.about_organisation = p_organisation) and o.closed_at is null and o.waived_at is null
      order by o.due_on desc, o.id desc limit 100) t))
$$;

revoke all on function label_cycle(bigint), label_award(bigint), read_centre(bigint), forget_head(), use_label_form(bigint, text, text, timestamptz),
  describe_centre(bigint, bigint, bigint, jsonb, timestamptz), correct_centre_kind(bigint, text, text, text, timestamptz),
  confirm_centre(bigint, boolean, timestamptz), share_practice(bigint, boolean, bigint, timestamptz), centres_below(jsonb, bigint, int),
  staff_of_centre(bigint, date), fulfil_centre(bigint, text, bigint, timestamptz), tell_leaders(bigint, text, text, jsonb, timestamptz, timestamptz), settle_assessment(),
  open_assessment(bigint, uuid, bigint, bigint, bigint, text, text, jsonb, text, text, text, jsonb, timestamptz), assessment_of(bigint),
  assessments_of(bigint), read_assessment(bigint), files_named(jsonb), shared_examples(jsonb, bigint), practices_of(jsonb, bigint, date, int, int), practice_counts(jsonb), label_decisions_of(bigint),
  record_label_decision(bigint, int, text, date, date, jsonb, bigint, timestamptz), undo_label_decision(bigint, bigint, timestamptz),
  label_way_of(bigint) from public, anon, authenticated;
grant execute on function label_cycle(bigint), label_award(bigint), read_centre(bigint), forget_head(), use_label_form(bigint, text, text, timestamptz),
  describe_centre(bigint, bigint, bigint, jsonb, timestamptz), correct_centre_kind(bigint, text, text, text, timestamptz),
  confirm_centre(bigint, boolean, timestamptz), share_practice(bigint, boolean, bigint, timestamptz), centres_below(jsonb, bigint, int),
  staff_of_centre(bigint, date), fulfil_centre(bigint, text, bigint, timestamptz), tell_leaders(bigint, text, text, jsonb, timestamptz, timestamptz), settle_assessment(),
  open_assessment(bigint, uuid, bigint, bigint, bigint, text, text, jsonb, text, text, text, jsonb, timestamptz), assessment_of(bigint),
  assessments_of(bigint), read_assessment(bigint), files_named(jsonb), shared_examples(jsonb, bigint), practices_of(jsonb, bigint, date, int, int), practice_counts(jsonb), label_decisions_of(bigint),
  record_label_decision(bigint, int, text, date, date, jsonb, bigint, timestamptz), undo_label_decision(bigint, bigint, timestamptz),
  label_way_of(bigint) to service_role;
