-- Which lesson a study day has, chosen when the day is first needed; none where the bot slept through the day.
create table if not exists programme_day (
  programme varchar(40) not null,
  study_day date not null,
  lesson_id varchar(120),
  reminded_at timestamp with time zone,
  closed_at   timestamp with time zone,
  primary key (programme, study_day)
);

-- A person's task of a study day: the facts.
create table if not exists task (
  id           bigint generated always as identity primary key,
  programme    varchar(40) not null,
  study_day    date not null,
  person_id    bigint not null references person (id),
  lesson_id    varchar(120) not null,
  given_at     timestamp with time zone not null,
  delivered_at timestamp with time zone,
  unreachable  boolean default false not null,
  withdrawn    boolean default false not null,
  shown        smallint default 0 not null,
  ticked       int default 0 not null,
  done_at      timestamp with time zone,
  unique (programme, person_id, study_day)
);
create index if not exists task_day on task (programme, study_day, done_at);

create table if not exists answer (
  task_id     bigint not null references task (id),
  question    smallint not null,
  given       varchar(200) not null,
  correct     boolean not null,
  answered_at timestamp with time zone not null,
  primary key (task_id, question)
);

-- The day ledger: one state per person and study day, replayed from the facts.
create table if not exists ledger (
  programme     varchar(40) not null,
  person_id     bigint not null references person (id),
  study_day     date not null,
  state         varchar(10) not null,
  reason        varchar(20) not null,
  department_id bigint,
  primary key (programme, person_id, study_day)
);
create index if not exists ledger_day on ledger (programme, study_day, state);

-- Its sum, kept in step.
create table if not exists streak (
  programme varchar(40) not null,
  person_id bigint not null references person (id),
  current_days int not null,
  longest_days int not null,
  primary key (programme, person_id)
);
create index if not exists streak_order on streak (programme, current_days, longest_days);
