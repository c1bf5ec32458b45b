-- A volunteer's year: candidates, papers, agreement, briefing, diary, reports, thanks. An enrolment is a membership with the
-- role volunteer in a project; what belongs to it is kept by person and project, so that it outlives a role that begins anew.

alter table submissions drop constraint submissions_about_kind_check;
alter table submissions add constraint submissions_about_kind_check
  check (about_kind in ('project', 'organisation', 'person', 'group', 'enrolment', 'deed', 'place'));

-- Who has set a volunteer's last day: they themselves, or a coordinator.
alter table memberships add column last_day_by bigint references people on delete set null;
create index memberships_last_day_by on memberships (last_day_by);

-- What coordinators answered to questionnaires.
create table reviews (
  id bigint generated always as identity primary key,
  submission_id bigint not null references submissions on delete cascade,
  answer text not null check (answer in ('accepted', 'returned', 'declined')),
  -- What is to be corrected, in the coordinator's words.
  comment text,
  -- The volunteer's membership.
  membership_id bigint references memberships on delete set null,
  by_person bigint references people on delete set null,
  at timestamptz not null,
  check ((answer = 'returned') = (comment is not null))
);
create index reviews_of on reviews (submission_id, id);
create index reviews_membership on reviews (membership_id);
create index reviews_by on reviews (by_person);

-- Papers that are asked of whoever works with children.
create table papers (
  id bigint generated always as identity primary key,
  person_id bigint not null references people,
  project_id bigint not null references projects,
  kind text not null check (kind in ('recommendation', 'criminal_record', 'narcological', 'psychoneurological', 'last_employer')),
  asked_by bigint references people on delete set null,
  asked_at timestamptz not null,
  -- What was sent; it can be taken away once it was checked.
  submission_id bigint references submissions on delete set null,
  received_at timestamptz,
  checked_by bigint references people on delete set null,
  checked_at timestamptz,
  expires_on date,
  constraint one_paper unique (person_id, project_id, kind)
);
create index papers_of_project on papers (project_id);
create index papers_submission on papers (submission_id);
create index papers_asked_by on papers (asked_by);
create index papers_checked_by on papers (checked_by);

-- What stands in an agreement are the answers of its form.
create table agreements (
  id bigint generated always as identity primary key,
  person_id bigint not null references people,
  project_id bigint not null references projects,
  submission_id bigint not null unique references submissions on delete cascade,
  notice_days int not null,
  made_at timestamptz not null,
  signed_on date,
  signed_how text check (signed_how in ('paper', 'electronic', 'other')),
  signed_by bigint references people on delete set null,
  event_id bigint references events on delete set null,
  check ((signed_on is null) = (signed_how is null))
);
create index agreements_of on agreements (person_id, project_id);
create index agreements_of_project on agreements (project_id);
create index agreements_signed_by on agreements (signed_by);
create index agreements_event on agreements (event_id);

-- What the coordinator has chosen for a project's safety briefing; ids of topics of the content.
create table briefing_plans (
  project_id bigint primary key references projects on delete cascade,
  topics text[] not null,
  tutors boolean not null,
  set_by bigint references people on delete set null,
  set_at timestamptz not null
);
create index briefing_plans_set_by on briefing_plans (set_by);

create table briefings (
  id bigint generated always as identity primary key,
  person_id bigint not null references people,
  project_id bigint not null references projects,
  -- Which wording was shown.
  version text not null,
  -- What is gone through, in order, and how many of them are behind.
  steps text[] not null,
  done int not null default 0,
  begun_at timestamptz not null,
  passed_on date
);
create index briefings_of on briefings (person_id, project_id);
create index briefings_of_project on briefings (project_id);

