-- Who is in which group is known in one place, known_user_group and known_user_group_member, which every room reads. What is known there
-- stays if it is as new. These rows do not say all of a group, so that any fact of it counts more.
set local lock_timeout = '5s';
select set_config('skyholm.platform', 'on', true);
insert into known_user_group (id, generation, tenant_id, parent_group_id, is_deleted)
    select id, 0, tenant_id, parent_group_id, false from quota_holder where level = 'GROUP'
    on conflict do nothing;
insert into known_user_group_member as known (id, generation, tenant_id, group_id, user_id, is_removed)
    select id, generation, tenant_id, group_id, user_id, removed_at is not null from known_member
    on conflict (id) do update set generation = excluded.generation, is_removed = excluded.is_removed
    where known.generation < excluded.generation;

-- Whom an address of a user counts for: the user, the tenant, and the groups that the user is in, with all above them.
create or replace function quota_holders_of(of_tenant uuid, of_user uuid) returns uuid[]
    language sql stable
    return array(
        with recursive of_group (id) as (
            select group_id from known_user_group_member where user_id = of_user and not is_removed
            union
            select parent_group_id from known_user_group below join of_group on of_group.id = below.id
            where parent_group_id is not null)
        select id from quota_holder
        where tenant_id = of_tenant and (id in (of_tenant, of_user) or id in (select id from of_group)));

drop table known_member;
alter table quota_holder drop column parent_group_id;
