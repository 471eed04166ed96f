-- A wish is what the host was told last; what it was seen to have made of it stands beside it.
create table port (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    instance_id uuid not null,
    subnet_id uuid not null references subnet,
    ordinal integer not null,
    mac_address text not null,
    compute_machine_id uuid,
    wish_generation bigint not null,
    is_wished boolean not null,
    is_stale boolean not null,
    seen_generation bigint not null,
    seen_state text,
    seen_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz
);
create unique index port_mac_address on port (mac_address) where deleted_at is null;
create unique index port_ordinal on port (instance_id, ordinal) where deleted_at is null;
create index port_tenant on port (tenant_id, id);
create index port_machine on port (compute_machine_id) where deleted_at is null;
create index port_subnet on port (subnet_id) where deleted_at is null;
create index port_stale on port (instance_id) where is_stale and deleted_at is null;
alter table port enable row level security;
alter table port force row level security;
create policy port_tenant on port using (sees(tenant_id));

create table port_security_group (
    port_id uuid not null references port,
    security_group_id uuid not null references security_group,
    primary key (port_id, security_group_id)
);
create index port_security_group_group on port_security_group (security_group_id);

-- All ports of an instance together: what compute is told of.
create table instance_network (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    compute_machine_id uuid,
    status text not null,
    reason text,
    updated_at timestamptz not null
);
create index instance_network_tenant on instance_network (tenant_id, id);
create index instance_network_unrested on instance_network (id) where status in ('WAITING', 'RELEASING');
alter table instance_network enable row level security;
alter table instance_network force row level security;
create policy instance_network_tenant on instance_network using (sees(tenant_id));
