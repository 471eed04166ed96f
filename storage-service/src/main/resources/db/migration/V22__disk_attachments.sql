-- To how many instances a disk may be attached at once.
alter table disk
    add column share_mode text not null default 'EXCLUSIVE',
    add column max_attachments integer not null default 1;
alter table disk
    alter column share_mode drop default,
    alter column max_attachments drop default,
    add constraint disk_attachments check (max_attachments = 1 or share_mode = 'SHARED' and max_attachments between 2 and 16);

-- Where instances run, as compute has told; generations keep older facts from replacing newer.
create table known_instance (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    user_id uuid not null,
    status text not null,
    compute_machine_id uuid,
    virtual_machine_id uuid
);
create index known_instance_tenant on known_instance (tenant_id, id);
alter table known_instance enable row level security;
alter table known_instance force row level security;
create policy known_instance_tenant on known_instance using (sees(tenant_id));
create policy known_instance_project on known_instance as restrictive
    using (not is_limited() or user_id in (select user_id from project_member));

-- A disk at an instance. Its host is that of the disk's pool, whatever becomes of the instance.
create table disk_attachment (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    disk_id uuid not null references disk,
    instance_id uuid not null,
    virtual_machine_id uuid not null,
    mount_path text not null,
    mount_mode text not null,
    status text not null,
    status_reason text,
    wait_until timestamptz,
    has_moved boolean not null,
    is_stale boolean not null,
    attached_at timestamptz,
    attached_by uuid,
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
create unique index disk_attachment_instance on disk_attachment (disk_id, instance_id) where deleted_at is null;
create unique index disk_attachment_mount_path on disk_attachment (instance_id, mount_path) where deleted_at is null;
create index disk_attachment_disk on disk_attachment (disk_id);
create index disk_attachment_tenant on disk_attachment (tenant_id, id);
create index disk_attachment_machine on disk_attachment (compute_machine_id) where deleted_at is null;
create index disk_attachment_unrested on disk_attachment (status) where status in ('ATTACHING', 'DETACHING');
create index disk_attachment_deleted_at on disk_attachment (deleted_at) where deleted_at is not null;
alter table disk_attachment enable row level security;
alter table disk_attachment force row level security;
create policy disk_attachment_tenant on disk_attachment using (sees(tenant_id));
-- Within a project an attachment is seen where its disk is.
create policy disk_attachment_project on disk_attachment as restrictive
    using (not is_limited() or exists (select from disk where disk.id = disk_id));
