-- Of a document that goes out in several pieces, how many have arrived.
alter table outbox add column if not exists parts smallint default 0 not null;
