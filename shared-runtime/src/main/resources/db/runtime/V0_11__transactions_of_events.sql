-- Who watches a list is told of changes in the order of transactions: those below the oldest that still runs are all there, so
-- nothing comes late behind a number that was told. Debezium passes over the column. Older rows have none and are not told again.
alter table outbox_event add column transaction bigint;
alter table outbox_event alter column transaction set default pg_current_xact_id()::text::bigint;
create index outbox_event_changes on outbox_event (aggregate_type, transaction);
