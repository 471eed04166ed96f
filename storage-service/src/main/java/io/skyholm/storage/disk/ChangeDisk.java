package io.skyholm.storage.disk;

import io.skyholm.events.host.IoLimits;
import io.skyholm.events.storage.ShareMode;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a disk: a field that is left out stays, one that is null is cleared. */
public record ChangeDisk(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,
        @Nullable ShareMode shareMode,
        @Min(1) @Max(DiskSharing.MOST) @Nullable Integer maxAttachments,

        @Schema(
                description =
                        "How often in a second each instance that it is attached to may read or write it; null for no limit")
        @Nullable Optional<@Min(IoLimits.FEWEST_IOPS) @Max(IoLimits.MOST_IOPS) Integer> maxIops,

        @Schema(
                description =
                        "How many MiB in a second each instance that it is attached to may read and write together; null for no limit")
        @Nullable Optional<@Min(1) @Max(IoLimits.MOST_MIB) Integer> maxMibPerSecond,

        @Schema(
                description =
                        "When it is deleted by itself, as if you did; with null it stays until somebody deletes it")
        @Nullable Optional<Instant> expiresAt,

        @Nullable Boolean deletionProtection,

        @Size(max = 32) @Nullable List<@NotNull @Name String> tags) {

    DiskSharing sharingOf(Disk disk) {
        return disk.sharing().with(shareMode, maxAttachments);
    }

    IoLimits limitsOf(Disk disk) {
        return new IoLimits(Patch.of(maxIops, disk.maxIops), Patch.of(maxMibPerSecond, disk.maxMibPerSecond));
    }

    void applyTo(Disk disk) {
        disk.name = Patch.of(name, disk.name);
        disk.description = Patch.of(description, disk.description);
        disk.share(sharingOf(disk));
        disk.limit(limitsOf(disk));
        disk.deletionProtection = Patch.of(deletionProtection, disk.deletionProtection);
        disk.tags = tags == null ? disk.tags : tags.toArray(String[]::new);
    }
}
