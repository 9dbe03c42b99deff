-- The office's own days, over those of the calendar's files: of the entries that cover a date and are not undone the newest counts.
-- kind: holiday, study, pause; last_day: empty for a pause without an end.
create table if not exists calendar_change (
  id        bigint generated always as identity primary key,
  programme varchar(40) not null,
  kind      varchar(10) not null,
  first_day date not null,
  last_day  date,
  name      varchar(80) not null,
  made_at   timestamp with time zone not null,
  made_by   bigint not null,
  undone_at timestamp with time zone,
  undone_by bigint
);

-- Days on which somebody is away. kind: leave, suspension; last_day: empty for a suspension that goes on.
-- state: asked (an admin is to decide), valid, refused, cancelled. Only what is valid excuses.
create table if not exists absence (
  id         bigint generated always as identity primary key,
  person_id  bigint not null references person (id),
  kind       varchar(10) not null,
  first_day  date not null,
  last_day   date,
  state      varchar(10) not null,
  asked_at   timestamp with time zone not null,
  asked_by   bigint not null,
  decided_at timestamp with time zone,
  decided_by bigint
);
create index if not exists absence_person on absence (person_id, state);

-- Ledgers to be replayed because something that was said about these days has changed: of everybody, a portion at a time.
-- person_after: those up to this person have been seen to, changed: for so many something has come out differently.
create table if not exists recount (
  id           bigint generated always as identity primary key,
  programme    varchar(40) not null,
  first_day    date not null,
  last_day     date not null,
  asked_at     timestamp with time zone not null,
  chat_id      bigint default 0 not null,
  language     varchar(2) not null,
  person_after bigint default 0 not null,
  changed      int default 0 not null,
  finished_at  timestamp with time zone
);
create index if not exists recount_open on recount (finished_at, id);

-- Since when the lesson of a day is withdrawn: whoever had not done it by then is excused.
alter table programme_day add column if not exists withdrawn_at timestamp with time zone;
-- When those were reminded who hardly ever need it, later in the evening.
alter table programme_day add column if not exists reminded_late_at timestamp with time zone;

-- Whether a task was done only after its day had closed.
alter table task_progress add column if not exists made_up boolean default false not null;

-- The instant that a state rests on: of the last answer, of the leave's entry, of the task's arrival; none where nothing happened.
alter table ledger add column if not exists rests_on timestamp with time zone;

-- Freezes held, and the highest milestone that was celebrated.
alter table streak add column if not exists freezes int default 0 not null;
alter table streak add column if not exists celebrated int default 0 not null;

-- Whether a person wants the evening reminder.
alter table person add column if not exists reminds boolean default true not null;

-- Pictures that were drawn for somebody, for as long as they are being sent, and whose picture is to be drawn.
create table if not exists picture (
  sha256   varchar(64) primary key,
  content  bytea not null,
  drawn_at timestamp with time zone not null
);
create table if not exists picture_order (
  person_id bigint primary key,
  programme varchar(40) not null,
  asked_at  timestamp with time zone not null
);
