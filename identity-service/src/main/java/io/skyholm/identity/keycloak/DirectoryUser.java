package io.skyholm.identity.keycloak;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as the directory needs them: who they are, and what their tokens say. */
public record DirectoryUser(
        UUID id,
        UUID tenantId,
        String username,
        String email,
        boolean emailVerified,
        @Nullable String firstName,
        @Nullable String lastName,
        List<String> roles,
        boolean enabled) {}
