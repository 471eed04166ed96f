-- Roles, keys and service accounts can be limited to a user group, which is a project.
alter table role_assignment add column group_id uuid references user_group;
drop index role_assignment_once;
create unique index role_assignment_once on role_assignment (user_id, role_id, group_id) nulls not distinct;
create index role_assignment_group on role_assignment (group_id) where group_id is not null;
alter table api_key add column group_id uuid references user_group;
alter table service_account add column group_id uuid references user_group;

-- What users own is seen and changed within a project by those who are limited to it.
create policy api_key_project on api_key as restrictive
    using (not is_limited() or user_id in (select user_id from project_member));
create policy ssh_key_project on ssh_key as restrictive
    using (not is_limited() or user_id in (select user_id from project_member));
