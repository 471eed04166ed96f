package io.skyholm.identity.user;

import io.skyholm.events.identity.LimitedRole;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which roles users hold, everywhere or within a project: rows of their own, read and written by the roles' names. */
@Singleton
class RoleGrants {

    /** The names, in order, in a select from app_user. */
    static final String NAMES = """
            array(select held.name from tenant_role held where held.user_id = app_user.id order by held.name collate "C")""";

    /** The roles within projects, as JSON, in a select from app_user. */
    static final String LIMITED = """
            (select coalesce(json_agg(json_build_object('role', held.name, 'groupId', held.group_id)
                    order by held.name collate "C", held.group_id), '[]')::text
                from project_role held where held.user_id = app_user.id)""";

    private static final String GIVE = """
            insert into role_assignment (id, tenant_id, user_id, role_id, created_at, created_by)
            select uuidv7(), $1, $2, id, calendar_now(), $3 from role
            where deleted_at is null and (tenant_id is null or tenant_id = $1) and name = any($4)
            on conflict do nothing""";
    private static final String TAKE = """
            delete from role_assignment using role
            where role.id = role_assignment.role_id and role_assignment.user_id = $1 and group_id is null
                and not role.name = any($2)""";
    private static final String GIVE_WITHIN = """
            insert into role_assignment (id, tenant_id, user_id, role_id, group_id, created_at, created_by)
            select uuidv7(), $1, $2, id, $5, calendar_now(), $3 from role
            where deleted_at is null and (tenant_id is null or tenant_id = $1) and name = $4""";
    private static final String TAKE_WITHIN = """
            delete from role_assignment using role
            where role.id = role_assignment.role_id and role_assignment.user_id = $1 and role.name = $2 and group_id = $3""";

    /** Gives the user the roles that they have and do not hold yet. */
    void give(Work work, User user, @Nullable UUID by) {
        work.send(GIVE, user.tenantId, user.id, by, user.roles);
    }

    /** Makes it so that the user holds exactly the roles that they have. */
    void replace(Work work, User user, @Nullable UUID by) {
        work.send(TAKE, user.id, user.roles);
        give(work, user, by);
    }

    /** Gives the user a role within a project. */
    void giveWithin(Work work, User user, LimitedRole role, @Nullable UUID by) {
        work.send(GIVE_WITHIN, user.tenantId, user.id, by, role.role(), role.groupId());
    }

    /** Takes a role within a project from the user. */
    void takeWithin(Work work, User user, LimitedRole role) {
        work.send(TAKE_WITHIN, user.id, role.role(), role.groupId());
    }
}
