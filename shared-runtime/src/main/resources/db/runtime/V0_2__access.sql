-- What this service has learnt from identity of those who call; generations keep older facts from replacing newer.
create table known_tenant (
    id uuid primary key,
    generation bigint not null,
    status text not null
);
alter table known_tenant enable row level security;
alter table known_tenant force row level security;
create policy known_tenant_itself on known_tenant using (sees(id));

create table known_user (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    username text not null,
    status text not null,
    roles text[] not null,
    tokens_not_before timestamptz
);
alter table known_user enable row level security;
alter table known_user force row level security;
create policy known_user_tenant on known_user using (sees(tenant_id));

create table known_role (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    name text not null,
    permissions text[] not null
);
create index known_role_name on known_role (tenant_id, name);
alter table known_role enable row level security;
alter table known_role force row level security;
create policy known_role_tenant on known_role using (sees(tenant_id));

create table known_api_key (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    user_id uuid not null,
    key_hash text not null unique,
    is_active boolean not null,
    expires_at timestamptz,
    permissions text[],
    allowed_addresses text[] not null
);
alter table known_api_key enable row level security;
alter table known_api_key force row level security;
create policy known_api_key_tenant on known_api_key using (sees(tenant_id));

-- Sessions whose tokens may not have expired yet.
create table ended_session (
    id uuid primary key,
    tenant_id uuid not null,
    ended_at timestamptz not null
);
create index ended_session_ended_at on ended_session (ended_at);
alter table ended_session enable row level security;
alter table ended_session force row level security;
create policy ended_session_tenant on ended_session using (sees(tenant_id));
