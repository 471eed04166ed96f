package io.skyholm.runtime.access;

import static io.skyholm.runtime.problem.ProblemKind.FORBIDDEN;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.rights.HeldRight;
import io.skyholm.runtime.rights.KnownLimitedRole;
import io.skyholm.runtime.rights.Rights;
import io.skyholm.runtime.rights.RolePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of somebody beside what their credential says; nothing, if their facts have not come yet.
 *
 * @param roles the names of their roles, as known here or else as the credential says
 * @param permissions what those among them allow that their tenant made for itself; what the built-in ones allow is added
 * @param limitedRoles the roles that they hold within projects
 * @param recordedReads the types of resource of which their tenant has reading calls recorded
 */
record CallerStatus(
        @Nullable TenantStatus tenant,
        @Nullable UserStatus user,
        Set<String> roles,
        Set<Permission> permissions,
        List<KnownLimitedRole> limitedRoles,
        @Nullable Instant tokensNotBefore,
        boolean sessionEnded,
        Set<ResourceType> recordedReads) {

    CallerStatus {
        permissions = RolePermissions.of(roles, permissions);
    }

    /** Who has no limited roles, and whose tenant has nothing recorded but changes. */
    CallerStatus(
            @Nullable TenantStatus tenant,
            @Nullable UserStatus user,
            Set<String> roles,
            Set<Permission> permissions,
            @Nullable Instant tokensNotBefore,
            boolean sessionEnded) {
        this(tenant, user, roles, permissions, List.of(), tokensNotBefore, sessionEnded, Set.of());
    }

    /** What their roles allow, each where it is held. */
    Rights rights() {
        return KnownLimitedRole.added(Rights.of(permissions), limitedRoles);
    }

    /** Refuses whoever may not come in at all. */
    void checkWelcome() {
        if (user != null && user != UserStatus.ACTIVE) {
            throw Problem.unauthenticated("Your account is " + user + "; ask your administrator");
        }
        if (isClosed()) {
            throw Problem.of(FORBIDDEN, "TENANT_CLOSED", "Your tenant is " + tenant + "; ask the operator");
        }
    }

    /** Whether what they asked for, when they had this permission, still may be done. */
    HeldRight held(Permission permission) {
        return held(permission, rights());
    }

    /** The same where they used no more than some of their rights. */
    HeldRight held(Permission permission, Rights used) {
        return refusal(permission, used)
                .map(HeldRight::lost)
                .orElseGet(() -> HeldRight.within(used.limitOf(permission)));
    }

    private Optional<String> refusal(Permission permission, Rights used) {
        if (user != null && user != UserStatus.ACTIVE) {
            return Optional.of("The account of whoever asked for it is " + user);
        }
        if (isClosed() || readOnly()) {
            return Optional.of("The tenant of whoever asked for it is " + tenant);
        }
        return used.include(permission)
                ? Optional.empty()
                : Optional.of(
                        "Whoever asked for it has not got the permission %s any more".formatted(permission.name()));
    }

    boolean runsPlatform() {
        return roles.stream().anyMatch(BuiltInRole.ofPlatform()::contains);
    }

    private boolean isClosed() {
        return tenant == TenantStatus.INACTIVE || tenant == TenantStatus.DELETING || tenant == TenantStatus.DELETED;
    }

    /** Refuses a token that was good when it was issued and is no more. Tokens tell their time in whole seconds. */
    void checkCurrent(Instant issuedAt) {
        boolean outdated =
                tokensNotBefore != null && issuedAt.isBefore(tokensNotBefore.truncatedTo(ChronoUnit.SECONDS));
        if (sessionEnded || outdated) {
            throw Problem.unauthenticated("The session has ended; log in again");
        }
    }

    boolean readOnly() {
        return tenant == TenantStatus.SUSPENDED;
    }
}
