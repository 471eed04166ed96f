package io.skyholm.runtime.access;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.problem.Problem;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API key as it is known here, with the standing of whose it is. */
record KnownKey(
        UUID id,
        UUID userId,
        String username,
        UUID tenantId,
        boolean active,
        @Nullable Instant expiresAt,
        @Nullable Set<Permission> permissions,
        Set<String> allowedAddresses,
        CallerStatus standing) {

    /** Who comes in with the key from that address now; fails with a problem if nobody may. */
    Caller admit(@Nullable String address, Instant now) {
        if (!active || (expiresAt != null && !now.isBefore(expiresAt))) {
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
                standing.roles(),
                narrowed(),
                standing.readOnly(),
                Credential.apiKey(id),
                standing.recordedReads(),
                null);
    }

    private Set<Permission> narrowed() {
        Set<Permission> allowed = new HashSet<>(standing.permissions());
        if (permissions != null) {
            allowed.retainAll(permissions);
        }
        return Set.copyOf(allowed);
    }
}
