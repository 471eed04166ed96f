package io.skyholm.storage.transfer;

import io.skyholm.events.storage.TransferStatus;
import io.skyholm.events.storage.TransferredType;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An offer as both tenants see it: of each other they learn what they are called here, and nothing of their people. */
@Schema(name = "StorageTransfer")
public record StorageTransferView(
        UUID id,
        long generation,

        @Schema(description = "The tenant that offers it") UUID tenantId,

        @Schema(
                description =
                        "The tenant that it is offered to, or that has accepted it; absent while it waits for whoever has the key")
        @Nullable UUID toTenantId,

        @Schema(
                description =
                        "The key by which whoever has it accepts: shown once, in the answer to its creation, and kept nowhere")
        @Nullable String key,

        TransferredType resourceType,
        UUID resourceId,
        String resourceName,
        @Nullable String message,
        Map<String, Long> counts,
        TransferStatus status,
        int failedAttempts,
        Instant expiresAt,
        @Nullable Instant endedAt,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    /** The same with the key itself, for the one time that it is shown. */
    StorageTransferView showing(Secret made) {
        return new StorageTransferView(
                id,
                generation,
                tenantId,
                toTenantId,
                made.text(),
                resourceType,
                resourceId,
                resourceName,
                message,
                counts,
                status,
                failedAttempts,
                expiresAt,
                endedAt,
                createdAt,
                updatedAt);
    }
}
