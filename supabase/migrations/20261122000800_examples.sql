-- Example people, organisations and projects for trying Birge on one machine. They never mix with real ones, and one call
-- takes them all away: what stays is the closed example organisation, the sign that they are not to be planted again.

-- p_people: [{"external", "name", "language", "bornOn", "role"}], p_projects: [{"name", "place", "purpose", "activities",
-- "direction"}]; a second planting changes nothing.
create function plant_examples(p_channel bigint, p_organisation jsonb, p_projects jsonb, p_people jsonb, p_consent text, p_at timestamptz)
returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_organisation bigint;
  v_person bigint;
  v jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended('examples', 0));
  if exists (select 1 from public.organisations where example) then
    return '{"is": "planted"}';
  end if;
  insert into public.organisations (kind, programme, name, example, made_at)
  values ('volunteer-organisation', 'volunteers', p_organisation, true, p_at) returning id into v_organisation;
  for v in select value from jsonb_array_elements(p_projects) loop
    insert into public.projects (organisation_id, name, place, purpose, activities, direction, made_at)
    values (v_organisation, v->'name', v->'place', v->'purpose', v->'activities', v->>'direction', p_at);
  end loop;
  for v in select value from jsonb_array_elements(p_people) loop
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
  return '{"is": "planted"}';
end $$;

-- Takes away everything that belongs to examples, also what real people filled in for an example project.
-- Bytes of files go by jobs, when Birge runs next.
create function remove_examples(p_at timestamptz) returns jsonb
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
  delete from public.submissions where id = any (v_submissions);
  update public.answers set by_person = null where by_person = any (v_people);
  update public.answer_history set by_person = null where by_person = any (v_people);
  delete from public.files where owner_person = any (v_people) or owner_organisation = any (v_organisations);
  delete from public.invitations where issued_by = any (v_people) or child_id = any (v_people) or organisation_id = any (v_organisations);
  delete from public.assignments where person_id = any (v_people);
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

revoke all on function plant_examples(bigint, jsonb, jsonb, jsonb, text, timestamptz), remove_examples(timestamptz)
  from public, anon, authenticated;
grant execute on function plant_examples(bigint, jsonb, jsonb, jsonb, text, timestamptz), remove_examples(timestamptz)
  to service_role;
