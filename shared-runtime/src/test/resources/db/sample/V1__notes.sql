create table note (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    title text not null,
    words text,
    mood text not null check (mood in ('CALM', 'URGENT')),
    stars integer,
    state text not null check (state in ('NEW', 'FILED')),
    created_at timestamptz not null
);
create unique index note_title on note (tenant_id, title);
create index note_tenant on note (tenant_id, id);
alter table note enable row level security;
alter table note force row level security;
create policy note_tenant on note using (sees(tenant_id));

-- An effect that would be seen if it happened twice.
create table note_tally (
    name text primary key,
    times bigint not null,
    traceparent text,
    correlation_id text
);
