-- Examples of several organisations: each brings its projects and its people, so that a centre's deadlines can be tried too.
-- p_organisations: [{"kind", "programme", "name", "projects": [{"name", "place", "purpose", "activities", "direction"}],
-- "people": [{"external", "name", "language", "bornOn", "role"}]}]; a second planting changes nothing.

drop function plant_examples(bigint, jsonb, jsonb, jsonb, text, timestamptz);

create function plant_examples(p_channel bigint, p_organisations jsonb, p_consent text, p_at timestamptz)
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

revoke all on function plant_examples(bigint, jsonb, text, timestamptz) from public, anon, authenticated;
grant execute on function plant_examples(bigint, jsonb, text, timestamptz) to service_role;
