package io.skyholm.identity.user;

import io.skyholm.events.identity.LimitedRole;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.identity.keycloak.DirectoryState;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user as callers see them. */
@Schema(name = "User")
public record UserView(
        UUID id,
        long generation,
        UUID tenantId,
        String username,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String fullName,
        List<String> roles,
        List<LimitedRole> limitedRoles,
        UserStatus status,
        boolean emailVerified,

        @Schema(description = "Whether Keycloak asks for a second factor at the next login, if none is set up yet")
        boolean totpRequired,

        @Nullable QuotaConfig quotaConfig,
        Map<String, String> externalIds,

        @Schema(description = "Whether Keycloak has the user as they are shown here")
        DirectoryState directoryState,

        @Nullable Instant lastLoginAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {

    /** How to address them. */
    public String displayName() {
        return fullName == null ? username : fullName;
    }
}
