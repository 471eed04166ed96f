package io.skyholm.agent.pool;

import io.skyholm.events.host.DiskSource;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** Where a host finds the bytes of images. */
@FunctionalInterface
public interface ImageBytes {

    /** Writes the disk that the source describes at the channel's beginning; fails unless it is what was verified, and fits. */
    void copy(DiskSource source, FileChannel target, long sizeBytes) throws IOException;
}
