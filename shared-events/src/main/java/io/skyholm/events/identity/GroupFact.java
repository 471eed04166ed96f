package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group of users as every service may know it. */
@JsonClassDescription("A group of a tenant's users; groups form a tree.")
public record GroupFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this group; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("Unique among the groups beside it.")
        String name,

        @Nullable String description,

        @JsonPropertyDescription("The group that this one is within; absent at the top.") @Nullable UUID parentGroupId,

        @JsonPropertyDescription("Limits for all that the group's members have together.") @Nullable QuotaConfig quotaConfig,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the group is deleted.") @Nullable Instant deletedAt)
        implements Fact {}
