package io.skyholm.storage.format;

import io.skyholm.events.storage.DiskFormat;
import io.skyholm.storage.Gib;
import java.nio.ByteBuffer;

/** Reads how large a disk an image describes, and refuses one that would have a host read what is not the image's. */
public final class ImageHeader {

    /** How much of an image has to be read for it: a header and its extensions lie in the first cluster. */
    public static final int LONGEST = 2 * 1024 * 1024;

    private ImageHeader() {}

    /**
     * The size of the disk in GiB, rounded up.
     *
     * @param beginning the first bytes, up to {@link #LONGEST}
     * @param length how many bytes there are in all
     * @param largestDisk the largest disk that is allowed, in bytes
     */
    public static int sizeGb(DiskFormat format, ByteBuffer beginning, long length, long largestDisk)
            throws BadImageException {
        long bytes =
                switch (format) {
                    case RAW -> RawDisk.size(beginning, length);
                    case QCOW2 -> Qcow2Header.size(beginning, length);
                    case ISO -> IsoImage.size(beginning, length);
                };
        if (bytes <= 0 || bytes > largestDisk) {
            throw new BadImageException(
                    "The disk has %d bytes; it may have 1 to %d".formatted(Math.max(bytes, 0), largestDisk));
        }
        return Math.toIntExact(Gib.of(bytes));
    }
}
