package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An instance set as every service may know it. */
@JsonClassDescription("An instance set: instances that belong together.")
public record InstanceSetFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this set; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,
        UUID ownerId,

        @JsonPropertyDescription("Unique in the tenant.") String name,
        @Nullable String description,
        @Nullable UUID userGroupId,
        InstanceSetType setType,
        InstanceSetStatus status,
        List<String> tags,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
