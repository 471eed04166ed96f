-- Public keys with which users log in to machines.
create table ssh_key (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null references tenant,
    user_id uuid not null references app_user,
    name text not null,
    public_key text not null,
    key_type text not null,
    fingerprint text not null,
    comment text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
-- A key that was deleted may come back.
create unique index ssh_key_fingerprint on ssh_key (user_id, fingerprint) where deleted_at is null;
create index ssh_key_tenant on ssh_key (tenant_id, id);
alter table ssh_key enable row level security;
alter table ssh_key force row level security;
create policy ssh_key_tenant on ssh_key using (sees(tenant_id));
