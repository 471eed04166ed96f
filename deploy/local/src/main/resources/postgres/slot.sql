-- A statement of its own, because a slot is not made in a transaction that changed anything.
-- Made before any service starts, so that not even the first event is missed. A relay that is split off from the shared
-- one begins where that one is: what comes twice is known by its id.
select case
    when exists (select from pg_replication_slots where slot_name = 'skyholm_outbox')
    then (select slot_name from pg_copy_logical_replication_slot('skyholm_outbox', '${slot}'))
    else (select slot_name from pg_create_logical_replication_slot('${slot}', 'pgoutput'))
end
where not exists (select from pg_replication_slots where slot_name = '${slot}');
