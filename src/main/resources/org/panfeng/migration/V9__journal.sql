-- Which database this is, and how far it has come; one row. The same stands beside an H2 file, to notice when the file has lost something.
create table if not exists journal (
  id      int primary key check (id = 1),
  lineage varchar(36) not null,
  mark    bigint not null
);
drop table if exists opening;

-- What was done each night to keep the data safe: everything read, a backup made. Trouble: what went wrong, empty where nothing did.
create table if not exists night (
  night    date primary key,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  backup   varchar(300) default '' not null,
  trouble  varchar(300) default '' not null
);
