#!/bin/sh
# Makes the cluster on the first start; there is nothing in the image but PostgreSQL and this shell.
set -eu
if [ ! -f /data/PG_VERSION ]; then
  printf '%s' "$POSTGRES_PASSWORD" > /tmp/password
  /postgres/bin/initdb -D /data -U postgres --pwfile=/tmp/password --auth=scram-sha-256 --encoding=UTF8 --locale=C
  echo 'host all all all scram-sha-256' >> /data/pg_hba.conf
fi
exec /postgres/bin/postgres -D /data -c listen_addresses='*' -c unix_socket_directories= -c wal_level=logical
