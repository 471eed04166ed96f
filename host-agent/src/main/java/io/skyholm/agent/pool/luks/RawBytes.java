package io.skyholm.agent.pool.luks;

import java.io.IOException;

/** The bytes of an encrypted disk as they lie in its pool, its header first. */
public interface RawBytes {

    /** Fills the array with what begins there; fails where the bytes end before. */
    void read(byte[] into, long at) throws IOException;

    /** Writes all of the array. */
    void write(byte[] bytes, long at) throws IOException;

    /** What was written outlives the end of the machine from now on. */
    void force() throws IOException;
}
