package io.skyholm.operations;

import io.skyholm.events.operation.OperationKind;
import io.skyholm.events.operation.OperationStatus;
import io.skyholm.events.operation.OperationStep;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An operation as callers see it. */
@Schema(name = "Operation")
public record OperationView(
        UUID id,
        long generation,
        UUID tenantId,
        OperationKind kind,
        String resourceType,
        UUID resourceId,

        @Schema(description = "The operation that this one is a part of") @Nullable UUID parentId,

        OperationStatus status,
        @Nullable String detail,
        List<OperationStep> steps,

        @Schema(
                description =
                        "By then it has ended, one way or another; one that waits for a place gets another deadline"
                                + " when it has one")
        Instant deadline,

        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable UUID createdBy)
        implements Versioned {}
