create table tenant (
    id uuid primary key,
    generation bigint not null,
    name text not null,
    description text,
    status text not null check (status in ('ACTIVE', 'INACTIVE', 'SUSPENDED', 'DELETED')),
    admin_user_id uuid,
    vlan_id integer check (vlan_id between 1 and 4094),
    quota_config text check (quota_config is json),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
-- What is deleted gives its name and its VLAN back.
create unique index tenant_name on tenant (lower(name)) where status <> 'DELETED';
create unique index tenant_vlan_id on tenant (vlan_id) where status <> 'DELETED';
create index tenant_status on tenant (status, id);
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_itself on tenant using (sees(id));

-- "user" is a word of SQL's own.
create table app_user (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null references tenant,
    username text not null,
    email text not null,
    first_name text,
    last_name text,
    status text not null check (status in ('ACTIVE', 'INACTIVE', 'LOCKED', 'DELETED')),
    email_verified boolean not null,
    quota_config text check (quota_config is json),
    external_ids text not null check (external_ids is json object),
    directory_state text not null check (directory_state in ('PENDING', 'READY')),
    last_login_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index app_user_username on app_user (lower(username)) where status <> 'DELETED';
create unique index app_user_email on app_user (lower(email)) where status <> 'DELETED';
create index app_user_tenant on app_user (tenant_id, id);
create index app_user_pending on app_user (id) where directory_state = 'PENDING';
alter table app_user enable row level security;
alter table app_user force row level security;
create policy app_user_tenant on app_user using (sees(tenant_id));
