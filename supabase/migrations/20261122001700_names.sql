-- Whoever has no name yet gets it from the volunteer questionnaire.

-- Sends a draft. Its coordinators hear of it by a job that is planned in the same transaction.
create or replace function send_submission(p_chat bigint, p_token uuid, p_submission bigint, p_person bigint, p_hash text, p_at timestamptz) returns jsonb
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
    -- Lists of members and deadlines show people by name. A name that somebody gave before stays.
    update public.people p set name = a.value #>> '{}'
    from public.submissions s join public.answers a on a.submission_id = s.id and a.question = 'full_name' and a.complete
    where p.id = p_person and p.name is null and s.id = p_submission and s.form = 'volunteer-questionnaire'
      and jsonb_typeof(a.value) = 'string';
    perform public.plan_job('submission-card', p_submission::text, jsonb_build_object('submission', p_submission), p_at);
    return '{"is": "sent"}';
  end if;
  select status into v_status from public.submissions where id = p_submission and owner_person = p_person;
  -- The same press delivered again: it was sent, and it is said again.
  return jsonb_build_object('is', case when v_status = 'submitted' then 'sent' else 'closed' end);
end $$;
