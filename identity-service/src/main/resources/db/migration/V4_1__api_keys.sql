create table api_key (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null references tenant,
    user_id uuid not null references app_user,
    name text not null,
    prefix text not null,
    key_hash text not null,
    permissions text[],
    allowed_addresses text[] not null,
    expires_at timestamptz,
    is_active boolean not null,
    last_used_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index api_key_hash on api_key (key_hash);
create index api_key_user on api_key (user_id, id);
create index api_key_tenant on api_key (tenant_id, id);
alter table api_key enable row level security;
alter table api_key force row level security;
create policy api_key_tenant on api_key using (sees(tenant_id));
