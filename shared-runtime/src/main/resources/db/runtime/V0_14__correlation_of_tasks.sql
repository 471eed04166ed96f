-- What is told of a row on its way belongs to the request that had it woken.
alter table reconcile_task add column correlation_id text;
