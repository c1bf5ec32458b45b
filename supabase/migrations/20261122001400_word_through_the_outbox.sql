-- Word to people goes through the outbox, and roles bring what they owe: newer versions of functions of earlier migrations.


-- Everything a handler needs to answer the chat's next update; null when nothing waits.
-- The caller holds the talk's lease.
create or replace function waiting_in(p_chat bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_in public.inbox;
  v_talk public.talks;
begin
  select * into v_talk from public.talks where chat_id = p_chat;
  if v_talk.tries > 5 then
    -- This update has broken its handler five times: it must not silence the chat for ever.
    update public.inbox set handled_at = p_at, payload = null
    where seq = (select min(i.seq) from public.inbox i where i.chat_id = p_chat and i.handled_at is null);
    update public.talks set tries = 1 where chat_id = p_chat;
    perform public.enqueue(jsonb_build_array(jsonb_build_object('chat', p_chat, 'kind', 'set-aside',
      'key', p_chat || ' ' || extract(epoch from p_at), 'priority', 0)), p_at);
    v_talk.tries := 1;
  end if;
  select * into v_in from public.inbox where chat_id = p_chat and handled_at is null and payload is not null order by seq limit 1;
  if v_in.seq is null then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'chat', c.id, 'external', c.external_id, 'chatKind', c.kind, 'channel', c.channel_id,
      'token', v_talk.token, 'seq', v_in.seq, 'tries', v_talk.tries, 'update', v_in.payload, 'receivedAt', v_in.received_at, 'state', v_talk.state,
      'person', case when p.id is null then null else jsonb_build_object(
        'id', p.id, 'name', p.name, 'bornOn', p.born_on, 'language', p.language, 'languageChosen', p.language_chosen,
        'cameWith', p.came_with,
        'consent', (select jsonb_build_object('version', k.text_version, 'how', k.how) from public.consents k
          where k.person_id = p.id and k.withdrawn_at is null)) end,
      'roles', case when p.id is null then '[]' else public.roles_of(p.id, (p_at at time zone 'Asia/Almaty')::date) end,
      'draft', (select public.draft_of(s.id, p.id) from public.submissions s
        where s.owner_person = p.id and s.status = 'draft' order by s.touched_at desc, s.id desc limit 1))
    from public.chats c left join public.people p on p.id = v_in.person_id
    where c.id = p_chat);
end $$;

-- Ends the handling of one update: its state is stored, the update is done, and the chat's next one comes back with
-- the lease kept; or the chat is free. {"is": "stale"}: somebody else holds the talk now and nothing was changed.
create or replace function close_talk(p_chat bigint, p_token uuid, p_seq bigint, p_state jsonb, p_page jsonb, p_unreached boolean, p_at timestamptz)
returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_next jsonb;
begin
  update public.talks
  set state = nullif(p_state, 'null'), tries = 1, lease_until = clock_timestamp() + interval '30 seconds'
  where chat_id = p_chat and token = p_token;
  if not found then
    return '{"is": "stale"}';
  end if;
  update public.inbox set handled_at = p_at, payload = null where seq = p_seq and handled_at is null;
  if jsonb_array_length(p_page) > 0 then
    perform public.keep_page(p_chat, p_page);
  end if;
  if p_unreached then
    -- One is enough: the newest takes the place of those that still wait. Its lane is held first, as claims do it.
    perform 1 from public.lanes where chat_id = p_chat for update;
    update public.outbox set state = 'cancelled', settled_at = p_at where chat_id = p_chat and state = 'queued' and priority = 0 and kind = 'catch-up';
    perform public.enqueue(jsonb_build_array(jsonb_build_object('chat', p_chat, 'kind', 'catch-up', 'key', p_chat || ' ' || p_seq,
      'priority', 0, 'dueAt', p_at + interval '1 minute')), p_at);
  end if;
  v_next := public.waiting_in(p_chat, p_at);
  if v_next is null then
    update public.talks set holder = null, token = null, lease_until = null, tries = 0 where chat_id = p_chat;
    return '{"is": "done"}';
  end if;
  return jsonb_build_object('is', 'mine', 'talk', v_next);
end $$;

