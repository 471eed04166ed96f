-- When snapshots of a disk are made by themselves, and how long those are kept.
create table snapshot_schedule (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    disk_id uuid not null references disk,
    name text not null,
    frequency text not null,
    day_of_week text,
    hour integer,
    time_zone text not null,
    keep_last integer,
    keep_days integer,
    is_enabled boolean not null,
    next_at timestamptz,
    last_at timestamptz,
    failure_reason text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create index snapshot_schedule_disk on snapshot_schedule (disk_id);
create index snapshot_schedule_tenant on snapshot_schedule (tenant_id, id);
create index snapshot_schedule_next_at on snapshot_schedule (next_at) where next_at is not null;
create index snapshot_schedule_deleted_at on snapshot_schedule (deleted_at) where deleted_at is not null;
alter table snapshot_schedule enable row level security;
alter table snapshot_schedule force row level security;
create policy snapshot_schedule_tenant on snapshot_schedule using (sees(tenant_id));
-- Within a project a schedule is seen where its disk is.
create policy snapshot_schedule_project on snapshot_schedule as restrictive
    using (not is_limited() or exists (select from disk where disk.id = disk_id));

-- The schedule that had a snapshot made. It may be gone when its snapshots are not.
alter table disk_snapshot add column schedule_id uuid;
create index disk_snapshot_schedule on disk_snapshot (schedule_id, id) where schedule_id is not null and deleted_at is null;
