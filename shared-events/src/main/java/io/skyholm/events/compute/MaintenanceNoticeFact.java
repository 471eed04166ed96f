package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A maintenance notice as every service may know it; which machine it is about is not told. */
@JsonClassDescription("A maintenance notice: what an instance is on will be maintained.")
public record MaintenanceNoticeFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this notice; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,
        UUID instanceId,
        MaintenanceNoticeStatus status,

        @JsonPropertyDescription("When the maintenance begins.")
        Instant startsAt,

        @JsonPropertyDescription("When it is expected to be over.")
        Instant endsAt,

        @JsonPropertyDescription("What it is for, for a person.") @Nullable String reason,

        @JsonPropertyDescription("When the instance is moved, as its tenant chose.") @Nullable Instant moveAt,

        @JsonPropertyDescription("The operation that moves it, or last tried to.") @Nullable UUID operationId,

        Instant createdAt,
        Instant updatedAt)
        implements Fact {}
