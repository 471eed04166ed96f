package io.skyholm.agent.pool.luks;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Writes what an encrypted disk begins with, from its beginning to its end. Zeros that are left out are written, too: what nobody writes is read as
 * something else.
 */
public final class LuksFilling {

    private static final int PIECE = 1 << 20;

    private final LuksBytes bytes;
    private long written;

    public LuksFilling(LuksBytes bytes) {
        this.bytes = bytes;
    }

    /** Writes what the buffer holds, which begins with a whole sector behind what was written before. */
    public int write(ByteBuffer piece, long at) throws IOException {
        endAt(at);
        written = at + piece.remaining();
        return bytes.write(piece, at);
    }

    /** All that is left until there are zeros. */
    public void endAt(long end) throws IOException {
        while (written < end) {
            long begin = (written + Xts.SECTOR - 1) / Xts.SECTOR * Xts.SECTOR;
            int length = Math.clamp(end - begin, 0, PIECE);
            int zeros = bytes.write(ByteBuffer.allocate(length), begin);
            written = begin + zeros;
        }
    }
}
