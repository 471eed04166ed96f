-- A backup may stand on another of its disk: then only what has changed since is stored of it, and whatever it stands on stays until it is gone.
alter table backup
    add column base_backup_id uuid,
    add column base_snapshot_id uuid,
    add column base_object_ids uuid[] not null default '{}',
    add column difference_bytes bigint not null default 0,
    add column stored_gb integer,
    add column kept_for_others boolean not null default false;
select set_config('skyholm.platform', 'on', true);
update backup set stored_gb = size_gb;
select set_config('skyholm.platform', '', true);
alter table backup alter column stored_gb set not null;
create index backup_base on backup (base_backup_id) where base_backup_id is not null and deleted_at is null;
create index backup_base_snapshot on backup (base_snapshot_id) where base_snapshot_id is not null and deleted_at is null;
create index backup_failed_base on backup (base_backup_id) where base_backup_id is not null and checksum_sha256 is null;
-- Quotas sum what is stored.
drop index backup_living;
create index backup_living on backup (tenant_id, id) include (stored_gb) where deleted_at is null;
