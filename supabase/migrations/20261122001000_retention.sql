-- How long people are kept: a candidate 1 year after they were last here, everybody else 3 years after their last role ended.
-- Each is told two weeks before, and whoever writes in that time stays. Whom no chat reaches any more is not kept for that.

alter table people add column warned_at timestamptz, add column reviewed_at timestamptz;
create index people_to_review on people (reviewed_at nulls first, id) where erased_at is null and not example;

-- The moment until which somebody is kept; null: they hold a role, so for as long as that.
create function kept_until(p_person bigint) returns timestamptz
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select case
    when exists (select 1 from public.memberships m where m.person_id = p.id and m.until_on is null) then null
    else greatest(
      p.created_at + interval '1 year',
      (select max(c.last_used_at) from public.chats c where c.person_id = p.id) + interval '1 year',
      (select max(m.until_on) from public.memberships m where m.person_id = p.id)::timestamp at time zone 'Asia/Almaty' + interval '3 years')
    end
  from public.people p where p.id = p_person);
end $$;

-- Were they told two weeks ago, and is their time over?
create function is_due_to_forget(p_person bigint, p_at timestamptz) returns boolean
language plpgsql stable security invoker set search_path = '' as $$
begin
  return coalesce((select warned_at <= p_at - interval '14 days' and erased_at is null and public.kept_until(id) <= p_at
    from public.people where id = p_person), false);
end $$;

-- Looks at up to p_limit people who were not looked at for 20 hours: plans the notice for those whose time comes within two
-- weeks, forgets that somebody was told if they have been here since, and gives the ids of those whose time is over.
create function review_retention(p_at timestamptz, p_limit int) returns jsonb
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
      perform public.plan_job('retention-notice', v_person.id::text, jsonb_build_object('person', v_person.id), p_at);
    elsif public.is_due_to_forget(v_person.id, p_at) then
      v_due := v_due || to_jsonb(v_person.id);
    end if;
  end loop;
  return jsonb_build_object('due', v_due, 'seen', v_seen);
end $$;

-- The notice was sent, or no chat is left to send it to: from now on it is two weeks.
create function mark_warned(p_person bigint, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  update public.people set warned_at = p_at where id = p_person and warned_at is null and erased_at is null;
  return jsonb_build_object('marked', found);
end $$;

revoke all on function kept_until(bigint), is_due_to_forget(bigint, timestamptz), review_retention(timestamptz, int), mark_warned(bigint, timestamptz)
  from public, anon, authenticated;
grant execute on function kept_until(bigint), is_due_to_forget(bigint, timestamptz), review_retention(timestamptz, int), mark_warned(bigint, timestamptz)
  to service_role;
