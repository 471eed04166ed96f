package io.skyholm.identity.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user as callers see them. */
@Schema(name = "User")
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        UserStatus status,
        boolean emailVerified,

        @Schema(description = "Whether Keycloak asks for a second factor at the next login, if none is set up yet")
        boolean totpRequired,

        @Nullable QuotaConfig quotaConfig,
        Map<String, String> externalIds,

        @Schema(description = "Whether the user can sign in as they are shown here")
        DirectoryState directoryState,

        @Nullable Instant lastLoginAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt) {

    static UserView of(User user) {
        return new UserView(
                user.id,
                user.generation,
                user.tenantId,
                user.username,
                user.email,
                user.firstName,
                user.lastName,
                fullName(user.firstName, user.lastName),
                user.roles(),
                user.status,
                user.emailVerified,
                user.totpRequired,
                user.quotaConfig,
                user.externalIds,
                user.directoryState,
                user.lastLoginAt,
                user.createdAt,
                user.updatedAt,
                user.createdBy,
                user.updatedBy,
                user.deletedAt);
    }

    /** How to address them. */
    public String displayName() {
        return fullName == null ? username : fullName;
    }

    static @Nullable String fullName(@Nullable String firstName, @Nullable String lastName) {
        String full =
                Stream.of(firstName, lastName).filter(part -> part != null).collect(Collectors.joining(" "));
        return full.isEmpty() ? null : full;
    }
}
