create table volume (
    id uuid primary key,
    pool_id uuid not null,
    size_gb integer not null,
    compute_machine_id uuid,
    desired_generation bigint not null,
    desired_present boolean not null,
    seen_generation bigint not null,
    seen_state text,
    seen_settled boolean not null,
    seen_detail text,
    seen_at timestamptz,
    settled_generation bigint not null,
    deleted_at timestamptz
);
