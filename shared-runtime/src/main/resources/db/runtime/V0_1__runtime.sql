-- What every service keeps beside its own rows.

-- Whether the present transaction may see what belongs to that tenant. TenantTransaction and TenantRead say who asks.
create function sees(tenant uuid) returns boolean
    language sql stable parallel safe
    return tenant = nullif(current_setting('skyholm.tenant', true), '')::uuid
        or current_setting('skyholm.platform', true) = 'on';

-- Debezium relays every row that is inserted here; the names of the columns become headers by its configuration.
create table outbox_event (
    id uuid primary key,
    aggregate_type text not null,
    aggregate_id text not null,
    type text not null,
    tenant_id uuid,
    source text not null,
    specversion text not null default '1.0',
    content_type text not null default 'application/json',
    generation bigint not null,
    correlation_id text not null,
    traceparent text,
    actor_id text,
    actor_address text,
    actor_agent text,
    payload text not null,
    created_at timestamptz not null default now()
);
create index outbox_event_created_at on outbox_event (created_at);
alter table outbox_event enable row level security;
alter table outbox_event force row level security;
create policy outbox_event_tenant on outbox_event using (sees(tenant_id));
alter publication skyholm_outbox add table outbox_event;

-- The events that have had their effect.
create table inbox_event (
    consumer text not null,
    id uuid not null,
    received_at timestamptz not null default now(),
    primary key (consumer, id)
);
create index inbox_event_received_at on inbox_event (received_at);

-- Events that cannot be applied: set aside so that those behind them can, and kept until someone decides.
create table parked_event (
    consumer text not null,
    id text not null,
    topic text not null,
    headers text not null,
    payload text,
    reason text not null,
    parked_at timestamptz not null default now(),
    primary key (consumer, id)
);

-- Rows that are not yet what they should be. Whoever works on one holds it until leased_until; wishes counts its wake-ups.
create table reconcile_task (
    kind text not null,
    id uuid not null,
    due_at timestamptz not null default now(),
    leased_until timestamptz,
    wishes bigint not null default 1,
    failures integer not null default 0,
    last_failure text,
    since timestamptz not null default now(),
    primary key (kind, id)
);
create index reconcile_task_due on reconcile_task (kind, due_at);

-- What was answered to a request that may be sent again.
create table idempotency_key (
    caller_id uuid not null,
    key text not null,
    tenant_id uuid not null,
    fingerprint text not null,
    answer text,
    created_at timestamptz not null default now(),
    primary key (caller_id, key)
);
create index idempotency_key_created_at on idempotency_key (created_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy idempotency_key_tenant on idempotency_key using (sees(tenant_id));
