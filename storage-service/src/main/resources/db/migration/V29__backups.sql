-- Objects of backups count in a quota of their own.
alter table stored_object add column is_backup boolean not null default false;

-- The backup whose bytes a disk began with.
alter table disk add column source_backup_id uuid;
create index disk_source_backup on disk (source_backup_id) where source_backup_id is not null;

-- The bytes of a snapshot in the object store. Until they are there, they are an export on the host of the snapshot.
create table backup (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    user_id uuid,
    disk_id uuid not null,
    snapshot_id uuid not null,
    object_id uuid not null,
    name text not null,
    description text,
    size_gb integer not null,
    status text not null,
    status_reason text,
    checksum_sha256 text,
    wait_until timestamptz,
    is_exported boolean not null,
    is_released boolean not null,
    is_stale boolean not null,
    tags text[] not null,
    compute_machine_id uuid,
    desired_generation bigint not null,
    desired_present boolean not null,
    seen_generation bigint not null,
    seen_state text,
    seen_settled boolean not null,
    seen_detail text,
    seen_at timestamptz,
    settled_generation bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create index backup_disk on backup (disk_id);
create index backup_snapshot on backup (snapshot_id) where deleted_at is null;
create index backup_tenant on backup (tenant_id, id);
create index backup_machine on backup (compute_machine_id) where not is_released;
create index backup_unrested on backup (status) where status in ('CREATING', 'ERROR', 'DELETING') or not is_released;
create index backup_deleted_at on backup (deleted_at) where deleted_at is not null;
alter table backup enable row level security;
alter table backup force row level security;
create policy backup_tenant on backup using (sees(tenant_id));
-- A backup outlives its disk, so it says by itself whose that was.
create policy backup_project on backup as restrictive
    using (not is_limited() or user_id in (select user_id from project_member));
