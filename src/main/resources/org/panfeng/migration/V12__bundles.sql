-- The replies of one transaction that left together with its commit; gone once each of them has ended.
create table if not exists bundle (
  id          bigint generated always as identity primary key,
  pieces      varchar(1000000) not null,
  size        int not null,
  lease_until timestamp with time zone not null
);

-- Which of them have ended, while some have not: apart, so that what they say is written only once.
create table if not exists bundle_progress (
  bundle_id bigint primary key references bundle (id),
  ended     varchar(100) not null,
  count     int not null
);

-- Not as a large object: H2 keeps those apart, which costs more than all the rest of a parcel.
alter table outbox alter column payload set data type varchar(1000000);
