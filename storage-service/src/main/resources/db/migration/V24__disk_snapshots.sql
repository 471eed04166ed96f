-- The snapshot whose bytes a disk began with, and the one that it is being rolled back to.
alter table disk
    add column source_snapshot_id uuid,
    add column rollback_snapshot_id uuid;
create index disk_source_snapshot on disk (source_snapshot_id) where source_snapshot_id is not null;
create index disk_rollback_snapshot on disk (rollback_snapshot_id) where rollback_snapshot_id is not null;
drop index disk_unrested;
create index disk_unrested on disk (status) where status in ('CREATING', 'GROWING', 'RESTORING', 'DELETING');

-- The bytes that a disk had at one moment, in the pool of the disk and on its host.
create table disk_snapshot (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    disk_id uuid not null references disk,
    storage_pool_id uuid not null references storage_pool,
    name text not null,
    description text,
    size_gb integer not null,
    status text not null,
    status_reason text,
    wait_until timestamptz,
    is_made boolean not null,
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
create index disk_snapshot_disk on disk_snapshot (disk_id);
create index disk_snapshot_pool on disk_snapshot (storage_pool_id);
create index disk_snapshot_tenant on disk_snapshot (tenant_id, id);
create index disk_snapshot_machine on disk_snapshot (compute_machine_id) where deleted_at is null;
create index disk_snapshot_unrested on disk_snapshot (status) where status in ('CREATING', 'DELETING');
create index disk_snapshot_deleted_at on disk_snapshot (deleted_at) where deleted_at is not null;
alter table disk_snapshot enable row level security;
alter table disk_snapshot force row level security;
create policy disk_snapshot_tenant on disk_snapshot using (sees(tenant_id));
-- Within a project a snapshot is seen where its disk is.
create policy disk_snapshot_project on disk_snapshot as restrictive
    using (not is_limited() or exists (select from disk where disk.id = disk_id));
