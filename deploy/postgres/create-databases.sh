#!/bin/bash
# Run once by the image when its volume is empty: one database and one role for each who needs one, and no access to
# another's. Each password is the secret <name>_db_password.
set -eu
for name in registry assessment reporting keycloak; do
    psql --set=ON_ERROR_STOP=1 --set=name="$name" --set=password="$(cat "${SECRETS:-/run/secrets}/${name}_db_password")" \
        --username "${POSTGRES_USER:-postgres}" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done
