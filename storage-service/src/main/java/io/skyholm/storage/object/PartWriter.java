package io.skyholm.storage.object;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes a part of an object, by one thread at a time. */
public interface PartWriter extends Closeable {

    /** Adds bytes. */
    void write(ByteBuffer bytes) throws IOException;

    /** Returns when all that was written would be there after the power failed. */
    void sync() throws IOException;
}
