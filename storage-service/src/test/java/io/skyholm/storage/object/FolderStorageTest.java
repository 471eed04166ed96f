package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    /** A host that may write to what is received, and to nothing else, tries to have others' bytes removed or cut. */
    @Test
    void linksThatAHostHasLeftLeadNowhere() throws IOException {
        UUID victim = UUID.randomUUID();
        try (PartWriter writer = store().begin(victim, "a")) {
            writer.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        }
        store().seal(victim, List.of(new StoredPart("a", 3)));
        Path others = root.resolve("sealed").resolve(victim.toString());
        UUID folder = UUID.randomUUID();
        Files.createSymbolicLink(root.resolve("receiving").resolve(folder.toString()), others);
        UUID part = UUID.randomUUID();
        Path received = Files.createDirectory(root.resolve("receiving").resolve(part.toString()));
        Files.createSymbolicLink(received.resolve("export"), others.resolve("000000"));

        assertThatThrownBy(() -> store().seal(folder, List.of(new StoredPart("000000", 1))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store().seal(part, List.of(new StoredPart("export", 1))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store().begin(folder, "b")).isInstanceOf(IOException.class);
        store().forget(folder, "000000");
        assertThat(store().list(null, 10).objects())
                .extracting(StoredObject::id)
                .contains(folder, part);
        store().remove(folder);
        store().remove(part);

        assertThat(store().list(null, 10).objects())
                .extracting(StoredObject::id)
                .containsExactly(victim);
        try (ObjectReader reader = store().read(victim, 0, 3)) {
            assertThat(reader.next(3)).containsExactly(1, 2, 3);
        }
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
        assertThat(store().list(null, 10).objects()).singleElement().satisfies(kept -> {
            assertThat(kept.sealed()).isTrue();
            assertThat(kept.sizeBytes()).isEqualTo(6);
        });
    }
}
