package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tag of an image as every service may know it. */
@JsonClassDescription("A tag of an image: a name for one of its versions.")
public record ImageTagFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this tag; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Absent for the platform's own.") @Nullable UUID tenantId,

        UUID imageId,

        @JsonPropertyDescription("The version that it names.")
        UUID versionId,

        @JsonPropertyDescription("Unique among its image's.")
        String tagName,

        @JsonPropertyDescription("Whether it names the same version for ever.")
        boolean isImmutable,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present once it is deleted.") @Nullable Instant deletedAt)
        implements Fact {}
