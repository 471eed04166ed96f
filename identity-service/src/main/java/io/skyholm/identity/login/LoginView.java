package io.skyholm.identity.login;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An attempt to log in as callers see it. */
@Schema(name = "Login")
public record LoginView(
        UUID id,
        @Nullable UUID tenantId,
        @Nullable UUID userId,
        @Nullable String username,
        LoginOutcome outcome,

        @Schema(description = "Why it failed, in Keycloak's word") @Nullable String reason,

        @Nullable String ipAddress,
        Instant at) {}
