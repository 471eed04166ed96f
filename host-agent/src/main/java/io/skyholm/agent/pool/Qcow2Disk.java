package io.skyholm.agent.pool;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The disk that a qcow2 image describes, as QEMU's docs/interop/qcow2.txt has it. The platform has refused what would lead out of the
 * image; what leads beyond its end is refused here.
 */
final class Qcow2Disk {

    private static final int MAGIC = 0x514649fb;
    private static final int HEADER = 105;
    private static final int VERSION_WITH_FEATURES = 3;
    private static final int COMPRESSION_TYPE = 104;
    private static final long COMPRESSION = 1 << 3;
    private static final int ENTRY = 8;
    private static final int SECTOR = 512;
    private static final int SMALLEST_CLUSTER = 9;
    private static final int LARGEST_CLUSTER = 21;

    private static final long OFFSET = 0x00ff_ffff_ffff_fe00L;
    private static final long IS_COMPRESSED = 1L << 62;
    private static final long IS_ZERO = 1;

    private final ImageParts image;
    private final SparseTarget target;
    private final ByteBuffer header;
    private final int clusterBits;
    private final long size;

    private Qcow2Disk(ImageParts image, SparseTarget target) throws IOException {
        this.image = image;
        this.target = target;
        this.header = read(0, HEADER);
        this.clusterBits = header.getInt(20);
        this.size = header.getLong(24);
        boolean isKnown = header.getInt(0) == MAGIC
                && clusterBits >= SMALLEST_CLUSTER
                && clusterBits <= LARGEST_CLUSTER
                && header.getLong(8) == 0
                && header.getInt(32) == 0
                && !needsMore();
        if (!isKnown) {
            throw HypervisorProblem.forGood("The image is a qcow2 that this host cannot read");
        }
    }

    /** Writes the disk, and says how large it is. */
    static long copy(ImageParts image, SparseTarget target) throws IOException {
        Qcow2Disk disk = new Qcow2Disk(image, target);
        target.require(disk.size);
        disk.writeAll();
        return disk.size;
    }

    /** Any feature but another sort of compression changes how the tables are read, and of compressions only zlib's is known. */
    private boolean needsMore() {
        if (header.getInt(4) < VERSION_WITH_FEATURES) {
            return false;
        }
        long features = header.getLong(72);
        return (features & ~COMPRESSION) != 0 || ((features & COMPRESSION) != 0 && header.get(COMPRESSION_TYPE) != 0);
    }

    private int cluster() {
        return 1 << clusterBits;
    }

    /** Of a table of the second level there is one for each cluster of entries; one that is not there means zeros. */
    private void writeAll() throws IOException {
        long perTable = (long) (cluster() / ENTRY) << clusterBits;
        long tables = (size - 1) / perTable + 1;
        for (long table = 0; table < tables; table++) {
            long entry = read(header.getLong(40) + table * ENTRY, ENTRY).getLong(0) & OFFSET;
            if (entry != 0) {
                writeTable(read(entry, cluster()), table * perTable);
            }
        }
    }

    private void writeTable(ByteBuffer entries, long from) throws IOException {
        for (int number = 0; number < cluster() / ENTRY; number++) {
            long at = from + ((long) number << clusterBits);
            long entry = entries.getLong(number * ENTRY);
            if (at < size && entry != 0) {
                writeCluster(entry, at);
            }
        }
    }

    private void writeCluster(long entry, long at) throws IOException {
        int length = (int) Math.min(cluster(), size - at);
        if ((entry & IS_COMPRESSED) != 0) {
            target.write(inflated(entry & ~(IS_COMPRESSED | 1L << 63)).limit(length), at);
        } else if ((entry & IS_ZERO) == 0 && (entry & OFFSET) != 0) {
            target.write(read(entry & OFFSET, length), at);
        }
    }

    /** The entry says where its bytes begin and in how many sectors they end, of which the last may lie beyond the image's end. */
    private ByteBuffer inflated(long entry) throws IOException {
        int offsetBits = 62 - (clusterBits - 8);
        long begin = entry & ((1L << offsetBits) - 1);
        long sectors = (entry >>> offsetBits) + 1;
        long end = Math.min(image.size(), (begin / SECTOR + sectors) * SECTOR);
        if (end <= begin) {
            throw broken();
        }
        ByteBuffer packed = read(begin, (int) (end - begin));
        byte[] bytes = new byte[cluster()];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed);
            int length = 0;
            while (length < bytes.length && !inflater.finished() && !inflater.needsInput()) {
                length += inflater.inflate(bytes, length, bytes.length - length);
            }
            if (length < bytes.length) {
                throw broken();
            }
        } catch (DataFormatException unreadable) {
            throw broken();
        }
        return ByteBuffer.wrap(bytes);
    }

    private ByteBuffer read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        image.read(bytes, from);
        return bytes.flip();
    }

    private static HypervisorProblem broken() {
        return HypervisorProblem.forGood("The image is damaged");
    }
}
