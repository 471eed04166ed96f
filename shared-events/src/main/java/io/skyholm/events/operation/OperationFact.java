package io.skyholm.events.operation;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operation as every service may know it. */
@JsonClassDescription("An operation: a change of a resource that takes time.")
public record OperationFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this operation; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,
        OperationKind kind,

        @JsonPropertyDescription("INSTANCE or INSTANCE_SET.")
        String resourceType,

        UUID resourceId,

        @JsonPropertyDescription("The operation that this one is a part of.") @Nullable UUID parentId,

        OperationStatus status,

        @JsonPropertyDescription("Why it failed or was cancelled, for a person.") @Nullable String detail,

        List<OperationStep> steps,

        @JsonPropertyDescription("By then it has ended, one way or another.")
        Instant deadline,

        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt,

        @JsonPropertyDescription("The user who asked for it; absent where the platform did.") @Nullable UUID createdBy)
        implements Fact {}
