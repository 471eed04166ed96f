package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A snapshot of a disk as every service may know it. */
@JsonClassDescription("The bytes that a data disk had at one moment.")
public record DiskSnapshotFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this snapshot; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The disk whose bytes it has.")
        UUID diskId,

        @JsonPropertyDescription("The pool that holds it, which is its disk's.")
        UUID storagePoolId,

        @JsonPropertyDescription("The schedule that had it made; absent where somebody did.") @Nullable UUID scheduleId,

        String name,
        @Nullable String description,

        @JsonPropertyDescription("How large its disk was, in GiB.")
        int sizeGb,

        @JsonPropertyDescription(
                "Whether its bytes are those of an encrypted disk, and encrypted as that is; absent from events of before that could be.")
        @Nullable Boolean encrypted,

        @JsonPropertyDescription(
                "Whether an instance may have been writing to the disk at that moment; absent from events of before that could be.")
        @Nullable SnapshotConsistency consistency,

        DiskSnapshotStatus status,

        @JsonPropertyDescription("Why it is not yet what it should be; absent where it is.") @Nullable String statusReason,

        @JsonPropertyDescription("When it is deleted, as its owner has chosen; absent where it stays.") @Nullable Instant expiresAt,

        @JsonPropertyDescription("Why it is still there although it has expired; absent where it has not.") @Nullable String expiryBlocker,

        List<String> tags,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
