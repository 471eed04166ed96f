-- A user group is a project: what its members and those of the groups below it own. What this service has learnt from identity of both, and
-- which roles and keys count within a project only.
alter table known_user add column limited_roles text check (limited_roles is json array);
alter table known_api_key add column group_id uuid;

create table known_user_group (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    parent_group_id uuid,
    is_deleted boolean not null
);
create index known_user_group_parent on known_user_group (parent_group_id) where not is_deleted;
alter table known_user_group enable row level security;
alter table known_user_group force row level security;
create policy known_user_group_tenant on known_user_group using (sees(tenant_id));

create table known_user_group_member (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    group_id uuid,
    user_id uuid not null,
    is_removed boolean not null
);
create index known_user_group_member_group on known_user_group_member (group_id) where not is_removed;
alter table known_user_group_member enable row level security;
alter table known_user_group_member force row level security;
create policy known_user_group_member_tenant on known_user_group_member using (sees(tenant_id));

-- The group and all below it; none once it is deleted, or before it is known.
create function known_groups_within(tenant uuid, top uuid) returns uuid[]
    language sql stable
    return array(
        with recursive within (id) as (
            select id from known_user_group where id = top and tenant_id = tenant and not is_deleted
            union
            select below.id from known_user_group below join within on below.parent_group_id = within.id
            where below.tenant_id = tenant and not below.is_deleted)
        select id from within);

-- Whether the present transaction is limited to projects: to the groups in skyholm.groups, of which there may be none.
create function is_limited() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('skyholm.groups', true), '') <> '';

-- Who owns what a limited transaction sees. Policies ask is_limited() first; then this is read once for each statement.
create view project_member with (security_invoker = true) as
    select user_id from known_user_group_member
    where not is_removed and group_id = any (nullif(current_setting('skyholm.groups', true), '')::uuid[]);
