-- A statement of its own, because a slot is not made in a transaction that changed anything.
-- Made before any service starts, so that not even the first event is missed.
select pg_create_logical_replication_slot('skyholm_outbox', 'pgoutput')
where not exists (select from pg_replication_slots where slot_name = 'skyholm_outbox');
