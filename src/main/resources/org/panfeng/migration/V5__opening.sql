-- How often this database was opened; one row. Beside an H2 file stands the same number, to notice when the file has lost its end.
create table if not exists opening (
  ordinal bigint primary key
);
