-- An instance that a tenant offers to another. It goes once all that have something of it have prepared: until then it is held by the offer.
alter table instance add column transfer_id uuid;

create table instance_transfer (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    to_tenant_id uuid not null,
    instance_id uuid not null,
    instance_name text not null,
    message text,
    counts text not null check (counts is json object),
    status text not null check (status in ('PENDING', 'PREPARING', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED')),
    looks text not null check (looks is json array),
    ready boolean not null,
    attempt bigint not null,
    deadline timestamptz,
    answers text not null check (answers is json array),
    accepted_by uuid,
    accepted_networks text not null check (accepted_networks is json array),
    accepted_groups text[],
    giver_detail text,
    receiver_detail text,
    api_key_id uuid,
    told_generation bigint not null,
    expires_at timestamptz not null,
    transferred_at timestamptz,
    ended_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz,
    constraint instance_transfer_ended check ((status in ('PENDING', 'PREPARING')) = (ended_at is null)),
    constraint instance_transfer_deadline check ((status = 'PREPARING') = (deadline is not null)),
    constraint instance_transfer_transferred check ((status = 'ACCEPTED') = (transferred_at is not null))
);
create unique index instance_transfer_open on instance_transfer (instance_id) where status in ('PENDING', 'PREPARING');
create index instance_transfer_tenant on instance_transfer (tenant_id, id);
create index instance_transfer_to_tenant on instance_transfer (to_tenant_id, id);
create index instance_transfer_ended_at on instance_transfer (ended_at) where ended_at is not null;
alter table instance_transfer enable row level security;
alter table instance_transfer force row level security;
create policy instance_transfer_tenant on instance_transfer using (sees(tenant_id));
-- The other tenant sees it, and changes it by what the platform does for it alone.
create policy instance_transfer_to_tenant on instance_transfer for select using (sees(to_tenant_id));
