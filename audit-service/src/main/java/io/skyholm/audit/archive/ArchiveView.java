package io.skyholm.audit.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A month that lies in a file. */
@Schema(name = "AuditArchive")
public record ArchiveView(
        UUID id,
        @Schema(description = "Its first day") LocalDate month,

        @Schema(
                description =
                        "The name in the archive's folder: gzipped JSON lines, the form of an export with digests")
        String file,

        long entries,
        @Schema(description = "Of the file, in hex") String sha256,
        @Nullable Long firstPosition,
        @Nullable Long lastPosition,
        Instant archivedAt,

        @Schema(description = "When its entries left the database; absent while they are still in it") @Nullable Instant droppedAt) {}
