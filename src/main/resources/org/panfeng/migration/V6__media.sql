-- What Telegram has of our files: its id of each, which is good for one bot only. kind: photo, document
create table if not exists uploaded_file (
  bot_id  varchar(64) not null,
  kind    varchar(10) not null,
  sha256  varchar(64) not null,
  file_id varchar(300) not null,
  primary key (bot_id, kind, sha256)
);
