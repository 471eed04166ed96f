package io.skyholm.compute.transfer;

import io.skyholm.events.compute.InstanceTransferStatus;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An offer as both tenants see it: of each other they learn what they are called here, and nothing of their people. */
@Schema(name = "InstanceTransfer")
public record InstanceTransferView(
        UUID id,
        long generation,

        @Schema(description = "The tenant that offers it") UUID tenantId,

        @Schema(description = "The tenant that it is offered to")
        UUID toTenantId,

        UUID instanceId,
        String instanceName,
        @Nullable String message,
        Map<String, Long> counts,
        boolean ready,
        InstanceTransferStatus status,
        @Nullable String statusDetail,
        Instant expiresAt,
        @Nullable Instant transferredAt,
        @Nullable Instant endedAt,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {}
