-- A tenant is being deleted until no service holds anything more of it.
alter table tenant drop constraint tenant_status_check;
alter table tenant add constraint tenant_status_check
    check (status in ('ACTIVE', 'INACTIVE', 'SUSPENDED', 'DELETING', 'DELETED'));

-- What each of the other services has told of the deletion of a tenant.
create table service_deletion (
    tenant_id uuid not null references tenant,
    service text not null,
    generation bigint not null,
    status text not null check (status in ('DELETING', 'DELETED')),
    holdings text not null check (holdings is json array),
    started_at timestamptz not null,
    updated_at timestamptz not null,
    completed_at timestamptz,
    primary key (tenant_id, service)
);
alter table service_deletion enable row level security;
alter table service_deletion force row level security;
create policy service_deletion_tenant on service_deletion using (sees(tenant_id));

-- Finding what a deleted user leaves behind.
create index email_verification_user on email_verification (user_id);
create index registration_user on registration (user_id) where user_id is not null;
create index invitation_user on invitation (user_id) where user_id is not null;
create index registration_tenant on registration (tenant_id) where tenant_id is not null;
create index ssh_key_user on ssh_key (user_id) where deleted_at is null;
