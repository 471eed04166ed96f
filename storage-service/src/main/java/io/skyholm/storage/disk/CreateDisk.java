package io.skyholm.storage.disk;

import io.skyholm.events.host.IoLimits;
import io.skyholm.events.storage.DiskType;
import io.skyholm.events.storage.ShareMode;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new disk in that data centre; without a tenant it is the caller's. */
public record CreateDisk(
        @Nullable UUID tenantId,
        @NotNull @Name String name,
        @Text @Nullable String description,
        @NotNull UUID edgeDataCenterId,
        @NotNull DiskType diskType,
        @NotNull @Min(1) @Max(MOST_GB) Integer sizeGb,
        @Nullable ShareMode shareMode,
        @Min(1) @Max(DiskSharing.MOST) @Nullable Integer maxAttachments,

        @Schema(
                description =
                        "How often in a second each instance that it is attached to may read or write it; without it that is not limited")
        @Min(IoLimits.FEWEST_IOPS) @Max(IoLimits.MOST_IOPS) @Nullable Integer maxIops,

        @Schema(
                description =
                        "How many MiB in a second each instance that it is attached to may read and write together; without it that is not limited")
        @Min(1) @Max(IoLimits.MOST_MIB) @Nullable Integer maxMibPerSecond,

        @Schema(description = "The image that it begins with the bytes of; a disk without one begins with zeros")
        @Nullable UUID imageId,

        @Schema(description = "Which version of the image; named exactly when the image is") @Nullable UUID imageVersionId,

        @Schema(
                description =
                        "The snapshot of a disk that it begins with the bytes of, in place of an image; the disk is then in the"
                                + " snapshot's pool, and at least as large")
        @Nullable UUID sourceSnapshotId,

        @Schema(
                description =
                        "The disk that it is a clone of: it begins with what that holds when its host takes a snapshot for it, shortly after this call, in place of an image, a"
                                + " snapshot or a backup; it is then in the pool of that disk, and at least as large")
        @Nullable UUID sourceDiskId,

        @Schema(
                description =
                        "The backup that it begins with the bytes of, in place of an image or a snapshot; the disk is at least as large")
        @Nullable UUID sourceBackupId,

        @Schema(
                description =
                        "An instance on whose machine the disk is made, so that it can be attached to it; without one it is made"
                                + " wherever there is most room")
        @Nullable UUID nearInstanceId,

        @Schema(
                description =
                        "Whether its bytes are encrypted where they lie, with a key of its own. What is made of an encrypted disk, snapshot or"
                                + " backup always is. What nobody has written to an encrypted disk is read as random bytes, and not as zeros")
        @Nullable Boolean encrypted,

        @Schema(
                description =
                        "When it is deleted by itself, as if you did; without it it stays until somebody deletes it")
        @Nullable Instant expiresAt,

        @Nullable Boolean deletionProtection,

        @Size(max = 32) List<@NotNull @Name String> tags) {

    /** What file systems of hosts can have in one file. */
    static final int MOST_GB = 16_000;

    @SuppressWarnings("NullAway") // JSON may leave it out.
    public CreateDisk {
        tags = tags == null ? List.of() : tags;
    }
}
