-- What came in.
create table if not exists seen_update (
  update_id bigint primary key,
  seen_at   timestamp with time zone not null
);
create index if not exists seen_update_at on seen_update (seen_at);

create table if not exists set_aside (
  update_id    bigint primary key,
  raw          text not null,
  error        varchar(500) not null,
  set_aside_at timestamp with time zone not null
);

-- Since when the bot has been receiving without a gap, and when it last did.
create table if not exists reception (
  id            int primary key check (id = 1),
  since         timestamp with time zone not null,
  last_received timestamp with time zone not null
);

-- What goes out. A letter is a text that many parcels share.
create table if not exists letter (
  id         bigint generated always as identity primary key,
  payload    text not null,
  written_at timestamp with time zone not null
);

-- state: 0 waiting, 1 on its way, 2 delivered, 3 unreachable, 4 refused, 5 unknown
create table if not exists outbox (
  id          bigint generated always as identity primary key,
  lane        smallint not null,
  chat_id     bigint not null,
  payload     text,
  letter_id   bigint references letter (id),
  topic_kind  varchar(20) not null,
  topic_id    bigint not null,
  topic_of    bigint not null,
  once        varchar(120) unique,
  state       smallint not null,
  attempts    int not null,
  repeated    boolean default false not null,
  not_before  timestamp with time zone not null,
  lease_until timestamp with time zone,
  outcome     varchar(300) default '' not null,
  message_id  bigint default 0 not null,
  posted_at   timestamp with time zone not null,
  settled_at  timestamp with time zone,
  check (payload is not null or letter_id is not null)
);
create index if not exists outbox_due on outbox (state, lane, id);
create index if not exists outbox_chat on outbox (chat_id, state);
create index if not exists outbox_topic on outbox (topic_kind, topic_id, state);

-- The question a chat has been asked and has not answered; the newest is on top.
create table if not exists prompt (
  chat_id  bigint not null,
  kind     varchar(30) not null,
  payload  text not null,
  asked_at timestamp with time zone not null,
  ordinal  bigint generated always as identity,
  primary key (chat_id, kind)
);
