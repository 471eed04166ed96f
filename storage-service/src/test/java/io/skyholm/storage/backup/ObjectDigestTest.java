package io.skyholm.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.storage.object.Folders;
import io.skyholm.storage.object.ObjectStorage;
import io.skyholm.storage.object.PartWriter;
import io.skyholm.storage.object.StoredPart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sum of an object that is read a while at a time. */
class ObjectDigestTest {

    private static final int SIZE = (3 << 20) + 17;

    private final UUID object = UUID.randomUUID();
    private final ObjectStorage store;

    ObjectDigestTest(@TempDir Path folder) {
        this.store = Folders.in(folder);
    }

    @Test
    void theSumIsThatOfAllBytesHoweverOftenTheReaderIsInterrupted() throws Exception {
        byte[] bytes = kept();
        ObjectDigest digest = new ObjectDigest(object, SIZE);
        Optional<String> sum = digest.goOn(store, Duration.ofNanos(1));
        assertThat(sum).isEmpty();
        assertThat(digest.position()).isPositive().isLessThan(SIZE);
        while (sum.isEmpty()) {
            sum = digest.goOn(store, Duration.ofNanos(1));
        }
        assertThat(sum)
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void anObjectThatIsShorterThanItShouldBeHasNoSum() throws IOException {
        kept();
        ObjectDigest digest = new ObjectDigest(object, SIZE + 1L);
        assertThatThrownBy(() -> digest.goOn(store, Duration.ofMinutes(1))).isInstanceOf(IOException.class);
    }

    @Test
    void anObjectThatIsNotThereHasNoSum() {
        assertThatThrownBy(() -> new ObjectDigest(object, SIZE).goOn(store, Duration.ofMinutes(1)))
                .isInstanceOf(NoSuchFileException.class);
    }

    private byte[] kept() throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(7).nextBytes(bytes);
        try (PartWriter part = store.begin(object, "export")) {
            part.write(ByteBuffer.wrap(bytes));
            part.sync();
        }
        store.seal(object, List.of(new StoredPart("export", SIZE)));
        return bytes;
    }
}
