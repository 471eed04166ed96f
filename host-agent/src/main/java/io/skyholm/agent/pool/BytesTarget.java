package io.skyholm.agent.pool;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the bytes of a disk are written. */
@FunctionalInterface
public interface BytesTarget {

    /** Writes some of what the buffer holds, beginning there, and says how many bytes that were. */
    int write(ByteBuffer bytes, long at) throws IOException;
}
