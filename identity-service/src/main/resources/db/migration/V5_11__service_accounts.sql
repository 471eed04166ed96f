-- Accounts of programs. A secret is kept as its hash; the one before it may be good for a while, so that programs can be given the new one.
create table service_account (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null references tenant,
    name text not null,
    description text,
    roles text[] not null,
    is_enabled boolean not null,
    secret_hash text not null,
    previous_secret_hash text,
    previous_secret_until timestamptz,
    secret_rotated_at timestamptz not null,
    tokens_not_before timestamptz,
    last_used_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index service_account_name on service_account (tenant_id, lower(name)) where deleted_at is null;
create index service_account_tenant on service_account (tenant_id, id);
alter table service_account enable row level security;
alter table service_account force row level security;
create policy service_account_tenant on service_account using (sees(tenant_id));

insert into permission (resource_type, action, description)
select 'SERVICE_ACCOUNT', action, says || ': service account'
from (values
    ('CREATE', 'Create'),
    ('READ', 'See'),
    ('UPDATE', 'Change'),
    ('DELETE', 'Delete'),
    ('MANAGE', 'Decide what its owner may not'),
    ('EXECUTE', 'Start, stop, run, retry or cancel')) done (action, says);
