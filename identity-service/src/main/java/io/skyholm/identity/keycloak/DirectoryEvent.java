package io.skyholm.identity.keycloak;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that the directory saw somebody do. */
public record DirectoryEvent(
        String id,
        Kind kind,
        Instant at,
        @Nullable UUID userId,
        @Nullable UUID sessionId,
        @Nullable String username,
        @Nullable String ipAddress,
        @Nullable String error,
        @Nullable String credentialType) {

    /** What is asked for; by the directory's own names. */
    public enum Kind {
        LOGIN,
        LOGIN_ERROR,
        LOGOUT,
        UPDATE_PASSWORD,
        UPDATE_CREDENTIAL,
        REMOVE_CREDENTIAL
    }
}
