-- Forms that an organisation owns and several of its people fill in at once: each stands at a place of their own, every
-- answer is somebody's, and nobody overwrites what they have not seen.

-- Roles in the owning organisation whose holders fill it in; null where a person owns it.
alter table submissions add column filler_roles text[];
alter table submissions add constraint fillers_of_organisation check ((owner_organisation is null) = (filler_roles is null));

-- Where each of them stands.
create table fillers (
  submission_id bigint not null references submissions on delete cascade,
  person_id bigint not null references people on delete cascade,
  at_question text,
  -- The questions among which they walk, ids in a JSON list; null: all of the form.
  within jsonb,
  moved_by bigint,
  touched_at timestamptz not null,
  primary key (submission_id, person_id)
);
create index fillers_by_person on fillers (person_id, touched_at desc);

-- What somebody answered while a colleague's answer, which they had not seen, was stored: that one stands, this one is kept.
create table refused_answers (
  id bigint generated always as identity primary key,
  submission_id bigint not null references submissions on delete cascade,
  question text not null,
  value jsonb not null,
  by_person bigint references people on delete set null,
  at timestamptz not null
);
create index refused_answers_to on refused_answers (submission_id, question);
create index refused_answers_by on refused_answers (by_person);

alter table fillers enable row level security;
alter table refused_answers enable row level security;
revoke all on fillers, refused_answers from public, anon, authenticated;
revoke all on sequence refused_answers_id_seq from public, anon, authenticated;
grant select, insert, update, delete on fillers, refused_answers to service_role;
grant usage, select on sequence refused_answers_id_seq to service_role;

-- May this person fill it in on that day: it is theirs, or their organisation's and they hold one of the roles for it.
create function may_fill(p_submission bigint, p_person bigint, p_on date) returns boolean
language plpgsql stable security invoker set search_path = '' as $$
begin
  return exists (select 1 from public.submissions s where s.id = p_submission and (s.owner_person = p_person
    or exists (select 1 from public.memberships m where m.person_id = p_person and m.organisation_id = s.owner_organisation
      and m.project_id is null and m.role = any (s.filler_roles) and m.from_on <= p_on and (m.until_on is null or m.until_on >= p_on))));
end $$;

-- What stands at a place; at the overview the answers to p_within, without one to everything. Of an organisation's answers
-- it says whose they are.
create function answers_at(p_submission bigint, p_question text, p_within jsonb, p_shared boolean) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_wanted text[] := case when p_question is distinct from 'overview' then array[p_question]
    when p_within is not null then array(select w.value from jsonb_array_elements_text(p_within) w) end;
begin
  if not p_shared and v_wanted is not null then
    return (select coalesce(jsonb_object_agg(a.question, jsonb_build_object('value', a.value, 'rev', a.rev)), '{}')
      from public.answers a where a.submission_id = p_submission and a.question = any (v_wanted));
  elsif v_wanted is null then
    v_wanted := array(select a.question from public.answers a where a.submission_id = p_submission);
  end if;
  -- By key: what is not wanted is not read.
  return (select coalesce(jsonb_object_agg(a.question, jsonb_build_object('value', a.value, 'rev', a.rev) || case when p_shared
      then jsonb_build_object('by', p.name, 'byId', a.by_person, 'at', a.at) else '{}' end), '{}')
    from public.answers a left join public.people p on p_shared and p.id = a.by_person
    where a.submission_id = p_submission and a.question = any (v_wanted));
end $$;

-- Only for whom may fill it in on that day. What a talk needs to go on with a form: where the person stands, which of the
-- questions among which they walk are answered, the values that decide, and what stands at that place.
drop function draft_of(bigint, bigint);
create function draft_of(p_submission bigint, p_person bigint, p_on date) returns jsonb
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
    'project', case when s.about_kind = 'project' then (
      select jsonb_build_object('name', p.name, 'place', p.place, 'purpose', p.purpose, 'activities', p.activities, 'direction', p.direction)
      from public.projects p where p.id = s.about_id) end,
    -- Within a part by key: what is elsewhere in the form is not read.
    'answered', case when v_within is null
      then (select coalesce(string_agg(a.question, ' '), '') from public.answers a where a.submission_id = s.id and a.complete)
      else (select coalesce(string_agg(a.question, ' '), '') from public.answers a
        where a.submission_id = s.id and a.question = any (v_within) and a.complete) end,
    'values', v_decide || public.answers_at(s.id, l.at_question, l.within, s.owner_person is null));
