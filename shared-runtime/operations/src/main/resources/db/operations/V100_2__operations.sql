-- Changes that take time, and what becomes of them. Compute has had this table since before it was a module's; there this
-- changes nothing.
create table if not exists operation (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    kind text not null,
    resource_type text not null,
    resource_id uuid not null,
    parent_id uuid,
    status text not null,
    detail text,
    steps text not null check (steps is json array),
    request text not null check (request is json object),
    deadline timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    ended_at timestamptz,
    created_by uuid
);
create index if not exists operation_tenant on operation (tenant_id, id);
create index if not exists operation_resource on operation (resource_id, id);
create index if not exists operation_parent on operation (parent_id) where parent_id is not null;
create index if not exists operation_open on operation (id) where ended_at is null;
alter table operation enable row level security;
alter table operation force row level security;
drop policy if exists operation_tenant on operation;
create policy operation_tenant on operation using (sees(tenant_id));
create index if not exists operation_ended_at on operation (ended_at) where ended_at is not null;
