-- Instances that belong together.
create table instance_set (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    owner_id uuid not null,
    name text not null,
    description text,
    user_group_id uuid,
    set_type text not null,
    status text not null,
    tags text[] not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index instance_set_name on instance_set (tenant_id, lower(name)) where deleted_at is null;
create index instance_set_tenant on instance_set (tenant_id, id);
alter table instance_set enable row level security;
alter table instance_set force row level security;
create policy instance_set_tenant on instance_set using (sees(tenant_id));

create table instance_set_member (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    set_id uuid not null references instance_set,
    instance_id uuid not null,
    role text not null,
    joined_at timestamptz not null,
    added_by uuid
);
create unique index instance_set_member_once on instance_set_member (set_id, instance_id);
create index instance_set_member_instance on instance_set_member (instance_id);
alter table instance_set_member enable row level security;
alter table instance_set_member force row level security;
create policy instance_set_member_tenant on instance_set_member using (sees(tenant_id));
