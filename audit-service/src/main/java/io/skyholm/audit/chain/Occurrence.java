package io.skyholm.audit.chain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, before it has its place in a chain.
 *
 * @param details in their normal form, see {@link Details}
 * @param createdAt when it was done, in whole microseconds
 */
public record Occurrence(
        UUID id,
        @Nullable UUID tenantId,
        @Nullable UUID userId,
        @Nullable String credential,
        String action,
        String resourceType,
        @Nullable String resourceId,
        String eventType,
        long generation,
        String correlationId,
        String details,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        AuditStatus status,
        Instant createdAt) {

    /** The chain that it belongs to. */
    public UUID chainId() {
        return Chain.of(tenantId);
    }
}
