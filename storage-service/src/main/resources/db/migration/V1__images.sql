-- The groups of users that images are offered to, and who is in them.
create table image_group (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    deleted boolean not null
);
alter table image_group enable row level security;
alter table image_group force row level security;
create policy image_group_tenant on image_group using (sees(tenant_id));

create table image_group_member (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    group_id uuid not null,
    user_id uuid not null,
    removed boolean not null
);
create index image_group_member_group on image_group_member (group_id, user_id);
alter table image_group_member enable row level security;
alter table image_group_member force row level security;
create policy image_group_member_tenant on image_group_member using (sees(tenant_id));

-- What disks are made from; without a tenant it is the platform's.
create table image (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid,
    owner_id uuid not null,
    name text not null,
    description text,
    image_type text not null,
    base_os text,
    os_version text,
    architecture text not null,
    min_cpu_cores integer,
    min_memory_gb integer,
    min_storage_gb integer,
    recommended_cpu_cores integer,
    recommended_memory_gb integer,
    visibility text not null,
    user_group_id uuid,
    status text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz,
    constraint image_group_named check ((visibility = 'GROUP_SPECIFIC') = (user_group_id is not null))
);
create unique index image_name on image (tenant_id, lower(name)) nulls not distinct where deleted_at is null;
create index image_tenant on image (tenant_id, id);
create index image_public on image (id) where visibility = 'PUBLIC';
create index image_deleted_at on image (deleted_at) where deleted_at is not null;
alter table image enable row level security;
alter table image force row level security;
create policy image_tenant on image using (sees(tenant_id));
create policy image_public on image for select using (visibility = 'PUBLIC');

-- The bytes of a disk. Of an image's versions one is the latest and one the default, once any is AVAILABLE.
create table image_version (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid,
    image_id uuid not null references image on delete cascade,
    version_number text not null,
    version_name text,
    release_notes text,
    parent_version_id uuid references image_version on delete set null,
    disk_format text not null,
    is_latest boolean not null,
    is_default boolean not null,
    status text not null,
    failure_reason text,
    object_id uuid,
    size_bytes bigint,
    size_gb integer,
    checksum_sha256 text,
    checksum_md5 text,
    verify_until timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index image_version_number on image_version (image_id, version_number) where deleted_at is null;
create unique index image_version_latest on image_version (image_id) where is_latest;
create unique index image_version_default on image_version (image_id) where is_default;
create index image_version_image on image_version (image_id, id);
create index image_version_tenant on image_version (tenant_id, id);
create index image_version_parent on image_version (parent_version_id) where parent_version_id is not null;
create index image_version_deleted_at on image_version (deleted_at) where deleted_at is not null;
alter table image_version enable row level security;
alter table image_version force row level security;
create policy image_version_tenant on image_version using (sees(tenant_id));
create policy image_version_public on image_version for select
    using (exists (select 1 from image i where i.id = image_id and i.visibility = 'PUBLIC'));

create table image_tag (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid,
    image_id uuid not null references image on delete cascade,
    version_id uuid not null references image_version on delete cascade,
    tag_name text not null,
    is_immutable boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index image_tag_name on image_tag (image_id, tag_name) where deleted_at is null;
create index image_tag_image on image_tag (image_id, id);
create index image_tag_tenant on image_tag (tenant_id, id);
create index image_tag_version on image_tag (version_id) where deleted_at is null;
create index image_tag_deleted_at on image_tag (deleted_at) where deleted_at is not null;
alter table image_tag enable row level security;
alter table image_tag force row level security;
create policy image_tag_tenant on image_tag using (sees(tenant_id));
create policy image_tag_public on image_tag for select
    using (exists (select 1 from image i where i.id = image_id and i.visibility = 'PUBLIC'));
