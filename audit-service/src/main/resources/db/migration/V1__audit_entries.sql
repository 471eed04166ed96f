create table audit_entry (
    id uuid primary key,
    tenant_id uuid,
    user_id uuid,
    action text not null,
    resource_type text not null,
    resource_id text not null,
    event_type text not null,
    generation bigint not null,
    correlation_id text not null,
    details text not null check (details is json),
    ip_address text,
    user_agent text,
    status text not null check (status in ('SUCCESS', 'FAILURE')),
    created_at timestamptz not null,
    recorded_at timestamptz not null default now()
);
create index audit_entry_tenant on audit_entry (tenant_id, id);
create index audit_entry_user on audit_entry (user_id, id);
create index audit_entry_resource on audit_entry (resource_id, id);
create index audit_entry_correlation on audit_entry (correlation_id);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy audit_entry_tenant on audit_entry using (sees(tenant_id));

-- What is written stays as it was written.
revoke update, delete, truncate on audit_entry from audit_service;
