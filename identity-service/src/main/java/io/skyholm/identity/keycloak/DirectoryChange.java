package io.skyholm.identity.keycloak;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that was changed, or tried to be, by way of the directory's own administration; the names are the directory's. */
public record DirectoryChange(
        String id,
        Instant at,
        String operation,
        @Nullable String resourceType,
        @Nullable String resourcePath,
        @Nullable String administratorId,
        @Nullable String clientId,
        @Nullable String ipAddress,
        @Nullable String error) {

    /** Of the fact that tells of it: it follows from the change's, so that whoever hears of it twice knows that it is the same. */
    public UUID factId() {
        return DirectoryEvent.factId(id);
    }
}
