package io.skyholm.identity.keycloak;

import java.nio.charset.StandardCharsets;
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

    /** Of the fact that tells of it: it follows from the event's, so that whoever hears of it twice knows that it is the same. */
    public UUID factId() {
        return factId(id);
    }

    /** The name that was given, where nobody here has it; somebody whom the directory knew and who is nobody here has been deleted. */
    public @Nullable String strangersName() {
        return userId == null ? username : null;
    }

    /** Whether somebody failed to log in without naming anybody whom the directory knows. */
    public boolean isStrangersFailure() {
        return kind == Kind.LOGIN_ERROR && userId == null;
    }

    static UUID factId(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }

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
