-- The way events leave: a publication to which each service adds its outbox, and the slot Debezium reads from.
do $$
begin
    if not exists (select from pg_publication where pubname = 'skyholm_outbox') then
        create publication skyholm_outbox with (publish = 'insert');
        alter publication skyholm_outbox owner to skyholm_outbox;
    end if;
end
$$;

grant connect on database skyholm to debezium;
revoke create on schema public from public;
