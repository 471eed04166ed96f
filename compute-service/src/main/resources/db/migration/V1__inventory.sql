-- What the platform owns: its places and machines. Tenants see of them what the permissions of their roles let them.
create table edge_data_center (
    id uuid primary key,
    generation bigint not null,
    name text not null,
    location text,
    status text not null,
    network_config text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index edge_data_center_name on edge_data_center (lower(name)) where deleted_at is null;

-- A pool's over-commit says how much of each resource may be promised for each that is there.
create table resource_pool (
    id uuid primary key,
    generation bigint not null,
    name text not null,
    description text,
    edge_data_center_id uuid not null references edge_data_center,
    scheduling_policy text not null,
    status text not null,
    cpu_overcommit numeric(6, 2) not null,
    memory_overcommit numeric(6, 2) not null,
    storage_overcommit numeric(6, 2) not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index resource_pool_name on resource_pool (edge_data_center_id, lower(name)) where deleted_at is null;

-- What may be promised (the capacities: what is there, times the pool's over-commit) and what is promised (allocated) stand
-- in one row, so that one conditional update claims all of it. An exclusive machine is one instance's.
create table compute_machine (
    id uuid primary key,
    generation bigint not null,
    hostname text not null,
    name text not null,
    edge_data_center_id uuid not null references edge_data_center,
    resource_pool_id uuid not null references resource_pool,
    machine_type text not null,
    rental_mode text not null,
    hypervisor_type text not null,
    cpu_cores integer not null,
    memory_gb integer not null,
    storage_gb integer not null,
    gpu_count integer not null,
    gpu_model text,
    management_ip text not null,
    business_ip text,
    cpu_capacity integer not null,
    memory_capacity integer not null,
    storage_capacity integer not null,
    allocated_cpu_cores integer not null default 0,
    allocated_memory_gb integer not null default 0,
    allocated_storage_gb integer not null default 0,
    allocated_gpu_count integer not null default 0,
    instances integer not null default 0,
    exclusive_to uuid,
    status text not null,
    health_status text not null,
    connection_config text,
    tags text[] not null default '{}',
    agent_public_key text,
    agent_version text,
    last_heartbeat timestamptz,
    fenced_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz,
    constraint compute_machine_cpu check (allocated_cpu_cores between 0 and cpu_capacity),
    constraint compute_machine_memory check (allocated_memory_gb between 0 and memory_capacity),
    constraint compute_machine_storage check (allocated_storage_gb between 0 and storage_capacity),
    constraint compute_machine_gpu check (allocated_gpu_count between 0 and gpu_count),
    constraint compute_machine_instances check (instances >= 0)
);
create unique index compute_machine_management_ip on compute_machine (edge_data_center_id, management_ip)
    where deleted_at is null;
create unique index compute_machine_business_ip on compute_machine (edge_data_center_id, business_ip)
    where deleted_at is null;
create index compute_machine_pool on compute_machine (resource_pool_id);
