package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a storage pool is in Ceph, as every service may know it; its key is told to its host alone. */
@JsonClassDescription("Where a storage pool is in a Ceph cluster, and whether its host has connected to that.")
public record CephPoolFact(
        @JsonPropertyDescription("Also the id of the storage pool.")
        UUID id,

        @JsonPropertyDescription("Counts the changes of this place; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("The machine whose agent connects.")
        UUID computeMachineId,

        @JsonPropertyDescription("Where the cluster's monitors are.")
        List<String> monitors,

        @JsonPropertyDescription("What the pool is called in Ceph.")
        String rbdPool,

        @JsonPropertyDescription("The part of that pool that is this host's.")
        String rbdNamespace,

        @JsonPropertyDescription("Whom the key makes of the host, without client.")
        String cephUser,

        CephPoolStatus status,

        @JsonPropertyDescription("Why its host is not connected; absent when it is.") @Nullable String statusReason,

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
