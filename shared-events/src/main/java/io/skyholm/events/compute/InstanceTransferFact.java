package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer of an instance to another tenant, as each of the two is told of it, and as whoever has something of the instance follows it. */
@JsonClassDescription("An offer of an instance, with its disks and floating addresses, to another tenant.")
public record InstanceTransferFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this offer; both tenants are told the same one.")
        long generation,

        @JsonPropertyDescription("The tenant that is told: the one that offers it, or the one that it is offered to.")
        UUID tenantId,

        @JsonPropertyDescription("The tenant that offers it.")
        UUID fromTenantId,

        @JsonPropertyDescription("The tenant that it is offered to.")
        UUID toTenantId,

        @JsonPropertyDescription("The instance.") UUID instanceId,

        @JsonPropertyDescription("What it was called when it was offered.")
        String instanceName,

        @JsonPropertyDescription("What whoever offers it has to say of it.") @Nullable String message,

        @JsonPropertyDescription(
                "What it may take at most of the quota of whoever accepts it, by the names that quotas have for it.")
        Map<String, Long> counts,

        InstanceTransferStatus status,

        @JsonPropertyDescription(
                "Counts how often it was accepted: each time all that have something of it prepare anew.")
        long attempt,

        @JsonPropertyDescription("Who accepted it; told to their own tenant alone.") @Nullable UUID userId,

        @JsonPropertyDescription(
                "The ports that it is to have there; told to the tenant that accepted it alone, and empty before that.")
        List<WantedNetwork> networks,

        @JsonPropertyDescription("Until when it can be accepted.")
        Instant expiresAt,

        @JsonPropertyDescription(
                "From when all of it is the other tenant's, for quotas, meters and audit; absent unless it is ACCEPTED.")
        @Nullable Instant transferredAt,

        @JsonPropertyDescription("When it came to its end; absent while it waits.") @Nullable Instant endedAt,

        Instant createdAt,
        Instant updatedAt)
        implements Fact {

    /** The same, told to the tenant that it is offered to: who there accepted it, and into which networks, is nobody else's business. */
    public InstanceTransferFact toldToReceiver(@Nullable UUID acceptedBy, List<WantedNetwork> into) {
        return told(toTenantId, acceptedBy, into);
    }

    private InstanceTransferFact told(UUID tenant, @Nullable UUID acceptedBy, List<WantedNetwork> into) {
        return new InstanceTransferFact(
                id,
                generation,
                tenant,
                fromTenantId,
                toTenantId,
                instanceId,
                instanceName,
                message,
                counts,
                status,
                attempt,
                acceptedBy,
                into,
                expiresAt,
                transferredAt,
                endedAt,
                createdAt,
                updatedAt);
    }
}
