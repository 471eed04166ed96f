-- Roles that belong to no single service. Everything here may run again without harm.
do $$
begin
    -- Owns the publication of all outboxes; each schema owner is a member, so its migrations can add their table.
    if not exists (select from pg_roles where rolname = 'skyholm_outbox') then
        create role skyholm_outbox nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'debezium') then
        create role debezium login replication password '${debezium}';
    end if;
    if not exists (select from pg_roles where rolname = 'keycloak') then
        create role keycloak login password '${keycloak}';
    end if;
end
$$;
