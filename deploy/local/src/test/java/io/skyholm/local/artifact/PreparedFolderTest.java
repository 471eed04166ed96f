package io.skyholm.local.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedFolderTest {
    private final Path parts;

    PreparedFolderTest(@TempDir Path parts) {
        this.parts = parts;
    }

    @Test
    void itIsMadeOnce() {
        AtomicInteger made = new AtomicInteger();
        for (int attempt = 0; attempt < 2; attempt++) {
            new PreparedFolder(parts.resolve("kafka-1")).prepare(draft -> made.incrementAndGet());
        }

        assertThat(made).hasValue(1);
    }

    @Test
    void aFailureLeavesNothingThatLooksFinished() {
        PreparedFolder prepared = new PreparedFolder(parts.resolve("kafka-1"));

        assertThatThrownBy(() -> prepared.prepare(draft -> {
                    Files.writeString(draft.resolve("half"), "");
                    throw new IOException("no space left");
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(prepared.exists()).isFalse();
    }

    @Test
    void whatAnInterruptedAttemptLeftIsThrownAway() throws IOException {
        Files.createDirectories(parts.resolve(".kafka-1.draft"));
        Files.writeString(parts.resolve(".kafka-1.draft/half"), "");
        new PreparedFolder(parts.resolve("kafka-1")).prepare(draft -> Files.writeString(draft.resolve("whole"), ""));

        assertThat(parts.resolve("kafka-1/whole")).exists();
        assertThat(parts.resolve("kafka-1/half")).doesNotExist();
    }
}
