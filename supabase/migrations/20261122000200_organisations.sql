-- Organisations, their projects, who has which role where, and the codes by which people come in.

create table organisations (
  id bigint generated always as identity primary key,
  parent_id bigint references organisations,
  -- platform: the root whose administrators may do everything.
  kind text not null check (kind in
    ('platform', 'volunteer-organisation', 'youth-centre', 'mobility-centre', 'career-centre', 'union', 'union-member', 'movement', 'movement-team')),
  programme text not null check (programme in ('all', 'volunteers', 'label', 'mobility', 'union', 'pupils')),
  region text,
  name jsonb not null,
  example boolean not null default false,
  made_at timestamptz not null,
  closed_at timestamptz
);
create index organisations_below on organisations (parent_id);
create unique index one_platform on organisations (kind) where kind = 'platform';

create table projects (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations,
  -- Texts by language ({"kk": …, "ru": …, "en": …}); a missing one falls back to Kazakh.
  name jsonb not null,
  place jsonb not null,
  purpose jsonb not null,
  activities jsonb not null,
  direction text not null check (direction in
    ('health', 'education', 'mentoring', 'heritage', 'environment', 'elderly', 'search')),
  made_at timestamptz not null,
  closed_at timestamptz
);
create index projects_of_organisation on projects (organisation_id);

create table memberships (
  id bigint generated always as identity primary key,
  person_id bigint not null references people,
  organisation_id bigint not null references organisations,
  project_id bigint references projects,
  role text not null check (role in
    ('administrator', 'coordinator', 'volunteer', 'head', 'staff', 'worker', 'mentor', 'trainer', 'expert', 'office', 'leader', 'deputy')),
  from_on date not null,
  until_on date,
  constraint one_membership unique nulls not distinct (person_id, organisation_id, project_id, role, from_on)
);
create index memberships_of_organisation on memberships (organisation_id, role);
create index memberships_of_project on memberships (project_id, role);

create table assignments (
  id bigint generated always as identity primary key,
  person_id bigint not null references people,
  role text not null check (role in ('mentor', 'expert')),
  about_kind text not null check (about_kind in ('person', 'submission')),
  about_id bigint not null,
  from_on date not null,
  until_on date
);
create index assignments_of_person on assignments (person_id);
create index assignments_about on assignments (about_kind, about_id);

-- Only the hash of a code is kept. kind role: gives a role; guardian: speaks for a child.
create table invitations (
  id bigint generated always as identity primary key,
  code_hash text not null unique,
  kind text not null check (kind in ('role', 'guardian')),
  role text,
  organisation_id bigint references organisations,
  project_id bigint references projects,
  child_id bigint references people,
  issued_by bigint references people,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  uses_left int not null check (uses_left >= 0),
  check ((kind = 'role') = (role is not null and organisation_id is not null)),
  check ((kind = 'guardian') = (child_id is not null))
);
create index invitations_of_child on invitations (child_id);
create index invitations_issued_by on invitations (issued_by);
create index invitations_of_organisation on invitations (organisation_id);
create index invitations_of_project on invitations (project_id);

alter table organisations enable row level security;
alter table projects enable row level security;
alter table memberships enable row level security;
alter table assignments enable row level security;
alter table invitations enable row level security;
revoke all on organisations, projects, memberships, assignments, invitations from public, anon, authenticated;
grant select, insert, update, delete on organisations, projects, memberships, assignments, invitations to service_role;

-- The organisation itself and all above it, so that a role there reaches down here.
create function above_organisation(p_organisation bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$
  with recursive up as (
    select id, parent_id from public.organisations where id = p_organisation
    union
    select o.id, o.parent_id from public.organisations o join up on o.id = up.parent_id
  )
  select coalesce(jsonb_agg(id order by id), '[]') from up
$$;

-- The roles somebody holds on that day, as the access table reads them. (In plpgsql its plan is kept; an SQL function with a
-- search_path of its own is planned at every call.)
create function roles_of(p_person bigint, p_on date) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'organisation', m.organisation_id, 'project', m.project_id,
    'programme', o.programme) order by m.id), '[]')
  from public.memberships m join public.organisations o on o.id = m.organisation_id
  where m.person_id = p_person and m.from_on <= p_on and (m.until_on is null or m.until_on >= p_on));
end $$;

-- Open projects that take volunteers, by key; those of examples only where examples are tried.
create function list_projects(p_after bigint, p_limit int, p_examples boolean) returns jsonb
language sql stable security invoker set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(t) order by t.id), '[]') from (
    select p.id, p.organisation_id as organisation, p.name, p.place, p.purpose, p.activities, p.direction
    from public.projects p join public.organisations o on o.id = p.organisation_id
    where p.closed_at is null and o.closed_at is null and p.id > p_after and (p_examples or not o.example)
    order by p.id limit least(p_limit, 500)
  ) t
$$;

revoke all on function above_organisation(bigint), roles_of(bigint, date), list_projects(bigint, int, boolean)
  from public, anon, authenticated;
grant execute on function above_organisation(bigint), roles_of(bigint, date), list_projects(bigint, int, boolean) to service_role;