end $$;

-- The draft that the person touched last: their own, or one that they fill in with others.
create function last_draft(p_person bigint, p_on date) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_id bigint;
begin
  select t.id into v_id from (
    (select s.id, s.touched_at from public.submissions s where s.owner_person = p_person and s.status = 'draft'
      order by s.touched_at desc, s.id desc limit 1)
    union all
    -- Their few places first, then each submission by its key.
    (select l.submission_id, l.touched_at from (
        select submission_id, touched_at from public.fillers where person_id = p_person order by touched_at desc limit 20) l
      cross join lateral (select 1 from public.submissions s where s.id = l.submission_id and s.status = 'draft' limit 1) d
      where public.may_fill(l.submission_id, p_person, p_on) order by l.touched_at desc limit 1)
  ) t order by t.touched_at desc, t.id desc limit 1;
  return public.draft_of(v_id, p_person, p_on);
end $$;

-- Is the person in the middle of a form?
create function is_filling(p_person bigint, p_at timestamptz) returns boolean
language plpgsql stable security invoker set search_path = '' as $$
begin
  return exists (select 1 from public.submissions s
      where s.owner_person = p_person and s.status = 'draft' and s.touched_at > p_at - interval '15 minutes')
    or exists (select 1 from (
        select submission_id from public.fillers where person_id = p_person and touched_at > p_at - interval '15 minutes' limit 20) l
      cross join lateral (select 1 from public.submissions s where s.id = l.submission_id and s.status = 'draft' limit 1) d);
end $$;

-- Puts the person at a place of a draft that they may fill in; gives the submission's row, an empty one where there is none.
-- p_within: the questions among which they walk from now on; null: those as before.
create function stand_at(p_submission bigint, p_person bigint, p_question text, p_within jsonb, p_seq bigint, p_at timestamptz)
returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  s public.submissions;
begin
  update public.submissions set touched_at = p_at,
    at_question = case when owner_person is null then at_question else p_question end,
    moved_by = case when owner_person is null then moved_by else coalesce(p_seq, moved_by) end
  where id = p_submission and status = 'draft' and public.may_fill(id, p_person, (p_at at time zone 'Asia/Almaty')::date)
  returning * into s;
  if s.id is null then
    return '{"is": "closed"}';
  end if;
  if s.owner_person is null then
    insert into public.fillers as l (submission_id, person_id, at_question, within, moved_by, touched_at)
    values (p_submission, p_person, p_question, p_within, p_seq, p_at)
    on conflict (submission_id, person_id) do update set at_question = excluded.at_question,
      within = coalesce(excluded.within, l.within), moved_by = coalesce(excluded.moved_by, l.moved_by), touched_at = excluded.touched_at
    returning within into p_within;
  end if;
  return jsonb_build_object('is', 'there', 'shared', s.owner_person is null, 'within', p_within);
end $$;

-- Does the person hold one of these roles in the organisation on that day?
create function holds_role(p_person bigint, p_organisation bigint, p_roles jsonb, p_on date) returns boolean
language plpgsql stable security invoker set search_path = '' as $$
begin
  return exists (select 1 from public.memberships m where m.person_id = p_person and m.organisation_id = p_organisation
    and m.project_id is null and p_roles ? m.role and m.from_on <= p_on and (m.until_on is null or m.until_on >= p_on));
end $$;

-- Opens the draft of a form about something, or makes it: the person's, or with p_organisation that organisation's, which
-- holders of p_roles fill in. {"is": "open", "draft": …}. If none is open and one was sent before, nothing is made unless
-- p_anew: {"is": "sent", "id", "at"}. p_answers: what a new one begins with, {question: value}. {"is": "gone"}: what it is about has closed, or it is not for this person.
drop function open_submission(bigint, uuid, bigint, bigint, text, text, text, bigint, text, boolean, timestamptz);
create function open_submission(p_chat bigint, p_token uuid, p_seq bigint, p_person bigint, p_organisation bigint, p_roles jsonb, p_form text,
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
    if not found or not public.holds_role(p_person, p_organisation, p_roles, (p_at at time zone 'Asia/Almaty')::date) then
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
      select 1 from public.organisations where id = p_about_id and closed_at is null)) then
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

