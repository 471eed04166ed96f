-- What one person is told.
create table notification (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    user_id uuid not null,
    type text not null,
    title text not null,
    message text not null,
    metadata text not null check (metadata is json object),
    read_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz check (deleted_at is null)
);
create index notification_user on notification (user_id, id);
create index notification_unread on notification (user_id) where read_at is null;
create index notification_tenant on notification (tenant_id);
create index notification_created on notification (created_at);
alter table notification enable row level security;
alter table notification force row level security;
create policy notification_tenant on notification using (sees(tenant_id));
