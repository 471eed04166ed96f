-- The hosts whose agents make disks.
create table known_machine (
    id uuid primary key,
    generation bigint not null,
    edge_data_center_id uuid not null,
    status text not null,
    agent_public_key text,
    fenced_at timestamptz
);

-- Room for disks. What is allocated is what its disks have together, and is changed in one statement with what it allows.
create table storage_pool (
    id uuid primary key,
    generation bigint not null,
    name text not null,
    description text,
    edge_data_center_id uuid not null,
    compute_machine_id uuid not null,
    disk_type text not null,
    capacity_gb bigint not null,
    allocated_gb bigint not null,
    status text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz,
    constraint storage_pool_room check (allocated_gb between 0 and capacity_gb)
);
create unique index storage_pool_name on storage_pool (edge_data_center_id, lower(name)) where deleted_at is null;
create unique index storage_pool_machine on storage_pool (compute_machine_id) where deleted_at is null;
create index storage_pool_deleted_at on storage_pool (deleted_at) where deleted_at is not null;

create table disk (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    user_id uuid,
    name text not null,
    description text,
    size_gb integer not null,
    disk_type text not null,
    edge_data_center_id uuid not null,
    storage_pool_id uuid not null references storage_pool,
    image_version_id uuid,
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
create index disk_tenant on disk (tenant_id, id);
create index disk_pool on disk (storage_pool_id);
create index disk_machine on disk (compute_machine_id) where deleted_at is null;
create index disk_unrested on disk (status) where status in ('CREATING', 'GROWING', 'DELETING');
create index disk_deleted_at on disk (deleted_at) where deleted_at is not null;
alter table disk enable row level security;
alter table disk force row level security;
create policy disk_tenant on disk using (sees(tenant_id));
-- Within a project its members' disks are seen and changed alone.
create policy disk_project on disk as restrictive
    using (not is_limited() or user_id in (select user_id from project_member));
