-- The log's own tables, as V1 of the log creates them, without roles and data keys; a test compares the two.
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

comment on table event is 'A copy of the log. Nothing in it is ever updated or deleted.';
comment on column event.position is 'As in the log: gapless, in the order of commits.';

create index event_at on event using brin (at) with (autosummarize = on);

create table event_tag (
  tag text collate "C" not null,
  position bigint not null,
  primary key (tag, position)
);

comment on table event_tag is 'Where each tag occurs.';

create table feed_offset (
  topic_id text not null,
  partition int not null,
  next_offset bigint not null check (next_offset >= 0),
  primary key (topic_id, partition)
);

comment on table feed_offset is 'Where each partition is read on: everything before it is in the copy.';

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

revoke all on event, event_tag, feed_offset from public;
