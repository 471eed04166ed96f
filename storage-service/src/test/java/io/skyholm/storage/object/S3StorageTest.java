package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.storage.object.ObjectStorage.SealedObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    void whatAHostHasLeftInItsFolderComesToTheBucketAndBackToAnother(@TempDir Path folder) throws IOException {
        UUID object = UUID.randomUUID();
        byte[] bytes = "more bytes than a segment has".getBytes(StandardCharsets.UTF_8);
        ObjectStorage left = Folders.in(folder.resolve("left"));
        ObjectStorage laid = Folders.in(folder.resolve("laid"));
        try (PartWriter part = left.begin(object, "export")) {
            part.write(ByteBuffer.wrap(bytes));
        }
        left.seal(object, List.of(new StoredPart("export", bytes.length)));
        assertThat(new ObjectTransfer(object, bytes.length).goOn(left, store(), Duration.ofMinutes(1)))
                .isTrue();
        assertThat(store().list(null, 1000).objects())
                .filteredOn(stored -> stored.id().equals(object))
                .extracting(StoredObject::sizeBytes)
                .containsExactly((long) bytes.length);
        assertThat(new ObjectTransfer(object, bytes.length).goOn(store(), laid, Duration.ofMinutes(1)))
                .isTrue();
        try (ObjectReader reader = laid.read(object, 0, bytes.length)) {
            assertThat(reader.next(1 << 20)).isEqualTo(bytes);
        }
    }

    @Test
    void whoReadsManyPartsOfAnObjectFetchesItsManifestOnce() throws IOException {
        UUID object = UUID.randomUUID();
        try (PartWriter part = store().begin(object, "a")) {
            part.write(ByteBuffer.wrap("0123456789".getBytes(StandardCharsets.UTF_8)));
            part.sync();
        }
        store().seal(object, List.of(new StoredPart("a", 10)));
        SealedObject found = store().open(object);
        server.bucket().delete(List.of("sealed/" + object));
        assertThatThrownBy(() -> store().read(object, 0, 1)).isInstanceOf(NoSuchFileException.class);
        for (int from = 0; from < 8; from++) {
            try (ObjectReader reader = found.read(from, 2)) {
                assertThat(reader.next(2)).containsExactly('0' + from, '1' + from);
            }
        }
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
        try (PartWriter writer = new S3PartWriter(S3Server.away()::put, "parts/a/b/", BUFFERS)) {
            writer.write(ByteBuffer.wrap(new byte[SEGMENT_BYTES - 1]));
            assertThatThrownBy(writer::sync).isInstanceOf(IOException.class);
        }
    }
}
