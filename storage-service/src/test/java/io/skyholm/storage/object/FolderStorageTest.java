package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is an object store. */
class FolderStorageTest extends ObjectStorageContract {

    private final Path root;

    FolderStorageTest(@TempDir Path root) {
        this.root = root;
    }

    @Override
    ObjectStorage store() {
        return new FolderStorage(root);
    }

    @Test
    void crashBetweenTwoPartsIsMendedBySealingAgain() throws IOException {
        UUID object = UUID.randomUUID();
        for (String name : List.of("a", "b")) {
            try (PartWriter writer = store().begin(object, name)) {
                writer.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            }
        }
        Path folder = root.resolve("receiving").resolve(object.toString());
        Files.move(folder.resolve("a"), folder.resolve("000000"));
        store().seal(object, List.of(new StoredPart("a", 3), new StoredPart("b", 3)));
        assertThat(store().list(null, 10)).singleElement().satisfies(kept -> {
            assertThat(kept.sealed()).isTrue();
            assertThat(kept.sizeBytes()).isEqualTo(6);
        });
    }
}
