package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A backup of a disk as every service may know it. */
@JsonClassDescription("The bytes of a snapshot, kept in the object store apart from the machine of the disk.")
public record BackupFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this backup; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The user who owned its disk; absent where the disk was nobody's.") @Nullable UUID userId,

        @JsonPropertyDescription("The disk whose bytes it has, which may be no more.")
        UUID diskId,

        @JsonPropertyDescription("The snapshot that it was made from, which may be no more.")
        UUID snapshotId,

        @JsonPropertyDescription("The schedule that had it made; absent where somebody did.") @Nullable UUID scheduleId,

        String name,
        @Nullable String description,

        @JsonPropertyDescription("How large its disk was, in GiB.")
        int sizeGb,

        @JsonPropertyDescription(
                "How many GiB of the object store it takes and is paid by: as many as its disk is large, or less where only what has changed since another"
                        + " backup is stored of it; absent from events of before that could be.")
        @Nullable Integer storedGb,

        @JsonPropertyDescription(
                "The backup of the same disk that it stands on, or until it is AVAILABLE is to stand on if its host can tell what has changed; absent"
                        + " where all its bytes are stored.")
        @Nullable UUID baseBackupId,

        @JsonPropertyDescription(
                "Whether its bytes are those of an encrypted disk, and encrypted as that is; absent from events of before that could be.")
        @Nullable Boolean encrypted,

        BackupStatus status,

        @JsonPropertyDescription("Why it is not yet what it should be; absent where it is.") @Nullable String statusReason,

        @JsonPropertyDescription(
                "Whether it is DELETING, and its bytes stay since other backups stand on them; absent from events of before that could be.")
        @Nullable Boolean keptForOthers,

        @JsonPropertyDescription("The SHA-256 of its bytes, in hexadecimal; absent until the object store has them.")
        @Nullable String checksumSha256,

        List<String> tags,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
