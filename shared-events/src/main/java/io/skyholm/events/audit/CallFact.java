package io.skyholm.events.audit;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import io.skyholm.events.access.Permission;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call that is recorded, and how it ended; what it carried stays with the service. */
@JsonClassDescription(
        "A call that was to change something, that came under an access grant, or that read what its tenant has recorded; whether or not it was let in and whether or not it did.")
public record CallFact(
        UUID id,

        @JsonPropertyDescription("Always 1: a call happens once.")
        long generation,

        @JsonPropertyDescription("Of the caller; absent if nobody knows who called.") @Nullable UUID tenantId,

        @JsonPropertyDescription("Who called; absent if nobody knows.") @Nullable UUID userId,

        @JsonPropertyDescription("With what they proved it: session:…, api-key:… or service-account:….") @Nullable String credential,

        String method,
        String path,

        @JsonPropertyDescription("What the call needed; absent if it reached no operation.") @Nullable Permission permission,

        @JsonPropertyDescription("The id in the path of what it was about.") @Nullable UUID resourceId,

        boolean dryRun,
        CallOutcome outcome,

        @JsonPropertyDescription("The HTTP status; absent if the outcome is unknown.") @Nullable Integer status,

        @JsonPropertyDescription("The code of the problem that was answered.") @Nullable String problem,

        String requestId,

        @JsonPropertyDescription("Shared by all that the request caused.")
        String correlationId,

        @Nullable String ipAddress,
        @Nullable String userAgent,
        Instant createdAt,

        @JsonPropertyDescription("How long it took; absent if the outcome is unknown.") @Nullable Long durationMs,

        @JsonPropertyDescription("The consent of the tenant under which an operator called; absent for all others.")
        @Nullable CallGrant accessGrant)
        implements Fact {}
