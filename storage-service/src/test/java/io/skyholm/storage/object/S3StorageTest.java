package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket of S3 is an object store; its segments are short here, so that a few bytes make several. */
class S3StorageTest extends ObjectStorageContract {

    private static final int SEGMENT_BYTES = 4;

    private static final SegmentBuffers BUFFERS = new SegmentBuffers(1, SEGMENT_BYTES, SEGMENT_BYTES - 1);

    private static S3Server server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        server = S3Server.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    ObjectStorage store() {
        return new S3Storage(server.bucket(), BUFFERS);
    }

    @Test
    void serverThatIsAwayIsNotTakenForAnEmptyOne() throws IOException {
        ObjectStorage away = new S3Storage(S3Server.away(), BUFFERS);
        UUID object = UUID.randomUUID();
        assertThatThrownBy(() -> away.read(object, 0, 1))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> away.list(null, 10)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> away.remove(object)).isInstanceOf(IOException.class);
        try (PartWriter writer = new S3PartWriter(S3Server.away(), "parts/a/b/", BUFFERS)) {
            writer.write(ByteBuffer.wrap(new byte[SEGMENT_BYTES - 1]));
            assertThatThrownBy(writer::sync).isInstanceOf(IOException.class);
        }
    }
}
