-- Language, age and consent; invitations; seeing and erasing what is stored about somebody.

create function set_language(p_person bigint, p_language text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.people set language = p_language, language_chosen = true where id = p_person;
  return jsonb_build_object('set', found);
end $$;

-- The little that is kept before consent: a birth date, and the name of somebody under 18.
create function introduce(p_person bigint, p_name text, p_born_on date) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.people set name = coalesce(p_name, name), born_on = coalesce(p_born_on, born_on) where id = p_person;
  return jsonb_build_object('set', found);
end $$;

-- how: self, guardian or paper. A newer consent takes the place of the one in force. The child hears of it by a job.
create function give_consent(p_person bigint, p_given_by bigint, p_giver_name text, p_version text, p_how text, p_at timestamptz) returns jsonb
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
    perform public.plan_job('consent-given', p_person::text, jsonb_build_object('person', p_person), p_at);
  end if;
  return '{"is": "given"}';
end $$;

create function withdraw_consent(p_person bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.consents set withdrawn_at = p_at where person_id = p_person and withdrawn_at is null;
  return jsonb_build_object('withdrawn', found);
end $$;

-- p_scope: {"role", "organisation", "project"} or {"child"}. Only the hash of the code arrives here.
create function issue_invitation(p_code_hash text, p_kind text, p_scope jsonb, p_issued_by bigint, p_uses int,
  p_expires_at timestamptz, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  if p_kind = 'guardian' then
    -- A newer link makes the older ones worthless.
    update public.invitations set uses_left = 0 where child_id = (p_scope->>'child')::bigint and uses_left > 0;
  end if;
  insert into public.invitations (code_hash, kind, role, organisation_id, project_id, child_id, issued_by, issued_at, expires_at, uses_left)
  values (p_code_hash, p_kind, p_scope->>'role', (p_scope->>'organisation')::bigint, (p_scope->>'project')::bigint,
    (p_scope->>'child')::bigint, p_issued_by, p_at, p_expires_at, p_uses);
  return '{"is": "issued"}';
end $$;

-- What a code offers: {"is": "open", …}, {"is": "over"} (used up or expired) or {"is": "unknown"}.
create function read_invitation(p_code_hash text, p_at timestamptz) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v public.invitations;
begin
  select * into v from public.invitations where code_hash = p_code_hash;
  if v.id is null then
    return '{"is": "unknown"}';
  elsif v.uses_left = 0 or v.expires_at <= p_at then
    return '{"is": "over"}';
  end if;
  return jsonb_build_object('is', 'open', 'id', v.id, 'kind', v.kind, 'role', v.role,
    'organisation', (select o.name from public.organisations o where o.id = v.organisation_id),
    'project', (select p.name from public.projects p where p.id = v.project_id),
    'child', (select jsonb_build_object('id', c.id, 'name', c.name) from public.people c where c.id = v.child_id));
end $$;

-- Keeps by which invitation a newcomer came; a later one takes its place.
create function come_with(p_person bigint, p_code_hash text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.people set came_with = p_code_hash where id = p_person;
  return jsonb_build_object('kept', found);
end $$;

-- Uses a role invitation once for this person. The same person again gets the same answer.
create function accept_role(p_code_hash text, p_person bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v public.invitations;
  v_member jsonb;
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
  values (p_person, v.organisation_id, v.project_id, v.role, v_on) on conflict do nothing;
  insert into public.audit (at, person_id, action, subject_kind, subject_id, detail)
  values (p_at, p_person, 'joined', 'organisation', v.organisation_id, jsonb_build_object('role', v.role, 'invitation', v.id));
  return v_member;
end $$;

-- A parent or legal representative confirms (guardian), or a coordinator who holds the signed paper records it (paper);
-- the link is used up in the same transaction.
create function accept_guardian(p_code_hash text, p_giver bigint, p_giver_name text, p_version text, p_how text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v public.invitations;
begin
  select * into v from public.invitations where code_hash = p_code_hash and kind = 'guardian' for update;
  if v.id is null then
    return '{"is": "unknown"}';
  elsif v.child_id = p_giver then
    return '{"is": "self"}';
  elsif exists (select 1 from public.consents where person_id = v.child_id and given_by = p_giver and withdrawn_at is null) then
    return '{"is": "given"}';
  elsif v.uses_left = 0 or v.expires_at <= p_at then
    return '{"is": "over"}';
  end if;
  update public.invitations set uses_left = 0 where id = v.id;
  return public.give_consent(v.child_id, p_giver, p_giver_name, p_version, p_how, p_at);
end $$;

create function note_audit(p_person bigint, p_action text, p_subject_kind text, p_subject_id bigint, p_detail jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  insert into public.audit (at, person_id, action, subject_kind, subject_id, detail)
  values (p_at, p_person, p_action, p_subject_kind, p_subject_id, p_detail);
  return '{"is": "noted"}';
end $$;

-- Where somebody is written to: the preferred chat, otherwise the last used one, the web only if there is no other.
create function ways_to(p_person bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('channel', t.channel_id, 'chat', t.external_id, 'language', t.language) order by t.n), '[]') from (
    select c.channel_id, c.external_id, p.language, row_number() over (
      order by (c.id = p.preferred_chat) desc nulls last, (k.kind <> 'web') desc, c.last_used_at desc) as n
    from public.chats c join public.channels k on k.id = c.channel_id join public.people p on p.id = c.person_id
    where c.person_id = p_person and c.kind = 'private' and c.gone_at is null
  ) t
$$;

-- One chat as a way out; null if it is gone.
create function way_of(p_chat bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object('channel', c.channel_id, 'chat', c.external_id, 'language', coalesce(p.language, 'kk'))
  from public.chats c left join public.people p on p.id = c.person_id where c.id = p_chat and c.gone_at is null
$$;

-- Who hears of a new questionnaire: the project's coordinators and those of its organisation, once each.
create function coordinators_of(p_project bigint, p_at timestamptz) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(distinct m.person_id), '[]')
  from public.projects p join public.memberships m on m.organisation_id = p.organisation_id and m.role = 'coordinator'
    and (m.project_id is null or m.project_id = p.id)
  where p.id = p_project and m.from_on <= (p_at at time zone 'Asia/Almaty')::date
    and (m.until_on is null or m.until_on >= (p_at at time zone 'Asia/Almaty')::date)
$$;

-- The administrators' root, made at the first need.
create function open_platform(p_name jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
begin
  select id into v_id from public.organisations where kind = 'platform';
  if v_id is null then
    insert into public.organisations (kind, programme, name, made_at) values ('platform', 'all', p_name, p_at) returning id into v_id;
  end if;
  return jsonb_build_object('id', v_id);
end $$;

-- p_columns is the project's one table of personal columns: [{"table", "where", …}]. `where` names how a row leads to its
-- person and comes from that table only; the catalogue test proves that the table is complete.
create function read_personal(p_person bigint, p_columns jsonb) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_column jsonb;
  v_rows jsonb;
  v_all jsonb := '{}';
begin
  for v_column in select value from jsonb_array_elements(p_columns) loop
    execute format('select coalesce(jsonb_agg(to_jsonb(t)), ''[]'') from public.%I t where t.%I in (%s)',
      v_column->>'table', v_column->>'column', public.people_path(v_column->'through')) into v_rows using p_person;
    if jsonb_array_length(v_rows) > 0 then
      v_all := v_all || jsonb_build_object((v_column->>'table') || '.' || (v_column->>'column'), v_rows);
    end if;
  end loop;
  return v_all;
end $$;

-- The ids by which a table refers to a person: the person itself, or the rows of another table that belong to it.
create function people_path(p_through jsonb) returns text
language sql immutable security invoker set search_path = '' as $$
  select case when p_through is null or p_through = 'null' then 'select $1'
    else format('select u.%I from public.%I u where u.%I = $1', p_through->>'key', p_through->>'table', p_through->>'column') end
$$;

-- Carries out the table's decisions in its order: delete the row, blank named columns, or keep. p_if_due: only if the
-- person's time is over at this very moment.
create function forget_person(p_person bigint, p_columns jsonb, p_if_due boolean, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_column jsonb;
  v_paths jsonb;
begin
  perform 1 from public.people where id = p_person and erased_at is null for update;
  if not found then
    return '{"is": "forgotten"}';
  elsif p_if_due and not public.is_due_to_forget(p_person, p_at) then
    -- They have written since the list was made.
    return '{"is": "kept"}';
  end if;
  -- Bytes that only this person's rows name: files of answers, and what was sent in the web chat either way.
  select coalesce(jsonb_agg(distinct t.path), '[]') into v_paths from (
    select f.path from public.files f where f.owner_person = p_person
    union
    select m.body->'file'->>'key' from public.page_messages m join public.chats c on c.id = m.chat_id
    where c.person_id = p_person and m.body->'file'->>'key' is not null
  ) t
  where not exists (select 1 from public.files g where g.path = t.path and g.owner_person is distinct from p_person)
    and not exists (select 1 from public.page_messages m join public.chats c on c.id = m.chat_id
      where m.body->'file'->>'key' = t.path and c.person_id is distinct from p_person);
  -- What web chats of coordinators show of this person.
  delete from public.page_messages m where m.body->>'about' is not null
    and (m.body->>'about')::bigint in (select s.id from public.submissions s where s.owner_person = p_person);
  -- What still waits of this person will not be answered.
  update public.inbox set handled_at = p_at where person_id = p_person and handled_at is null;
  for v_column in select value from jsonb_array_elements(p_columns) loop
    if v_column->>'erase' = 'delete' then
      execute format('delete from public.%I t where t.%I in (%s)',
        v_column->>'table', v_column->>'column', public.people_path(v_column->'through')) using p_person;
    elsif v_column->>'erase' = 'blank' then
      execute (select format('update public.%I t set %s where t.%I in (%s)', v_column->>'table',
          string_agg(format('%I = null', b.value), ', '), v_column->>'column', public.people_path(v_column->'through'))
        from jsonb_array_elements_text(v_column->'blank') b) using p_person;
    end if;
  end loop;
  update public.people set erased_at = p_at where id = p_person;
  -- The bytes go by jobs of the same transaction: a process that dies now leaves nothing behind.
  perform public.plan_job('unused-file', path, jsonb_build_object('path', path), p_at) from jsonb_array_elements_text(v_paths) path;
  return '{"is": "forgotten"}';
end $$;

revoke all on function set_language(bigint, text), introduce(bigint, text, date),
  give_consent(bigint, bigint, text, text, text, timestamptz), withdraw_consent(bigint, timestamptz),
  issue_invitation(text, text, jsonb, bigint, int, timestamptz, timestamptz), read_invitation(text, timestamptz),
  come_with(bigint, text), accept_role(text, bigint, timestamptz), accept_guardian(text, bigint, text, text, text, timestamptz),
  note_audit(bigint, text, text, bigint, jsonb, timestamptz), ways_to(bigint), way_of(bigint), coordinators_of(bigint, timestamptz),
  open_platform(jsonb, timestamptz), read_personal(bigint, jsonb), people_path(jsonb), forget_person(bigint, jsonb, boolean, timestamptz)
  from public, anon, authenticated;
grant execute on function set_language(bigint, text), introduce(bigint, text, date),
  give_consent(bigint, bigint, text, text, text, timestamptz), withdraw_consent(bigint, timestamptz),
  issue_invitation(text, text, jsonb, bigint, int, timestamptz, timestamptz), read_invitation(text, timestamptz),
  come_with(bigint, text), accept_role(text, bigint, timestamptz), accept_guardian(text, bigint, text, text, text, timestamptz),
  note_audit(bigint, text, text, bigint, jsonb, timestamptz), ways_to(bigint), way_of(bigint), coordinators_of(bigint, timestamptz),
  open_platform(jsonb, timestamptz), read_personal(bigint, jsonb), people_path(jsonb), forget_person(bigint, jsonb, boolean, timestamptz)
  to service_role;
