package io.skyholm.runtime.accessgrant;

import io.skyholm.events.access.AccessGrantPermissions;
import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.AccessGrantStatus;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.rights.Rights;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An access grant as it is known here, with the standing of the tenant that gave it. */
record KnownGrant(
        UUID id,
        UUID tenantId,
        UUID operatorId,
        AccessGrantStatus status,
        Set<Permission> permissions,
        String reason,
        Instant expiresAt,
        @Nullable TenantStatus tenant) {

    /**
     * Who calls while that operator uses the grant now: with the tenant's eyes and the grant's permissions, and without any role, since
     * those of the platform see all tenants.
     */
    Caller admit(Caller operator, Instant now) {
        if (!operatorId.equals(operator.id()) || !operator.ofPlatform()) {
            throw notYours();
        }
        if (operator.credential().kind() != Credential.Kind.SESSION) {
            throw refused("An access grant is used by a person who is logged in, not with a key");
        }
        operator.requireActive();
        if (status != AccessGrantStatus.ACTIVE || !now.isBefore(expiresAt)) {
            throw refused("The access grant is " + standing(now) + "; ask the tenant for a new one");
        }
        if (tenant != TenantStatus.ACTIVE) {
            throw refused("The tenant that gave the access grant is not active");
        }
        return new Caller(
                operator.id(),
                operator.username(),
                tenantId,
                Set.of(),
                Rights.of(AccessGrantPermissions.among(permissions)),
                null,
                operator.readOnly(),
                operator.credential(),
                Set.of(),
                new Caller.Grant(id, reason));
    }

    private AccessGrantStatus standing(Instant now) {
        return status.isOpen() && !now.isBefore(expiresAt) ? AccessGrantStatus.EXPIRED : status;
    }

    /** Whether there is one of that id is nobody else's business. */
    static Problem notYours() {
        return refused("There is no access grant of this id that you may use");
    }

    private static Problem refused(String detail) {
        return Problem.of(ProblemKind.FORBIDDEN, "ACCESS_GRANT_NOT_VALID", detail);
    }
}
