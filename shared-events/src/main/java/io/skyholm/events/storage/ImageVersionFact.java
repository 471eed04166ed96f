package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of an image as every service may know it. */
@JsonClassDescription("A version of an image: the bytes of a disk, and what has been proved of them.")
public record ImageVersionFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this version; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Absent for the platform's own.") @Nullable UUID tenantId,

        UUID imageId,

        @JsonPropertyDescription("Unique among its image's.")
        String versionNumber,

        @Nullable String versionName,
        @Nullable String releaseNotes,

        @JsonPropertyDescription("The version that it was made from, of the same image.") @Nullable UUID parentVersionId,

        DiskFormat diskFormat,

        @JsonPropertyDescription("Whether it is the newest that is AVAILABLE.")
        boolean isLatest,

        @JsonPropertyDescription("Whether it is taken where the image is named without a version.")
        boolean isDefault,

        ImageVersionStatus status,

        @JsonPropertyDescription("Why it FAILED.") @Nullable String failureReason,

        @JsonPropertyDescription("How many bytes are stored; absent until an upload has begun.") @Nullable Long sizeBytes,

        @JsonPropertyDescription("How large a disk of it is, in GiB; absent until it is AVAILABLE.") @Nullable Integer sizeGb,

        @JsonPropertyDescription("In hexadecimal; as announced until it is AVAILABLE, then as computed.") @Nullable String checksumSha256,

        @JsonPropertyDescription("In hexadecimal; as announced until it is AVAILABLE, then as computed.") @Nullable String checksumMd5,

        @JsonPropertyDescription("When it is deleted, as its owner has chosen; absent where it stays.") @Nullable Instant expiresAt,

        @JsonPropertyDescription("Why it is still there although it has expired; absent where it has not.") @Nullable String expiryBlocker,

        @JsonPropertyDescription(
                "Until when it can be taken back; absent unless it was deleted and waits for that time.")
        @Nullable Instant deletableAt,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
