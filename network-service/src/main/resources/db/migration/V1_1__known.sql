-- What this service has learnt from other contexts; generations keep older facts from replacing newer.
create table known_data_center (
    id uuid primary key,
    generation bigint not null,
    name text not null,
    status text not null
);

create table known_machine (
    id uuid primary key,
    generation bigint not null,
    edge_data_center_id uuid not null,
    status text not null,
    agent_public_key text,
    fenced_at timestamptz
);

create table known_instance (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    user_id uuid not null,
    name text not null,
    status text not null,
    edge_data_center_id uuid,
    compute_machine_id uuid,
    network_wanted boolean not null,
    networks text not null check (networks is json array)
);
create index known_instance_tenant on known_instance (tenant_id, id);
alter table known_instance enable row level security;
alter table known_instance force row level security;
create policy known_instance_tenant on known_instance using (sees(tenant_id));

-- A tenant, a group or a user, with the most public addresses it may hold and how many it does: what is checked and what
-- is changed stand in one row.
create table quota_holder (
    id uuid primary key,
    level text not null,
    generation bigint not null default 0,
    tenant_id uuid not null,
    parent_group_id uuid,
    most bigint,
    held bigint not null default 0 check (held >= 0)
);
alter table quota_holder enable row level security;
alter table quota_holder force row level security;
create policy quota_holder_tenant on quota_holder using (sees(tenant_id));

create table known_member (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    group_id uuid not null,
    user_id uuid not null,
    removed_at timestamptz
);
create index known_member_user on known_member (user_id) where removed_at is null;
alter table known_member enable row level security;
alter table known_member force row level security;
create policy known_member_tenant on known_member using (sees(tenant_id));

-- Whom an address of a user counts for: the user, the tenant, and the groups that the user is in, with all above them.
create function quota_holders_of(of_tenant uuid, of_user uuid) returns uuid[]
    language sql stable
    return array(
        with recursive of_group (id, parent_group_id) as (
            select g.id, g.parent_group_id
            from known_member member join quota_holder g on g.id = member.group_id
            where member.user_id = of_user and member.removed_at is null
            union
            select parent.id, parent.parent_group_id
            from quota_holder parent join of_group on parent.id = of_group.parent_group_id)
        select id from of_group
        union
        select id from quota_holder where id in (of_tenant, of_user) and tenant_id = of_tenant);
