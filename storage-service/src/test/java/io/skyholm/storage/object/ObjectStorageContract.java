package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.storage.object.ObjectStorage.SealedObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every object store keeps to, wherever it has the bytes. */
abstract class ObjectStorageContract {

    private final UUID object = UUID.randomUUID();

    /** The store that is tested; the same one each time. */
    abstract ObjectStorage store();

    @Test
    void sealedObjectIsItsPartsOneBehindTheOther() throws IOException {
        part("a", "Debian ");
        part("b", "13");
        store().seal(object, List.of(new StoredPart("a", 7), new StoredPart("b", 2)));
        assertThat(read(0, 9)).isEqualTo("Debian 13");
        assertThat(kept()).allSatisfy(kept -> {
            assertThat(kept.sealed()).isTrue();
            assertThat(kept.sizeBytes()).isEqualTo(9);
        });
    }

    @Test
    void anyRangeCanBeRead() throws IOException {
        part("a", "0123");
        part("b", "4567");
        part("c", "89");
        store().seal(object, List.of(new StoredPart("a", 4), new StoredPart("b", 4), new StoredPart("c", 2)));
        assertThat(read(0, 1)).isEqualTo("0");
        assertThat(read(3, 2)).isEqualTo("34");
        assertThat(read(4, 4)).isEqualTo("4567");
        assertThat(read(9, 1)).isEqualTo("9");
        assertThat(read(2, 8)).isEqualTo("23456789");
        assertThat(read(5, 0)).isEmpty();
    }

    @Test
    void whatWasFoundOnceIsReadHoweverOften() throws IOException {
        part("a", "0123");
        part("b", "4567");
        store().seal(object, List.of(new StoredPart("a", 4), new StoredPart("b", 4)));
        SealedObject found = store().open(object);
        assertThat(text(found.read(6, 2))).isEqualTo("67");
        assertThat(text(found.read(0, 8))).isEqualTo("01234567");
        assertThat(text(found.read(3, 2))).isEqualTo("34");
    }

    @Test
    void bytesBeyondWhatCountsAreCutAndPartsThatDoNotCountAreForgotten() throws IOException {
        part("a", "Debian and more");
        part("lost", "of somebody who lost the hold");
        part("b", "13");
        store().seal(object, List.of(new StoredPart("a", 6), new StoredPart("b", 2)));
        assertThat(read(0, 8)).isEqualTo("Debian13");
        assertThat(kept()).allSatisfy(kept -> assertThat(kept.sizeBytes()).isEqualTo(8));
    }

    @Test
    void sealingAgainChangesNothing() throws IOException {
        part("a", "Debian");
        List<StoredPart> parts = List.of(new StoredPart("a", 6));
        store().seal(object, parts);
        store().seal(object, parts);
        assertThat(read(0, 6)).isEqualTo("Debian");
    }

    @Test
    void partThatIsShorterThanWhatCountsIsNotSealed() throws IOException {
        part("a", "Deb");
        assertThatThrownBy(() -> store().seal(object, List.of(new StoredPart("a", 6))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(0, 3)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatIsNotSealedCannotBeRead() throws IOException {
        part("a", "Debian");
        assertThatThrownBy(() -> read(0, 6)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> text(store().open(object).read(0, 6))).isInstanceOf(NoSuchFileException.class);
        assertThat(kept()).allSatisfy(kept -> assertThat(kept.sealed()).isFalse());
    }

    @Test
    void twoWritersNeverMeetInOnePart() throws IOException {
        part("a", "Debian");
        assertThatThrownBy(() -> store().begin(object, "a")).isInstanceOf(IOException.class);
        store().forget(object, "a");
        store().forget(object, "a");
        part("a", "Ubuntu");
        store().seal(object, List.of(new StoredPart("a", 6)));
        assertThat(read(0, 6)).isEqualTo("Ubuntu");
    }

    @Test
    void removedObjectIsGoneSealedOrNotHoweverOftenItIsRemoved() throws IOException {
        part("a", "Debian");
        store().remove(object);
        assertThat(kept()).isEmpty();
        part("a", "Debian");
        store().seal(object, List.of(new StoredPart("a", 6)));
        store().remove(object);
        store().remove(object);
        assertThat(kept()).isEmpty();
        assertThatThrownBy(() -> read(0, 6)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void readingBeyondTheEndFails() throws IOException {
        part("a", "Debian");
        store().seal(object, List.of(new StoredPart("a", 6)));
        assertThatThrownBy(() -> read(0, 7)).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsThereIsListedInPortionsByItsId() throws IOException {
        List<UUID> ids = Stream.generate(UUID::randomUUID)
                .limit(7)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        for (UUID id : ids) {
            part(id, "a", "Debian");
        }
        store().seal(ids.get(3), List.of(new StoredPart("a", 6)));
        List<UUID> seen = new ArrayList<>();
        StoredPage portion = store().list(null, 3);
        while (portion.hasMore()) {
            assertThat(portion.objects()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
            portion.objects().forEach(kept -> seen.add(kept.id()));
            portion = store().list(portion.last(), 3);
        }
        portion.objects().forEach(kept -> seen.add(kept.id()));
        assertThat(seen).containsSubsequence(ids).doesNotHaveDuplicates();
    }

    @Test
    void partIsAsLongAsWhatWasWrittenHoweverOftenItWasMadeSafe() throws IOException {
        try (PartWriter writer = store().begin(object, "a")) {
            for (int times = 0; times < 5; times++) {
                writer.write(ByteBuffer.wrap("0123456789".getBytes(StandardCharsets.UTF_8)));
                writer.sync();
                writer.sync();
            }
        }
        store().seal(object, List.of(new StoredPart("a", 47)));
        assertThat(read(0, 47)).hasSize(47).endsWith("0123456");
        assertThat(read(8, 4)).isEqualTo("8901");
        assertThat(kept()).allSatisfy(kept -> assertThat(kept.sizeBytes()).isEqualTo(47));
    }

    private void part(String name, String text) throws IOException {
        part(object, name, text);
    }

    private void part(UUID id, String name, String text) throws IOException {
        try (PartWriter writer = store().begin(id, name)) {
            writer.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            writer.sync();
        }
    }

    private String read(long from, long length) throws IOException {
        return text(store().read(object, from, length));
    }

    private static String text(ObjectReader opened) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ObjectReader reader = opened) {
            for (byte[] next = reader.next(3); next.length > 0; next = reader.next(3)) {
                all.write(next);
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private List<StoredObject> kept() throws IOException {
        return store().list(null, 1000).objects().stream()
                .filter(kept -> kept.id().equals(object))
                .toList();
    }
}
