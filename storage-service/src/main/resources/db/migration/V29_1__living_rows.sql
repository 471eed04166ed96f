-- A tenant's deleted rows stay for more than a year; what it has now is summed and listed at each call.
create index disk_living on disk (tenant_id, id) include (size_gb, draft_gb) where deleted_at is null;
create index disk_snapshot_living on disk_snapshot (tenant_id, id) include (size_gb) where deleted_at is null;
create index backup_living on backup (tenant_id, id) include (size_gb) where deleted_at is null;
