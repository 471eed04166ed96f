-- What network has of instances that are offered to another tenant, and how far it is with giving that.
alter table ip_address add column transfer_id uuid;
-- For whom it will count, and does already, while it is promised.
alter table ip_address add column promised_holders uuid[] not null default '{}';
create index ip_address_transfer on ip_address (transfer_id) where transfer_id is not null;

create table instance_goods (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    to_tenant_id uuid not null,
    instance_id uuid not null,
    attempt bigint not null,
    phase text not null check (phase in ('FREE', 'PREPARED', 'REFUSED', 'GIVEN')),
    counts text not null check (counts is json object),
    refusal text,
    refused_by_receiver boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create index instance_goods_tenant on instance_goods (tenant_id, id);
create index instance_goods_updated_at on instance_goods (updated_at);
create index instance_goods_promised on instance_goods (to_tenant_id) where phase = 'PREPARED';
create index instance_goods_held on instance_goods (instance_id) where phase = 'PREPARED';
alter table instance_goods enable row level security;
alter table instance_goods force row level security;
create policy instance_goods_tenant on instance_goods using (sees(tenant_id));
-- What is promised to a tenant counts for it, while it does not see what that is.
create policy instance_goods_to_tenant on instance_goods for select using (sees(to_tenant_id));
