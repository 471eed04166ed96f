-- Images and their versions, as storage has told; generations keep older facts from replacing newer.
create table known_image (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid,
    owner_id uuid not null,
    visibility text not null,
    user_group_id uuid,
    status text not null,
    min_cpu_cores integer,
    min_memory_gb integer,
    min_storage_gb integer,
    default_version_id uuid
);
alter table known_image enable row level security;
alter table known_image force row level security;
create policy known_image_tenant on known_image using (sees(tenant_id));
create policy known_image_public on known_image for select using (visibility = 'PUBLIC');
-- Within a project its members' images are seen, and those that are shared with everybody or with a group of the project.
create policy known_image_project on known_image as restrictive for select
    using (not is_limited() or tenant_id is null or visibility = 'PUBLIC'
        or user_group_id = any (nullif(current_setting('skyholm.groups', true), '')::uuid[])
        or owner_id in (select user_id from project_member));

create table known_image_version (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid,
    image_id uuid not null,
    version_status text not null,
    size_gb integer
);
alter table known_image_version enable row level security;
alter table known_image_version force row level security;
create policy known_image_version_tenant on known_image_version using (sees(tenant_id));
create policy known_image_version_public on known_image_version for select
    using (exists (select from known_image image where image.id = image_id and image.visibility = 'PUBLIC'));
create policy known_image_version_project on known_image_version as restrictive for select
    using (not is_limited() or exists (select from known_image image where image.id = image_id));

-- The version that an instance boots from, and what storage last said of the disk with its bytes.
alter table instance add column image_version_id uuid;
create table known_boot_disk (
    instance_id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    compute_machine_id uuid,
    status text not null,
    reason text,
    disk_id uuid,
    builds bigint not null,
    size_gb integer not null
);
alter table known_boot_disk enable row level security;
alter table known_boot_disk force row level security;
create policy known_boot_disk_tenant on known_boot_disk using (sees(tenant_id));
create policy known_boot_disk_project on known_boot_disk as restrictive for select
    using (not is_limited() or exists (select from instance where instance.id = instance_id));
