-- Groups in which Birge is a member and into which coordinators announce.

create table groups (
  chat_id bigint primary key references chats on delete cascade,
  organisation_id bigint not null references organisations,
  project_id bigint references projects,
  title text not null,
  region text,
  -- In which language announcements are written there.
  language text not null default 'both' check (language in ('kk', 'ru', 'both')),
  -- Words by which groups are chosen, in small letters.
  tags jsonb not null default '[]',
  linked_by bigint references people on delete set null,
  linked_at timestamptz not null,
  unlinked_at timestamptz
);
create index groups_of_organisation on groups (organisation_id);
create index groups_of_project on groups (project_id);
create index groups_linked_by on groups (linked_by);

-- group: links a group to an organisation; join: joins a person's other messenger.
alter table invitations drop constraint invitations_kind_check;
alter table invitations add constraint invitations_kind_check check (kind in ('role', 'guardian', 'group', 'join'));
alter table invitations add constraint a_group_is_linked_somewhere check (kind <> 'group' or organisation_id is not null);

-- A form can be about a group.
alter table submissions drop constraint submissions_about_kind_check;
alter table submissions add constraint submissions_about_kind_check check (about_kind in ('project', 'organisation', 'person', 'group'));

alter table groups enable row level security;
revoke all on groups from public, anon, authenticated;
grant select, insert, update, delete on groups to service_role;

-- Whose code it is and for which organisation: {"is": "open", "by", "organisation", "project"}, {"is": "over"} or
-- {"is": "unknown"}. Whether whoever gave the code may still do so is asked before the group is linked.
create function read_group_code(p_code_hash text, p_at timestamptz) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v public.invitations;
begin
  select * into v from public.invitations where code_hash = p_code_hash and kind = 'group';
  if v.id is null then
    return '{"is": "unknown"}';
  elsif v.uses_left = 0 or v.expires_at <= p_at or v.issued_by is null then
    return '{"is": "over"}';
  end if;
  return jsonb_build_object('is', 'open', 'by', v.issued_by, 'organisation', v.organisation_id, 'project', v.project_id);
end $$;

-- Links the group in which a code was written. {"is": "linked"}; {"is": "taken"}: another organisation or project has it and must
-- let it go first; {"is": "over"}. Whoever gave the code hears of it.
create function link_group(p_code_hash text, p_chat bigint, p_title text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v public.invitations;
  v_group public.groups;
begin
  select * into v from public.invitations where code_hash = p_code_hash and kind = 'group' for update;
  if v.id is null or v.uses_left = 0 or v.expires_at <= p_at or v.issued_by is null then
    return '{"is": "over"}';
  end if;
  select * into v_group from public.groups where chat_id = p_chat for update;
  if v_group.unlinked_at is null and (v_group.organisation_id <> v.organisation_id or v_group.project_id <> v.project_id) then
    return '{"is": "taken"}';
  end if;
  update public.invitations set uses_left = uses_left - 1 where id = v.id;
  insert into public.groups (chat_id, organisation_id, project_id, title, region, linked_by, linked_at)
  values (p_chat, v.organisation_id, v.project_id, p_title,
    (select region from public.organisations where id = v.organisation_id), v.issued_by, p_at)
  -- What another organisation told of it says nothing of this one.
  on conflict (chat_id) do update set organisation_id = excluded.organisation_id, project_id = excluded.project_id,
    region = case when public.groups.organisation_id = excluded.organisation_id then public.groups.region else excluded.region end,
    language = case when public.groups.organisation_id = excluded.organisation_id then public.groups.language else 'both' end,
    tags = case when public.groups.organisation_id = excluded.organisation_id then public.groups.tags else '[]' end,
    title = excluded.title, linked_by = excluded.linked_by, linked_at = excluded.linked_at, unlinked_at = null;
  insert into public.audit (at, person_id, action, subject_kind, subject_id, detail)
  values (p_at, v.issued_by, 'linked-group', 'group', p_chat, jsonb_build_object('organisation', v.organisation_id));
  perform public.enqueue(jsonb_build_array(jsonb_build_object('person', v.issued_by, 'kind', 'group-linked',
    'key', p_chat || ' ' || v.id, 'payload', jsonb_build_object('group', p_chat), 'priority', 1)), p_at);
  return '{"is": "linked"}';
end $$;

-- A linked group with where it lies; null if there is none, or it was let go.
create function read_group(p_chat bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object('chat', g.chat_id, 'channel', k.kind, 'organisation', g.organisation_id,
      'organisationName', o.name, 'above', public.above_organisation(g.organisation_id), 'project', g.project_id, 'title', g.title,
      'region', g.region, 'language', g.language, 'tags', g.tags, 'gone', c.gone_at is not null)
    from public.groups g join public.chats c on c.id = g.chat_id join public.channels k on k.id = c.channel_id
    join public.organisations o on o.id = g.organisation_id
    where g.chat_id = p_chat and g.unlinked_at is null);
end $$;

-- Linked groups of an organisation and those below it (of one project if p_project is given), by title; page by page.
create function groups_below(p_organisation bigint, p_project bigint, p_skip int, p_limit int) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(public.read_group(t.chat_id) order by t.title, t.chat_id), '[]') from (
    select g.chat_id, g.title from public.groups g
    where g.unlinked_at is null and g.organisation_id in (
        select i.value::bigint from jsonb_array_elements_text(public.below_organisation(p_organisation)) i)
      and (p_project is null or g.project_id = p_project)
    order by g.title, g.chat_id offset greatest(p_skip, 0) limit least(p_limit, 100)) t);
