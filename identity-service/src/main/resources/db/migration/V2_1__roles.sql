-- Named sets of permissions. The built-in ones belong to no tenant; what they allow is in the program, not here.
create table role (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid references tenant,
    name text not null,
    description text,
    is_default boolean not null,
    permissions text[] not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
insert into role (id, generation, name, description, is_default, permissions, created_at, updated_at)
select id::uuid, 1, name, description, false, '{}', now(), now()
from (values
    ('00000000-0000-7000-8000-000000000001', 'ADMIN', 'Owns the platform'),
    ('00000000-0000-7000-8000-000000000002', 'TENANT_ADMIN', 'Owns a tenant'),
    ('00000000-0000-7000-8000-000000000003', 'OPERATOR', 'Runs the platform'),
    ('00000000-0000-7000-8000-000000000004', 'USER', 'Works in a tenant')) built_in (id, name, description);
-- What is deleted gives its name back.
create unique index role_name on role (tenant_id, lower(name)) nulls not distinct where deleted_at is null;
create index role_tenant on role (tenant_id, id);
alter table role enable row level security;
alter table role force row level security;
create policy role_tenant on role using (sees(tenant_id));
create policy role_built_in on role for select using (tenant_id is null);

-- Who holds which role: the only truth of it.
create table role_assignment (
    id uuid primary key,
    tenant_id uuid not null references tenant,
    user_id uuid not null references app_user,
    role_id uuid not null references role,
    created_at timestamptz not null,
    created_by uuid
);
create unique index role_assignment_once on role_assignment (user_id, role_id);
create index role_assignment_role on role_assignment (role_id, user_id);
create index role_assignment_tenant on role_assignment (tenant_id, id);
alter table role_assignment enable row level security;
alter table role_assignment force row level security;
create policy role_assignment_tenant on role_assignment using (sees(tenant_id));
