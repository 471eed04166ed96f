-- The snapshot whose bytes a version has, and why they have not been copied yet.
alter table image_version add column source_snapshot_id uuid;
alter table image_version add column status_reason text;

-- The bytes of a snapshot on their way to be a version's, whose id it has: an export on the host of the snapshot.
create table version_copy (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    snapshot_id uuid not null,
    object_id uuid not null,
    size_bytes bigint not null,
    is_copied boolean not null,
    is_given_up boolean not null,
    copy_until timestamptz not null,
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
create index version_copy_snapshot on version_copy (snapshot_id) where deleted_at is null;
create index version_copy_tenant on version_copy (tenant_id, id);
create index version_copy_machine on version_copy (compute_machine_id) where deleted_at is null;
create index version_copy_unrested on version_copy (id) where deleted_at is null;
create index version_copy_deleted_at on version_copy (deleted_at) where deleted_at is not null;
alter table version_copy enable row level security;
alter table version_copy force row level security;
create policy version_copy_tenant on version_copy using (sees(tenant_id));
