package io.skyholm.identity.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.events.access.Permission;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key as its owner sees it. */
@Schema(name = "ApiKey")
public record ApiKeyView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID userId,
        String name,

        @Schema(description = "The beginning of the key, by which its owner knows it")
        String prefix,

        @Schema(description = "The key itself: shown once, in the answer to its creation, and kept nowhere") @Nullable String key,

        @Schema(description = "What it may be used for; absent for all that its owner may do") @Nullable List<Permission> permissions,

        @Schema(
                description =
                        "The user group that is its project: it reaches only what belongs to the members; absent for all that its owner may reach")
        @Nullable UUID groupId,

        @Schema(description = "From where it may be used; empty for anywhere")
        List<String> allowedAddresses,

        @Nullable Instant expiresAt,
        @JsonProperty("isActive") boolean isActive,
        @Nullable Instant lastUsedAt,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    /** The same with the key itself, for the one time that it is shown. */
    ApiKeyView showing(NewKey made) {
        return new ApiKeyView(
                id,
                generation,
                tenantId,
                userId,
                name,
                prefix,
                made.text(),
                permissions,
                groupId,
                allowedAddresses,
                expiresAt,
                isActive,
                lastUsedAt,
                createdAt,
                updatedAt);
    }
}
