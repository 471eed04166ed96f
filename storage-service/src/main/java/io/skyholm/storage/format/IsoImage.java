package io.skyholm.storage.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A file system for discs. Its first description of itself stands behind 16 sectors that are the system's, or a boot loader's. */
final class IsoImage {

    private static final int SECTOR = 2048;
    private static final int DESCRIPTION = 16 * SECTOR;
    private static final byte[] MARK = "CD001".getBytes(StandardCharsets.US_ASCII);

    private IsoImage() {}

    static long size(ByteBuffer beginning, long length) throws BadImageException {
        int at = DESCRIPTION + 1;
        boolean isMarked = beginning.limit() >= at + MARK.length
                && beginning.slice(at, MARK.length).equals(ByteBuffer.wrap(MARK));
        if (!isMarked) {
            throw new BadImageException("The image is no ISO: it has no ISO 9660 file system");
        }
        if (length % SECTOR != 0) {
            throw new BadImageException("An ISO has a multiple of %d bytes".formatted(SECTOR));
        }
        return length;
    }
}
