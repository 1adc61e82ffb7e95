create table relay_bookmark (
  name text primary key,
  position bigint not null check (position >= 0),
  at timestamptz not null default now()
);

comment on table relay_bookmark is 'How far the log has been passed on, by whom.';

revoke all on relay_bookmark from public;

-- A new key-encryption key wraps the data keys anew; their names never change.
grant update (wrapped) on data_key to annals_log_writer;

-- Who may append, may append anything, unless a policy says less: see the witness in afterMigrate.
alter table event enable row level security;
alter table event_tag enable row level security;
create policy reading on event for select using (true);
create policy reading on event_tag for select using (true);
create policy appending on event for insert to annals_log_writer with check (true);
create policy appending on event_tag for insert to annals_log_writer with check (true);
