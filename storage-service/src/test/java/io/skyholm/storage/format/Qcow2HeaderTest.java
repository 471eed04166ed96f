package io.skyholm.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.storage.DiskFormat;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Headers of qcow2 are read as if an attacker had written them. */
class Qcow2HeaderTest {

    private static final long GIB = 1L << 30;
    private static final long LARGEST = 16 * GIB;
    private static final int CLUSTER = 65_536;
    private static final long LENGTH = 4L * CLUSTER;

    @Test
    void plainImageIsTakenWithTheSizeOfItsDisk() throws BadImageException {
        assertThat(read(header -> {})).isEqualTo(10);
        assertThat(read(header -> header.putLong(24, 10 * GIB + 512))).isEqualTo(11);
        assertThat(read(header -> header.putInt(4, 2))).isEqualTo(10);
        assertThat(read(header -> header.putLong(72, 1 << 3))).isEqualTo(10);
    }

    @Test
    void whatIsNoQcow2IsRefused() {
        refused(header -> header.putInt(0, 17), "mark is missing");
        refused(header -> header.putInt(4, 4), "version");
        refused(header -> header.putInt(4, 1), "version");
        assertThatThrownBy(() -> ImageHeader.sizeGb(DiskFormat.QCOW2, ByteBuffer.allocate(3), 3, LARGEST))
                .isInstanceOf(BadImageException.class);
        assertThatThrownBy(() -> ImageHeader.sizeGb(DiskFormat.QCOW2, image().slice(0, 80), LENGTH, LARGEST))
                .isInstanceOf(BadImageException.class)
                .hasMessageContaining("ends within its header");
    }

    @Test
    void backingFileIsRefusedHoweverItIsNamed() {
        refused(header -> header.putLong(8, 512).putInt(16, 11), "backing file");
        refused(header -> header.putLong(8, 512), "backing file");
        refused(header -> header.putInt(16, 11), "backing file");
        refused(header -> header.putInt(104, 0xe2792aca).putInt(108, 5), "backing file");
    }

    @Test
    void externalDataFileIsRefused() {
        refused(header -> header.putLong(72, 1 << 2), "another file");
        refused(header -> header.putInt(104, 0x44415441).putInt(108, 11), "another file");
    }

    @Test
    void incompatibleFeaturesThatNobodyKnowsAreRefused() {
        refused(header -> header.putLong(72, 1), "not closed properly");
        refused(header -> header.putLong(72, 1 << 1), "corrupt");
        refused(header -> header.putLong(72, 1 << 4), "features");
        refused(header -> header.putLong(72, 1L << 63), "features");
    }

    @Test
    void encryptedImagesAndSnapshotsAreRefused() {
        refused(header -> header.putInt(32, 1), "encrypted");
        refused(header -> header.putInt(32, 2), "encrypted");
        refused(header -> header.putInt(60, 1), "snapshots");
    }

    @Test
    void disksOfImpossibleSizesAreRefused() {
        refused(header -> header.putLong(24, LARGEST + 512).putInt(36, 64), "may have");
        refused(header -> header.putLong(24, 0), "impossible size");
        refused(header -> header.putLong(24, -512), "impossible size");
        refused(header -> header.putLong(24, GIB + 1), "impossible size");
        refused(header -> header.putLong(24, Long.MAX_VALUE & ~511L), "too small for its disk");
    }

    @Test
    void clustersOfImpossibleSizesAreRefused() {
        refused(header -> header.putInt(20, 8), "clusters");
        refused(header -> header.putInt(20, 22), "clusters");
        refused(header -> header.putInt(20, -1), "clusters");
    }

    @Test
    void tablesThatDoNotLieWithinTheFileAreRefused() {
        refused(header -> header.putLong(40, LENGTH), "does not lie within it");
        refused(header -> header.putLong(40, 0), "does not lie within it");
        refused(header -> header.putLong(40, CLUSTER + 8), "does not lie within it");
        refused(header -> header.putLong(40, -CLUSTER), "does not lie within it");
        refused(header -> header.putLong(40, Long.MAX_VALUE - CLUSTER + 1), "does not lie within it");
        refused(header -> header.putLong(48, LENGTH), "does not lie within it");
        refused(header -> header.putLong(48, 0), "does not lie within it");
    }

    @Test
    void tablesOfImpossibleSizesAreRefused() {
        refused(header -> header.putInt(36, 1), "too small for its disk");
        refused(header -> header.putInt(36, 0), "too small for its disk");
        refused(header -> header.putInt(36, -1), "too large");
        refused(header -> header.putInt(56, 0), "impossible size");
        refused(header -> header.putInt(56, -1), "impossible size");
    }

    @Test
    void headersAndExtensionsThatLeadOutOfTheClusterAreRefused() {
        refused(header -> header.putInt(100, 96), "header of an impossible length");
        refused(header -> header.putInt(100, CLUSTER + 8), "header of an impossible length");
        refused(header -> header.putInt(100, 105), "header of an impossible length");
        refused(header -> header.putInt(100, -8), "header of an impossible length");
        refused(header -> header.putInt(104, 0x6803f857).putInt(108, CLUSTER), "does not end within it");
        refused(header -> header.putInt(104, 0x6803f857).putInt(108, -1), "does not end within it");
        refused(header -> header.putInt(96, 7), "width");
    }

    private static void refused(Consumer<ByteBuffer> change, String why) {
        assertThatThrownBy(() -> read(change))
                .isInstanceOf(BadImageException.class)
                .hasMessageContaining(why);
    }

    private static int read(Consumer<ByteBuffer> change) throws BadImageException {
        ByteBuffer image = image();
        change.accept(image);
        return ImageHeader.sizeGb(DiskFormat.QCOW2, image, LENGTH, LARGEST);
    }

    /** As qemu-img makes a disk of 10 GiB. */
    private static ByteBuffer image() {
        return ByteBuffer.allocate(CLUSTER)
                .putInt(0, 0x514649fb)
                .putInt(4, 3)
                .putInt(20, 16)
                .putLong(24, 10 * GIB)
                .putInt(36, 32)
                .putLong(40, 3L * CLUSTER)
                .putLong(48, CLUSTER)
                .putInt(56, 1)
                .putInt(96, 4)
                .putInt(100, 104);
    }
}
