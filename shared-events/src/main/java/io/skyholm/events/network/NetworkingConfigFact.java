package io.skyholm.events.network;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A networking document as every service may know it. */
@JsonClassDescription("A document that settles something for the whole network.")
public record NetworkingConfigFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this document; ignore what is not newer than what you hold.")
        long generation,

        NetworkingConfigType type,

        @JsonPropertyDescription("What it settles, in the form of its type.")
        Map<String, Object> config,

        @JsonPropertyDescription("Of each type one is at most.")
        boolean isActive,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when it is deleted.") @Nullable Instant deletedAt)
        implements Fact {

    /** Belongs to the platform. */
    @Override
    public @Nullable UUID tenantId() {
        return null;
    }
}
