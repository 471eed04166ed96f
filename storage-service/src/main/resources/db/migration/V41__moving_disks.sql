-- How far a disk is with its move to another pool, and what it has of that beside its own.
alter table disk
    add column move_step text,
    add column move_storage_pool_id uuid,
    add column copy_gb integer not null default 0 check (copy_gb >= 0);

-- The move of a disk: the export that leaves its bytes with the object store, on the host that it comes from.
create table moving_disk (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    disk_id uuid not null,
    object_id uuid not null,
    size_gb integer not null,
    checksum_sha256 text,
    is_exported boolean not null,
    is_over boolean not null,
    is_released boolean not null,
    status_reason text,
    wait_until timestamptz,
    is_stale boolean not null,
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
create unique index moving_disk_disk on moving_disk (disk_id) where deleted_at is null;
create index moving_disk_tenant on moving_disk (tenant_id, id);
create index moving_disk_object on moving_disk (object_id) where deleted_at is null;
create index moving_disk_machine on moving_disk (compute_machine_id) where deleted_at is null;
create index moving_disk_deleted_at on moving_disk (deleted_at) where deleted_at is not null;
alter table moving_disk enable row level security;
alter table moving_disk force row level security;
create policy moving_disk_tenant on moving_disk using (sees(tenant_id));

-- A disk in a pool beside its own, whose id it has: in the one that it is moved to, and afterwards in the one that it came from.
create table disk_copy (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    storage_pool_id uuid not null,
    disk_type text not null,
    size_gb integer not null,
    is_told boolean not null,
    is_left boolean not null,
    is_released boolean not null,
    status_reason text,
    wait_until timestamptz,
    is_stale boolean not null,
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
create index disk_copy_tenant on disk_copy (tenant_id, id);
create index disk_copy_pool on disk_copy (storage_pool_id) where deleted_at is null;
create index disk_copy_machine on disk_copy (compute_machine_id) where deleted_at is null;
create index disk_copy_deleted_at on disk_copy (deleted_at) where deleted_at is not null;
alter table disk_copy enable row level security;
alter table disk_copy force row level security;
create policy disk_copy_tenant on disk_copy using (sees(tenant_id));
