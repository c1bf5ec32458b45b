-- How long people are kept: a candidate 1 year after they were last here, everybody else 3 years after their last role ended.
-- Nobody is erased without having been told two weeks before; whoever writes in that time stays.

alter table people add column warned_at timestamptz;
create index people_warned on people (warned_at) where warned_at is not null;

-- The moment until which somebody is kept; null: they hold a role, so for as long as that.
create function kept_until(p_person bigint) returns timestamptz
language sql stable security invoker set search_path = '' as $$
  select case
    when exists (select 1 from public.memberships m where m.person_id = p.id and m.until_on is null) then null
    else greatest(
      p.created_at + interval '1 year',
      (select max(c.last_used_at) from public.chats c where c.person_id = p.id) + interval '1 year',
      (select max(m.until_on) from public.memberships m where m.person_id = p.id)::timestamp at time zone 'Asia/Almaty' + interval '3 years')
    end
  from public.people p where p.id = p_person
$$;

-- Tells those whose time comes within two weeks (a job each), and gives the ids of those who were told two weeks ago and whose
-- time has come; at most p_limit of either.
create function review_retention(p_at timestamptz, p_limit int) returns jsonb
language plpgsql security invoker set search_path = '' as $$
declare
  v_person bigint;
  v_due jsonb;
begin
  update public.people set warned_at = null
  where warned_at is not null and erased_at is null and coalesce(public.kept_until(id) > p_at + interval '15 days', true);
  for v_person in
    select id from public.people
    where erased_at is null and not example and warned_at is null and created_at < p_at - interval '11 months'
      and public.kept_until(id) <= p_at + interval '14 days'
    order by id limit least(p_limit, 500)
  loop
    update public.people set warned_at = p_at where id = v_person;
    perform public.plan_job('retention-notice', v_person::text, jsonb_build_object('person', v_person), p_at);
  end loop;
  select coalesce(jsonb_agg(t.id), '[]') into v_due from (
    select id from public.people
    where warned_at <= p_at - interval '14 days' and erased_at is null and public.kept_until(id) <= p_at
    order by id limit least(p_limit, 500)
  ) t;
  return v_due;
end $$;

revoke all on function kept_until(bigint), review_retention(timestamptz, int) from public, anon, authenticated;
grant execute on function kept_until(bigint), review_retention(timestamptz, int) to service_role;
