package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A storage pool as every service may know it. */
@JsonClassDescription("A storage pool: room for disks of one type in one data centre.")
public record StoragePoolFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this pool; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Unique in its data centre.")
        String name,

        @Nullable String description,
        UUID edgeDataCenterId,

        @JsonPropertyDescription("The machine whose agent makes its disks.")
        UUID computeMachineId,

        DiskType diskType,

        @JsonPropertyDescription("How much its disks may have together, in GiB.")
        long capacityGb,

        StoragePoolStatus status,
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
