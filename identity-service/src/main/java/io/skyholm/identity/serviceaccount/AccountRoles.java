package io.skyholm.identity.serviceaccount;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.role.GrantableRoles;
import io.skyholm.identity.role.RoleHolders;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who may give a service account which roles, and how many hold one. */
@Singleton
class AccountRoles implements RoleHolders {

    private static final String HOLDERS = """
            select count(*) from service_account join role on role.tenant_id = service_account.tenant_id
                and role.name = any(service_account.roles)
            where role.id = $1 and service_account.deleted_at is null""";

    private final GrantableRoles roles;

    AccountRoles(GrantableRoles roles) {
        this.roles = roles;
    }

    /**
     * Refuses to let somebody give away more than they hold, or touch an account that holds more. Whoever has stolen a key could
     * make themselves an account with it that outlives the key.
     */
    Uni<Void> checkGivenBy(Caller giver, Work work, UUID tenantId, Collection<String> names) {
        if (giver.credential().kind() != Credential.Kind.SESSION) {
            throw ServiceAccountProblems.notSignedIn();
        }
        if (names.stream().anyMatch(BuiltInRole.ofPlatform()::contains)) {
            throw ServiceAccountProblems.platformRole();
        }
        return roles.named(work, tenantId, Set.copyOf(names))
                .invoke(found -> found.forEach(role -> role.checkGivenBy(giver)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Long> count(Work work, UUID role) {
        return work.value(Long.class, HOLDERS, role).map(Optional::orElseThrow);
    }
}
