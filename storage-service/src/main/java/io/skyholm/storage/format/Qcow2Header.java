package io.skyholm.storage.format;

import java.nio.ByteBuffer;

/**
 * The header of a qcow2 image, as QEMU's docs/interop/qcow2.txt has it. Whatever would lead out of the file is refused: a backing file
 * or an external data file is a path that a host would open.
 */
final class Qcow2Header {

    private static final int MAGIC = 0x514649fb;
    private static final int V2_LENGTH = 72;
    private static final int V3_LENGTH = 104;
    private static final int SECTOR = 512;
    private static final int ENTRY = 8;
    private static final int SMALLEST_CLUSTER = 9;
    private static final int LARGEST_CLUSTER = 21;
    private static final int LARGEST_REFCOUNT_ORDER = 6;
    private static final long LARGEST_TABLE = 32L << 20;
    private static final long LARGEST_REFCOUNT_TABLE = 8L << 20;

    private static final long DIRTY = 1;
    private static final long CORRUPT = 1 << 1;
    private static final long EXTERNAL_DATA = 1 << 2;
    private static final long COMPRESSION = 1 << 3;

    private static final int END_OF_EXTENSIONS = 0;
    private static final int BACKING_FORMAT = 0xe2792aca;
    private static final int DATA_FILE_NAME = 0x44415441;

    private final ByteBuffer header;
    private final long length;
    private final int version;
    private final int clusterBits;

    private Qcow2Header(ByteBuffer header, long length) {
        this.header = header;
        this.length = length;
        this.version = header.getInt(4);
        this.clusterBits = header.getInt(20);
    }

    static long size(ByteBuffer beginning, long length) throws BadImageException {
        refuse(
                beginning.limit() < V2_LENGTH || beginning.getInt(0) != MAGIC,
                "The image is no qcow2: its mark is missing");
        Qcow2Header header = new Qcow2Header(beginning, length);
        refuse(header.version != 2 && header.version != 3, "The qcow2 image is of a version that nobody knows");
        refuse(
                header.clusterBits < SMALLEST_CLUSTER || header.clusterBits > LARGEST_CLUSTER,
                "The qcow2 image has clusters of a size that is not allowed");
        header.checkItStandsAlone();
        header.checkTables();
        if (header.version == 3) {
            header.checkFeatures();
        }
        header.checkExtensions(header.version == 3 ? header.headerLength() : V2_LENGTH);
        return header.diskSize();
    }

    private long cluster() {
        return 1L << clusterBits;
    }

    private long diskSize() throws BadImageException {
        long size = header.getLong(24);
        refuse(size <= 0 || size % SECTOR != 0, "The qcow2 image describes a disk of an impossible size");
        return size;
    }

    private void checkItStandsAlone() throws BadImageException {
        refuse(
                header.getLong(8) != 0 || header.getInt(16) != 0,
                "The qcow2 image names a backing file: flatten it first, with qemu-img convert");
        refuse(header.getInt(32) != 0, "The qcow2 image is encrypted: decrypt it first");
        refuse(header.getInt(60) != 0, "The qcow2 image holds snapshots: convert it first, with qemu-img convert");
    }

    /** Tables lie on clusters within the file, and are as large as the disk needs, and no larger than QEMU takes. */
    private void checkTables() throws BadImageException {
        long l1Bytes = Integer.toUnsignedLong(header.getInt(36)) * ENTRY;
        long perEntry = cluster() / ENTRY * cluster();
        long needed = (diskSize() - 1) / perEntry + 1;
        refuse(l1Bytes > LARGEST_TABLE, "The qcow2 image has too large a table of clusters");
        refuse(l1Bytes / ENTRY < needed, "The qcow2 image has a table of clusters that is too small for its disk");
        checkTable(header.getLong(40), l1Bytes);
        long refcountClusters = Integer.toUnsignedLong(header.getInt(56));
        refuse(
                refcountClusters == 0 || refcountClusters > LARGEST_REFCOUNT_TABLE >> clusterBits,
                "The qcow2 image has a table of counts of an impossible size");
        checkTable(header.getLong(48), refcountClusters << clusterBits);
    }

    private void checkTable(long offset, long bytes) throws BadImageException {
        refuse(
                offset < cluster() || offset % cluster() != 0 || offset > length - bytes,
                "The qcow2 image has a table that does not lie within it");
    }

    private int headerLength() throws BadImageException {
        int said = header.getInt(100);
        refuse(
                said < V3_LENGTH || said > cluster() || said % ENTRY != 0 || said > header.limit(),
                "The qcow2 image has a header of an impossible length");
        return said;
    }

    private void checkFeatures() throws BadImageException {
        refuse(header.limit() < V3_LENGTH, "The qcow2 image ends within its header");
        long features = header.getLong(72);
        refuse(
                (features & DIRTY) != 0,
                "The qcow2 image was not closed properly: repair it first, with qemu-img check");
        refuse((features & CORRUPT) != 0, "The qcow2 image is marked as corrupt: repair it first, with qemu-img check");
        refuse((features & EXTERNAL_DATA) != 0, "The qcow2 image keeps its data in another file: convert it first");
        refuse((features & ~COMPRESSION) != 0, "The qcow2 image needs features that are not supported");
        refuse(
                Integer.compareUnsigned(header.getInt(96), LARGEST_REFCOUNT_ORDER) > 0,
                "The qcow2 image has counts of an impossible width");
    }

    private void checkExtensions(int begin) throws BadImageException {
        long end = Math.min(cluster(), header.limit());
        long at = begin;
        while (at + ENTRY <= end) {
            int type = header.getInt((int) at);
            long size = Integer.toUnsignedLong(header.getInt((int) at + 4));
            if (type == END_OF_EXTENSIONS) {
                return;
            }
            refuse(type == DATA_FILE_NAME, "The qcow2 image keeps its data in another file: convert it first");
            refuse(
                    type == BACKING_FORMAT,
                    "The qcow2 image names a backing file: flatten it first, with qemu-img convert");
            refuse(size > end - at - ENTRY, "The qcow2 image has a header extension that does not end within it");
            at += ENTRY + (size + ENTRY - 1) / ENTRY * ENTRY;
        }
    }

    private static void refuse(boolean bad, String why) throws BadImageException {
        if (bad) {
            throw new BadImageException(why);
        }
    }
}
