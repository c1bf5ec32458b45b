-- Filling in a form. Every writing function takes the talk's token: a process that lost the talk changes nothing.

-- Holds the talk's row until the end of the transaction; false when the token is no longer in force.
create function talk_is_held(p_chat bigint, p_token uuid) returns boolean
language plpgsql security invoker set search_path = '' as $$
begin
  perform 1 from public.talks where chat_id = p_chat and token = p_token for share;
  return found;
end $$;

-- Opens the person's draft of a form about something, or makes it: {"is": "open", "draft": …}. If none is open and one was
-- sent before, nothing is made unless p_anew: {"is": "sent", "id", "at"}. {"is": "gone"}: what it is about has closed.
create function open_submission(p_chat bigint, p_token uuid, p_seq bigint, p_person bigint, p_form text, p_hash text,
  p_about_kind text, p_about_id bigint, p_first text, p_anew boolean, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
  v_last public.submissions;
begin
  if not public.talk_is_held(p_chat, p_token) then
    return '{"is": "stale"}';
  end if;
  select * into v_last from public.submissions
  where owner_person = p_person and form = p_form and about_kind is not distinct from p_about_kind
    and about_id is not distinct from p_about_id and status <> 'draft'
  order by round desc limit 1;
  select id into v_id from public.submissions
  where owner_person = p_person and form = p_form and about_kind is not distinct from p_about_kind
    and about_id is not distinct from p_about_id and status = 'draft';
  if v_id is null and (p_about_kind = 'project' and not exists (
      select 1 from public.projects where id = p_about_id and closed_at is null)
    or p_about_kind = 'organisation' and not exists (
      select 1 from public.organisations where id = p_about_id and closed_at is null)) then
    return '{"is": "gone"}';
  end if;
  if v_id is null and v_last.id is not null and not p_anew then
    return jsonb_build_object('is', 'sent', 'id', v_last.id, 'at', v_last.submitted_at);
  elsif v_id is null then
    insert into public.submissions (owner_person, form, form_hash, about_kind, about_id, round, at_question, moved_by, opened_at, touched_at)
    values (p_person, p_form, p_hash, p_about_kind, p_about_id, coalesce(v_last.round, 0) + 1, p_first, p_seq, p_at, p_at)
    returning id into v_id;
  else
    update public.submissions set touched_at = p_at, moved_by = p_seq where id = v_id;
  end if;
  return jsonb_build_object('is', 'open', 'draft', public.draft_of(v_id, p_person));
end $$;

-- Stores one answer and where the person goes next.
-- {"is": "saved", "rev", "values": what is stored at p_next; at the overview everything}
-- {"is": "conflict", "value", "rev"}: somebody else answered meanwhile (p_rev is the revision that the person saw, 0 for none)
-- {"is": "closed"}: already sent; {"is": "stale"}: the talk was lost.
create function save_answer(p_chat bigint, p_token uuid, p_seq bigint, p_submission bigint, p_person bigint,
  p_question text, p_value jsonb, p_complete boolean, p_rev int, p_next text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_old public.answers;
  v_rev int;
  -- A skipped answer is JSON's null, which arrives here as none at all.
  v_value jsonb := coalesce(p_value, 'null');
begin
  if not public.talk_is_held(p_chat, p_token) then
    return '{"is": "stale"}';
  end if;
  update public.submissions set at_question = p_next, moved_by = p_seq, touched_at = p_at
  where id = p_submission and owner_person = p_person and status = 'draft';
  if not found then
    return '{"is": "closed"}';
  end if;
  insert into public.answers (submission_id, question, value, complete, by_person, at, rev)
  values (p_submission, p_question, v_value, p_complete, p_person, p_at, 1)
  on conflict do nothing;
  if found then
    v_rev := 1;
  else
    select * into v_old from public.answers where submission_id = p_submission and question = p_question for update;
    if v_old.value = v_value and v_old.complete = p_complete then
      v_rev := v_old.rev;
    elsif v_old.rev <> p_rev then
      update public.submissions set at_question = p_question where id = p_submission;
      return jsonb_build_object('is', 'conflict', 'value', v_old.value, 'rev', v_old.rev);
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
  return jsonb_build_object('is', 'saved', 'rev', v_rev, 'values', (
    select coalesce(jsonb_object_agg(question, jsonb_build_object('value', value, 'rev', rev)), '{}') from public.answers
    where submission_id = p_submission and (question = p_next or p_next = 'overview')));
end $$;

-- Goes to another question without answering: back, change, or the overview. Without p_seq it is only the first half of
-- something: the same update delivered again still has to do the rest.
create function move_to(p_chat bigint, p_token uuid, p_seq bigint, p_submission bigint, p_person bigint, p_question text, p_at timestamptz)
returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  if not public.talk_is_held(p_chat, p_token) then
    return '{"is": "stale"}';
  end if;
  update public.submissions set at_question = p_question, moved_by = coalesce(p_seq, moved_by), touched_at = p_at
  where id = p_submission and owner_person = p_person and status = 'draft';
  if not found then
    return '{"is": "closed"}';
  end if;
  return jsonb_build_object('is', 'moved', 'draft', public.draft_of(p_submission, p_person));
end $$;

-- The form's text has changed since the draft was opened: answers stay, those in p_again are asked again
-- (their old value moves to the history), and the draft stands in the new version.
create function carry_draft(p_chat bigint, p_token uuid, p_submission bigint, p_person bigint, p_hash text, p_again jsonb,
  p_at_question text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  if not public.talk_is_held(p_chat, p_token) then
    return '{"is": "stale"}';
  end if;
  update public.submissions set form_hash = p_hash, at_question = p_at_question, touched_at = p_at
  where id = p_submission and owner_person = p_person and status = 'draft' and form_hash <> p_hash;
  if not found then
    return '{"is": "closed"}';
  end if;
  insert into public.answer_history (submission_id, question, rev, value, complete, by_person, at)
  select submission_id, question, rev, value, complete, by_person, at from public.answers
  where submission_id = p_submission and question in (select jsonb_array_elements_text(p_again))
  on conflict do nothing;
  delete from public.answers where submission_id = p_submission and question in (select jsonb_array_elements_text(p_again));
  return jsonb_build_object('is', 'carried', 'draft', public.draft_of(p_submission, p_person));
end $$;

-- A whole submission with its answers, for the overview, the card and the export.
create function read_submission(p_submission bigint) returns jsonb
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
  left join public.projects p on s.about_kind = 'project' and p.id = s.about_id
  where s.id = p_submission
$$;

-- Sends a draft. Its coordinators hear of it by a job that is planned in the same transaction.
create function send_submission(p_chat bigint, p_token uuid, p_submission bigint, p_person bigint, p_hash text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_status text;
begin
  if not public.talk_is_held(p_chat, p_token) then
    return '{"is": "stale"}';
  end if;
  update public.submissions set status = 'submitted', submitted_at = p_at, touched_at = p_at, at_question = null
  where id = p_submission and owner_person = p_person and status = 'draft' and form_hash = p_hash;
  if found then
    perform public.plan_job('submission-card', p_submission::text, jsonb_build_object('submission', p_submission), p_at);
    return '{"is": "sent"}';
  end if;
  select status into v_status from public.submissions where id = p_submission and owner_person = p_person;
  -- The same press delivered again: it was sent, and it is said again.
  return jsonb_build_object('is', case when v_status = 'submitted' then 'sent' else 'closed' end);
end $$;

-- The person's forms, newest first.
create function submissions_of(p_person bigint, p_before bigint, p_limit int) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(t) order by t.id desc), '[]') from (
    select s.id, s.form, s.form_hash as hash, s.status, s.submitted_at as "submittedAt",
      case when p.id is null then null else p.name end as project
    from public.submissions s left join public.projects p on s.about_kind = 'project' and p.id = s.about_id
    where s.owner_person = p_person and (p_before is null or s.id < p_before) order by s.id desc limit least(p_limit, 100)
  ) t
$$;

-- A file somebody sent in an answer; the same bytes again are the same file.
create function keep_file(p_person bigint, p_sha256 text, p_mime text, p_bytes int, p_path text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
begin
  insert into public.files (owner_person, sha256, mime, bytes, path, at) values (p_person, p_sha256, p_mime, p_bytes, p_path, p_at)
  on conflict on constraint one_copy do update set mime = excluded.mime
  returning id into v_id;
  return jsonb_build_object('id', v_id);
end $$;

-- The wording of a form as it was when a submission was sent.
create function read_form_version(p_form text, p_hash text) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select definition from public.form_versions where form = p_form and hash = p_hash
$$;

revoke all on function talk_is_held(bigint, uuid), read_form_version(text, text),
  open_submission(bigint, uuid, bigint, bigint, text, text, text, bigint, text, boolean, timestamptz),
  save_answer(bigint, uuid, bigint, bigint, bigint, text, jsonb, boolean, int, text, timestamptz),
  move_to(bigint, uuid, bigint, bigint, bigint, text, timestamptz),
  carry_draft(bigint, uuid, bigint, bigint, text, jsonb, text, timestamptz), read_submission(bigint),
  send_submission(bigint, uuid, bigint, bigint, text, timestamptz), submissions_of(bigint, bigint, int),
  keep_file(bigint, text, text, int, text, timestamptz)
  from public, anon, authenticated;
grant execute on function talk_is_held(bigint, uuid), read_form_version(text, text),
  open_submission(bigint, uuid, bigint, bigint, text, text, text, bigint, text, boolean, timestamptz),
  save_answer(bigint, uuid, bigint, bigint, bigint, text, jsonb, boolean, int, text, timestamptz),
  move_to(bigint, uuid, bigint, bigint, bigint, text, timestamptz),
  carry_draft(bigint, uuid, bigint, bigint, text, jsonb, text, timestamptz), read_submission(bigint),
  send_submission(bigint, uuid, bigint, bigint, text, timestamptz), submissions_of(bigint, bigint, int),
  keep_file(bigint, text, text, int, text, timestamptz)
  to service_role;