end $$;

-- The organisation itself and all below it that are open; of the platform, or of 0 (an administrator whom the settings name):
-- every one.
create function below_organisation(p_organisation bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  if p_organisation = 0 or exists (select 1 from public.organisations where id = p_organisation and kind = 'platform') then
    return (select coalesce(jsonb_agg(id order by id), '[]') from public.organisations where closed_at is null);
  end if;
  return (with recursive down as (
      select id from public.organisations where id = p_organisation and closed_at is null
      union
      select o.id from public.organisations o join down d on o.parent_id = d.id where o.closed_at is null
    ) select coalesce(jsonb_agg(id order by id), '[]') from down);
end $$;

create function describe_group(p_chat bigint, p_region text, p_language text, p_tags jsonb) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.groups set region = p_region, language = p_language, tags = p_tags where chat_id = p_chat and unlinked_at is null;
  return jsonb_build_object('described', found);
end $$;

-- Lets a group go: nothing is announced there any more, and what waits for it is cancelled.
create function unlink_group(p_chat bigint, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  -- Its lane is held first, as everybody does it.
  perform 1 from public.lanes where chat_id = p_chat for update;
  update public.groups set unlinked_at = p_at where chat_id = p_chat and unlinked_at is null;
  if not found then
    return '{"unlinked": false}';
  end if;
  update public.outbox set state = 'cancelled', settled_at = p_at, reason = 'the group was let go'
  where chat_id = p_chat and state in ('queued', 'held') and kind = 'announcement';
  perform public.advance_lanes(jsonb_build_array(p_chat), p_at);
  insert into public.audit (at, person_id, action, subject_kind, subject_id) values (p_at, p_by, 'unlinked-group', 'group', p_chat);
  return '{"unlinked": true}';
end $$;

-- A group became a supergroup: the same chat under a new name, and the old one leads to it. If the new name has already become
-- a chat of its own, the old chat is over and what waits there goes over.
create or replace function chat_moved(p_channel bigint, p_external text, p_new text, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_chat bigint;
  v_other bigint;
begin
  select id into v_chat from public.chats where channel_id = p_channel and external_id = p_external;
  select id into v_other from public.chats where channel_id = p_channel and external_id = p_new;
  -- Lanes are held first, as everybody does it.
  perform 1 from public.lanes where chat_id in (v_chat, v_other) order by chat_id for update;
  perform 1 from public.chats where id = v_chat and external_id = p_external for no key update;
  if not found or v_chat = v_other then
    return '{"moved": false}';
  end if;
  insert into public.chat_aliases (channel_id, external_id, chat_id) values (p_channel, p_external, coalesce(v_other, v_chat))
  on conflict do nothing;
  if v_other is null then
    update public.chats set external_id = p_new where id = v_chat;
    return '{"moved": true}';
  end if;
  update public.chats set gone_at = p_at where id = v_chat and gone_at is null;
  update public.lanes set due_at = null where chat_id = v_chat;
  -- What has failed may be sent again, and that goes to where the group is now.
  update public.outbox set chat_id = v_other where chat_id = v_chat and state in ('queued', 'held', 'failed', 'unknown');
  -- A linked group goes over, too, with whatever somebody is telling of it.
  update public.groups g set chat_id = v_other
  where g.chat_id = v_chat and not exists (select 1 from public.groups t where t.chat_id = v_other);
  if found then
    update public.submissions set about_id = v_other where about_kind = 'group' and about_id = v_chat;
  end if;
  perform public.advance_lanes(jsonb_build_array(v_other), p_at);
  return '{"moved": false}';
end $$;

-- A group's new title, as the messenger tells it.
create function rename_group(p_channel bigint, p_external text, p_title text) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.groups g set title = p_title from public.chats c
  where c.channel_id = p_channel and c.external_id = p_external and g.chat_id = c.id and g.title <> p_title;
  return jsonb_build_object('renamed', found);
end $$;

revoke all on function read_group_code(text, timestamptz), link_group(text, bigint, text, timestamptz), read_group(bigint),
  groups_below(bigint, bigint, int, int), below_organisation(bigint), describe_group(bigint, text, text, jsonb),
  unlink_group(bigint, bigint, timestamptz), rename_group(bigint, text, text) from public, anon, authenticated;
grant execute on function read_group_code(text, timestamptz), link_group(text, bigint, text, timestamptz), read_group(bigint),
  groups_below(bigint, bigint, int, int), below_organisation(bigint), describe_group(bigint, text, text, jsonb),
  unlink_group(bigint, bigint, timestamptz), rename_group(bigint, text, text) to service_role;
