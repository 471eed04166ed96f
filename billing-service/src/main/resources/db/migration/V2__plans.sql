-- What is offered at which price, and how that was before.
create table plan (
    id uuid primary key,
    generation bigint not null,
    version integer not null,
    kind text not null check (kind in ('VPS', 'CONTAINER')),
    name text not null,
    provider text,
    provider_type text,
    vcpus integer not null,
    memory_mb integer not null,
    disk_gb integer not null,
    gpu_count integer not null,
    transfer_gb integer,
    network_out_mbps integer,
    currency text not null,
    base_cost numeric(20, 6),
    markup_percentage numeric(20, 6),
    hourly_rate numeric(20, 6) not null check (hourly_rate >= 0),
    monthly_rate numeric(20, 6) not null check (monthly_rate >= 0),
    available_regions text[] not null,
    is_active boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create unique index plan_name on plan (kind, lower(name)) where deleted_at is null;

-- The terms of a plan as they were from one change to the next: what was billed by them names their version.
create table plan_version (
    id uuid primary key,
    plan_id uuid not null references plan,
    version integer not null,
    vcpus integer not null,
    memory_mb integer not null,
    disk_gb integer not null,
    gpu_count integer not null,
    transfer_gb integer,
    network_out_mbps integer,
    currency text not null,
    base_cost numeric(20, 6),
    markup_percentage numeric(20, 6),
    hourly_rate numeric(20, 6) not null,
    monthly_rate numeric(20, 6) not null,
    created_at timestamptz not null,
    created_by uuid,
    unique (plan_id, version)
);
revoke update, delete, truncate on plan_version from billing_service;
