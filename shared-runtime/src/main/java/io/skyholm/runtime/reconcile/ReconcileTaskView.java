package io.skyholm.runtime.reconcile;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A task as operators see it. */
@Schema(name = "ReconcileTask")
public record ReconcileTaskView(
        @Schema(description = "Of this task; the resource has another one when it is woken after its task was done")
        UUID id,

        @Schema(description = "Which reconciler works on it")
        String kind,

        @Schema(description = "The resource that it brings to its desired state")
        UUID resourceId,

        ReconcileTaskState state,

        @Schema(description = "How often it has failed since it last succeeded")
        int failures,

        @Schema(description = "Why the last attempt failed") @Nullable String lastError,

        @Schema(description = "When it is tried next") Instant dueAt,

        @Schema(description = "Until then one replica of the service works on it") @Nullable Instant leasedUntil,

        Instant createdAt) {}
