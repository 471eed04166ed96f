-- One service: its schema, the role that owns it and migrates it, and the role the service works with.
do $$
begin
    if not exists (select from pg_roles where rolname = '${service}_owner') then
        create role ${service}_owner login nosuperuser nobypassrls password '${ownerPassword}' in role skyholm_outbox;
        alter role ${service}_owner set search_path = ${service};
    end if;
    if not exists (select from pg_roles where rolname = '${service}_service') then
        create role ${service}_service login nosuperuser nobypassrls password '${servicePassword}';
        alter role ${service}_service set search_path = ${service};
    end if;
end
$$;

grant connect on database skyholm to ${service}_owner, ${service}_service;
create schema if not exists ${service} authorization ${service}_owner;
grant usage on schema ${service} to ${service}_service, debezium;

alter default privileges for role ${service}_owner in schema ${service}
    grant select, insert, update, delete on tables to ${service}_service;
alter default privileges for role ${service}_owner in schema ${service}
    grant usage on sequences to ${service}_service;
