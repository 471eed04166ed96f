-- The last number that a ticket was given. It is taken in the transaction of its ticket: without the one there is not the other.
create table ticket_series (
    id boolean primary key default true check (id),
    last_number bigint not null
);
insert into ticket_series (last_number) values (0);
revoke insert, delete, truncate on ticket_series from support_service;

create table ticket (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    number bigint not null constraint ticket_number unique,
    ticket_number text not null,
    subject text not null,
    description text not null,
    category text not null,
    priority text not null,
    status text not null,
    user_id uuid,
    assigned_to uuid,
    tags text[] not null,
    resolved_at timestamptz check ((resolved_at is not null) = (status = 'RESOLVED') or status in ('CLOSED', 'DELETED')),
    closed_at timestamptz check ((closed_at is not null) = (status = 'CLOSED') or status = 'DELETED'),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz check ((deleted_at is not null) = (status = 'DELETED')),
    words tsvector not null generated always as (to_tsvector('simple', subject || ' ' || description)) stored
);
create index ticket_tenant on ticket (tenant_id, id);
create unique index ticket_ticket_number on ticket (lower(ticket_number));
create index ticket_open on ticket (status, id) where status in ('OPEN', 'IN_PROGRESS');
create index ticket_assigned on ticket (assigned_to, id) where assigned_to is not null;
create index ticket_user on ticket (user_id, id) where user_id is not null;
create index ticket_tags on ticket using gin (tags);
create index ticket_words on ticket using gin (words);
create index ticket_deleted on ticket (deleted_at) where deleted_at is not null;
alter table ticket enable row level security;
alter table ticket force row level security;
create policy ticket_tenant on ticket using (sees(tenant_id));

-- What is said in a ticket. Notes are among the operator's people: whoever works in a tenant sees none, whatever the code asks for.
create table ticket_message (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    ticket_id uuid not null references ticket on delete cascade,
    user_id uuid not null,
    message text not null,
    is_internal boolean not null,
    of_operator boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz check (deleted_at is null),
    words tsvector not null generated always as (to_tsvector('simple', message)) stored
);
create index ticket_message_ticket on ticket_message (ticket_id, id);
create index ticket_message_tenant on ticket_message (tenant_id, created_at) where not is_internal and not of_operator;
create index ticket_message_words on ticket_message using gin (words);
alter table ticket_message enable row level security;
alter table ticket_message force row level security;
create policy ticket_message_tenant on ticket_message using (sees(tenant_id));
create policy ticket_message_internal on ticket_message as restrictive
    using (not is_internal or current_setting('skyholm.platform', true) = 'on');
