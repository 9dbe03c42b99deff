-- Rankings without ranking everybody anew. rank_key orders by streak, longest streak, name by code point, id; none where a person is not
-- enrolled. The days of a month and a week are those of the latest one in which the person has done something.
alter table streak add column if not exists rank_key varchar(520);
alter table streak add column if not exists department_id bigint;
alter table streak add column if not exists total_days int default 0 not null;
alter table streak add column if not exists month_start date;
alter table streak add column if not exists month_days int default 0 not null;
alter table streak add column if not exists week_start date;
alter table streak add column if not exists week_days int default 0 not null;
drop index if exists streak_order;
create index if not exists streak_rank on streak (programme, rank_key);
create index if not exists streak_department on streak (programme, department_id);

-- How many of those enrolled have a streak of so many days, but for the changes that are still to be folded in.
create table if not exists streak_count (
  programme varchar(40) not null,
  days      int not null,
  people    bigint not null,
  primary key (programme, days)
);

-- So many people's streaks have gone from one length to another; -1 stands for not being ranked. Only ever added, then folded in and deleted.
create table if not exists streak_change (
  id        bigint generated always as identity primary key,
  programme varchar(40) not null,
  from_days int not null,
  to_days   int not null,
  people    bigint not null
);

-- The programmes whose people all have a line in streak, and since when.
create table if not exists streak_book (
  programme  varchar(40) primary key,
  kept_since timestamp with time zone not null
);

-- Since when a day is being closed: from then on it takes no answers, though not everybody has a line in the ledger yet.
alter table programme_day add column if not exists closing_since timestamp with time zone;

-- Tasks that have arrived, or whose person keeps the bot out; noted here without touching the task's row, which its answers need.
create table if not exists task_delivery (
  id          bigint generated always as identity primary key,
  task_id     bigint not null,
  unreachable boolean not null,
  heard_at    timestamp with time zone not null
);

-- What an admin has asked for with /push. given: to how many it went so far; person_after: those up to this person have been seen to.
create table if not exists push_order (
  id           bigint generated always as identity primary key,
  programme    varchar(40) not null,
  study_day    date not null,
  chat_id      bigint not null,
  language     varchar(2) not null,
  ordered_at   timestamp with time zone not null,
  person_after bigint default 0 not null,
  given        bigint default 0 not null,
  finished_at  timestamp with time zone
);
create index if not exists push_order_open on push_order (finished_at, id);

-- How far the addressing of a notice has got, in a row of its own, so that nobody who counts what has arrived waits for it.
-- seen: those up to this person have been seen to, so many of them; unreachable: and so many could not be written to.
create table if not exists notice_addressing (
  notice_id    bigint primary key references notice (id),
  person_after bigint default 0 not null,
  seen         int default 0 not null,
  unreachable  int default 0 not null,
  finished_at  timestamp with time zone
);
create index if not exists notice_addressing_open on notice_addressing (finished_at, notice_id);

-- Since when everybody whom a notice is for has a parcel of it; only then can it be through.
alter table notice add column if not exists addressed_at timestamp with time zone;
update notice set addressed_at = sent_at where sent_at is not null;

-- In which those enrolled are gone through in portions; both databases would sort them all for each portion otherwise.
drop index if exists person_status;
create index if not exists person_status on person (status, id);
