package io.skyholm.identity.serviceaccount;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A service account as callers see it. */
@Schema(name = "ServiceAccount")
public record ServiceAccountView(
        @Schema(description = "Also the client_id with which it asks for tokens")
        UUID id,

        long generation,
        UUID tenantId,
        String name,
        @Nullable String description,
        List<String> roles,

        @Schema(
                description =
                        "The user group that is its project, within which its roles hold and of which it counts as a member; absent for all of the tenant")
        @Nullable UUID groupId,

        @JsonProperty("isEnabled") boolean isEnabled,

        @Schema(description = "The secret itself: shown once, in the answer that made it, and kept nowhere") @Nullable String clientSecret,

        Instant secretRotatedAt,

        @Schema(description = "Until then the secret before it is good too") @Nullable Instant previousSecretUntil,

        @Schema(description = "When it last got a token, to the minute") @Nullable Instant lastUsedAt,

        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy)
        implements Versioned {

    /** The same with the secret itself, for the one time that it is shown. */
    ServiceAccountView showing(ClientSecret secret) {
        return new ServiceAccountView(
                id,
                generation,
                tenantId,
                name,
                description,
                roles,
                groupId,
                isEnabled,
                secret.text(),
                secretRotatedAt,
                previousSecretUntil,
                lastUsedAt,
                createdAt,
                updatedAt,
                createdBy,
                updatedBy);
    }
}
