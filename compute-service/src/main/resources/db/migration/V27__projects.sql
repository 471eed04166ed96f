-- Within a project its members' things are seen and changed alone. What belongs to an instance, a set or a template is seen where that is.
create policy instance_project on instance as restrictive
    using (not is_limited() or user_id in (select user_id from project_member));
create policy virtual_machine_project on virtual_machine as restrictive for select
    using (not is_limited() or exists (select from instance where instance.id = instance_id));
create policy maintenance_notice_project on maintenance_notice as restrictive for select
    using (not is_limited() or exists (select from instance where instance.id = instance_id));
create policy known_network_project on known_network as restrictive for select
    using (not is_limited() or exists (select from instance where instance.id = instance_id));
create policy instance_set_project on instance_set as restrictive
    using (not is_limited() or owner_id in (select user_id from project_member));
create policy instance_set_member_project on instance_set_member as restrictive for select
    using (not is_limited() or exists (select from instance_set where instance_set.id = set_id));
create policy known_ssh_key_project on known_ssh_key as restrictive
    using (not is_limited() or user_id in (select user_id from project_member));

-- What is done to several instances at once concerns no row of its own: it is seen with whoever began it.
create policy operation_project on operation as restrictive for select
    using (not is_limited()
        or exists (select from instance where instance.id = resource_id)
        or exists (select from instance_set where instance_set.id = resource_id)
        or (resource_type = 'INSTANCES' and created_by in (select user_id from project_member)));

-- A template that is shared with everybody, or with a group of the project, is read there too, and changed within its owner's project.
create policy template_seen_project on template as restrictive for select
    using (not is_limited() or tenant_id is null or visibility = 'PUBLIC'
        or user_group_id = any (nullif(current_setting('skyholm.groups', true), '')::uuid[])
        or owner_id in (select user_id from project_member));
create policy template_added_project on template as restrictive for insert
    with check (not is_limited() or owner_id in (select user_id from project_member));
create policy template_changed_project on template as restrictive for update
    using (not is_limited() or owner_id in (select user_id from project_member));
create policy template_deleted_project on template as restrictive for delete
    using (not is_limited() or owner_id in (select user_id from project_member));
create policy template_version_project on template_version as restrictive for select
    using (not is_limited() or exists (select from template where template.id = template_id));
