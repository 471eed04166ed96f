package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyholm.runtime.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who cannot be served says why: a store that is full is another matter than one that is away. */
class StoreProblemsTest {

    private final Path folder;

    StoreProblemsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void fullDiskIsCalledFull() throws IOException {
        try (FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE)) {
            IOException failure =
                    catchThrowableOfType(IOException.class, () -> full.write(ByteBuffer.wrap(new byte[] {1})));
            says(failure, "is full");
        }
    }

    @Test
    void whatCannotBeReachedIsCalledAway() throws IOException {
        FolderStorage onAFile = new FolderStorage(Files.createFile(folder.resolve("file")));
        UUID object = UUID.randomUUID();
        says(catchThrowableOfType(IOException.class, () -> onAFile.begin(object, "a")), "is away");
        says(catchThrowableOfType(IOException.class, () -> onAFile.read(object, 0, 1)), "is away");
        says(
                catchThrowableOfType(IOException.class, () -> onAFile.seal(object, List.of(new StoredPart("a", 1)))),
                "is away");
    }

    private static void says(IOException failure, String what) {
        Problem problem = ObjectStorageWorker.problem(failure);
        assertThat(problem.code()).isEqualTo("UNAVAILABLE");
        assertThat(problem.detail()).contains(what);
        assertThat(problem.retryAfter()).isPositive();
    }
}
