-- After every migration, and for nothing once all is as it should be: a role that the owner may not create
-- gets its rights at the first start after somebody else has created it. Nothing here stops an upgrade.
do $$
declare
  wanted text;
  entitled record;
begin
  -- Two owners who grant at once would meet on the same row of the system's tables.
  perform pg_advisory_xact_lock(hashtext('annals-log-roles'));
  foreach wanted in array array['annals_log_witness', 'annals_log_relay'] loop
    begin
      -- Roles belong to the whole cluster, so another database of it may have created them, even just now.
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise warning 'the role % does not exist, and % may not create it', wanted, current_user;
    end;
  end loop;
  for entitled in
    select r.oid, rolname, thing, privilege
    from pg_roles r
    join (values
      ('annals_log_reader', 'data_key', 'select'),
      ('annals_log_witness', 'event', 'select'),
      ('annals_log_witness', 'event', 'insert'),
      ('annals_log_witness', 'event_tag', 'select'),
      ('annals_log_witness', 'event_tag', 'insert'),
      ('annals_log_relay', 'event', 'select'),
      ('annals_log_relay', 'event_tag', 'select'),
      ('annals_log_relay', 'relay_bookmark', 'select'),
      ('annals_log_relay', 'relay_bookmark', 'insert'),
      ('annals_log_relay', 'relay_bookmark', 'update')
    ) as rights (role, thing, privilege) on role = rolname
    where not has_table_privilege(r.oid, thing, privilege)
  loop
    execute format('grant %s on %I to %I', entitled.privilege, entitled.thing, entitled.rolname);
  end loop;
  -- The record of a question and nothing else, at no position that would leave room for nobody.
  if to_regrole('annals_log_witness') is not null
      and not exists (select from pg_policies where policyname = 'witnessing' and tablename = 'event'
        and schemaname = current_schema()) then
    create policy witnessing on event for insert to annals_log_witness
      with check (name = 'audit_trail.read' and tags = '{}'
        and position <= 10000 + (select coalesce(max(position), 0) from event));
  end if;
end
$$;
