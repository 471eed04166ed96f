package io.skyholm.agent.pool;

import io.skyholm.events.host.DiskSource;
import java.io.IOException;

/** Where a host finds the bytes of images. */
@FunctionalInterface
public interface ImageBytes {

    /**
     * Writes the disk that the source describes at the target's beginning, and says how large it is; fails unless it is what was verified, and
     * fits. Zeros are not written.
     */
    long copy(DiskSource source, BytesTarget target, long sizeBytes) throws IOException;
}
