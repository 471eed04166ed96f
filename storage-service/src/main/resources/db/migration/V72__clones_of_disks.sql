-- The disk that another is a clone of, and the clone for which a snapshot was made, which goes after it.
alter table disk add column source_disk_id uuid;
alter table disk_snapshot add column clone_disk_id uuid;
create index disk_snapshot_clone on disk_snapshot (clone_disk_id) where clone_disk_id is not null and deleted_at is null;