-- The diary of good deeds; what is planned stands in it, too.
create table deeds (
  id bigint generated always as identity primary key,
  person_id bigint not null references people,
  -- Null: for no project.
  project_id bigint references projects,
  state text not null check (state in ('planned', 'done')),
  on_day date not null,
  direction text not null check (direction in
    ('health', 'education', 'mentoring', 'heritage', 'environment', 'elderly', 'search')),
  -- A code (JSON text), or own words ({"other": …}); null: planned.
  activity jsonb,
  hours numeric(5, 2),
  people int,
  achieved text,
  note text,
  photo_id bigint references files on delete set null,
  -- The idea of the content that it came from.
  idea text,
  -- The form that wrote it last; that form is gone.
  written_by bigint,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by bigint references people on delete set null,
  -- A coordinator has asked to look at it again.
  questioned_at timestamptz,
  check (state = 'planned' or (activity is not null and hours is not null))
);
create index deeds_of_person on deeds (person_id, on_day);
create index deeds_to_confirm on deeds (project_id, on_day, id) where state = 'done' and confirmed_at is null;
create index deeds_confirmed_by on deeds (confirmed_by);
create unique index deeds_written_by on deeds (written_by);
create index deeds_photo on deeds (photo_id);
create index deeds_of_project on deeds (project_id);

-- A volunteer's report of a month; begun when a line is added, sent with what the diary says then.
create table volunteer_reports (
  person_id bigint not null references people,
  project_id bigint not null references projects,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  -- What the volunteer adds, as it is being written, and as it was sent.
  line text,
  sent_line text,
  deeds int,
  hours numeric,
  people int,
  sent_at timestamptz,
  primary key (person_id, project_id, month)
);
create index volunteer_reports_of_project on volunteer_reports (project_id, month);

-- Somebody's table of skills: a row for each mark.
create table skills (
  id bigint generated always as identity primary key,
  person_id bigint not null references people,
  column_name text not null check (column_name in ('standard', 'like', 'well', 'professional', 'learn')),
  -- A code, or own words.
  skill text,
  own text,
  check ((skill is null) <> (own is null))
);
create index skills_of_person on skills (person_id);
create index skills_known on skills (skill, person_id) where column_name in ('like', 'well', 'professional');

-- Organisations where volunteers can go: the shipped list, as coordinators have corrected it.
create table places (
  id bigint generated always as identity primary key,
  -- Its number in the shipped list; null: added here.
  code text unique,
  name text not null,
  city text not null,
  region text not null,
  pages text[] not null,
  note text,
  checked_at timestamptz,
  corrected_by bigint references people on delete set null,
  -- The form that said it last.
  submission_id bigint,
  closed_at timestamptz
);
create index places_in_region on places (region) where closed_at is null;
create index places_corrected_by on places (corrected_by);

-- Certificates and letters that were given. The file is made anew each time it is opened.
create table thanks (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('certificate', 'letter')),
  person_id bigint not null references people,
  project_id bigint not null references projects,
  language text not null check (language in ('kk', 'ru', 'en')),
  number text unique,
  from_on date not null,
  until_on date not null,
  hours numeric not null,
  deeds int not null,
  people int not null,
  submission_id bigint unique references submissions on delete set null,
  issued_by bigint references people on delete set null,
  issued_at timestamptz not null,
  withdrawn_at timestamptz,
  check ((kind = 'certificate') = (number is not null))
);
create index thanks_of on thanks (person_id, project_id);
create index thanks_of_project on thanks (project_id);
create index thanks_issued_by on thanks (issued_by);

alter table reviews enable row level security;
alter table papers enable row level security;
alter table agreements enable row level security;
alter table briefing_plans enable row level security;
alter table briefings enable row level security;
alter table deeds enable row level security;
alter table volunteer_reports enable row level security;
alter table skills enable row level security;
alter table places enable row level security;
alter table thanks enable row level security;
revoke all on reviews, papers, agreements, briefing_plans, briefings, deeds, volunteer_reports, skills, places, thanks
  from public, anon, authenticated;
revoke all on sequence reviews_id_seq, papers_id_seq, agreements_id_seq, briefings_id_seq, deeds_id_seq, skills_id_seq, places_id_seq, thanks_id_seq
  from public, anon, authenticated;
grant select, insert, update, delete on reviews, papers, agreements, briefing_plans, briefings, deeds, volunteer_reports, skills, places, thanks
  to service_role;
grant usage, select on sequence reviews_id_seq, papers_id_seq, agreements_id_seq, briefings_id_seq, deeds_id_seq, skills_id_seq, places_id_seq, thanks_id_seq
  to service_role;
