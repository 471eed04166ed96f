-- The last check of a disk, whose id it has: what its host reads, and what that has found.
create table disk_check (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    user_id uuid,
    size_gb integer not null,
    repair boolean not null,
    run bigint not null,
    status text not null,
    status_reason text,
    findings text[] not null,
    started_at timestamptz not null,
    check_until timestamptz not null,
    checked_at timestamptz,
    found_run bigint not null,
    found_outcome text,
    found_findings text,
    is_released boolean not null,
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
create index disk_check_tenant on disk_check (tenant_id, id);
create index disk_check_status on disk_check (status) where deleted_at is null;
create index disk_check_machine on disk_check (compute_machine_id) where not is_released;
create index disk_check_unrested on disk_check (id) where not is_released;
create index disk_check_deleted_at on disk_check (deleted_at) where deleted_at is not null;
alter table disk_check enable row level security;
alter table disk_check force row level security;
create policy disk_check_tenant on disk_check using (sees(tenant_id));
-- Within a project the checks of its members' disks are seen and asked for alone.
create policy disk_check_project on disk_check as restrictive
    using (not is_limited() or user_id in (select user_id from project_member));
