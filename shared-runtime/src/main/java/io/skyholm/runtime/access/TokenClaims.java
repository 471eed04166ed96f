package io.skyholm.runtime.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says of its bearer; what is known here of them since has the last word.
 *
 * @param methods with what they logged in beside a password, by the names of RFC 8176
 */
record TokenClaims(
        UUID userId,
        String username,
        UUID tenantId,
        Set<String> roles,
        Set<String> methods,
        Instant issuedAt,
        Instant expiresAt,
        Credential credential) {

    /** The session that it came of; a service account's comes of none. */
    @Nullable UUID sessionId() {
        return credential.kind() == Credential.Kind.SESSION ? credential.id() : null;
    }
}
