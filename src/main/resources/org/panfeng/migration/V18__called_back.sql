-- What a letter is about, so that it can be called back: copies that wait are not sent then (outbox.state 6), unless it is given back.
alter table letter add column if not exists about varchar(60) default '' not null;
alter table letter add column if not exists called_back boolean default false not null;
create index if not exists letter_called_back on letter (called_back, id);
