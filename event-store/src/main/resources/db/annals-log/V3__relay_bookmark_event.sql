alter table relay_bookmark
  add column event_position bigint,
  add column event_id uuid;

comment on column relay_bookmark.event_id is
  'What was passed on last, at event_position: another event there is another log.';
