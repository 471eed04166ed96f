package io.skyholm.identity.invitation;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.identity.role.Grantable;
import io.skyholm.identity.role.GrantableRoles;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What those who invited somebody may still grant, by what they hold now: as a call of theirs would be judged. */
@Singleton
class InviterRights {

    private static final Permission CREATE_USERS = new Permission(ResourceType.USER, Action.CREATE);

    /** Whoever locks them at this moment is waited for. */
    private static final String GIVER = """
            select app_user.tenant_id,
                array(select held.name from tenant_role held where held.user_id = app_user.id) as roles
            from app_user join tenant on tenant.id = app_user.tenant_id
            where app_user.id = $1 and app_user.status = 'ACTIVE' and tenant.status = 'ACTIVE' for share""";

    private record Giver(UUID tenantId, List<String> roles) {

        boolean sees(UUID tenant) {
            return tenantId.equals(tenant) || roles.stream().anyMatch(BuiltInRole.ofPlatform()::contains);
        }
    }

    private final GrantableRoles roles;

    InviterRights(GrantableRoles roles) {
        this.roles = roles;
    }

    /** Whether that user may come in, and may still have users with those roles in that tenant. */
    Uni<Boolean> mayStillGrant(Work work, @Nullable UUID giver, UUID tenantId, Set<String> names) {
        return work.find(Giver.class, GIVER, giver)
                .map(found -> found.filter(known -> known.sees(tenantId)))
                .chain(found -> found.map(known -> coveredBy(work, known, tenantId, names))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> coveredBy(Work work, Giver giver, UUID tenantId, Set<String> names) {
        return roles.named(work, giver.tenantId(), Set.copyOf(giver.roles()))
                .chain(held -> roles.named(work, tenantId, names).map(wanted -> covers(held, wanted)));
    }

    static boolean covers(List<Grantable> held, List<Grantable> wanted) {
        Set<Permission> permissions = new HashSet<>();
        held.forEach(role -> permissions.addAll(role.permissions()));
        return permissions.contains(CREATE_USERS)
                && wanted.stream().allMatch(role -> permissions.containsAll(role.permissions()));
    }
}
