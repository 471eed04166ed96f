package io.skyholm.audit.head;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a chain ends. */
@Schema(name = "AuditChain")
public record ChainView(
        @Schema(description = "The tenant's id, or zeroes for the chain of the platform")
        UUID id,

        @Nullable UUID tenantId,

        @Schema(description = "Of the last entry: how many there have been")
        long sequence,

        @Schema(description = "Of the last entry") String hash,
        Instant updatedAt) {}
