-- The action plan: an action that is said to the end is owed by whoever answers for it, through the events of the calendar.

create function read_action(p_action bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('id', a.id, 'organisation', a.organisation_id, 'organisationName', o.name, 'indicator', a.indicator,
      'cycle', a.cycle, 'what', a.what, 'responsible', case when a.responsible_id is not null or a.responsible_name is not null then
        jsonb_build_object('person', a.responsible_id, 'name', coalesce(p.name, a.responsible_name, '')) end,
      'dueOn', a.due_on, 'doneOn', a.done_on)
    from public.actions a join public.organisations o on o.id = a.organisation_id left join public.people p on p.id = a.responsible_id
    where a.id = p_action and a.dropped_at is null);
end $$;

create function actions_of(p_organisation bigint, p_cycle int) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(public.read_action(t.id) order by t.rank, t.due_on, t.id), '[]') from (
    select id, due_on, case when done_on is not null then 2 when what is null or due_on is null then 1 else 0 end as rank
    from public.actions where organisation_id = p_organisation and cycle = p_cycle and dropped_at is null
    order by rank, due_on, id limit 200) t
$$;

-- The action that an obligation stands for.
create function action_owed(p_obligation bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object('id', (select a.id from public.obligations o
    join public.actions a on a.event_id = case when o.period ~ '^[0-9]+$' then o.period::bigint end
    where o.id = p_obligation and o.kind in ('plan-action', 'centre-action') and a.dropped_at is null))
$$;

create function begin_action(p_organisation bigint, p_indicator int, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
  v_cycle int;
begin
  perform 1 from public.organisations where id = p_organisation for no key update;
  v_cycle := public.label_cycle(p_organisation);
  select id into v_id from public.actions where organisation_id = p_organisation and cycle = v_cycle and indicator = p_indicator
    and made_by = p_by and dropped_at is null and done_on is null and (what is null or due_on is null) order by id limit 1;
  if v_id is null then
    insert into public.actions (organisation_id, cycle, indicator, made_by, made_at)
    values (p_organisation, v_cycle, p_indicator, p_by, p_at) returning id into v_id;
  end if;
  return jsonb_build_object('id', v_id);
end $$;

-- Brings what is owed into agreement with the action: by the person who answers for it, by the centre where there is only a
-- name or nobody any more. What is not said to the end, or was dropped, is owed by nobody.
create function owe_action(p_action bigint, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  a public.actions;
  e public.events;
  v_owed boolean;
  v_due jsonb;
  v_event bigint;
begin
  select * into a from public.actions where id = p_action for update;
  select * into e from public.events where id = a.event_id and undone_at is null;
  v_owed := a.what is not null and a.due_on is not null and a.dropped_at is null;
  if e.id is not null and not (v_owed and e.person_id is not distinct from a.responsible_id) then
    perform public.undo_event(e.id, p_by, p_at);
    update public.actions set event_id = null where id = p_action;
  end if;
  if v_owed then
    v_due := jsonb_build_array(jsonb_build_object('kind', case when a.responsible_id is null then 'centre-action' else 'plan-action' end,
      'dueOn', a.due_on));
    v_event := (public.record_event(case when a.responsible_id is null
      then jsonb_build_object('organisation', a.organisation_id, 'event', 'centre-action-agreed')
      else jsonb_build_object('person', a.responsible_id, 'event', 'plan-action-agreed', 'aboutOrganisation', a.organisation_id) end
      || jsonb_build_object('key', 'action ' || a.id, 'on', (p_at at time zone 'Asia/Almaty')::date), v_due, p_by, p_at)->>'id')::bigint;
    update public.actions set event_id = v_event where id = p_action;
    if v_event is distinct from e.id then
      -- Agreed anew with somebody who has had it before: what they said of it then is over, "not mine" and "done".
      perform public.undo_event(d.id, p_by, p_at) from public.events d where d.event in ('plan-action-done', 'centre-action-done')
        and d.key = v_event::text and d.undone_at is null and (d.person_id = a.responsible_id or d.organisation_id = a.organisation_id);
      update public.obligations o set waived_at = null, waived_by = null where o.kind in ('plan-action', 'centre-action')
        and o.period = v_event::text and o.waived_at is not null and (o.person_id = a.responsible_id or o.organisation_id = a.organisation_id);
      perform public.schedule_steps((select coalesce(jsonb_agg(o.id), '[]') from public.obligations o
        where o.kind in ('plan-action', 'centre-action') and o.period = v_event::text
          and (o.person_id = a.responsible_id or o.organisation_id = a.organisation_id)));
      if a.responsible_id <> p_by then
        -- Whom somebody else has made responsible hears of it, each time anew; what waits of it from before says the same.
        perform 1 from public.lanes l where l.chat_id in (select x.chat_id from public.outbox x where x.person_id = a.responsible_id
          and x.kind = 'action-given' and x.state = 'queued') order by l.chat_id for update;
        update public.outbox set state = 'cancelled', settled_at = p_at where person_id = a.responsible_id and kind = 'action-given'
          and state = 'queued' and payload = jsonb_build_object('action', a.id);
        perform public.enqueue(jsonb_build_array(jsonb_build_object('person', a.responsible_id, 'kind', 'action-given',
          'key', v_event || ' ' || extract(epoch from p_at), 'priority', 1, 'payload', jsonb_build_object('action', a.id))), p_at);
      end if;
    end if;
  end if;
  return '{"is": "owed"}';
end $$;

-- Says a part: {"what"}, {"responsible": {"person"} | {"name"}}, {"dueOn"}.
create function set_action(p_action bigint, p_part jsonb, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.actions set
    what = coalesce(p_part->>'what', what),
    due_on = coalesce((p_part->>'dueOn')::date, due_on),
    responsible_id = case when p_part ? 'responsible' then (p_part->'responsible'->>'person')::bigint else responsible_id end,
    responsible_name = case when p_part ? 'responsible' then p_part->'responsible'->>'name' else responsible_name end
  where id = p_action and dropped_at is null and done_on is null;
  if not found then
    return '{"is": "gone"}';
  end if;
  -- Not before somebody is named for the first time.
  if exists (select 1 from public.actions where id = p_action
      and (responsible_id is not null or responsible_name is not null or event_id is not null)) then
    perform public.owe_action(p_action, p_by, p_at);
  end if;
  return '{"is": "noted"}';
end $$;

-- The event of a done action, of the same owner as the one that it is counted from.
create function action_done_event(p_action bigint, p_on date) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('person', e.person_id, 'organisation', e.organisation_id, 'aboutOrganisation', e.about_organisation,
      'event', case when e.person_id is null then 'centre-action-done' else 'plan-action-done' end, 'key', e.id::text, 'on', p_on)
    from public.actions a join public.events e on e.id = a.event_id where a.id = p_action and a.dropped_at is null);
end $$;

create function finish_action(p_action bigint, p_on date, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_event jsonb;
begin
  -- Nobody gives it to another one between these lines.
  perform 1 from public.actions where id = p_action for update;
  v_event := public.action_done_event(p_action, p_on);
  if v_event is null then
    return '{"is": "gone"}';
  end if;
  perform public.record_event(v_event, '[]', p_by, p_at);
  return '{"is": "noted"}';
end $$;

create function reopen_action(p_action bigint, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_event bigint;
begin
  perform 1 from public.actions where id = p_action for update;
  -- Who did it has been erased, and the fact with them: the step stays.
  update public.actions set done_on = null where id = p_action and event_id is null and done_on is not null and dropped_at is null;
  if found then
    perform public.owe_action(p_action, p_by, p_at);
    return '{"is": "noted"}';
  end if;
  select e.id into v_event from public.actions a join public.events g on g.id = a.event_id
  join public.events e on e.key = g.id::text and e.undone_at is null and e.event in ('plan-action-done', 'centre-action-done')
    and (e.person_id = g.person_id or e.organisation_id = g.organisation_id)
  where a.id = p_action and a.dropped_at is null;
  if v_event is null then
    return '{"is": "gone"}';
  end if;
  perform public.undo_event(v_event, p_by, p_at);
  return '{"is": "noted"}';
end $$;

create function drop_action(p_action bigint, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.actions set dropped_at = p_at where id = p_action and dropped_at is null;
  if not found then
    return '{"is": "gone"}';
  end if;
  perform public.owe_action(p_action, p_by, p_at);
  return '{"is": "noted"}';
end $$;

-- Whoever says that it is done, here or among their deadlines, says it of the action.
create function mark_action_done() returns trigger
language plpgsql security invoker set search_path = '' as $$
begin
  update public.actions set done_on = case when new.undone_at is null then new.on_day end
  where event_id = case when new.key ~ '^[0-9]+$' then new.key::bigint end;
  if new.undone_at is not null and new.person_id is not null then
    -- They may have left since.
    perform public.hand_over_actions(new.person_id, new.about_organisation, new.undone_at);
  end if;
  return null;
end $$;
create trigger events_mark_action after insert or update on events
  for each row when (new.event in ('plan-action-done', 'centre-action-done')) execute function mark_action_done();

-- Who leaves a centre hands over what they had promised there; nobody says that it is not wanted any more.
create function hand_over_actions(p_person bigint, p_organisation bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_on date := (p_at at time zone 'Asia/Almaty')::date;
  v_action bigint;
begin
  for v_action in
    select a.id from public.actions a where (a.responsible_id = p_person and a.organisation_id = p_organisation
        and a.done_on is null and a.dropped_at is null
        and not exists (select 1 from public.memberships m where m.person_id = p_person and m.organisation_id = p_organisation
          and m.role in ('head', 'coordinator', 'staff') and (m.until_on is null or m.until_on >= v_on)))
    union
    -- Of those whose person was erased.
    select a.id from public.actions a where a.event_id is null and a.due_on is not null and a.what is not null
      and a.responsible_id is null and a.done_on is null and a.dropped_at is null
    order by 1
  loop
    update public.actions set responsible_id = null where id = v_action;
    perform public.owe_action(v_action, null, p_at);
  end loop;
  return '{"is": "handed"}';
end $$;

-- A step is closed with its agreement, not with a role of whoever answers for it: they may hold another one there.
create function keep_promise() returns trigger
language plpgsql security invoker set search_path = '' as $$
begin
  if exists (select 1 from public.memberships m where m.person_id = new.person_id and m.organisation_id = new.about_organisation
      and m.role in ('head', 'coordinator', 'staff')
      and (m.until_on is null or m.until_on >= (new.closed_at at time zone 'Asia/Almaty')::date))
    and exists (select 1 from public.events e where e.id = new.period::bigint and e.undone_at is null) then
    new.closed_at := null;
  end if;
  return new;
end $$;
create trigger obligations_keep_promise before update of closed_at on obligations
  for each row when (new.kind = 'plan-action' and old.closed_at is null and new.closed_at is not null) execute function keep_promise();

-- When a role ends; and when a person is erased, what they had promised is owed by nobody until then.
create function hand_over_promises() returns trigger
language plpgsql security invoker set search_path = '' as $$
begin
  if tg_table_name = 'memberships' then
    perform public.hand_over_actions(new.person_id, new.organisation_id, new.released_at);
  else
    perform public.hand_over_actions(null, null, new.erased_at);
  end if;
  return null;
end $$;
create trigger memberships_hand_over after update of released_at on memberships
  for each row when (new.released_at is not null) execute function hand_over_promises();
create trigger people_hand_over after update of erased_at on people
  for each row when (new.erased_at is not null) execute function hand_over_promises();

-- An obligation as it is shown: to its owner, and to those who see their people's. subject: what exactly, where it is one of many.
create or replace function read_obligation(p_obligation bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('id', o.id, 'kind', o.kind, 'period', o.period, 'dueOn', o.due_on, 'dueAt', o.due_at,
      'person', o.person_id, 'personName', p.name, 'organisation', coalesce(o.organisation_id, o.about_organisation),
      'owned', case when o.person_id is null then 'organisation' else 'person' end,
      'organisationName', g.name, 'project', o.about_project, 'projectName', j.name,
      'aboutPerson', o.about_person, 'aboutPersonName', a.name,
      'subject', case when o.kind in ('plan-action', 'centre-action') then (
        select c.what from public.actions c where c.event_id = case when o.period ~ '^[0-9]+$' then o.period::bigint end) end,
      'openedOn', (o.opened_at at time zone 'Asia/Almaty')::date, 'fulfilled', o.fulfilled_at is not null,
      'waived', o.waived_at is not null, 'waivedByName', w.name, 'closed', o.closed_at is not null)
    from public.obligations o left join public.people p on p.id = o.person_id
    left join public.organisations g on g.id = coalesce(o.organisation_id, o.about_organisation)
    left join public.projects j on j.id = o.about_project left join public.people a on a.id = o.about_person
    left join public.people w on w.id = o.waived_by
    where o.id = p_obligation);
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

-- As before; and a youth centre comes with what is known of it.
-- p_organisations: [{"kind", "programme", "name", "centre": {"kind", "head", "phone", "email", "address"} of a youth centre,
-- "projects": [{"name", "place", "purpose", "activities", "direction"}],
-- "people": [{"external", "name", "language", "bornOn", "role"}]}]; a second planting changes nothing.

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
        insert into public.memberships (person_id, organisation_id, role, from_on)
        values (v_person, v_organisation, v->>'role', (p_at at time zone 'Asia/Almaty')::date);
      end if;
    end loop;
  end loop;
  return '{"is": "planted"}';
end $$;

revoke all on function read_action(bigint), actions_of(bigint, int), action_owed(bigint), begin_action(bigint, int, bigint, timestamptz),
  owe_action(bigint, bigint, timestamptz), set_action(bigint, jsonb, bigint, timestamptz), action_done_event(bigint, date),
  finish_action(bigint, date, bigint, timestamptz), reopen_action(bigint, bigint, timestamptz), drop_action(bigint, bigint, timestamptz),
  mark_action_done(), hand_over_actions(bigint, bigint, timestamptz), keep_promise(), hand_over_promises(), read_obligation(bigint), remove_examples(timestamptz), plant_examples(bigint, jsonb, text, timestamptz) from public, anon, authenticated;
grant execute on function read_action(bigint), actions_of(bigint, int), action_owed(bigint), begin_action(bigint, int, bigint, timestamptz),
  owe_action(bigint, bigint, timestamptz), set_action(bigint, jsonb, bigint, timestamptz), action_done_event(bigint, date),
  finish_action(bigint, date, bigint, timestamptz), reopen_action(bigint, bigint, timestamptz), drop_action(bigint, bigint, timestamptz),
  mark_action_done(), hand_over_actions(bigint, bigint, timestamptz), keep_promise(), hand_over_promises(), read_obligation(bigint), remove_examples(timestamptz), plant_examples(bigint, jsonb, text, timestamptz) to service_role;
