create table if not exists department (
  id         bigint generated always as identity primary key,
  name       varchar(80) not null unique,
  created_at timestamp with time zone not null
);

-- status: guest (has written, is not enrolled), waiting (asked to join), enrolled
create table if not exists person (
  id                bigint generated always as identity primary key,
  telegram_id       bigint not null unique,
  name              varchar(120) not null,
  -- the name's UTF-8 bytes in hex: orders by code point on every database and in every collation
  name_key          varchar(480) not null,
  role              varchar(10) not null,
  status            varchar(10) not null,
  department_id     bigint references department (id),
  language          varchar(2) not null,
  push_at           time,
  enrolled_at       timestamp with time zone,
  unreachable_since timestamp with time zone
);
create index if not exists person_department on person (department_id);
create index if not exists person_status on person (status, push_at);

create table if not exists invitation (
  code          varchar(32) primary key,
  department_id bigint not null references department (id),
  issued_by     bigint not null,
  issued_at     timestamp with time zone not null,
  revoked_at    timestamp with time zone
);
create index if not exists invitation_department on invitation (department_id);
