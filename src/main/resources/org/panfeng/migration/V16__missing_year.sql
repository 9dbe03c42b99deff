-- What the admins were told of years for which the calendar has no data. kind: coming (a month before), begun.
create table if not exists missing_year (
  programme varchar(40) not null,
  for_year  int not null,
  kind      varchar(10) not null,
  told_at   timestamp with time zone not null,
  primary key (programme, for_year, kind)
);
