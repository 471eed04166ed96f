package io.skyholm.identity.keycloak;

import java.time.Instant;
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
        @Nullable String error) {}
