-- One person in several messengers: a code joins them, and nothing is joined that was not confirmed in both.

-- Where a code was asked for: the question whether it was them comes there.
alter table invitations add column chat_id bigint references chats on delete set null;
create index invitations_asked_in on invitations (chat_id);

-- A code that was found in another messenger and confirmed there; now whoever asked for it is asked.
create table joins (
  id bigint generated always as identity primary key,
  invitation_id bigint not null unique references invitations on delete cascade,
  asker_id bigint not null references people,
  finder_id bigint not null references people,
  finder_chat bigint references chats on delete set null,
  -- Shown in both messengers: whoever sees another one than their own has not done this themselves.
  check_number text not null,
  -- dates, minor, family, gone: confirmed in both, and yet not joined, for this reason.
  state text not null default 'asked' check (state in ('asked', 'joined', 'refused', 'dates', 'minor', 'family', 'gone')),
  asked_at timestamptz not null,
  until timestamptz not null,
  settled_at timestamptz
);
create index joins_of_asker on joins (asker_id);
create index joins_of_finder on joins (finder_id);
create index joins_found_in on joins (finder_chat);

alter table joins enable row level security;
revoke all on joins from public, anon, authenticated;
grant select, insert, update, delete on joins to service_role;

-- p_scope: {"role", "organisation", "project"}, {"child"}, {"organisation", "project"} of a group, or {"chat"} in which a code was
-- asked for. Only the hash of the code arrives here.
create or replace function issue_invitation(p_code_hash text, p_kind text, p_scope jsonb, p_issued_by bigint, p_uses int,
  p_expires_at timestamptz, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  -- A newer link makes the older ones worthless.
  if p_kind = 'guardian' then
    update public.invitations set uses_left = 0 where child_id = (p_scope->>'child')::bigint and uses_left > 0;
  elsif p_kind = 'join' then
    update public.invitations set uses_left = 0 where issued_by = p_issued_by and kind = 'join' and uses_left > 0;
  end if;
  insert into public.invitations (code_hash, kind, role, organisation_id, project_id, child_id, chat_id, issued_by, issued_at, expires_at, uses_left)
  values (p_code_hash, p_kind, p_scope->>'role', (p_scope->>'organisation')::bigint, (p_scope->>'project')::bigint,
    (p_scope->>'child')::bigint, (p_scope->>'chat')::bigint, p_issued_by, p_at, p_expires_at, p_uses);
  return '{"is": "issued"}';
end $$;

-- In which kinds of messengers somebody is known.
create function messengers_of(p_person bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(distinct k.kind), '[]')
  from public.identities i join public.channels k on k.id = i.channel_id where i.person_id = p_person
$$;

-- What a code is to whoever has found it: open; own: they asked for it themselves; asked (with "check"): they have confirmed, and
-- it is the other's turn; over; unknown; or how it ended.
create function read_join(p_code_hash text, p_person bigint, p_at timestamptz) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v public.invitations;
  j public.joins;
begin
  select * into v from public.invitations where code_hash = p_code_hash and kind = 'join';
  select * into j from public.joins where invitation_id = v.id;
  return case
    when v.id is null then '{"is": "unknown"}'
    when j.id is not null and p_person not in (j.finder_id, j.asker_id) then '{"is": "over"}'
    when j.state = 'asked' and j.finder_id = j.asker_id then '{"is": "joined"}'
    when j.state = 'asked' and j.until <= p_at then '{"is": "over"}'
    when j.state = 'asked' and j.finder_id = p_person then jsonb_build_object('is', 'asked', 'check', j.check_number)
    when j.state <> 'asked' then jsonb_build_object('is', j.state)
    when v.issued_by = p_person then '{"is": "own"}'
    when v.issued_by is null or v.uses_left = 0 or v.expires_at <= p_at then '{"is": "over"}'
    else '{"is": "open"}' end;
end $$;

-- Confirms in the messenger where the code was found, and has whoever gave it asked. A code is taken once. {"is": "unreachable"}:
-- they could not be asked, and the code stays.
create function take_join(p_code_hash text, p_person bigint, p_chat bigint, p_check text, p_until timestamptz, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v public.invitations;
  v_is jsonb;
  v_chat bigint;
  v_join bigint;
begin
  select * into v from public.invitations where code_hash = p_code_hash and kind = 'join';
  -- People first, as erasing does it.
  perform 1 from public.people where id in (v.issued_by, p_person) order by id for no key update;
  perform 1 from public.invitations where id = v.id for update;
  v_is := public.read_join(p_code_hash, p_person, p_at);
  if v_is->>'is' <> 'open' then
    return v_is;
  end if;
  select coalesce(
    (select c.id from public.chats c where c.id = v.chat_id and c.person_id = v.issued_by and c.gone_at is null),
    public.best_chat(v.issued_by)) into v_chat;
  if v_chat is null then
    return '{"is": "unreachable"}';
  end if;
  update public.invitations set uses_left = 0 where id = v.id;
  insert into public.joins (invitation_id, asker_id, finder_id, finder_chat, check_number, asked_at, until)
  values (v.id, v.issued_by, p_person, p_chat, p_check, p_at, p_until) returning id into v_join;
  perform public.enqueue(jsonb_build_array(
    jsonb_build_object('person', v.issued_by, 'chat', v_chat, 'kind', 'join-asked', 'key', v_join::text,
      'payload', jsonb_build_object('join', v_join), 'priority', 1),
    jsonb_build_object('person', p_person, 'chat', p_chat, 'kind', 'join-ended', 'key', v_join || ' late',
      'payload', jsonb_build_object('join', v_join, 'late', true), 'priority', 1, 'dueAt', p_until)), p_at);
  return jsonb_build_object('is', 'asked', 'check', p_check);
end $$;

-- Where a join stands: {"state", "channel": in which kind of messenger the code was found, "check"}; over: nobody answered in time.
create function join_stands(p_join bigint, p_at timestamptz) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select jsonb_build_object('state', case when j.state = 'asked' and j.until <= p_at then 'over' else j.state end,
    'channel', k.kind, 'check', j.check_number)
  from public.joins j left join public.chats c on c.id = j.finder_chat left join public.channels k on k.id = c.channel_id
  where j.id = p_join
$$;

-- What keeps two from being one person: {"why": null | "gone" | "family" | "minor" | "dates"}.
create function kept_apart(p_one bigint, p_other bigint, p_at timestamptz) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_adult_since date := ((p_at at time zone 'Asia/Almaty')::date - interval '18 years')::date;
  v_one public.people;
  v_other public.people;
begin
  select * into v_one from public.people where id = p_one and erased_at is null;
  select * into v_other from public.people where id = p_other and erased_at is null;
  return jsonb_build_object('why', case
    when v_one.id is null or v_other.id is null then 'gone'
    -- A parent and the child whom they have agreed for are two people.
    when exists (select 1 from public.consents where (person_id, given_by) in ((p_one, p_other), (p_other, p_one))) then 'family'
    when v_one.born_on = v_other.born_on or v_one.born_on is null or v_other.born_on is null then null
    when exists (select 1 from public.people p where p.id in (p_one, p_other) and p.born_on > v_adult_since
        and not exists (select 1 from public.consents c where c.person_id = p.id and c.withdrawn_at is null and c.how <> 'self'))
      and least(v_one.born_on, v_other.born_on) <= v_adult_since then 'minor'
    else 'dates' end);
end $$;

-- The answer of whoever gave the code. Yes: the two become one. Gives how it stands then: joined, refused, over, dates, minor,
-- family, gone, unknown; busy: something else works with their data at this moment, ask again.
create function settle_join(p_join bigint, p_person bigint, p_yes boolean, p_columns jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  j public.joins;
  v_state text;
  v_from bigint;
  v_into bigint;
  v_timeout text := current_setting('lock_timeout');
begin
  select * into j from public.joins where id = p_join and asker_id = p_person;
  if j.id is null then
    return '{"is": "unknown"}';
  end if;
  -- People first, as erasing does it.
  perform 1 from public.people where id in (j.asker_id, j.finder_id) order by id for no key update;
  select * into j from public.joins where id = p_join and asker_id = p_person for update;
  if j.id is null then
    return '{"is": "unknown"}';
  elsif j.state <> 'asked' then
    return jsonb_build_object('is', j.state);
  elsif j.asker_id = j.finder_id then
    return '{"is": "joined"}';
  elsif j.until <= p_at then
    return '{"is": "over"}';
  end if;
  v_state := case when p_yes then coalesce(public.kept_apart(j.asker_id, j.finder_id, p_at)->>'why', 'joined') else 'refused' end;
  if v_state = 'joined' then
    -- Whose consent is in force stays, then whoever came first.
    select p.id into v_into from public.people p where p.id in (j.asker_id, j.finder_id)
    order by exists (select 1 from public.consents c where c.person_id = p.id and c.withdrawn_at is null) desc, p.id limit 1;
    v_from := j.asker_id + j.finder_id - v_into;
    for v_try in 1..10 loop
      begin
        -- Where two might still wait for each other, whoever joins people lets go of everything long before Postgres looks for a
        -- ring (after a second), and begins anew.
        perform set_config('lock_timeout', '100ms', true);
        perform public.merge_people(v_from, v_into, p_columns, p_at);
        exit;
      exception when lock_not_available or deadlock_detected then
        if v_try = 10 then
          return '{"is": "busy"}';
        end if;
      end;
    end loop;
    perform set_config('lock_timeout', v_timeout, true);
    insert into public.audit (at, person_id, action, subject_kind, subject_id, detail)
    values (p_at, v_into, 'joined-messengers', 'person', v_into, jsonb_build_object('join', p_join, 'gone', v_from));
  end if;
  update public.joins set state = v_state, settled_at = p_at where id = p_join;
  perform public.enqueue(jsonb_build_array(jsonb_build_object('person', coalesce(v_into, j.finder_id), 'chat', j.finder_chat,
    'kind', 'join-ended', 'key', p_join::text, 'payload', jsonb_build_object('join', p_join), 'priority', 1)), p_at)
  where j.finder_chat is not null;
  return jsonb_build_object('is', v_state);
end $$;

-- Makes one person of two: all that refers to p_from goes over to p_into, and p_from is no more. p_columns is the project's one
-- table of personal columns; its "merge" says for each column how: "move"; "move-or-drop": not where p_into has a row that is the
-- same in the columns "same"; "settle": merge_<table> first settles what both have; "along": the row hangs on one that moves; "end".
-- Whoever calls it bounds the time to wait for a lock (settle_join).
create function merge_people(p_from bigint, p_into bigint, p_columns jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v jsonb;
  v_chats bigint[];
begin
  -- Every row is looked up by key: a plan made while a table was small must not read the whole of it later.
  perform set_config('enable_seqscan', 'off', true);
  -- Held in the order of those who work beside it: planning goes from the next steps by the people to lanes and what waits in
  -- them, sending from what is under way to its lane.
  perform 1 from public.next_steps where obligation_id in (
    select id from public.obligations where person_id in (p_from, p_into)
    union select id from public.obligations where about_person in (p_from, p_into)) order by obligation_id for update;
  perform 1 from public.people where id in (p_from, p_into) order by id for update;
  perform 1 from public.outbox where person_id in (p_from, p_into) and state in ('claimed', 'sending') order by id for update;
  v_chats := array(select id from public.chats where person_id in (p_from, p_into));
  -- No answer is being written, and nothing that waits is being claimed, from here to the end.
  perform 1 from public.talks where chat_id = any (v_chats) order by chat_id for update;
  perform 1 from public.lanes where chat_id = any (v_chats) order by chat_id for update;
  for v in select value from jsonb_array_elements(p_columns) loop
    if v->>'merge' = 'settle' then
      execute format('select public.%I($1, $2, $3)', 'merge_' || (v->>'table')) using p_from, p_into, p_at;
    elsif v->>'merge' = 'move-or-drop' then
      execute (select format('delete from public.%1$I t using public.%1$I k where t.%2$I = $1 and k.%2$I = $2 and %3$s', v->>'table', v->>'column',
          string_agg(format('t.%1$I is not distinct from k.%1$I', s.value), ' and '))
        from jsonb_array_elements_text(v->'same') s) using p_from, p_into;
    end if;
    if v->>'merge' in ('move', 'move-or-drop', 'settle') then
      execute format('update public.%1$I set %2$I = $2 where %2$I = $1', v->>'table', v->>'column') using p_from, p_into;
    end if;
  end loop;
  update public.people p set name = coalesce(p.name, f.name), born_on = coalesce(p.born_on, f.born_on),
    language = case when f.language_chosen and not p.language_chosen then f.language else p.language end,
    language_chosen = p.language_chosen or f.language_chosen, came_with = coalesce(p.came_with, f.came_with),
    preferred_chat = coalesce(p.preferred_chat, f.preferred_chat),
    -- Whoever said stop in one of them meant it.
    announcements_off_at = least(p.announcements_off_at, f.announcements_off_at),
    created_at = least(p.created_at, f.created_at), warned_at = null
  from public.people f where p.id = p_into and f.id = p_from;
  -- If anything still referred to it, the database would refuse, and nothing would be joined.
  delete from public.people where id = p_from;
  -- Nobody owes anything for themselves.
  update public.obligations set closed_at = p_at
  where person_id = p_into and about_person = p_into and fulfilled_at is null and closed_at is null;
  -- What either had done may fulfil what the other owed, and what has happened to one may have the other owe more.
  perform public.open_for((select coalesce(jsonb_agg(id), '[]') from public.memberships where person_id = p_into), null, null, p_at);
  perform public.settle_obligations(theirs.ids, p_at), public.schedule_steps(theirs.ids)
  from (select coalesce(jsonb_agg(id), '[]') as ids from public.obligations
    where person_id = p_into or about_person = p_into) theirs;
  perform public.advance_lanes((select coalesce(jsonb_agg(chat_id), '[]') from public.lanes where chat_id = any (v_chats)), p_at);
  return '{"is": "merged"}';
end $$;

-- Of two that are one after the merge: the same thing seen twice. Whoever is to go stands for whoever stays.
create function as_merged(p_person bigint, p_from bigint, p_into bigint) returns bigint
language sql immutable security invoker set search_path = '' as $$
  select case when p_person = p_from then p_into else p_person end
$$;

-- An event recorded of both is one: what was recorded last is believed, as a correction is. What is counted from it, and what
-- speaks of it, is counted from the one that stays.
create function merge_events(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_gone bigint;
  v_kept bigint;
  d public.events;
  k public.events;
begin
  loop
    -- One pair at a time: events that speak of one of them become the same by it.
    select t.id, o.id into v_gone, v_kept from public.events t
    join public.events o on o.id <> t.id and o.event = t.event and o.key = t.key
      and (o.person_id in (t.person_id, public.as_merged(t.person_id, p_from, p_into)) or o.organisation_id = t.organisation_id)
      and public.as_merged(o.person_id, p_from, p_into) is not distinct from public.as_merged(t.person_id, p_from, p_into)
      and o.organisation_id is not distinct from t.organisation_id
      and public.as_merged(o.about_person, p_from, p_into) is not distinct from public.as_merged(t.about_person, p_from, p_into)
      and o.about_organisation is not distinct from t.about_organisation and o.about_project is not distinct from t.about_project
    where t.person_id = p_from or t.about_person = p_from
    order by t.id, o.id limit 1;
    exit when v_gone is null;
    select * into d from public.events where id = v_gone for update;
    select * into k from public.events where id = v_kept for update;
    if (d.undone_at is null, d.recorded_at) > (k.undone_at is null, k.recorded_at) then
      update public.events set on_day = d.on_day, hours = d.hours, recorded_by = d.recorded_by, recorded_at = d.recorded_at, undone_at = d.undone_at
      where id = k.id;
    end if;
    update public.obligations o set period = k.id::text from public.notice_rules r
    where r.kind = o.kind and r.due_event = d.event and o.period = d.id::text
      and (o.person_id = d.person_id or o.organisation_id = d.organisation_id);
    update public.events e set key = k.id::text
    where e.key = d.id::text and (e.person_id = d.person_id or e.organisation_id = d.organisation_id)
      and exists (select 1 from public.notice_rules r where r.due_event = d.event and r.fulfilled_event = e.event);
    update public.actions set event_id = k.id where event_id = d.id;
    delete from public.events where id = d.id;
  end loop;
  return '{"is": "settled"}';
end $$;

-- What both owe is owed once: done if it is done for either, not theirs only if it is for neither. What was said of the one that
-- goes counts as said.
create function merge_obligations(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
  d public.obligations;
  k public.obligations;
begin
  for v_id in select id from public.obligations where person_id = p_from or about_person = p_from order by id loop
    select * into d from public.obligations where id = v_id for update;
    select o.* into k from public.obligations o where o.id <> d.id and o.kind = d.kind and o.period = d.period
      and public.as_merged(o.person_id, p_from, p_into) is not distinct from public.as_merged(d.person_id, p_from, p_into)
      and (o.person_id = public.as_merged(d.person_id, p_from, p_into) or o.person_id = p_from or o.organisation_id = d.organisation_id)
      and o.organisation_id is not distinct from d.organisation_id
      and public.as_merged(o.about_person, p_from, p_into) is not distinct from public.as_merged(d.about_person, p_from, p_into)
      and o.about_organisation is not distinct from d.about_organisation and o.about_project is not distinct from d.about_project
    order by o.id limit 1 for update;
    continue when k.id is null;
    update public.obligations set
      fulfilled_at = least(k.fulfilled_at, d.fulfilled_at), opened_at = least(k.opened_at, d.opened_at), due_on = greatest(k.due_on, d.due_on),
      closed_at = case when k.closed_at is not null and d.closed_at is not null then k.closed_at end,
      waived_at = case when (k.waived_at is not null or k.closed_at is not null) and (d.waived_at is not null or d.closed_at is not null)
        then coalesce(k.waived_at, d.waived_at) end,
      waived_by = case when (k.waived_at is not null or k.closed_at is not null) and (d.waived_at is not null or d.closed_at is not null)
        then coalesce(k.waived_by, d.waived_by) end
    where id = k.id;
    update public.notices n set obligation_id = k.id where n.obligation_id = d.id and not exists (select 1 from public.notices m
      where m.obligation_id = k.id and m.due_on = n.due_on and m.step = n.step and m.recipient = n.recipient);
    update public.audit set subject_id = k.id where subject_kind = 'obligation' and subject_id = d.id;
    delete from public.obligations where id = d.id;
  end loop;
  return '{"is": "settled"}';
end $$;

-- Two drafts of one form about the same thing: the one touched last goes on, the other is withdrawn and keeps its answers.
create function merge_submissions(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  with drafts as (
    select s.id, row_number() over (
      partition by public.as_merged(s.owner_person, p_from, p_into), s.owner_organisation, s.form, s.about_kind,
        case s.about_kind when 'person' then public.as_merged(s.about_id, p_from, p_into) else s.about_id end
      order by s.touched_at desc, s.id desc) as n
    from public.submissions s
    where s.status = 'draft' and (s.owner_person in (p_from, p_into) or s.about_kind = 'person' and s.about_id in (p_from, p_into))
  )
  update public.submissions s set status = 'withdrawn', at_question = null from drafts d where d.id = s.id and d.n > 1;
  update public.submissions set about_id = p_into where about_kind = 'person' and about_id = p_from;
  return '{"is": "settled"}';
end $$;

-- The same bytes are one file: answers that name the one that goes name the one that stays.
create function merge_files(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
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
    update public.files set channel_ids = v.channel_ids || channel_ids where id = v.kept;
    delete from public.files where id = v.gone;
    if v.other_bytes then
      perform public.plan_job('unused-file', v.path, jsonb_build_object('path', v.path), p_at);
    end if;
  end loop;
  return '{"is": "settled"}';
end $$;

-- One consent stays in force: under 18 a parent's word, otherwise one's own; then that to the newer text. The other one has ended.
create function merge_consents(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_minor boolean := coalesce((select max(born_on) from public.people where id in (p_from, p_into))
    > (p_at at time zone 'Asia/Almaty')::date - interval '18 years', false);
begin
  with in_force as (
    select id, how, row_number() over (order by (how = 'self') = v_minor, text_version desc, at desc, id desc) as n
    from public.consents where person_id in (p_from, p_into) and withdrawn_at is null
  )
  -- Under 18 one's own word does not count.
  update public.consents c set withdrawn_at = p_at from in_force f where f.id = c.id and (f.n > 1 or v_minor and f.how = 'self');
  return '{"is": "settled"}';
end $$;

-- A role held twice in the same place and time is held once, from the earlier day.
create function merge_memberships(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  d public.memberships;
  k public.memberships;
begin
  for d in select * from public.memberships where person_id = p_from order by id for update loop
    select m.* into k from public.memberships m
    where m.person_id = p_into and m.organisation_id = d.organisation_id and m.project_id is not distinct from d.project_id and m.role = d.role
      and (m.from_on = d.from_on
        or m.from_on <= coalesce(d.until_on, 'infinity') and d.from_on <= coalesce(m.until_on, 'infinity'))
    order by m.from_on <> d.from_on, m.id limit 1 for update;
    continue when k.id is null;
    delete from public.memberships where id = d.id;
    update public.memberships set from_on = least(k.from_on, d.from_on),
      until_on = case when k.until_on is not null and d.until_on is not null then greatest(k.until_on, d.until_on) end,
      obliged_at = least(k.obliged_at, d.obliged_at),
      released_at = case when coalesce(k.until_on < (p_at at time zone 'Asia/Almaty')::date, false)
        and coalesce(d.until_on < (p_at at time zone 'Asia/Almaty')::date, false) then coalesce(k.released_at, d.released_at) end
    where id = k.id;
  end loop;
  return '{"is": "settled"}';
end $$;

-- A mentor of the same worker twice is it once, and nobody is their own.
create function merge_assignments(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_id bigint;
  d public.assignments;
  k public.assignments;
begin
  for v_id in select id from public.assignments where person_id = p_from or about_kind = 'person' and about_id = p_from order by id loop
    select * into d from public.assignments where id = v_id for update;
    select a.* into k from public.assignments a
    where a.id <> d.id and a.role = d.role and a.about_kind = d.about_kind
      and a.person_id in (d.person_id, public.as_merged(d.person_id, p_from, p_into))
      and a.about_id in (d.about_id, case d.about_kind when 'person' then public.as_merged(d.about_id, p_from, p_into) else d.about_id end)
      and a.from_on <= coalesce(d.until_on, 'infinity') and d.from_on <= coalesce(a.until_on, 'infinity')
    order by a.id limit 1 for update;
    continue when k.id is null;
    delete from public.assignments where id = d.id;
    update public.assignments set from_on = least(k.from_on, d.from_on),
      until_on = case when k.until_on is not null and d.until_on is not null then greatest(k.until_on, d.until_on) end
    where id = k.id;
  end loop;
  update public.assignments set about_id = p_into where about_kind = 'person' and about_id = p_from;
  delete from public.assignments where role = 'mentor' and about_kind = 'person' and about_id = p_into and person_id in (p_from, p_into);
  return '{"is": "settled"}';
end $$;

-- What both were told, or are to be told, under one key: it is said once, and all that was said stays written down.
create function merge_outbox(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v record;
  v_drop boolean;
begin
  for v in
    select d.id, d.kind, d.state, k.id as kept, k.state as kept_state
    from public.outbox d join public.outbox k on k.person_id = p_into and k.kind = d.kind and k.key = d.key
    where d.person_id = p_from order by d.id for update of d, k
  loop
    -- A digest tells of other things than the one that has gone already.
    v_drop := v.state in ('queued', 'held') and (v.kept_state = 'queued'
      -- What has not got through in the one messenger still goes in the other.
      or v.kind not in ('digest', 'reminder') and v.kept_state not in ('failed', 'cancelled'));
    if v_drop then
      update public.notices set outbox_id = v.kept where outbox_id = v.id;
    elsif v.kept_state in ('queued', 'held') and v.state in ('claimed', 'sending', 'sent', 'unknown') and v.kind not in ('digest', 'reminder') then
      update public.outbox set state = 'cancelled', settled_at = p_at, reason = 'said in another messenger' where id = v.kept;
    end if;
    update public.outbox set key = key || ' joined ' || id,
      state = case when v_drop then 'cancelled' else state end, settled_at = case when v_drop then p_at else settled_at end,
      reason = case when v_drop then 'said in another messenger' else reason end
    where id = v.id;
  end loop;
  return '{"is": "settled"}';
end $$;

-- What was done about whoever goes was done about whoever stays.
create function merge_audit(p_from bigint, p_into bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.audit set subject_id = p_into where subject_kind = 'person' and subject_id = p_from;
  return '{"is": "settled"}';
end $$;

revoke all on function messengers_of(bigint), read_join(text, bigint, timestamptz),
  take_join(text, bigint, bigint, text, timestamptz, timestamptz), join_stands(bigint, timestamptz), kept_apart(bigint, bigint, timestamptz),
  settle_join(bigint, bigint, boolean, jsonb, timestamptz), merge_people(bigint, bigint, jsonb, timestamptz), as_merged(bigint, bigint, bigint),
  merge_events(bigint, bigint, timestamptz), merge_obligations(bigint, bigint, timestamptz), merge_submissions(bigint, bigint, timestamptz),
  merge_files(bigint, bigint, timestamptz), merge_consents(bigint, bigint, timestamptz), merge_memberships(bigint, bigint, timestamptz),
  merge_assignments(bigint, bigint, timestamptz), merge_outbox(bigint, bigint, timestamptz), merge_audit(bigint, bigint, timestamptz)
  from public, anon, authenticated;
grant execute on function messengers_of(bigint), read_join(text, bigint, timestamptz),
  take_join(text, bigint, bigint, text, timestamptz, timestamptz), join_stands(bigint, timestamptz), kept_apart(bigint, bigint, timestamptz),
  settle_join(bigint, bigint, boolean, jsonb, timestamptz), merge_people(bigint, bigint, jsonb, timestamptz), as_merged(bigint, bigint, bigint),
  merge_events(bigint, bigint, timestamptz), merge_obligations(bigint, bigint, timestamptz), merge_submissions(bigint, bigint, timestamptz),
  merge_files(bigint, bigint, timestamptz), merge_consents(bigint, bigint, timestamptz), merge_memberships(bigint, bigint, timestamptz),
  merge_assignments(bigint, bigint, timestamptz), merge_outbox(bigint, bigint, timestamptz), merge_audit(bigint, bigint, timestamptz)
  to service_role;
