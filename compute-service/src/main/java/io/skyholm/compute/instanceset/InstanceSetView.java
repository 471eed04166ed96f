package io.skyholm.compute.instanceset;

import io.skyholm.events.compute.InstanceSetStatus;
import io.skyholm.events.compute.InstanceSetType;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An instance set as callers see it. */
@Schema(name = "InstanceSet")
public record InstanceSetView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID ownerId,
        String name,
        @Nullable String description,
        @Nullable UUID userGroupId,
        InstanceSetType setType,
        InstanceSetStatus status,
        List<String> tags,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
