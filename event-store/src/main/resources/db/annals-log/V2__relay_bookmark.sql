create table relay_bookmark (
  name text primary key,
  position bigint not null check (position >= 0),
  at timestamptz not null default now()
);

comment on table relay_bookmark is 'How far the log has been passed on, by whom.';

revoke all on relay_bookmark from public;
