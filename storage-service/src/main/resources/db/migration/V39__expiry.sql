-- When something is deleted by its owner's choice, whether its owner was told that it expires soon, and what has kept it since.
alter table disk
    add column expires_at timestamptz,
    add column is_expiry_told boolean not null default false,
    add column expiry_blocker text;
create index disk_expires on disk (expires_at) where expires_at is not null and deleted_at is null;

alter table disk_snapshot
    add column expires_at timestamptz,
    add column is_expiry_told boolean not null default false,
    add column expiry_blocker text;
create index disk_snapshot_expires on disk_snapshot (expires_at) where expires_at is not null and deleted_at is null;

alter table image_version
    add column expires_at timestamptz,
    add column is_expiry_told boolean not null default false,
    add column expiry_blocker text;
create index image_version_expires on image_version (expires_at) where expires_at is not null and deleted_at is null;
