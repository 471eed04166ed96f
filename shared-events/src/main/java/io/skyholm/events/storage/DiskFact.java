package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A data disk as every service may know it. */
@JsonClassDescription("A data disk of a tenant, in a storage pool.")
public record DiskFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this disk; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The user who owns it; absent where an operator created it.") @Nullable UUID userId,

        String name,
        @Nullable String description,

        @JsonPropertyDescription("How large it is or is to become, in GiB.")
        int sizeGb,

        DiskType diskType,

        @JsonPropertyDescription("To how many instances it may be attached at once.")
        ShareMode shareMode,

        @JsonPropertyDescription("The most instances that it may be attached to at once.")
        int maxAttachments,

        @JsonPropertyDescription(
                "How often in a second each instance that it is attached to may read or write it; absent where that is not limited.")
        @Nullable Integer maxIops,

        @JsonPropertyDescription(
                "How many MiB in a second each of them may read and write together; absent where that is not limited.")
        @Nullable Integer maxMibPerSecond,

        @JsonPropertyDescription(
                "Whether its bytes are encrypted where they lie; absent from events of before that could be.")
        @Nullable Boolean encrypted,

        @JsonPropertyDescription(
                "Counts the keys that it has had, of which this one opens it; absent where it is not encrypted, or its host has not shown it yet.")
        @Nullable Integer encryptionKeyVersion,

        @JsonPropertyDescription("Since when it is opened by another key than its first; absent where it is not.")
        @Nullable Instant keyRotatedAt,

        UUID edgeDataCenterId,

        @JsonPropertyDescription("The pool that holds it.") UUID storagePoolId,

        @JsonPropertyDescription(
                "The pool of Ceph in which it is; absent where it is not in Ceph, or its host has not shown it yet.")
        @Nullable String rbdPool,

        @JsonPropertyDescription("What its image in that pool is called; another after it was rolled back.") @Nullable String rbdImageName,

        @JsonPropertyDescription("The version of an image whose bytes it began with; absent where it began with zeros.")
        @Nullable UUID imageVersionId,

        @JsonPropertyDescription("The snapshot whose bytes it began with; absent where it began with others.") @Nullable UUID sourceSnapshotId,

        @JsonPropertyDescription("The backup whose bytes it began with; absent where it began with others.") @Nullable UUID sourceBackupId,

        @JsonPropertyDescription("The snapshot that it is being rolled back to; absent while it is not.") @Nullable UUID rollbackSnapshotId,

        @JsonPropertyDescription("How far it is with its move to another pool; absent while it is not moved.") @Nullable DiskMoveStep moveStep,

        @JsonPropertyDescription("The pool that it is moved to; absent while it is not moved.") @Nullable UUID moveStoragePoolId,

        @JsonPropertyDescription("The instance that boots from it, and with which it goes; absent for any other disk.")
        @Nullable UUID bootInstanceId,

        DiskStatus status,

        @JsonPropertyDescription("Why it is not yet what it should be; absent where it is.") @Nullable String statusReason,

        List<String> tags,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
