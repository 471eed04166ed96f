-- When a machine will be maintained, as its operator plans it: at most one that is planned or under way for each machine.
create table maintenance_window (
    id uuid primary key,
    generation bigint not null,
    compute_machine_id uuid not null,
    status text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    reason text,
    drain boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    ended_at timestamptz,
    constraint maintenance_window_span check (ends_at > starts_at)
);
create unique index maintenance_window_open on maintenance_window (compute_machine_id) where ended_at is null;
create index maintenance_window_machine on maintenance_window (compute_machine_id, id);

-- What the tenant of an instance on such a machine is told, and chooses. Whoever changes one holds its window.
create table maintenance_notice (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    window_id uuid not null references maintenance_window,
    instance_id uuid not null,
    status text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    reason text,
    move_at timestamptz,
    chosen_by uuid,
    operation_id uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    ended_at timestamptz
);
create unique index maintenance_notice_once on maintenance_notice (window_id, instance_id) where ended_at is null;
create index maintenance_notice_tenant on maintenance_notice (tenant_id, id);
create index maintenance_notice_instance on maintenance_notice (instance_id, id);
alter table maintenance_notice enable row level security;
alter table maintenance_notice force row level security;
create policy maintenance_notice_tenant on maintenance_notice using (sees(tenant_id));
