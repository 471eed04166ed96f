-- A machine is updated with every claim and every heartbeat: room on its page keeps that cheap.
alter table compute_machine set (fillfactor = 70);
alter table compute_machine
    add column status_before text,
    add column status_reason text,
    add column drain_requested_at timestamptz,
    add column access_removed_at timestamptz,
    add constraint compute_machine_connection check (connection_config is json object);
create index compute_machine_place on compute_machine (edge_data_center_id) where deleted_at is null;
create index resource_pool_place on resource_pool (edge_data_center_id) where deleted_at is null;
alter table edge_data_center add constraint edge_data_center_network check (network_config is json object);

-- What lets one agent make one machine of its host; only the hash of the token is kept. The machine has its id before it
-- joins, so that a join that is tried again prepares the same things in Kafka.
create table join_token (
    id uuid primary key,
    token_hash text not null constraint join_token_hash unique,
    resource_pool_id uuid not null references resource_pool,
    machine_type text,
    rental_mode text,
    tags text[] not null default '{}',
    public_key text,
    machine_id uuid not null,
    created_at timestamptz not null,
    created_by uuid,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz
);
create index join_token_pool on join_token (resource_pool_id);

-- What can be bought, as billing says; sizes are those of the instance that is made of it.
create table known_plan (
    id uuid primary key,
    generation bigint not null,
    name text not null constraint known_plan_name unique,
    cpu_cores integer not null,
    memory_gb integer not null,
    storage_gb integer not null,
    gpu_count integer not null default 0,
    bandwidth_gbps numeric,
    traffic_gb integer,
    hourly_rate numeric,
    monthly_rate numeric,
    currency text,
    regions text[] not null default '{}',
    is_active boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

-- The groups of users that templates are offered to, and who is in them.
create table template_group (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    deleted boolean not null
);
alter table template_group enable row level security;
alter table template_group force row level security;
create policy template_group_tenant on template_group using (sees(tenant_id));

create table template_group_member (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    group_id uuid not null,
    user_id uuid not null,
    removed boolean not null
);
create index template_group_member_group on template_group_member (group_id, user_id);
alter table template_group_member enable row level security;
alter table template_group_member force row level security;
create policy template_group_member_tenant on template_group_member using (sees(tenant_id));

-- What instances and sets of them are made of; without a tenant it is the platform's.
create table template (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid,
    owner_id uuid not null,
    name text not null,
    description text,
    use_case text,
    template_type text not null,
    base_image_id uuid,
    default_cpu_cores integer not null,
    default_memory_gb integer not null,
    default_storage_gb integer not null,
    default_gpu_count integer not null default 0,
    default_bandwidth_gbps numeric,
    network_config text check (network_config is json object),
    user_data text,
    members text check (members is json array),
    tags text[] not null default '{}',
    visibility text not null,
    user_group_id uuid,
    version text not null,
    status text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz,
    constraint template_group_named check ((visibility = 'GROUP_SPECIFIC') = (user_group_id is not null))
);
create unique index template_name on template (tenant_id, lower(name)) nulls not distinct where deleted_at is null;
create index template_tenant on template (tenant_id, id);
create index template_public on template (id) where visibility = 'PUBLIC';
alter table template enable row level security;
alter table template force row level security;
create policy template_tenant on template using (sees(tenant_id));
create policy template_public on template for select using (visibility = 'PUBLIC');

-- What a template was at a time: never changed, but for which one is the latest.
create table template_version (
    id uuid primary key,
    template_id uuid not null references template,
    tenant_id uuid,
    version_number text not null,
    is_latest boolean not null,
    config_snapshot text not null check (config_snapshot is json object),
    changelog text,
    created_at timestamptz not null,
    created_by uuid
);
create unique index template_version_number on template_version (template_id, version_number);
create unique index template_version_latest on template_version (template_id) where is_latest;
create index template_version_template on template_version (template_id, id);
alter table template_version enable row level security;
alter table template_version force row level security;
create policy template_version_tenant on template_version using (sees(tenant_id));
create policy template_version_public on template_version for select
    using (exists (select 1 from template t where t.id = template_id and t.visibility = 'PUBLIC'));

-- Scripts that run at first boot, with the variables they ask for; without a tenant it is the platform's.
create table stack_script (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid,
    name text not null,
    external_id text,
    script_data text not null check (script_data is json object),
    description text,
    is_active boolean not null,
    is_public boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index stack_script_name on stack_script (tenant_id, lower(name)) nulls not distinct
    where deleted_at is null;
create index stack_script_tenant on stack_script (tenant_id, id);
alter table stack_script enable row level security;
alter table stack_script force row level security;
create policy stack_script_tenant on stack_script using (sees(tenant_id));
create policy stack_script_public on stack_script for select using (is_public);
