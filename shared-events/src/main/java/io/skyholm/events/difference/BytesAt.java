package io.skyholm.events.difference;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that can be read from anywhere. */
@FunctionalInterface
public interface BytesAt {

    /** Fills the buffer with what begins there; fails where the bytes end before that. */
    void read(ByteBuffer into, long at) throws IOException;
}
