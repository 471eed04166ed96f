-- Who is in which group is known in one place, known_user_group and known_user_group_member, which every room reads. What is known there
-- stays if it is as new. These rows do not say all of a group, so that any fact of it counts more.
set local lock_timeout = '5s';
select set_config('skyholm.platform', 'on', true);
insert into known_user_group (id, generation, tenant_id, parent_group_id, is_deleted)
    select id, 0, template_group.tenant_id, quota_usage.parent_id, deleted
    from template_group left join quota_usage on quota_usage.scope_id = template_group.id
    on conflict do nothing;
insert into known_user_group_member as known (id, generation, tenant_id, group_id, user_id, is_removed)
    select id, generation, tenant_id, group_id, user_id, is_removed from known_member
    on conflict (id) do update set generation = excluded.generation, is_removed = excluded.is_removed
    where known.generation < excluded.generation;
insert into known_user_group_member as known (id, generation, tenant_id, group_id, user_id, is_removed)
    select id, generation, tenant_id, group_id, user_id, removed from template_group_member
    on conflict (id) do update set generation = excluded.generation, is_removed = excluded.is_removed
    where known.generation < excluded.generation;

-- Whose limits apply to a user: the tenant's, the user's and those of all groups above, in one order for everybody.
create or replace function quota_scopes(tenant uuid, person uuid) returns uuid[]
    language sql stable
    return (
        with recursive above (id) as (
            select group_id from known_user_group_member where user_id = person and not is_removed
            union
            select parent_group_id from known_user_group below join above on above.id = below.id
            where parent_group_id is not null)
        select array_agg(id order by id)
        from (select tenant as id union select person union select id from above) scope);

drop table known_member;
drop table template_group_member;
drop table template_group;
alter table quota_usage drop column parent_id;
