-- What a tenant offers to another: to one that is named, or to whichever has the key. Whose it is changes once it is accepted.
create table storage_transfer (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    to_tenant_id uuid,
    resource_type text not null check (resource_type in ('DISK', 'IMAGE')),
    resource_id uuid not null,
    resource_name text not null,
    message text,
    counts text not null check (counts is json object),
    status text not null check (status in ('PENDING', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED')),
    key_hash text,
    failed_attempts integer not null,
    api_key_id uuid,
    told_generation bigint not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz,
    constraint storage_transfer_open check (status <> 'PENDING' or num_nonnulls(to_tenant_id, key_hash) = 1),
    constraint storage_transfer_ended check ((status = 'PENDING') = (ended_at is null))
);
create unique index storage_transfer_pending on storage_transfer (resource_id) where status = 'PENDING';
create index storage_transfer_tenant on storage_transfer (tenant_id, id);
create index storage_transfer_to_tenant on storage_transfer (to_tenant_id, id) where to_tenant_id is not null;
create index storage_transfer_ended_at on storage_transfer (ended_at) where ended_at is not null;
alter table storage_transfer enable row level security;
alter table storage_transfer force row level security;
create policy storage_transfer_tenant on storage_transfer using (sees(tenant_id));
-- The other tenant sees it, and changes it by what the platform does for it alone.
create policy storage_transfer_to_tenant on storage_transfer for select using (sees(to_tenant_id));
