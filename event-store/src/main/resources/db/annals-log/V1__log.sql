-- Roles belong to the whole cluster, so another database of it may have created them, even just now.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['annals_log_writer', 'annals_log_reader'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception
      when duplicate_object or unique_violation then null;
    end;
  end loop;
end
$$;

create table event (
  position bigint primary key check (position > 0),
  id uuid not null,
  at timestamptz not null,
  name text not null,
  version text not null,
  tags text[] not null,
  metadata bytea not null,
  payload bytea not null,
  -- 36 bytes for position, id, time and the number of tags; 4 bytes of length before each field.
  constraint event_fits_sixteen_bits check (
    36 + 16
    + octet_length(name) + octet_length(version)
    + 4 * cardinality(tags) + octet_length(array_to_string(tags, ''))
    + octet_length(metadata) + octet_length(payload) <= 65535)
);

comment on table event is 'The log. Nothing in it is ever updated or deleted.';
comment on column event.position is 'Gapless, in the order of commits.';
comment on column event.payload is 'Final bytes: what was appended, and what will be proved.';

-- Business time nearly follows the position; a few pages of this index tell where a moment is.
create index event_at on event using brin (at) with (autosummarize = on);

-- A B-tree of its own: a GIN index on event.tags collapses once a question reaches behind the recent events.
create table event_tag (
  tag text collate "C" not null,
  position bigint not null,
  primary key (tag, position)
);

comment on table event_tag is 'Where each tag occurs.';

create table data_key (
  name text primary key,
  wrapped bytea not null,
  created_at timestamptz not null default now()
);

comment on table data_key is 'Wrapped data keys. Deleting one forgets a person.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on % is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger event_is_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();
create trigger event_tag_is_append_only before update or delete or truncate on event_tag
  for each statement execute function refuse_change();

-- Always: also when session_replication_role is set to replica.
alter table event enable always trigger event_is_append_only;
alter table event_tag enable always trigger event_tag_is_append_only;

revoke all on event, event_tag, data_key from public;
grant select, insert on event, event_tag to annals_log_writer;
grant select, insert, delete on data_key to annals_log_writer;
grant select on event, event_tag to annals_log_reader;
