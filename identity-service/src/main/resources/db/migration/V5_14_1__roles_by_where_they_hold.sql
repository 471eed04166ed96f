-- Who asks what somebody may do asks one of these two: what is held within a project is worth nothing outside of it.
create view tenant_role with (security_invoker = true) as
    select held.user_id, held.role_id, role.name, role.tenant_id is null as is_built_in
    from role_assignment held join role on role.id = held.role_id
    where held.group_id is null;

create view project_role with (security_invoker = true) as
    select held.user_id, held.role_id, role.name, held.group_id
    from role_assignment held join role on role.id = held.role_id
    where held.group_id is not null;
