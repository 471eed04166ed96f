-- What this service has learnt from identity of the consents of tenants by which operators work in them.
create table known_access_grant (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    operator_id uuid not null,
    status text not null,
    permissions text[] not null,
    reason text not null,
    expires_at timestamptz not null
);
create index known_access_grant_expires_at on known_access_grant (expires_at);
alter table known_access_grant enable row level security;
alter table known_access_grant force row level security;
create policy known_access_grant_tenant on known_access_grant using (sees(tenant_id));
