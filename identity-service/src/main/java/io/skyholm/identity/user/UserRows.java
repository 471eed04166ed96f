package io.skyholm.identity.user;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.group.GroupUsers;
import io.skyholm.identity.role.RoleHolders;
import io.skyholm.identity.session.SessionUsers;
import io.skyholm.identity.tenant.TenantUsers;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Answers, from the rows of users, what the rooms below need to know of them. */
@Singleton
class UserRows implements TenantUsers, GroupUsers, SessionUsers, RoleHolders {

    private static final String OF_TENANT =
            "select 1 from app_user where tenant_id = $1 and status <> 'DELETED' limit 1";
    private static final String ACTIVE =
            "select 1 from app_user where id = $1 and tenant_id = $2 and status = 'ACTIVE'";
    private static final String STAYS =
            "select 1 from app_user where id = $1 and tenant_id = $2 and status <> 'DELETED' for share";
    /** Held, so that who is deleted meanwhile is seen to be, and whoever deletes them finds what was written for them. */
    private static final String TENANT = """
            select app_user.tenant_id from app_user join tenant on tenant.id = app_user.tenant_id
            where app_user.id = $1 and app_user.status <> 'DELETED' and tenant.status not in ('DELETING', 'DELETED')
            for share of app_user""";

    private static final String SEEN = "select 1 from app_user where id = $1";
    private static final String HOLDERS = """
            select count(*) from role_assignment held join app_user on app_user.id = held.user_id
            where held.role_id = $1 and app_user.status <> 'DELETED'""";

    private static final String OPERATORS = """
            select 1 from app_user join tenant_role held on held.user_id = app_user.id and held.is_built_in and held.name = any($2)
            where app_user.tenant_id = $1 and app_user.status <> 'DELETED' limit 1""";

    private final TenantRead read;

    UserRows(TenantRead read) {
        this.read = read;
    }

    @Override
    public Uni<Boolean> exist(Work work, UUID tenant) {
        return work.exists(OF_TENANT, tenant);
    }

    @Override
    public Uni<Boolean> haveActive(Work work, UUID tenant, UUID user) {
        return work.exists(ACTIVE, user, tenant);
    }

    @Override
    public Uni<Boolean> runPlatform(Work work, UUID tenant) {
        return work.exists(OPERATORS, tenant, BuiltInRole.ofPlatform().toArray(String[]::new));
    }

    @Override
    public Uni<Boolean> belongTo(Work work, UUID tenant, UUID user) {
        return work.exists(STAYS, user, tenant);
    }

    @Override
    public Uni<Optional<UUID>> tenantOf(Work work, UUID user) {
        return work.value(UUID.class, TENANT, user);
    }

    @Override
    public Uni<Boolean> areSeen(TenantScope scope, UUID user) {
        return read.one(scope, Statement.of(SEEN, user), row -> true).map(Optional::isPresent);
    }

    @Override
    public Uni<Long> count(Work work, UUID role) {
        return work.value(Long.class, HOLDERS, role).map(Optional::orElseThrow);
    }
}
