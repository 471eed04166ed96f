package io.skyholm.storage.upload;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part that somebody wants to send, and where it belongs. */
record NextPart(
        UUID imageId,
        UUID versionId,
        UUID uploadId,
        long offset,
        @Nullable PartChecksum checksum) {}
