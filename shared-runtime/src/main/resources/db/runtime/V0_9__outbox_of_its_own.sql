-- The relay sends whatever lies in an outbox to the topic that the row names. A service tells what is its own, and what all tell
-- alike (calls, refused strangers, uses of API keys): one that was taken over could otherwise tell in identity's name that a tenant is deleted. Only
-- services with things on hosts tell hosts what to hold.
do $$
begin
    execute format($policy$
        create policy outbox_event_own on outbox_event as restrictive for insert with check (
            source = %1$L and (
                starts_with(aggregate_type, %2$L)
                or aggregate_type in ('audit.call', 'audit.refused-calls', 'identity.key-use')
                or (%3$L and starts_with(aggregate_type, 'host.desired.'))))$policy$,
        '/' || current_schema(),
        current_schema() || '.',
        current_schema() in ('compute', 'network', 'storage'));
end
$$;
