#!/bin/sh
# Runs once, on an empty volume: the owner migrates, the application can only read and append.
set -eu

psql --set=ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres \
  --set=owner_password="$ANNALS_OWNER_PASSWORD" --set=password="$ANNALS_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE annals_log_writer NOLOGIN;
CREATE ROLE annals_log_reader NOLOGIN;
CREATE ROLE annals_log_witness NOLOGIN;
CREATE ROLE annals_log_relay NOLOGIN;
CREATE ROLE annals_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE annals LOGIN PASSWORD :'password' IN ROLE annals_log_writer;
CREATE DATABASE annals OWNER annals_owner;
REVOKE ALL ON DATABASE annals FROM PUBLIC;
GRANT CONNECT ON DATABASE annals TO annals_log_writer, annals_log_reader, annals_log_witness, annals_log_relay;
SQL
