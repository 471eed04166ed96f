-- A console that somebody types into: its host is asked like for a log.
alter table console_request drop constraint console_request_use_check;
alter table console_request add constraint console_request_use_check check (use in ('LOG', 'SERIAL'));

-- Who may open a console by a ticket, has one open, or had. Times are real: tickets and lines live by the clocks of those who wait.
create table console_session (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    instance_id uuid not null,
    virtual_machine_id uuid not null,
    compute_machine_id uuid not null,
    opened_by uuid not null,
    api_key_id uuid,
    correlation_id text not null,
    ticket_hash text not null,
    status text not null check (status in ('TICKET', 'OPEN', 'ENDED')),
    address text,
    agent text,
    -- The replica at which it is open: where its host comes to another, that passes the line on.
    held_at text,
    seen_at timestamptz not null,
    opened_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    constraint console_session_opened check ((status = 'TICKET') = (opened_at is null)),
    constraint console_session_ended check ((status = 'ENDED') = (ended_at is not null))
);
create unique index console_session_ticket on console_session (ticket_hash);
-- A guest has one console, and one person at it.
create unique index console_session_open on console_session (virtual_machine_id) where status = 'OPEN';
-- Tickets and open ones, which are few: counted for each ticket, and looked for when compute starts.
create index console_session_lives on console_session (tenant_id, status) where status <> 'ENDED';
-- How many were begun within the hour; also finds what is a tenant's.
create index console_session_tenant on console_session (tenant_id, opened_at);
create index console_session_ended_at on console_session (ended_at) where ended_at is not null;
alter table console_session enable row level security;
alter table console_session force row level security;
create policy console_session_tenant on console_session using (sees(tenant_id));
