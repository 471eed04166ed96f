-- How far the events of Keycloak's administration have been read, in Keycloak's time.
alter table login_reading add column admin_read_until timestamptz not null default now();
