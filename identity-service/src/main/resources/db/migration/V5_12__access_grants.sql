-- Operators who ask to work in a tenant, and what the tenant answered. What is over by the clock is ended by a reconciler.
create table access_grant (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null references tenant,
    operator_id uuid not null,
    operator_name text not null,
    reason text not null,
    permissions text[] not null,
    minutes integer not null,
    status text not null check (status in ('REQUESTED', 'ACTIVE', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
    answer_until timestamptz not null,
    answered_by uuid,
    answered_at timestamptz,
    expires_at timestamptz,
    ended_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz,
    check (status <> 'ACTIVE' or expires_at is not null and answered_by is not null)
);
create index access_grant_tenant on access_grant (tenant_id, id);
create index access_grant_operator on access_grant (operator_id, id);
create index access_grant_created_at on access_grant (created_at);
alter table access_grant enable row level security;
alter table access_grant force row level security;
create policy access_grant_tenant on access_grant using (sees(tenant_id));

insert into permission (resource_type, action, description)
select 'ACCESS_GRANT', action, says || ': access grant'
from (values
    ('CREATE', 'Create'),
    ('READ', 'See'),
    ('UPDATE', 'Change'),
    ('DELETE', 'Delete'),
    ('MANAGE', 'Decide what its owner may not'),
    ('EXECUTE', 'Start, stop, run, retry or cancel')) done (action, says);
