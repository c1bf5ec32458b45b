-- What web chats show of people who are not the ones before them: it goes with those people, with its bytes.

-- Whom a message tells of stands in its body ("tellsOf": people; "about": a submission).
create index page_messages_tells_of on page_messages using gin ((body->'tellsOf')) where body->'tellsOf' is not null;

-- These bytes are named by less than before: they go now, if nothing else names them, also where a job was to look at them later.
create function free_file(p_path text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.jobs set due_at = p_at
  where kind = 'unused-file' and key = p_path and done_at is null and failed_at is null and due_at > p_at;
  return public.plan_job('unused-file', p_path, jsonb_build_object('path', p_path), p_at);
end $$;

-- Takes messages out of web chats, each [chat, id]; their bytes go by jobs.
create function unshow(p_messages jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chat bigint;
  v_id bigint;
  v_path text;
begin
  -- Always in the same order, so that two of these can not wait for each other.
  for v_chat, v_id in
    select (w.value->>0)::bigint, (w.value->>1)::bigint from jsonb_array_elements(p_messages) w order by 1, 2
  loop
    delete from public.page_messages where chat_id = v_chat and id = v_id returning body->'file'->>'key' into v_path;
    if v_path is not null then
      perform public.free_file(v_path, p_at);
    end if;
  end loop;
  return '{"is": "taken"}';
end $$;

-- Takes what tells of a submission that goes out of the web chats of others.
create function unshow_submission(p_submission bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  return public.unshow((select coalesce(jsonb_agg(jsonb_build_array(m.chat_id, m.id)), '[]')
    from public.page_messages m join public.chats c on c.id = m.chat_id
    where m.body->>'about' is not null and (m.body->>'about')::bigint = p_submission
      and c.person_id is distinct from (select s.owner_person from public.submissions s where s.id = p_submission)), p_at);
end $$;

-- A file of somebody was taken away: no web chat of others shows it any more, unless another row has the same bytes.
create function unshow_file(p_path text, p_owner bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  if not exists (select 1 from public.files where path = p_path) then
    perform public.unshow((select coalesce(jsonb_agg(jsonb_build_array(m.chat_id, m.id)), '[]')
      from public.page_messages m join public.chats c on c.id = m.chat_id
      where m.body->'file'->>'key' is not null and m.body->'file'->>'key' = p_path and m.sender = 'birge'
        and c.person_id is distinct from p_owner), p_at);
  end if;
  return public.free_file(p_path, p_at);
end $$;

-- As before; what tells of somebody who is no more, or of a submission that is, is not kept.
create or replace function keep_page(p_chat bigint, p_messages jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_key text;
  v_told bigint[] := array(
    select distinct w.value::bigint from jsonb_array_elements(p_messages) m
    cross join lateral jsonb_array_elements_text(coalesce(m.value->'body'->'tellsOf', '[]')) w
    union
    select s.owner_person from jsonb_array_elements(p_messages) m
    join public.submissions s on s.id = (m.value->'body'->>'about')::bigint and s.owner_person is not null
    except
    select c.person_id from public.chats c where c.id = p_chat);
begin
  -- Whoever is being erased at this moment is waited for: what tells of them is not kept then.
  if cardinality(v_told) > 0 then
    perform 1 from public.people where id = any (v_told) order by id for key share;
    v_told := array(select t.id from unnest(v_told) t (id)
      where not exists (select 1 from public.people p where p.id = t.id and p.erased_at is null));
  end if;
  -- The newest writing of a message wins; the body null takes it away. The time of the first writing stays.
  insert into public.page_messages (chat_id, id, sender, at, body)
  select distinct on ((m.value->>'id')::bigint) p_chat, (m.value->>'id')::bigint, m.value->>'from', (m.value->>'at')::timestamptz, m.value->'body'
  from jsonb_array_elements(p_messages) with ordinality m(value, n)
  where not exists (select 1 from jsonb_array_elements_text(coalesce(m.value->'body'->'tellsOf', '[]')) w where w.value::bigint = any (v_told))
    and (m.value->'body'->>'about' is null
      or exists (select 1 from public.submissions s where s.id = (m.value->'body'->>'about')::bigint))
  order by (m.value->>'id')::bigint, m.n desc
  on conflict (chat_id, id) do update set body = excluded.body;
  -- What is no longer shown is no longer kept; its file goes by a job, if nothing else names it.
  for v_key in
    delete from public.page_messages where chat_id = p_chat and id <= (
      select id from public.page_messages where chat_id = p_chat order by id desc offset 200 limit 1)
    returning body->'file'->>'key'
  loop
    if v_key is not null then
      perform public.plan_job('unused-file', v_key, jsonb_build_object('path', v_key), '-infinity');
    end if;
  end loop;
  return '{"is": "kept"}';
end $$;

-- As before; what others' web chats show goes with its bytes, and so do letters that others write of the person.
create or replace function forget_person(p_person bigint, p_columns jsonb, p_if_due boolean, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_column jsonb;
  v_paths jsonb;
  v_letters bigint[];
begin
  perform 1 from public.people where id = p_person and erased_at is null for update;
  if not found then
    return '{"is": "forgotten"}';
  elsif p_if_due and not public.is_due_to_forget(p_person, p_at) then
    -- They have written since the list was made.
    return '{"is": "kept"}';
  end if;
  -- What web chats of coordinators show of this person, with its bytes.
  perform public.unshow((select coalesce(jsonb_agg(jsonb_build_array(t.chat_id, t.id)), '[]') from (
    select m.chat_id, m.id from public.page_messages m
    where m.body->'tellsOf' is not null and m.body->'tellsOf' @> jsonb_build_array(p_person)
    union
    select m.chat_id, m.id from public.page_messages m where m.body->>'about' is not null
      and (m.body->>'about')::bigint in (select s.id from public.submissions s where s.owner_person = p_person)) t), p_at);
  -- Letters that others write of this person.
  v_letters := array(select s.id from public.submissions s join public.memberships m on m.id = s.about_id
    where s.about_kind = 'enrolment' and m.person_id = p_person and s.owner_person is distinct from p_person);
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
  perform public.erase_submission(l.id, p_at) from unnest(v_letters) l (id);
  update public.people set erased_at = p_at where id = p_person;
  -- The bytes go by jobs of the same transaction: a process that dies now leaves nothing behind.
  perform public.free_file(path, p_at) from jsonb_array_elements_text(v_paths) path;
  return '{"is": "forgotten"}';
end $$;

-- As before; and what web chats show of the one tells of the other.
create or replace function merge_people(p_from bigint, p_into bigint, p_columns jsonb, p_at timestamptz) returns jsonb
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
  -- What others' web chats show of the one is of the other.
  update public.page_messages m set body = jsonb_set(m.body, '{tellsOf}', (
    select jsonb_agg(distinct case when w.value = to_jsonb(p_from) then to_jsonb(p_into) else w.value end)
    from jsonb_array_elements(m.body->'tellsOf') w))
  where m.body->'tellsOf' is not null and m.body->'tellsOf' @> jsonb_build_array(p_from);
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

revoke all on function free_file(text, timestamptz), unshow(jsonb, timestamptz), unshow_submission(bigint, timestamptz),
  unshow_file(text, bigint, timestamptz), keep_page(bigint, jsonb), forget_person(bigint, jsonb, boolean, timestamptz),
  merge_people(bigint, bigint, jsonb, timestamptz)
  from public, anon, authenticated;
grant execute on function free_file(text, timestamptz), unshow(jsonb, timestamptz), unshow_submission(bigint, timestamptz),
  unshow_file(text, bigint, timestamptz), keep_page(bigint, jsonb), forget_person(bigint, jsonb, boolean, timestamptz),
  merge_people(bigint, bigint, jsonb, timestamptz)
  to service_role;
