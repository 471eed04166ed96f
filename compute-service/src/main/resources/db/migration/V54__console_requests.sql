-- Counts what hosts were told of the console of a machine, on whichever host it is.
alter table virtual_machine add column console_generation bigint not null default 0;

-- That somebody waits for the console of an instance, and what its host has answered. Times are real: hosts and callers wait by their own clocks.
create table console_request (
    id uuid primary key,
    tenant_id uuid not null,
    instance_id uuid not null,
    virtual_machine_id uuid not null,
    compute_machine_id uuid not null,
    use text not null check (use in ('LOG')),
    expires_at timestamptz not null,
    answered_at timestamptz,
    log text,
    failure text,
    constraint console_request_answered check ((answered_at is null) or (log is not null or failure is not null))
);
create index console_request_machine on console_request (virtual_machine_id);
create index console_request_tenant on console_request (tenant_id);
alter table console_request enable row level security;
alter table console_request force row level security;
create policy console_request_tenant on console_request using (sees(tenant_id));
