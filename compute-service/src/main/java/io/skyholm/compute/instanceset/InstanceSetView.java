package io.skyholm.compute.instanceset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.skyholm.events.compute.InstanceSetStatus;
import io.skyholm.events.compute.InstanceSetType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An instance set as callers see it. */
@Schema(name = "InstanceSet")
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        @Nullable Instant deletedAt) {

    static InstanceSetView of(InstanceSet set) {
        return new InstanceSetView(
                set.id,
                set.generation,
                set.tenantId,
                set.ownerId,
                set.name,
                set.description,
                set.userGroupId,
                set.setType,
                set.status,
                List.of(set.tags),
                set.createdAt,
                set.updatedAt,
                set.createdBy,
                set.updatedBy,
                set.deletedAt);
    }
}
