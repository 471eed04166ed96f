-- Who is in which group is known in one place, known_user_group and known_user_group_member, which every room reads. What is known there
-- stays if it is as new. These rows do not say all of a group, so that any fact of it counts more.
set local lock_timeout = '5s';
select set_config('skyholm.platform', 'on', true);
insert into known_user_group (id, generation, tenant_id, parent_group_id, is_deleted)
    select id, 0, tenant_id, null, deleted from image_group
    on conflict do nothing;
insert into known_user_group_member as known (id, generation, tenant_id, group_id, user_id, is_removed)
    select id, generation, tenant_id, group_id, user_id, removed from image_group_member
    on conflict (id) do update set generation = excluded.generation, is_removed = excluded.is_removed
    where known.generation < excluded.generation;

drop table image_group_member;
drop table image_group;
