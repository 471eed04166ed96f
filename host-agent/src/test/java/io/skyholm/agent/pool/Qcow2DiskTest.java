package io.skyholm.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small qcow2 image, made by hand: a table of each level, and clusters of each sort. */
class Qcow2DiskTest {

    private static final int CLUSTER = 4096;
    private static final int BITS = 12;
    private static final int DISK = 8 * CLUSTER + 512;
    private static final long COMPRESSED = 1L << 62;
    private static final int OFFSET_BITS = 62 - (BITS - 8);

    private final Path temporary;
    private final byte[] first = bytes(1, 256);
    private final byte[] packed = bytes(2, 4);
    private final byte[] last = bytes(3, 256);
    private final ByteBuffer image = ByteBuffer.allocate(6 * CLUSTER);

    Qcow2DiskTest(@TempDir Path temporary) {
        this.temporary = temporary;
        image.putInt(0, 0x514649fb).putInt(4, 3).putInt(20, BITS).putLong(24, DISK);
        image.putInt(36, 1).putLong(40, CLUSTER).putInt(100, 104);
        image.putLong(CLUSTER, 2L * CLUSTER | 1L << 63);
        entry(0, 3L * CLUSTER | 1L << 63);
        image.put(3 * CLUSTER, first);
        byte[] small = deflated(packed);
        long begin = 4L * CLUSTER + 100;
        image.put((int) begin, small);
        long sectors = (begin + small.length - 1) / 512 - begin / 512;
        entry(2, COMPRESSED | sectors << OFFSET_BITS | begin);
        entry(3, 3L * CLUSTER | 1);
        entry(8, 5L * CLUSTER | 1L << 63);
        image.put(5 * CLUSTER, last);
    }

    @Test
    void clustersOfEachSortBecomeTheDisk() throws IOException {
        byte[] disk = copied();
        assertThat(disk).hasSize(DISK);
        assertThat(Arrays.copyOf(disk, CLUSTER)).isEqualTo(first);
        assertThat(Arrays.copyOfRange(disk, CLUSTER, 2 * CLUSTER)).containsOnly(0);
        assertThat(Arrays.copyOfRange(disk, 2 * CLUSTER, 3 * CLUSTER)).isEqualTo(packed);
        assertThat(Arrays.copyOfRange(disk, 3 * CLUSTER, 8 * CLUSTER)).containsOnly(0);
        assertThat(Arrays.copyOfRange(disk, 8 * CLUSTER, DISK)).isEqualTo(Arrays.copyOf(last, 512));
    }

    @Test
    void whatLeadsBeyondTheImageIsRefused() {
        refused(it -> it.putLong(40, 7L * CLUSTER));
        refused(it -> it.putLong(CLUSTER, 6L * CLUSTER));
        refused(it -> it.putLong(CLUSTER, 0x00ff_ffff_ffff_f000L));
        refused(it -> it.putLong(2 * CLUSTER, 6L * CLUSTER));
        refused(it -> it.putLong(2 * CLUSTER, COMPRESSED | 100L * CLUSTER));
    }

    @Test
    void whatIsDamagedOrNotKnownIsRefused() {
        refused(it -> it.putLong(4 * CLUSTER + 100, -1));
        refused(it -> it.putInt(0, 17));
        refused(it -> it.putInt(20, 40));
        refused(it -> it.putLong(8, 512));
        refused(it -> it.putLong(72, 1 << 4));
        refused(it -> it.putLong(72, 1 << 3).put(104, (byte) 1));
        refused(it -> it.putLong(24, DISK + 512));
    }

    private void refused(Consumer<ByteBuffer> change) {
        byte[] before = image.array().clone();
        change.accept(image);
        assertThatThrownBy(this::copied).isInstanceOf(HypervisorProblem.class);
        image.put(0, before);
    }

    /** The image in two parts, of which the first ends within a cluster. */
    private byte[] copied() throws IOException {
        Path object = Files.createDirectories(temporary.resolve("object"));
        Files.write(object.resolve("000000"), Arrays.copyOf(image.array(), 3 * CLUSTER + 77));
        Files.write(object.resolve("000001"), Arrays.copyOfRange(image.array(), 3 * CLUSTER + 77, 6 * CLUSTER));
        Path file = temporary.resolve("disk");
        Files.deleteIfExists(file);
        try (ImageParts parts = ImageParts.in(object);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            Qcow2Disk.copy(parts, new SparseTarget(channel::write, DISK));
        }
        return Files.readAllBytes(file);
    }

    private void entry(int number, long entry) {
        image.putLong(2 * CLUSTER + 8 * number, entry);
    }

    private static byte[] deflated(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] small = new byte[CLUSTER];
            return Arrays.copyOf(small, deflater.deflate(small));
        }
    }

    private static byte[] bytes(long seed, int values) {
        Random random = new Random(seed);
        byte[] bytes = new byte[CLUSTER];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) random.nextInt(values);
        }
        return bytes;
    }
}
