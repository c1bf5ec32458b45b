-- Forms as they were shown, what people answer in them, and where each person stands.

create table form_versions (
  form text not null,
  hash text not null,
  definition jsonb not null,
  -- Questions whose answers decide whether others are asked: their values travel with every message.
  guards jsonb not null,
  first_seen_at timestamptz not null,
  primary key (form, hash)
);

create table submissions (
  id bigint generated always as identity primary key,
  owner_person bigint references people,
  owner_organisation bigint references organisations,
  form text not null,
  form_hash text not null,
  about_kind text check (about_kind in ('project', 'organisation', 'person')),
  about_id bigint,
  round int not null default 1,
  status text not null default 'draft'
    check (status in ('draft', 'submitted', 'returned', 'accepted', 'declined', 'withdrawn')),
  -- Where the person stands: a question, or null for the first open one.
  at_question text,
  -- The inbox row that last changed anything here: the same one delivered again changes nothing.
  moved_by bigint,
  opened_at timestamptz not null,
  touched_at timestamptz not null,
  submitted_at timestamptz,
  check ((owner_person is null) <> (owner_organisation is null)),
  check ((about_kind is null) = (about_id is null)),
  foreign key (form, form_hash) references form_versions (form, hash)
);
create unique index one_draft on submissions (owner_person, owner_organisation, form, about_kind, about_id, round)
  nulls not distinct where status = 'draft';
create index drafts_of_person on submissions (owner_person, touched_at desc) where status = 'draft';
create index submissions_of_person on submissions (owner_person, form);
create index submissions_of_organisation on submissions (owner_organisation, form);
create index submissions_about on submissions (about_kind, about_id, form);
create index submissions_of_version on submissions (form, form_hash);

create table answers (
  submission_id bigint not null references submissions on delete cascade,
  question text not null,
  -- JSON null: skipped. Codes, never texts of options.
  value jsonb not null,
  -- false: begun, for example two of three choices ticked.
  complete boolean not null,
  by_person bigint references people,
  at timestamptz not null,
  rev int not null,
  primary key (submission_id, question)
);
create index answers_by on answers (by_person);

-- What stood there before a change.
create table answer_history (
  submission_id bigint not null references submissions on delete cascade,
  question text not null,
  rev int not null,
  value jsonb not null,
  complete boolean not null,
  by_person bigint references people,
  at timestamptz not null,
  primary key (submission_id, question, rev)
);
create index answer_history_by on answer_history (by_person);

create table files (
  id bigint generated always as identity primary key,
  owner_person bigint references people,
  owner_organisation bigint references organisations,
  sha256 text not null,
  mime text not null,
  bytes int not null check (bytes between 1 and 20971520),
  path text not null,
  at timestamptz not null,
  -- Ids under which channels know the same bytes; only a cache.
  channel_ids jsonb not null default '{}',
  constraint one_copy unique nulls not distinct (owner_person, owner_organisation, sha256)
);
create index files_of_organisation on files (owner_organisation);
create index files_by_path on files (path);

alter table form_versions enable row level security;
alter table submissions enable row level security;
alter table answers enable row level security;
alter table answer_history enable row level security;
alter table files enable row level security;
revoke all on form_versions, submissions, answers, answer_history, files from public, anon, authenticated;
grant select, insert, update, delete on form_versions, submissions, answers, answer_history, files to service_role;

create function keep_form_version(p_form text, p_hash text, p_definition jsonb, p_guards jsonb, p_at timestamptz) returns jsonb
language plpgsql security invoker set search_path = '' as $$
begin
  insert into public.form_versions (form, hash, definition, guards, first_seen_at)
  values (p_form, p_hash, p_definition, p_guards, p_at) on conflict do nothing;
  return jsonb_build_object('new', found);
end $$;

-- Only its owner's. What a talk needs to go on with a form: where it stands, which questions are answered, the values that
-- decide, and what stands at that place; at the overview everything.
create function draft_of(p_submission bigint, p_person bigint) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
begin
  return (select jsonb_build_object(
    'id', s.id, 'form', s.form, 'hash', s.form_hash, 'status', s.status, 'at', s.at_question, 'movedBy', s.moved_by,
    'about', case when s.about_kind is null then null else jsonb_build_object('kind', s.about_kind, 'id', s.about_id) end,
    'project', case when s.about_kind = 'project' then (
      select jsonb_build_object('name', p.name, 'place', p.place, 'purpose', p.purpose, 'activities', p.activities, 'direction', p.direction)
      from public.projects p where p.id = s.about_id) end,
    'answered', (select coalesce(string_agg(a.question, ' '), '') from public.answers a where a.submission_id = s.id and a.complete),
    'values', (select coalesce(jsonb_object_agg(a.question, jsonb_build_object('value', a.value, 'rev', a.rev)), '{}')
      from public.answers a
      where a.submission_id = s.id and (a.question = s.at_question or s.at_question = 'overview' or a.question in (select jsonb_array_elements_text(v.guards)))))
  from public.submissions s join public.form_versions v on v.form = s.form and v.hash = s.form_hash
  where s.id = p_submission and s.owner_person = p_person);
end $$;

revoke all on function keep_form_version(text, text, jsonb, jsonb, timestamptz), draft_of(bigint, bigint) from public, anon, authenticated;
grant execute on function keep_form_version(text, text, jsonb, jsonb, timestamptz), draft_of(bigint, bigint) to service_role;
