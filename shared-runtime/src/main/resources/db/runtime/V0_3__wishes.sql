-- A wish that is withdrawn has no payload: Debezium makes a tombstone of it.
alter table outbox_event alter column payload drop not null;
