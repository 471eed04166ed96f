package io.skyholm.storage.upload;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A piece that somebody wants to send, and where it belongs. */
record NextPiece(
        UUID imageId,
        UUID versionId,
        UUID uploadId,
        long offset,
        @Nullable PieceChecksum checksum) {}
