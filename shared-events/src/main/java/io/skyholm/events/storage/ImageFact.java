package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An image as every service may know it. */
@JsonClassDescription("An image: what disks are made from, in one or more versions.")
public record ImageFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this image; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Absent for the platform's own.") @Nullable UUID tenantId,

        @JsonPropertyDescription("The user whose image it is.")
        UUID ownerId,

        @JsonPropertyDescription("Unique among its tenant's.")
        String name,

        @Nullable String description,
        ImageType imageType,
        @Nullable String baseOs,
        @Nullable String osVersion,
        ImageArchitecture architecture,

        @JsonPropertyDescription("The fewest CPU cores that an instance of it has.") @Nullable Integer minCpuCores,

        @JsonPropertyDescription("The least memory that an instance of it has, in GiB.") @Nullable Integer minMemoryGb,

        @JsonPropertyDescription("The least storage that an instance of it has, in GiB.") @Nullable Integer minStorageGb,

        @Nullable Integer recommendedCpuCores,
        @Nullable Integer recommendedMemoryGb,
        ImageVisibility visibility,

        @JsonPropertyDescription("Present exactly when the visibility is GROUP_SPECIFIC.") @Nullable UUID userGroupId,

        ImageStatus status,

        @JsonPropertyDescription(
                "The version that is taken where the image is named without one; absent until one is AVAILABLE.")
        @Nullable UUID defaultVersionId,

        @JsonPropertyDescription("How large a disk of the default version is, in GiB.") @Nullable Integer sizeGb,

        @JsonPropertyDescription("The MD5 of the bytes of the default version, in hexadecimal.") @Nullable String checksumMd5,

        @JsonPropertyDescription(
                "Until when it can be taken back; absent unless it was deleted and waits for that time.")
        @Nullable Instant deletableAt,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {}
