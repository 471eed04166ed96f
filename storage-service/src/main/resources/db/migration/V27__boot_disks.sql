-- What compute wants of an instance's boot disk. An instance of which an older fact told boots from none.
alter table known_instance
    add column storage_gb integer not null default 0,
    add column image_version_id uuid,
    add column boot_disk_wanted boolean not null default false,
    add column builds bigint not null default 1;
alter table known_instance
    alter column storage_gb drop default,
    alter column boot_disk_wanted drop default,
    alter column builds drop default;

create index known_instance_booting on known_instance (id) where boot_disk_wanted;

-- The instance that boots from a disk, and for which of its builds the disk was made: once on each machine, whatever is told twice.
alter table disk
    add column boot_instance_id uuid,
    add column boot_builds bigint;
create unique index disk_boot on disk (boot_instance_id, compute_machine_id, boot_builds)
    where deleted_at is null and status <> 'DELETING';
create index disk_of_instance on disk (boot_instance_id) where boot_instance_id is not null and deleted_at is null;

-- What compute was told of an instance's boot disk; its id is the instance's.
create table boot_disk (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    compute_machine_id uuid,
    status text not null,
    reason text,
    disk_id uuid,
    builds bigint not null,
    size_gb integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create index boot_disk_tenant on boot_disk (tenant_id, id);
create index boot_disk_machine on boot_disk (compute_machine_id) where compute_machine_id is not null;
create index boot_disk_unrested on boot_disk (status) where status in ('WAITING', 'FAILED', 'RELEASING');
alter table boot_disk enable row level security;
alter table boot_disk force row level security;
create policy boot_disk_tenant on boot_disk using (sees(tenant_id));
create policy boot_disk_project on boot_disk as restrictive for select
    using (not is_limited() or exists (select from known_instance where known_instance.id = boot_disk.id));
