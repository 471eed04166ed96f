-- VLANs that are taken, by data centre: the key is the last word.
create table vlan (
    edge_data_center_id uuid not null,
    vlan_id integer not null check (vlan_id between 1 and 4094),
    holder_id uuid not null,
    primary key (edge_data_center_id, vlan_id)
);
create index vlan_holder on vlan (holder_id);

-- Tunnels are numbered in turn; after the last number come those that were given back.
create sequence vpc_vni as integer minvalue 4096 maxvalue 16777215 cycle;

-- A VPC of the platform has no tenant and is seen by all.
create table vpc (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid,
    user_id uuid,
    name text not null,
    description text,
    cidr_block text not null check (cidr_block::cidr is not null),
    ipv6_cidr_block text check (ipv6_cidr_block is null or ipv6_cidr_block::cidr is not null),
    edge_data_center_id uuid,
    vlan_id integer,
    vni integer not null,
    enable_dns boolean not null,
    dns_servers text not null check (dns_servers is json array),
    status text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
-- What is deleted gives its name and its number back.
create unique index vpc_name on vpc (tenant_id, lower(name)) nulls not distinct where deleted_at is null;
create unique index vpc_vni_once on vpc (vni) where deleted_at is null;
create index vpc_tenant on vpc (tenant_id, id);
alter table vpc enable row level security;
alter table vpc force row level security;
create policy vpc_tenant on vpc using (sees(tenant_id));
create policy vpc_platform on vpc for select using (tenant_id is null);

-- A VPC is known here by its number: a range of one number has an operator class that the exclusion can use.
create table subnet (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid,
    vpc_id uuid not null references vpc,
    vni integer not null,
    name text not null,
    cidr_block text not null,
    ipv6_cidr_block text,
    block inet not null generated always as (cidr_block::cidr) stored,
    ipv6_block inet generated always as (ipv6_cidr_block::cidr) stored,
    availability_zone text,
    gateway text not null,
    ipv6_gateway text,
    vlan_id integer,
    is_public boolean not null,
    auto_assign_ip boolean not null,
    ip_pool_id uuid,
    status text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz,
    constraint subnet_apart exclude using gist (int4range(vni, vni, '[]') with &&, block inet_ops with &&)
        where (deleted_at is null),
    constraint subnet_ipv6_apart exclude using gist (int4range(vni, vni, '[]') with &&, ipv6_block inet_ops with &&)
        where (deleted_at is null)
);
create unique index subnet_cidr_block on subnet (vpc_id, cidr_block) where deleted_at is null;
create unique index subnet_ip_pool on subnet (ip_pool_id) where deleted_at is null;
create index subnet_tenant on subnet (tenant_id, id);
create index subnet_vpc on subnet (vpc_id);
alter table subnet enable row level security;
alter table subnet force row level security;
create policy subnet_tenant on subnet using (sees(tenant_id));
create policy subnet_platform on subnet for select using (tenant_id is null and is_public);

-- How the addresses of a subnet are given: a resource pool of type IP_ADDRESS.
create table ip_pool (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid,
    name text not null,
    description text,
    edge_data_center_id uuid,
    subnet_id uuid not null references subnet,
    ip_pool_config text not null check (ip_pool_config is json object),
    status text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index ip_pool_subnet on ip_pool (subnet_id) where deleted_at is null;
create unique index ip_pool_name on ip_pool (tenant_id, edge_data_center_id, lower(name)) nulls not distinct
    where deleted_at is null;
alter table ip_pool enable row level security;
alter table ip_pool force row level security;
create policy ip_pool_tenant on ip_pool using (sees(tenant_id));
create policy ip_pool_platform on ip_pool for select using (tenant_id is null);

create table place (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    name text not null,
    description text,
    subnet_id uuid references subnet,
    location text,
    status text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index place_name on place (tenant_id, lower(name)) where deleted_at is null;
create unique index place_subnet on place (subnet_id) where deleted_at is null;
alter table place enable row level security;
alter table place force row level security;
create policy place_tenant on place using (sees(tenant_id));

-- Documents of the platform's, of which one is active for each type.
create table networking_config (
    id uuid primary key,
    generation bigint not null,
    type text not null,
    config text not null check (config is json object),
    is_active boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index networking_config_active on networking_config (type) where is_active and deleted_at is null;

create table security_group (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    name text not null,
    description text,
    is_default boolean not null,
    rules text not null check (rules is json array),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index security_group_name on security_group (tenant_id, lower(name)) where deleted_at is null;
create unique index security_group_default on security_group (tenant_id) where is_default and deleted_at is null;
alter table security_group enable row level security;
alter table security_group force row level security;
create policy security_group_tenant on security_group using (sees(tenant_id));
