package io.skyholm.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.UnixOperatingSystemMXBean;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of an object are the same in however many parts they came. */
class ImagePartsTest {

    /** As many as an upload may have. */
    private static final int MOST_PARTS = 10_000;

    private final byte[] bytes = new byte[MOST_PARTS];
    private final Path object;

    /** One part for each byte, and one of none. */
    ImagePartsTest(@TempDir Path object) throws IOException {
        this.object = object;
        new Random(2).nextBytes(bytes);
        for (int part = 0; part < MOST_PARTS; part++) {
            Files.write(object.resolve("%06d".formatted(part)), Arrays.copyOfRange(bytes, part, part + 1));
        }
        Files.createFile(object.resolve("000500a"));
    }

    /** Opened all at once they would take the descriptors of the whole agent. */
    @Test
    void veryManyPartsAreReadWithOneOpenAtATime() throws IOException {
        long before = openFiles();
        try (ImageParts parts = ImageParts.in(object)) {
            assertThat(read(parts, 0, MOST_PARTS)).isEqualTo(bytes);
            assertThat(read(parts, 499, 3)).isEqualTo(Arrays.copyOfRange(bytes, 499, 502));
            assertThat(openFiles()).isLessThan(before + MOST_PARTS / 10);
        }
    }

    @Test
    void whatLiesOutsideIsRefused() throws IOException {
        try (ImageParts parts = ImageParts.in(object)) {
            assertThatThrownBy(() -> read(parts, MOST_PARTS - 1, 2)).isInstanceOf(HypervisorProblem.class);
            assertThatThrownBy(() -> read(parts, -1, 1)).isInstanceOf(HypervisorProblem.class);
            assertThatThrownBy(() -> read(parts, Long.MAX_VALUE, 1)).isInstanceOf(HypervisorProblem.class);
        }
    }

    private static byte[] read(ImageParts parts, long from, int length) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(length);
        parts.read(into, from);
        return into.array();
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }
}
