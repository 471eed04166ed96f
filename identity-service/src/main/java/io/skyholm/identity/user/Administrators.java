package io.skyholm.identity.user;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.role.BuiltIns;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Knows who administers a tenant, and sees to it that it keeps an administrator who can come in, and the platform too. Of
 * two changes at once the second waits for the first before it counts.
 */
@ApplicationScoped
public class Administrators {

    private static final String OTHERS = """
            select 1 from tenant_role held join app_user on app_user.id = held.user_id
            where held.role_id = $1 and app_user.status = 'ACTIVE' and app_user.id <> $2
                and ($3::uuid is null or app_user.tenant_id = $3)
            limit 1""";

    /** Nobody is written to at an address that they have not proved to be theirs. */
    private static final String ADDRESSES = """
            select app_user.email from app_user join tenant_role held on held.user_id = app_user.id
            where app_user.tenant_id = $1 and held.role_id = $2 and app_user.status = 'ACTIVE' and app_user.email_verified
            order by app_user.id limit 10""";

    /** Where those who administer a tenant get mail, of the first ten. */
    public Uni<List<String>> addresses(Work work, UUID tenantId) {
        return work.values(String.class, ADDRESSES, tenantId, BuiltIns.id(BuiltInRole.TENANT_ADMIN));
    }

    /** Refuses the change of a user who administered before it, if nobody is left who does. */
    Uni<Void> remain(Caller caller, Work work, Set<String> before, User user) {
        return needed(caller, before, user.administration())
                .map(role -> another(work, role, user, role == BuiltInRole.ADMIN ? null : user.tenantId))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** The role that somebody else must hold for the change; who owns the platform may leave a tenant without. */
    static Optional<BuiltInRole> needed(Caller caller, Set<String> before, Set<String> after) {
        if (lost(BuiltInRole.ADMIN, before, after)) {
            return Optional.of(BuiltInRole.ADMIN);
        }
        return lost(BuiltInRole.TENANT_ADMIN, before, after) && !ownsThePlatform(caller)
                ? Optional.of(BuiltInRole.TENANT_ADMIN)
                : Optional.empty();
    }

    private static boolean lost(BuiltInRole role, Set<String> before, Set<String> after) {
        return before.contains(role.name()) && !after.contains(role.name());
    }

    private static boolean ownsThePlatform(Caller caller) {
        return caller.roles().contains(BuiltInRole.ADMIN.name());
    }

    private static Uni<Void> another(Work work, BuiltInRole role, User user, @Nullable UUID tenantId) {
        work.lockName("the last " + role + " of " + tenantId);
        return work.query(OTHERS, BuiltIns.id(role), user.id, tenantId)
                .invoke(others -> {
                    if (!others.hasNext()) {
                        throw UserProblems.lastAdministrator(role.name());
                    }
                })
                .replaceWithVoid();
    }
}
