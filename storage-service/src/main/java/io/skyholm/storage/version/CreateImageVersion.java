package io.skyholm.storage.version;

import io.skyholm.events.storage.DiskFormat;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new version of an image, whose bytes are uploaded afterwards, fetched from a URL, or copied from a snapshot. */
public record CreateImageVersion(
        @NotNull @VersionNumber String versionNumber,
        @Name @Nullable String versionName,
        @Text @Nullable String releaseNotes,
        @Nullable UUID parentVersionId,
        @NotNull DiskFormat diskFormat,

        @Schema(
                description =
                        "Where the bytes are fetched from, by HTTP or HTTPS, within a day; without it they are uploaded. Addresses"
                                + " within private networks are refused. A query, which may hold a signature, is not shown.",
                examples = "https://images.example.org/debian-13.qcow2")
        @Size(max = 2000) @Nullable String sourceUrl,

        @Schema(
                description =
                        "The snapshot of a disk whose bytes it has, in place of an upload or a sourceUrl; its diskFormat is then RAW. It"
                                + " has to be of the image's tenant, and cannot be deleted until its bytes have been copied.")
        @Nullable UUID sourceSnapshotId,

        @Schema(description = "What the SHA-256 of the bytes has to be, in hexadecimal; without it any is taken")
        @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 hexadecimal digits in lower case") @Nullable String checksumSha256,

        @Schema(description = "What the MD5 of the bytes has to be, in hexadecimal; without it any is taken")
        @Pattern(regexp = "[0-9a-f]{32}", message = "must be 32 hexadecimal digits in lower case") @Nullable String checksumMd5,

        @Schema(
                description =
                        "When it is deleted by itself, as if you did; without it it stays until somebody deletes it")
        @Nullable Instant expiresAt) {

    /** Refuses bytes of two sources, and those of a snapshot in another format than disks have. */
    void checkSource() {
        if (sourceSnapshotId != null && sourceUrl != null) {
            throw VersionProblems.snapshotBesideUrl();
        }
        if (sourceSnapshotId != null && diskFormat != DiskFormat.RAW) {
            throw VersionProblems.snapshotIsRaw();
        }
    }
}
