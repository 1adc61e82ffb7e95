#!/bin/sh
# Runs once, on an empty volume: the owner migrates, and every other login may do one thing only.
set -eu

psql --set=ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres \
  --set=owner_password="$ANNALS_OWNER_PASSWORD" --set=password="$ANNALS_DATABASE_PASSWORD" \
  --set=query_password="$ANNALS_QUERY_PASSWORD" --set=witness_password="$ANNALS_WITNESS_PASSWORD" \
  --set=relay_password="$ANNALS_RELAY_PASSWORD" --set=views_password="$ANNALS_VIEWS_PASSWORD" <<'SQL'
CREATE ROLE annals_log_writer NOLOGIN;
CREATE ROLE annals_log_reader NOLOGIN;
CREATE ROLE annals_log_witness NOLOGIN;
CREATE ROLE annals_log_relay NOLOGIN;
CREATE ROLE annals_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE annals LOGIN PASSWORD :'password' IN ROLE annals_log_writer;
CREATE ROLE annals_query LOGIN PASSWORD :'query_password' IN ROLE annals_log_reader;
CREATE ROLE annals_witness LOGIN PASSWORD :'witness_password' IN ROLE annals_log_witness;
CREATE ROLE annals_relaying LOGIN PASSWORD :'relay_password' IN ROLE annals_log_relay;
CREATE ROLE annals_views LOGIN PASSWORD :'views_password';
CREATE DATABASE annals OWNER annals_owner;
REVOKE ALL ON DATABASE annals FROM PUBLIC;
GRANT CONNECT ON DATABASE annals
  TO annals_log_writer, annals_log_reader, annals_log_witness, annals_log_relay;
CREATE DATABASE annals_views OWNER annals_views;
REVOKE ALL ON DATABASE annals_views FROM PUBLIC;
CREATE DATABASE annals_views_on_kafka OWNER annals_views;
REVOKE ALL ON DATABASE annals_views_on_kafka FROM PUBLIC;
SQL
