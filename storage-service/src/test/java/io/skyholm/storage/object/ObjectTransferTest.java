package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is copied from one store to another, by whoever was interrupted or was slower. */
class ObjectTransferTest {

    private static final int SIZE = (3 << 20) + 17;
    private static final Duration A_MOMENT = Duration.ofNanos(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final UUID object = UUID.randomUUID();
    private final ObjectStorage from;
    private final ObjectStorage to;

    ObjectTransferTest(@TempDir Path folder) {
        this.from = Folders.in(folder.resolve("from"));
        this.to = Folders.in(folder.resolve("to"));
    }

    @Test
    void allBytesComeOverHoweverOftenItIsInterrupted() throws IOException {
        byte[] bytes = kept();
        ObjectTransfer transfer = new ObjectTransfer(object, SIZE);
        int steps = 1;
        while (!transfer.goOn(from, to, A_MOMENT)) {
            assertThat(ObjectTransfer.isSealed(to, object)).isFalse();
            assertThat(transfer.position()).isEqualTo((long) steps << 20);
            steps++;
        }
        assertThat(steps).isEqualTo(4);
        assertThat(read(to)).isEqualTo(bytes);
        assertThat(to.list(null, 10).objects()).hasSize(1).allSatisfy(kept -> assertThat(kept.sizeBytes())
                .isEqualTo(SIZE));
        assertThat(transfer.goOn(from, to, A_MOMENT)).isTrue();
    }

    @Test
    void whoeverComesAfterACrashBeginsAnewAndWhatWasBegunBeforeGoes() throws IOException {
        byte[] bytes = kept();
        assertThat(new ObjectTransfer(object, SIZE).goOn(from, to, A_MOMENT)).isFalse();
        assertThat(new ObjectTransfer(object, SIZE).goOn(from, to, LONG)).isTrue();
        assertThat(read(to)).isEqualTo(bytes);
        assertThat(to.list(null, 10).objects())
                .extracting(StoredObject::sizeBytes)
                .containsExactly((long) SIZE);
    }

    @Test
    void whoeverWasSlowerLeavesNothingBesideTheObject() throws IOException {
        byte[] bytes = kept();
        ObjectTransfer slow = new ObjectTransfer(object, SIZE);
        assertThat(slow.goOn(from, to, A_MOMENT)).isFalse();
        assertThat(new ObjectTransfer(object, SIZE).goOn(from, to, LONG)).isTrue();
        assertThat(slow.goOn(from, to, LONG)).isTrue();
        assertThat(read(to)).isEqualTo(bytes);
        assertThat(to.list(null, 10).objects())
                .extracting(StoredObject::sizeBytes)
                .containsExactly((long) SIZE);
    }

    @Test
    void whatIsNotThereIsNotCopied() throws IOException {
        assertThatThrownBy(() -> new ObjectTransfer(object, SIZE).goOn(from, to, LONG))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(ObjectTransfer.isSealed(to, object)).isFalse();
    }

    private byte[] kept() throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(7).nextBytes(bytes);
        try (PartWriter part = from.begin(object, "export")) {
            part.write(ByteBuffer.wrap(bytes));
            part.sync();
        }
        from.seal(object, List.of(new StoredPart("export", SIZE)));
        return bytes;
    }

    private byte[] read(ObjectStorage store) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectReader reader = store.read(object, 0, SIZE)) {
            for (byte[] next = reader.next(1 << 20); next.length > 0; next = reader.next(1 << 20)) {
                bytes.write(next);
            }
        }
        return bytes.toByteArray();
    }
}
