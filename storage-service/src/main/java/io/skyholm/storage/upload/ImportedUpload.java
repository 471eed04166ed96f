package io.skyholm.storage.upload;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload whose bytes the platform fetches.
 *
 * @param validator what the source says of this state of its bytes, by which it is asked for the rest of the same
 * @param isBusy whether somebody fetches some of it now
 */
public record ImportedUpload(
        UUID id,
        UUID versionId,
        long length,
        long offsetBytes,
        @Nullable String validator,
        boolean isBusy) {}
