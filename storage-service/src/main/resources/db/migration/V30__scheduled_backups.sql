-- Whether a backup is made of each snapshot that a schedule has made.
alter table snapshot_schedule add column backup boolean not null default false;

-- Whether the backup of a snapshot is still to be made.
alter table disk_snapshot add column is_backup_due boolean not null default false;

-- The schedule that had a backup made. It may be gone when its backups are not.
alter table backup add column schedule_id uuid;
create index backup_schedule on backup (schedule_id, id) where schedule_id is not null and deleted_at is null;
