-- What happens to each table of this schema in the long run, written by housekeeping for those who look from outside.
create table retention (
    table_name text primary key,
    kept_seconds bigint,
    reason text,
    row_estimate bigint,
    bytes bigint,
    oldest timestamptz,
    checked_at timestamptz,
    constraint retention_expires_or_says_why check ((kept_seconds is null) <> (reason is null))
);

create index parked_event_parked_at on parked_event (parked_at);

-- Rows come and go at the same pace here. Vacuum follows closely and does not pause, or the tables would grow by a fifth
-- before it begins, and further while it waits.
alter table outbox_event set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
alter table inbox_event set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
alter table idempotency_key set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
