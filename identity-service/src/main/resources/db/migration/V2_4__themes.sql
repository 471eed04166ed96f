-- Named sets of colours, of a tenant or of the platform.
create table theme (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid references tenant,
    name text not null,
    colors text not null check (colors is json object),
    is_active boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
insert into theme (id, generation, name, colors, is_active, created_at, updated_at)
values (
    '00000000-0000-7000-8000-000000000001', 1, 'Skyholm',
    '{"primary":"#1f5f8b","accent":"#e0a458","background":"#f7f9fb","surface":"#ffffff","text":"#16222c","muted":"#5d6d79","success":"#2f855a","warning":"#b7791f","error":"#c53030"}',
    true, now(), now());
-- What is deleted gives its name back, and has made room for another to be active.
create unique index theme_name on theme (tenant_id, lower(name)) nulls not distinct where deleted_at is null;
create unique index theme_active on theme (tenant_id) nulls not distinct where is_active and deleted_at is null;
create index theme_tenant on theme (tenant_id, id);
alter table theme enable row level security;
alter table theme force row level security;
create policy theme_tenant on theme using (sees(tenant_id));
create policy theme_platform on theme for select using (tenant_id is null);
