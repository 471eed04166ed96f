-- Which instance sets a machine holds instances of, one entry per instance: what keeps them apart or together is checked
-- in the row that is claimed.
alter table compute_machine add column instance_sets uuid[] not null default '{}';

-- An instance: what was asked for, what it shall be, what it holds, and how far it is.
create table instance (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    user_id uuid not null,
    name text not null,
    hostname text,
    status text not null,
    status_detail text,
    plan_id uuid,
    template_id uuid,
    image text,
    external_id text,
    region text,
    config text not null check (config is json object),
    user_data text,
    stack_script_id uuid,
    stack_script_data text,
    ssh_keys text[] not null,
    tags text[] not null,
    rental_mode text not null,
    machine_type text,
    gpu_model text,
    host_tags text[] not null,
    instance_set_id uuid,
    affinity text,
    wanted_data_center_id uuid,
    wanted_pool_id uuid,
    networks text not null check (networks is json array),
    cpu_cores integer not null,
    memory_gb integer not null,
    storage_gb integer not null,
    gpu_count integer not null,
    power text not null,
    restarts bigint not null,
    builds bigint not null,
    fate text not null,
    edge_data_center_id uuid,
    resource_pool_id uuid,
    compute_machine_id uuid,
    virtual_machine_id uuid not null,
    held_cpu_cores integer not null,
    held_memory_gb integer not null,
    held_storage_gb integer not null,
    held_gpu_count integer not null,
    quota_scopes text[] not null,
    quota_instances integer not null,
    quota_cpu_cores integer not null,
    quota_memory_gb integer not null,
    quota_storage_gb integer not null,
    quota_gpu_count integer not null,
    network_wanted boolean not null,
    network_held boolean not null,
    moving boolean not null,
    operation_id uuid,
    wait_seconds integer not null,
    wait_reason text,
    undo_seconds integer not null,
    deletable_at timestamptz,
    deletion_protection boolean not null,
    schedule text check (schedule is json object),
    scheduled_at timestamptz,
    password_sealed text,
    password_key_id text,
    password_hash text,
    password_shown_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz,
    constraint instance_holds_nothing_without_a_machine check (compute_machine_id is not null
        or (held_cpu_cores = 0 and held_memory_gb = 0 and held_storage_gb = 0 and held_gpu_count = 0))
);
create index instance_tenant on instance (tenant_id, id);
create index instance_machine on instance (compute_machine_id) where compute_machine_id is not null;
create index instance_of_set on instance (instance_set_id) where instance_set_id is not null;
create index instance_name on instance (tenant_id, lower(name)) where deleted_at is null;
create index instance_restless on instance (id) where operation_id is not null or fate <> 'KEEP';
create index instance_scheduled on instance (scheduled_at) where scheduled_at is not null;
alter table instance enable row level security;
alter table instance force row level security;
create policy instance_tenant on instance using (sees(tenant_id));

-- What a host is wished to run for an instance, and what it last saw of it.
create table virtual_machine (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    instance_id uuid not null,
    compute_machine_id uuid,
    vm_uuid text not null,
    vm_name text not null,
    cpu_cores integer not null,
    memory_gb integer not null,
    storage_gb integer not null,
    gpu_count integer not null,
    status text not null,
    config text,
    wish_generation bigint not null,
    wish_hash text,
    wish_present boolean not null,
    seen_generation bigint not null,
    seen_state text,
    seen_settled boolean not null,
    seen_detail text,
    seen_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz
);
create unique index virtual_machine_instance on virtual_machine (instance_id) where deleted_at is null;
create unique index virtual_machine_uuid on virtual_machine (vm_uuid);
create index virtual_machine_tenant on virtual_machine (tenant_id, id);
alter table virtual_machine enable row level security;
alter table virtual_machine force row level security;
create policy virtual_machine_tenant on virtual_machine using (sees(tenant_id));

-- What network last said of an instance's ports.
create table known_network (
    instance_id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    compute_machine_id uuid,
    status text not null,
    reason text,
    ports text not null check (ports is json array),
    ipv4 text,
    ipv6 text,
    mac_address text
);
alter table known_network enable row level security;
alter table known_network force row level security;
create policy known_network_tenant on known_network using (sees(tenant_id));

-- Instances that wait for a place. Nothing in it is any tenant's secret, and a position counts everybody: no row security.
create table placement_queue (
    instance_id uuid primary key,
    number bigint generated always as identity,
    explanation text not null check (explanation is json object),
    since timestamptz not null,
    looked_at timestamptz not null
);
create unique index placement_queue_number on placement_queue (number);

-- Work that takes time: who asked for what, how far it is, and until when it has to be done.
create table operation (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    kind text not null,
    resource_type text not null,
    resource_id uuid not null,
    parent_id uuid,
    status text not null,
    detail text,
    steps text not null check (steps is json array),
    request text not null check (request is json object),
    deadline timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    ended_at timestamptz,
    created_by uuid
);
create index operation_tenant on operation (tenant_id, id);
create index operation_resource on operation (resource_id, id);
create index operation_parent on operation (parent_id) where parent_id is not null;
create index operation_open on operation (id) where ended_at is null;
alter table operation enable row level security;
alter table operation force row level security;
create policy operation_tenant on operation using (sees(tenant_id));
