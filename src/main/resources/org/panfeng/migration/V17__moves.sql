-- The departments that people have left, and when: a day belongs to the one somebody was in when it closed.
create table if not exists former_department (
  person_id     bigint not null references person (id),
  left_at       timestamp with time zone not null,
  department_id bigint references department (id),
  primary key (person_id, left_at)
);
