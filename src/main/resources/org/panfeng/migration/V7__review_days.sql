-- The questions of a review: chosen once, whatever becomes of the lessons. The day whose lesson has this name is a review day.
create table if not exists review_question (
  programme varchar(40) not null,
  review    varchar(120) not null,
  number    smallint not null,
  lesson_id varchar(120) not null,
  question  smallint not null,
  primary key (programme, review, number)
);

-- How everybody answered the questions of a day, counted when it closed.
create table if not exists question_result (
  programme varchar(40) not null,
  study_day date not null,
  lesson_id varchar(120) not null,
  question  smallint not null,
  answered  bigint not null,
  wrong     bigint not null,
  primary key (programme, study_day, lesson_id, question)
);

-- Each time new lessons ran low and the admins were told, until there were enough again.
create table if not exists lesson_shortage (
  programme    varchar(40) not null,
  since        date not null,
  reviews_from date,
  over_on      date,
  primary key (programme, since)
);

-- When the new lessons that are left were counted on this day: once a day.
alter table programme_day add column if not exists lessons_counted_at timestamp with time zone;
