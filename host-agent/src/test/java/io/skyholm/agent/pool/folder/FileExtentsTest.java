package io.skyholm.agent.pool.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file system says of where the bytes of a file are. */
class FileExtentsTest {

    private static final long SIZE = 64L << 20;
    private static final long MIDDLE = SIZE / 2;

    private final Path file;

    FileExtentsTest(@TempDir Path folder) {
        this.file = folder.resolve("sparse");
    }

    @Test
    void bytesAreFoundAndNothingIsMissed() throws IOException {
        write(MIDDLE, new byte[] {7});
        write(SIZE - 1, new byte[] {0});
        try (FileExtents extents = FileExtents.of(file, SIZE)) {
            long begin = extents.nextBytes(0);
            long end = extents.endOf(begin);
            assertThat(MIDDLE).isGreaterThanOrEqualTo(begin).isLessThan(end);
            assertThat(end - begin).isLessThan(SIZE / 4);
            assertThat(extents.nextBytes(SIZE)).isEqualTo(SIZE);
        }
    }

    @Test
    void aFileOfHolesHasNoBytes() throws IOException {
        Files.createFile(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), 0);
            channel.truncate(0);
            channel.write(ByteBuffer.allocate(1), SIZE - 1);
        }
        try (FileExtents extents = FileExtents.of(file, SIZE)) {
            assertThat(extents.nextBytes(0)).isGreaterThanOrEqualTo(SIZE - (1 << 16));
        }
    }

    @Test
    void ofWhatCannotBeAskedAllIsBytes() {
        try (FileExtents extents = FileExtents.of(file, SIZE)) {
            assertThat(extents.nextBytes(0)).isZero();
            assertThat(extents.endOf(0)).isEqualTo(SIZE);
            assertThat(extents.nextBytes(SIZE)).isEqualTo(SIZE);
        }
    }

    private void write(long at, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        }
    }
}
