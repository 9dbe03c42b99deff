-- state: draft, sending, finished, cancelled. The control message is the one with the buttons, later with the progress.
create table if not exists notice (
  id              bigint generated always as identity primary key,
  author_id       bigint not null,
  author_chat     bigint not null,
  body            text not null,
  state           varchar(10) not null,
  written_at      timestamp with time zone not null,
  sent_at         timestamp with time zone,
  finished_at     timestamp with time zone,
  recipients      int default 0 not null,
  control_message bigint default 0 not null,
  delivered       int default 0 not null,
  unreachable     int default 0 not null,
  failed          int default 0 not null,
  in_doubt        int default 0 not null
);
create index if not exists notice_state on notice (state);