-- A colleague's answer stands that this person had not seen: they stay at the question. Of an organisation's form both hear
-- of it, and the refused answer is kept.
create function refuse_answer(p_submission bigint, p_person bigint, p_question text, p_value jsonb, p_complete boolean, p_shared boolean,
  p_seq bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_old public.answers;
  v_refused bigint;
begin
  select * into v_old from public.answers where submission_id = p_submission and question = p_question;
  perform public.stand_at(p_submission, p_person, p_question, null, p_seq, p_at);
  if p_shared and p_complete then
    insert into public.refused_answers (submission_id, question, value, by_person, at)
    values (p_submission, p_question, p_value, p_person, p_at) returning id into v_refused;
    if v_old.by_person <> p_person then
      -- Which one, not what it says: the letter reads that when it is written.
      perform public.enqueue(jsonb_build_array(jsonb_build_object('person', v_old.by_person, 'kind', 'answer-differed',
        'key', p_submission || ' ' || p_question || ' ' || v_old.rev || ' ' || p_person, 'priority', 1,
        'payload', jsonb_build_object('submission', p_submission, 'question', p_question, 'refused', v_refused))), p_at);
    end if;
  end if;
  return jsonb_build_object('is', 'conflict', 'value', v_old.value, 'rev', v_old.rev) || case when p_shared then jsonb_build_object(
    'by', (select p.name from public.people p where p.id = v_old.by_person), 'byId', v_old.by_person, 'at', v_old.at) else '{}' end;
end $$;

-- Stores one answer and where the person goes next; p_within: the questions among which they walk there, null: as before.
-- {"is": "saved", "rev", "values": what is stored at p_next; at the overview everything, or what is within}
-- {"is": "conflict", "value", "rev"}: somebody else answered meanwhile (p_rev is the revision that the person saw, 0 for none). Of an
--   organisation's form also "by", "byId", "at"; the refused answer is kept, and whose answer stands hears of it.
-- {"is": "closed"}: already sent, or not theirs to fill in any more; {"is": "stale"}: the talk was lost.
drop function save_answer(bigint, uuid, bigint, bigint, bigint, text, jsonb, boolean, int, text, timestamptz);
create function save_answer(p_chat bigint, p_token uuid, p_seq bigint, p_submission bigint, p_person bigint,
  p_question text, p_value jsonb, p_complete boolean, p_rev int, p_next text, p_within jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_old public.answers;
  v_rev int;
  v_there jsonb;
  -- A skipped answer is JSON's null, which arrives here as none at all.
  v_value jsonb := coalesce(p_value, 'null');
begin
  -- People before what is theirs: whoever is being erased at this moment is waited for with nothing in hand that erasing needs.
  perform 1 from public.people where id = p_person for key share;
  if not public.talk_is_held(p_chat, p_token) then
    return '{"is": "stale"}';
  end if;
  v_there := public.stand_at(p_submission, p_person, p_next, p_within, p_seq, p_at);
  if v_there->>'is' = 'closed' then
    return v_there;
  end if;
  -- From here on nobody else writes into this submission, so whose answer stands can only be erased.
  perform 1 from public.people where id = (select by_person from public.answers
    where submission_id = p_submission and question = p_question and by_person <> p_person) for key share;
  -- What a new version of the form asks again counts on from what stood there before.
  insert into public.answers (submission_id, question, value, complete, by_person, at, rev)
  values (p_submission, p_question, v_value, p_complete, p_person, p_at, 1 + coalesce((select max(h.rev) from public.answer_history h
    where h.submission_id = p_submission and h.question = p_question), 0))
  on conflict do nothing returning rev into v_rev;
  if v_rev is null then
    select * into v_old from public.answers where submission_id = p_submission and question = p_question for update;
    if v_old.value = v_value and v_old.complete = p_complete then
      v_rev := v_old.rev;
    elsif v_old.rev <> p_rev then
      return public.refuse_answer(p_submission, p_person, p_question, v_value, p_complete, (v_there->>'shared')::boolean, p_seq, p_at);
    else
      v_rev := v_old.rev + 1;
      update public.answers set value = v_value, complete = p_complete, by_person = p_person, at = p_at, rev = v_rev
      where submission_id = p_submission and question = p_question;
      if v_old.complete then
        insert into public.answer_history (submission_id, question, rev, value, complete, by_person, at)
        values (p_submission, p_question, v_old.rev, v_old.value, v_old.complete, v_old.by_person, v_old.at);
      end if;
    end if;
  end if;
  return jsonb_build_object('is', 'saved', 'rev', v_rev,
    'values', public.answers_at(p_submission, p_next, nullif(v_there->'within', 'null'), (v_there->>'shared')::boolean));
end $$;

-- Goes to another question without answering: back, change, or the overview. Without p_seq it is only the first half of
-- something: the same update delivered again still has to do the rest. p_within: as in save_answer.
drop function move_to(bigint, uuid, bigint, bigint, bigint, text, timestamptz);
create function move_to(p_chat bigint, p_token uuid, p_seq bigint, p_submission bigint, p_person bigint, p_question text, p_within jsonb,
  p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_there jsonb;
begin
  if not public.talk_is_held(p_chat, p_token) then
    return '{"is": "stale"}';
  end if;
  v_there := public.stand_at(p_submission, p_person, p_question, p_within, p_seq, p_at);
  if v_there->>'is' = 'closed' then
    return v_there;
  end if;
  return jsonb_build_object('is', 'moved', 'draft', public.draft_of(p_submission, p_person, (p_at at time zone 'Asia/Almaty')::date));
end $$;

-- The form's text has changed since the draft was opened: answers stay, those in p_again are asked again (their old value
-- moves to the history), and the draft stands in the new version. Of an organisation's draft this person's place is moved
-- along; colleagues find theirs again by themselves.
drop function carry_draft(bigint, uuid, bigint, bigint, text, jsonb, text, timestamptz);
create function carry_draft(p_chat bigint, p_token uuid, p_submission bigint, p_person bigint, p_hash text, p_again jsonb,
  p_at_question text, p_within jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  if not public.talk_is_held(p_chat, p_token) then
    return '{"is": "stale"}';
  end if;
  update public.submissions set form_hash = p_hash, touched_at = p_at
  where id = p_submission and status = 'draft' and form_hash <> p_hash
    and public.may_fill(id, p_person, (p_at at time zone 'Asia/Almaty')::date);
  if not found then
    return '{"is": "closed"}';
  end if;
  perform public.stand_at(p_submission, p_person, p_at_question, p_within, null, p_at);
  -- Who is being erased at this moment is waited for before their answers are read: what is kept of them has no name then.
  perform 1 from public.people where id in (select by_person from public.answers
    where submission_id = p_submission and question in (select jsonb_array_elements_text(p_again))) order by id for key share;
  insert into public.answer_history (submission_id, question, rev, value, complete, by_person, at)
  select submission_id, question, rev, value, complete, by_person, at from public.answers
  where submission_id = p_submission and question in (select jsonb_array_elements_text(p_again))
  on conflict do nothing;
  delete from public.answers where submission_id = p_submission and question in (select jsonb_array_elements_text(p_again));
  return jsonb_build_object('is', 'carried', 'draft', public.draft_of(p_submission, p_person, (p_at at time zone 'Asia/Almaty')::date));
end $$;

-- Sends a draft. Of a person's its coordinators hear by a job that is planned in the same transaction.
create or replace function send_submission(p_chat bigint, p_token uuid, p_submission bigint, p_person bigint, p_hash text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  s public.submissions;
begin
  if not public.talk_is_held(p_chat, p_token) then
    return '{"is": "stale"}';
  end if;
  update public.submissions set status = 'submitted', submitted_at = p_at, touched_at = p_at, at_question = null
  where id = p_submission and public.may_fill(id, p_person, v_on) and status = 'draft' and form_hash = p_hash
  returning * into s;
  if s.id is not null then
    delete from public.fillers where submission_id = p_submission;
    if s.owner_person is not null then
      -- Lists of members and deadlines show people by name. A name that somebody gave before stays.
      update public.people p set name = a.value #>> '{}'
      from public.answers a where a.submission_id = s.id and a.question = 'full_name' and a.complete
        and p.id = p_person and p.name is null and s.form = 'volunteer-questionnaire' and jsonb_typeof(a.value) = 'string';
      perform public.plan_job('submission-card', p_submission::text, jsonb_build_object('submission', p_submission), p_at);
    end if;
    return '{"is": "sent"}';
  end if;
  select * into s from public.submissions where id = p_submission and public.may_fill(id, p_person, v_on);
  -- The same press delivered again: it was sent, and it is said again.
  return jsonb_build_object('is', case when s.status = 'submitted' then 'sent' else 'closed' end);
end $$;

-- A file somebody sent in an answer, theirs or with p_organisation their organisation's; the same bytes again are the same file.
drop function keep_file(bigint, text, text, int, text, timestamptz);
create function keep_file(p_person bigint, p_organisation bigint, p_sha256 text, p_mime text, p_bytes int, p_path text, p_at timestamptz)
returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
begin
  insert into public.files (owner_person, owner_organisation, sha256, mime, bytes, path, at)
  values (case when p_organisation is null then p_person end, p_organisation, p_sha256, p_mime, p_bytes, p_path, p_at)
  on conflict on constraint one_copy do update set mime = excluded.mime
  returning id into v_id;
  return jsonb_build_object('id', v_id);
end $$;

-- The newest sent submission of an organisation's form; {"id": null}: none.
create function last_submission_of(p_organisation bigint, p_form text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object('id', (select s.id from public.submissions s
    where s.owner_organisation = p_organisation and s.form = p_form and s.status in ('submitted', 'accepted') order by s.round desc limit 1))
$$;

-- What was answered before, newest first: what stood there (refused: null), and what was refused (its id).
create function answer_changes(p_submission bigint, p_question text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('value', t.value, 'by', p.name, 'at', t.at, 'refused', t.refused) order by t.at desc), '[]') from (
    select value, by_person, at, refused from (
      select value, by_person, at, null::bigint as refused from public.answer_history where submission_id = p_submission and question = p_question
      union all
      select value, by_person, at, id from public.refused_answers where submission_id = p_submission and question = p_question) u
    order by at desc limit 50) t
  left join public.people p on p.id = t.by_person
$$;

revoke all on function may_fill(bigint, bigint, date), holds_role(bigint, bigint, jsonb, date), answers_at(bigint, text, jsonb, boolean), draft_of(bigint, bigint, date),
  last_draft(bigint, date), is_filling(bigint, timestamptz), stand_at(bigint, bigint, text, jsonb, bigint, timestamptz),
  open_submission(bigint, uuid, bigint, bigint, bigint, jsonb, text, text, text, bigint, text, boolean, jsonb, timestamptz),
  refuse_answer(bigint, bigint, text, jsonb, boolean, boolean, bigint, timestamptz),
  save_answer(bigint, uuid, bigint, bigint, bigint, text, jsonb, boolean, int, text, jsonb, timestamptz),
  move_to(bigint, uuid, bigint, bigint, bigint, text, jsonb, timestamptz),
  carry_draft(bigint, uuid, bigint, bigint, text, jsonb, text, jsonb, timestamptz),
  send_submission(bigint, uuid, bigint, bigint, text, timestamptz), keep_file(bigint, bigint, text, text, int, text, timestamptz),
  last_submission_of(bigint, text), answer_changes(bigint, text) from public, anon, authenticated;
grant execute on function may_fill(bigint, bigint, date), holds_role(bigint, bigint, jsonb, date), answers_at(bigint, text, jsonb, boolean), draft_of(bigint, bigint, date),
  last_draft(bigint, date), is_filling(bigint, timestamptz), stand_at(bigint, bigint, text, jsonb, bigint, timestamptz),
  open_submission(bigint, uuid, bigint, bigint, bigint, jsonb, text, text, text, bigint, text, boolean, jsonb, timestamptz),
  refuse_answer(bigint, bigint, text, jsonb, boolean, boolean, bigint, timestamptz),
  save_answer(bigint, uuid, bigint, bigint, bigint, text, jsonb, boolean, int, text, jsonb, timestamptz),
  move_to(bigint, uuid, bigint, bigint, bigint, text, jsonb, timestamptz),
  carry_draft(bigint, uuid, bigint, bigint, text, jsonb, text, jsonb, timestamptz),
  send_submission(bigint, uuid, bigint, bigint, text, timestamptz), keep_file(bigint, bigint, text, text, int, text, timestamptz),
  last_submission_of(bigint, text), answer_changes(bigint, text) to service_role;
