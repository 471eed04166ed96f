package io.skyholm.runtime.access;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.rights.HeldRight;
import io.skyholm.runtime.rights.Rights;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is known here, with the standing of whose it is.
 *
 * @param groups the group that is its project and all below it, none if that is gone; null for a key without a project
 */
record KnownKey(
        UUID id,
        UUID userId,
        String username,
        UUID tenantId,
        boolean active,
        @Nullable Instant expiresAt,
        @Nullable Set<Permission> permissions,
        @Nullable Set<UUID> groups,
        Set<String> allowedAddresses,
        CallerStatus standing) {

    /** Who comes in with the key from that address now; fails with a problem if nobody may. */
    Caller admit(@Nullable String address, Instant now) {
        if (isOver(now)) {
            throw Problem.unauthenticated("The API key is revoked or has expired; make a new one");
        }
        if (!allowedAddresses.isEmpty()
                && allowedAddresses.stream()
                        .noneMatch(block -> AddressBlock.parse(block).contains(address))) {
            throw Problem.unauthenticated("The API key may not be used from this address");
        }
        standing.checkWelcome();
        return new Caller(
                userId,
                username,
                tenantId,
                groups == null ? standing.roles() : Set.of(),
                narrowed(),
                null,
                standing.readOnly(),
                Credential.apiKey(id),
                standing.recordedReads(),
                null);
    }

    /** Whether what was asked for with the key, when it allowed this, still may be done. */
    HeldRight held(Permission permission, Instant now) {
        return isOver(now) ? lost() : standing.held(permission, narrowed());
    }

    /** What is said of one that is no more. */
    static HeldRight lost() {
        return HeldRight.lost("The API key with which it was asked for is revoked or has expired");
    }

    private boolean isOver(Instant now) {
        return !active || (expiresAt != null && !now.isBefore(expiresAt));
    }

    private Rights narrowed() {
        Rights held =
                permissions == null ? standing.rights() : standing.rights().only(permissions);
        return groups == null ? held : held.within(groups);
    }
}
