package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer of storage to another tenant, as each of the two is told of it. */
@JsonClassDescription("An offer of a disk or an image to another tenant.")
public record TransferFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this offer; ignore what is older than what you hold.")
        long generation,

        @JsonPropertyDescription("The tenant that is told: the one that offers it, or the one that it is offered to.")
        UUID tenantId,

        @JsonPropertyDescription("The tenant that offers it.")
        UUID fromTenantId,

        @JsonPropertyDescription(
                "The tenant that it is offered to, or that has accepted it; absent while it waits for whoever has the key.")
        @Nullable UUID toTenantId,

        @JsonPropertyDescription("What it is that is offered.")
        TransferredType resourceType,

        @JsonPropertyDescription("The disk or the image.") UUID resourceId,

        @JsonPropertyDescription("What it was called when it was offered.")
        String resourceName,

        @JsonPropertyDescription("What whoever offers it has to say of it.") @Nullable String message,

        @JsonPropertyDescription(
                "What it may take at most of the quota of whoever accepts it, by the names that quotas have for it.")
        Map<String, Long> counts,

        TransferStatus status,

        @JsonPropertyDescription("How many wrong keys were named.")
        int failedAttempts,

        @JsonPropertyDescription("Until when it can be accepted.")
        Instant expiresAt,

        @JsonPropertyDescription("When it came to its end; absent while it waits.") @Nullable Instant endedAt,

        Instant createdAt,
        Instant updatedAt)
        implements Fact {

    /** The same, told to that tenant. */
    public TransferFact toldTo(UUID tenant) {
        return new TransferFact(
                id,
                generation,
                tenant,
                fromTenantId,
                toTenantId,
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
