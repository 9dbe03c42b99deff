-- When the messenger was not heard for longer than it keeps button presses, and whether the open questions of then were asked again.
create table if not exists outage (
  heard_until timestamp with time zone primary key,
  heard_again timestamp with time zone not null,
  settled     boolean default false not null
);

-- When the person last did something with the quiz.
alter table task add column if not exists touched_at timestamp with time zone;

-- Who has asked that it be tried again, and in which language they want to hear of it.
alter table set_aside add column if not exists retry_for bigint;
alter table set_aside add column if not exists retry_language varchar(2);
