-- What a tenant, a group or a user may hold of each thing and, where there is a limit, what they do hold: the row that is
-- checked is the row that is changed. Without a limit nothing is counted, and many claim at once.
create table quota_usage (
    scope_id uuid primary key,
    scope_kind text not null,
    generation bigint not null,
    tenant_id uuid not null,
    parent_id uuid,
    is_limited boolean not null,
    max_instances bigint,
    max_vcpus bigint,
    max_memory_mb bigint,
    max_storage_gb bigint,
    max_gpus bigint,
    instances bigint not null default 0,
    vcpus bigint not null default 0,
    memory_mb bigint not null default 0,
    storage_gb bigint not null default 0,
    gpus bigint not null default 0
);
alter table quota_usage enable row level security;
alter table quota_usage force row level security;
create policy quota_usage_tenant on quota_usage using (sees(tenant_id));

create table known_member (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    group_id uuid not null,
    user_id uuid not null,
    is_removed boolean not null
);
create index known_member_user on known_member (user_id) where not is_removed;
alter table known_member enable row level security;
alter table known_member force row level security;
create policy known_member_tenant on known_member using (sees(tenant_id));

-- Whose limits apply to a user: the tenant's, the user's and those of all groups above, in one order for everybody.
create function quota_scopes(tenant uuid, person uuid) returns uuid[]
    language sql stable
    return (
        with recursive above (id) as (
            select group_id from known_member where user_id = person and not is_removed
            union
            select parent_id from quota_usage join above on above.id = scope_id where parent_id is not null)
        select array_agg(id order by id)
        from (select tenant as id union select person union select id from above) scope);

-- Takes, or with negative numbers gives back, in every scope; null, or the scope that refused. A limit that is being set
-- waits for all who claimed without one, and then counts them.
create function claim_quota(
    tenant uuid, scopes uuid[], n int, cpu int, memory_gb_more int, storage int, gpu int) returns uuid
    language plpgsql as $$
declare
    scope uuid;
begin
    foreach scope in array scopes loop
        perform 1 from quota_usage where scope_id = scope and not is_limited for share;
        continue when found;
        update quota_usage set
            instances = instances + n, vcpus = vcpus + cpu, memory_mb = memory_mb + memory_gb_more * 1024,
            storage_gb = storage_gb + storage, gpus = gpus + gpu
        where scope_id = scope and is_limited
            and (n <= 0 or max_instances is null or instances + n <= max_instances)
            and (cpu <= 0 or max_vcpus is null or vcpus + cpu <= max_vcpus)
            and (memory_gb_more <= 0 or max_memory_mb is null
                or memory_mb + memory_gb_more * 1024 <= max_memory_mb)
            and (storage <= 0 or max_storage_gb is null or storage_gb + storage <= max_storage_gb)
            and (gpu <= 0 or max_gpus is null or gpus + gpu <= max_gpus);
        continue when found;
        insert into quota_usage (scope_id, scope_kind, generation, tenant_id, is_limited)
        values (scope, case when scope = tenant then 'TENANT' else 'USER' end, 0, tenant, false)
        on conflict do nothing;
        continue when found;
        perform 1 from quota_usage where scope_id = scope and not is_limited for share;
        continue when found;
        return scope;
    end loop;
    return null;
end $$;
