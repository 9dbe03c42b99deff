-- Of a document that goes out in several pieces, how many have arrived.
alter table outbox add column if not exists parts smallint default 0 not null;

-- Down to the id: H2 otherwise looks for earlier parcels of a chat among the earlier ones of everybody.
drop index if exists outbox_chat;
create index if not exists outbox_chat on outbox (chat_id, state, lane, id);
