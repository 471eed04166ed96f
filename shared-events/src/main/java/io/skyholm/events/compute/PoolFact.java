package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pool of machines as every service may know it. */
@JsonClassDescription("A compute pool: machines of one data centre that are placed upon by one policy.")
public record PoolFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this pool; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Unique in its data centre.")
        String name,

        @Nullable String description,
        UUID edgeDataCenterId,

        @JsonPropertyDescription("How instances find a machine in it: load_balance or bin_pack.")
        String schedulingPolicy,

        PoolStatus status,

        @JsonPropertyDescription("How much of each resource may be promised for each that is there.")
        BigDecimal cpuOvercommit,

        BigDecimal memoryOvercommit,
        BigDecimal storageOvercommit,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {

    /** Belongs to the platform. */
    @Override
    public @Nullable UUID tenantId() {
        return null;
    }
}