-- how: self, guardian or paper. A newer consent takes the place of the one in force. The child hears of it.
create or replace function give_consent(p_person bigint, p_given_by bigint, p_giver_name text, p_version text, p_how text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  perform 1 from public.people where id = p_person for update;
  if exists (select 1 from public.consents where person_id = p_person and withdrawn_at is null
      and text_version = p_version and how = p_how and given_by is not distinct from p_given_by) then
    return '{"is": "given"}';
  end if;
  update public.consents set withdrawn_at = p_at where person_id = p_person and withdrawn_at is null;
  insert into public.consents (person_id, given_by, giver_name, text_version, how, at)
  values (p_person, p_given_by, p_giver_name, p_version, p_how, p_at);
  -- A link that still lies with a parent must not put their word over this one.
  update public.invitations set uses_left = 0 where child_id = p_person and uses_left > 0;
  if p_how <> 'self' then
    perform public.enqueue(jsonb_build_array(jsonb_build_object('person', p_person, 'kind', 'consent-given', 'key', p_at, 'priority', 1)), p_at);
  end if;
  return '{"is": "given"}';
end $$;

-- Uses a role invitation once for this person. The same person again gets the same answer.
create or replace function accept_role(p_code_hash text, p_person bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v public.invitations;
  v_member jsonb;
  v_membership bigint;
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
begin
  update public.people set came_with = null where id = p_person and came_with = p_code_hash;
  select * into v from public.invitations where code_hash = p_code_hash and kind = 'role' for update;
  if v.id is null then
    return '{"is": "unknown"}';
  end if;
  v_member := jsonb_build_object('is', 'member',
    'project', (select p.name from public.projects p where p.id = v.project_id and p.closed_at is null), 'role', jsonb_build_object('role', v.role, 'organisation', v.organisation_id,
    'project', v.project_id, 'programme', (select o.programme from public.organisations o where o.id = v.organisation_id)));
  if exists (select 1 from public.memberships where person_id = p_person and organisation_id = v.organisation_id
      and project_id is not distinct from v.project_id and role = v.role and (until_on is null or until_on >= v_on)) then
    return v_member;
  end if;
  if v.uses_left = 0 or v.expires_at <= p_at then
    return '{"is": "over"}';
  end if;
  update public.invitations set uses_left = uses_left - 1 where id = v.id;
  insert into public.memberships (person_id, organisation_id, project_id, role, from_on)
  values (p_person, v.organisation_id, v.project_id, v.role, v_on)
  on conflict on constraint one_membership do update set until_on = null, released_at = null, obliged_at = null
  returning id into v_membership;
  -- What the role owes now stands there at once; the next review looks once more, for a period that opens in this moment.
  perform public.open_for(jsonb_build_array(v_membership), null, null, p_at);
  insert into public.audit (at, person_id, action, subject_kind, subject_id, detail)
  values (p_at, p_person, 'joined', 'organisation', v.organisation_id, jsonb_build_object('role', v.role, 'invitation', v.id));
  return v_member;
end $$;

-- Looks at up to p_limit people who were not looked at for 20 hours: plans the notice for those whose time comes within two
-- weeks, forgets that somebody was told if they have been here since, and gives the ids of those whose time is over.
create or replace function review_retention(p_at timestamptz, p_limit int) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_person public.people;
  v_until timestamptz;
  v_due jsonb := '[]';
  v_seen int := 0;
begin
  for v_person in
    select * from public.people
    where erased_at is null and not example and (reviewed_at is null or reviewed_at < p_at - interval '20 hours')
    order by reviewed_at nulls first, id limit least(p_limit, 500) for update skip locked
  loop
    v_seen := v_seen + 1;
    v_until := public.kept_until(v_person.id);
    update public.people set reviewed_at = p_at,
      warned_at = case when v_until > p_at + interval '15 days' or v_until is null then null else warned_at end
    where id = v_person.id;
    if v_until <= p_at + interval '14 days' and v_person.warned_at is null then
      -- The two weeks begin when it has been sent; whom no chat reaches is not waited for.
      if public.best_chat(v_person.id) is null then
        perform public.mark_warned(v_person.id, p_at);
      elsif not exists (select 1 from public.outbox where person_id = v_person.id and kind = 'retention-notice'
          and state in ('queued', 'claimed', 'sending')) then
        perform public.enqueue(jsonb_build_array(jsonb_build_object('person', v_person.id, 'kind', 'retention-notice', 'key', p_at,
          'priority', 1, 'dueAt', public.awake_at(p_at))), p_at);
      end if;
    elsif public.is_due_to_forget(v_person.id, p_at) then
      v_due := v_due || to_jsonb(v_person.id);
    end if;
  end loop;
  return jsonb_build_object('due', v_due, 'seen', v_seen);
end $$;

-- Keys of handled updates are kept 30 days against redelivery; finished jobs and messages likewise. A bounded bite at a time.
create or replace function sweep_inbox(p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_count int;
begin
  delete from public.inbox where seq in (
    -- Without a chat nobody will ever handle it: its person was erased.
    select seq from public.inbox where received_at < p_at - interval '30 days' and (handled_at is not null or chat_id is null)
    order by received_at limit 5000);
  get diagnostics v_count = row_count;
  delete from public.jobs where id in (
    select id from public.jobs where done_at < p_at - interval '30 days' order by id limit 5000);
  delete from public.outbox o using (
    select t.id from public.channels k cross join lateral (
      select id from public.outbox where channel_id = k.id and settled_at < p_at - interval '30 days' order by settled_at limit 5000) t) t
  where o.id = t.id;
  return jsonb_build_object('forgotten', v_count);
end $$;

-- Takes away everything that belongs to examples, also what real people filled in for an example project.
-- Bytes of files go by jobs, when Birge runs next.
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
  perform public.plan_job('unused-file', path, jsonb_build_object('path', path), p_at) from jsonb_array_elements_text(v_paths) path;
  return '{"is": "removed"}';
end $$;

-- What still waited as a job goes on as a message.
select public.enqueue(jsonb_build_array(jsonb_build_object(
    'person', payload->'person', 'chat', payload->'chat', 'kind', kind, 'key', kind || ' ' || id,
    'priority', case when payload ? 'chat' then 0 else 1 end)), due_at)
from public.jobs where done_at is null and failed_at is null and kind in ('catch-up', 'set-aside', 'consent-given', 'retention-notice');
delete from public.jobs where kind in ('catch-up', 'set-aside', 'consent-given', 'retention-notice');
