-- Groups of a tenant's users: a tree. "group" is a word of SQL's own.
create table user_group (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null references tenant,
    name text not null,
    description text,
    parent_group_id uuid references user_group check (parent_group_id <> id),
    quota_config text check (quota_config is json),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
-- What is deleted gives its name back.
create unique index user_group_name on user_group (tenant_id, parent_group_id, lower(name)) nulls not distinct
    where deleted_at is null;
create index user_group_tenant on user_group (tenant_id, id);
create index user_group_parent on user_group (parent_group_id);
alter table user_group enable row level security;
alter table user_group force row level security;
create policy user_group_tenant on user_group using (sees(tenant_id));

create table user_group_member (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null references tenant,
    group_id uuid not null references user_group,
    user_id uuid not null references app_user,
    joined_at timestamptz not null,
    added_by uuid,
    removed_at timestamptz
);
create unique index user_group_member_once on user_group_member (group_id, user_id) where removed_at is null;
create index user_group_member_user on user_group_member (user_id) where removed_at is null;
alter table user_group_member enable row level security;
alter table user_group_member force row level security;
create policy user_group_member_tenant on user_group_member using (sees(tenant_id));
