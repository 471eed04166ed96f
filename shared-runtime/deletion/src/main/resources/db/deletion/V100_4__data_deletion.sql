-- What this service still holds of each tenant and user that is deleted, and in the end the proof that it holds nothing.
create table data_deletion (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    owner text not null check (owner in ('TENANT', 'USER')),
    status text not null check (status in ('DELETING', 'DELETED')),
    holdings text not null check (holdings is json array),
    started_at timestamptz not null,
    updated_at timestamptz not null,
    completed_at timestamptz,
    check ((status = 'DELETED') = (completed_at is not null))
);
create index data_deletion_tenant on data_deletion (tenant_id, owner, id);
alter table data_deletion enable row level security;
alter table data_deletion force row level security;
create policy data_deletion_tenant on data_deletion using (sees(tenant_id));

-- The sweep looks for those whose deletion is not complete.
create index known_tenant_deleted on known_tenant (id) where status in ('DELETING', 'DELETED');
create index known_user_deleted on known_user (id) where status = 'DELETED';
