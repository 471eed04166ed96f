package io.skyholm.storage.disk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.events.storage.DiskMoveStep;
import io.skyholm.events.storage.DiskStatus;
import io.skyholm.events.storage.DiskType;
import io.skyholm.events.storage.ShareMode;
import io.skyholm.runtime.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A data disk as callers see it. */
@Schema(name = "PrivateDataDisk")
public record DiskView(
        UUID id,
        long generation,
        UUID tenantId,

        @Schema(description = "The user who owns it; absent where an operator created it") @Nullable UUID userId,

        String name,
        @Nullable String description,
        int sizeGb,
        DiskType diskType,
        ShareMode shareMode,
        int maxAttachments,

        @Schema(
                description =
                        "How often in a second each instance that it is attached to may read or write it; absent where that is not limited")
        @Nullable Integer maxIops,

        @Schema(
                description =
                        "How many MiB in a second each instance that it is attached to may read and write together; absent where that is not limited")
        @Nullable Integer maxMibPerSecond,

        @Schema(description = "Whether its bytes are encrypted where they lie")
        Boolean encrypted,

        @Schema(
                description =
                        "Counts the keys that it has had, of which this one opens it; absent where it is not encrypted, or its host has not shown it yet")
        @Nullable Integer encryptionKeyVersion,

        @Schema(description = "When its key was last changed; absent where it has its first") @Nullable Instant keyRotatedAt,

        UUID edgeDataCenterId,
        UUID storagePoolId,

        @Schema(
                description =
                        "The pool of Ceph in which it is; absent where it is not in Ceph, or its host has not shown it yet")
        @Nullable String rbdPool,

        @Schema(description = "What its image in that pool is called; another after it was rolled back") @Nullable String rbdImageName,

        @Schema(description = "The version of an image whose bytes it began with; absent where it began with zeros")
        @Nullable UUID imageVersionId,

        @Schema(description = "Whether it has the bytes of an ISO, which instances have in their drive")
        @JsonProperty("isIso")
        Boolean isIso,

        @Schema(
                description =
                        "The snapshot whose bytes it began with; absent where it began with others. That of a clone of a disk was made for the"
                                + " clone, and is no more once that is there")
        @Nullable UUID sourceSnapshotId,

        @Schema(description = "The disk that it is a clone of; absent where it is none") @Nullable UUID sourceDiskId,

        @Schema(description = "The backup whose bytes it began with; absent where it began with others") @Nullable UUID sourceBackupId,

        @Schema(description = "The snapshot that it is being rolled back to; absent while it is not") @Nullable UUID rollbackSnapshotId,

        @Schema(description = "How far it is with its move to another pool; absent while it is not moved") @Nullable DiskMoveStep moveStep,

        @Schema(description = "The pool that it is moved to; absent while it is not moved") @Nullable UUID moveStoragePoolId,

        @Schema(
                description =
                        "The offer by which it is about to go to another tenant with its instance; absent at any other time")
        @Nullable UUID transferId,

        @Schema(
                description =
                        "The instance that boots from it, with which it grows and goes; absent for any other disk")
        @Nullable UUID bootInstanceId,

        DiskStatus status,
        @Nullable String statusReason,

        @Schema(description = "When it is deleted, as its owner has chosen; absent where it stays") @Nullable Instant expiresAt,

        @Schema(description = "Why it is still there although it has expired; absent where it has not") @Nullable String expiryBlocker,

        boolean deletionProtection,

        @Schema(
                description =
                        "Until when it can be restored; absent unless it was deleted and waits for that time, counting in quotas as before")
        @Nullable Instant deletableAt,

        List<String> tags,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
