package io.skyholm.agent.pool.luks;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What is in an encrypted disk, for whoever has opened it. Sectors that nobody wrote hold what nobody knows. */
public final class LuksBytes {

    private final RawBytes disk;
    private final Xts cipher;

    LuksBytes(RawBytes disk, Xts cipher) {
        this.disk = disk;
        this.cipher = cipher;
    }

    /** Writes what the buffer holds, beginning with a whole sector; where it ends within one, zeros follow. */
    public int write(ByteBuffer bytes, long at) throws IOException {
        int length = bytes.remaining();
        byte[] sectors = new byte[(length + Xts.SECTOR - 1) / Xts.SECTOR * Xts.SECTOR];
        bytes.get(sectors, 0, length);
        disk.write(cipher.encrypt(sectors, sector(at)), LuksDisk.HEADER + at);
        return length;
    }

    /** Whole sectors. */
    public void read(byte[] into, long at) throws IOException {
        byte[] encrypted = new byte[into.length];
        disk.read(encrypted, LuksDisk.HEADER + at);
        System.arraycopy(cipher.decrypt(encrypted, sector(at)), 0, into, 0, into.length);
    }

    private static long sector(long at) {
        if (at % Xts.SECTOR != 0) {
            throw new IllegalArgumentException("sectors are encrypted as a whole");
        }
        return at / Xts.SECTOR;
    }
}
