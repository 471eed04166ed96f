package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.difference.Difference;
import io.skyholm.events.difference.Extent;
import io.skyholm.events.difference.MalformedDifferenceException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an object makes with the differences on it is read like one object. */
class ObjectChainTest {

    private static final String SUM = "ab".repeat(32);

    private final Random random = new Random(7);
    private final ObjectStorage store;
    private final List<UUID> objects = new ArrayList<>();

    ObjectChainTest(@TempDir Path folder) {
        this.store = Folders.in(folder);
    }

    @Test
    void anyPartOfItIsReadInWhateverBlocks() throws IOException {
        byte[] disk = bytes(3000);
        keep(disk);
        for (int layer = 0; layer < 3; layer++) {
            disk = changed(disk);
        }
        ObjectChain chain = new ObjectChain(List.copyOf(objects), disk.length);
        assertThat(chain.last()).isEqualTo(objects.getLast());
        assertThat(read(chain, 0, disk.length, 7)).isEqualTo(disk);
        assertThat(read(chain, 0, disk.length, 1 << 20)).isEqualTo(disk);
        for (int part = 0; part < 40; part++) {
            int from = random.nextInt(disk.length);
            int length = random.nextInt(disk.length - from + 1);
            assertThat(read(chain, from, length, 100)).isEqualTo(Arrays.copyOfRange(disk, from, from + length));
        }
    }

    @Test
    void oneObjectIsReadAsItIs() throws IOException {
        byte[] disk = bytes(1000);
        keep(disk);
        assertThat(read(ObjectChain.of(List.of(), objects.getFirst(), disk.length), 10, 20, 3))
                .isEqualTo(Arrays.copyOfRange(disk, 10, 30));
    }

    @Test
    void whatMakesNoDiskOfThatSizeIsSaidToBeNone() throws IOException {
        byte[] disk = bytes(1000);
        keep(disk);
        changed(disk);
        ObjectChain other = new ObjectChain(List.copyOf(objects), disk.length + 1L);
        assertThatThrownBy(() -> read(other, 0, 10, 10)).isInstanceOf(MalformedDifferenceException.class);
        ObjectChain twice = new ObjectChain(List.of(objects.getFirst(), objects.getFirst()), disk.length);
        assertThatThrownBy(() -> read(twice, 0, 10, 10)).isInstanceOf(MalformedDifferenceException.class);
    }

    @Test
    void aDifferenceThatIsShorterThanItSaysEnds() throws IOException {
        keep(bytes(1000));
        Difference difference = new Difference(1000, 1000, SUM, List.of(new Extent(0, 500, false)));
        keep(headerOf(difference));
        ObjectChain chain = new ObjectChain(List.copyOf(objects), 1000);
        assertThatThrownBy(() -> read(chain, 0, 1000, 1000)).isInstanceOf(EOFException.class);
    }

    @Test
    void eachOfItsObjectsIsLookedForOnceHoweverManyPiecesItHas() throws IOException {
        byte[] disk = bytes(3000);
        keep(disk);
        for (int layer = 0; layer < 7; layer++) {
            disk = changed(disk);
        }
        CountingStorage counting = new CountingStorage(store, new ArrayList<>());
        ObjectChain chain = new ObjectChain(List.copyOf(objects), disk.length);
        assertThat(read(chain.read(counting, 0, disk.length), 100)).isEqualTo(disk);
        assertThat(counting.asked()).containsExactlyElementsOf(objects);
    }

    private byte[] read(ObjectChain chain, long from, int length, int block) throws IOException {
        return read(chain.read(store, from, length), block);
    }

    private static byte[] read(ObjectReader opened, int block) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (ObjectReader reader = opened) {
            for (byte[] next = reader.next(block); next.length > 0; next = reader.next(block)) {
                read.write(next);
            }
        }
        return read.toByteArray();
    }

    /** Keeps a difference to what is there; gives what it makes. */
    private byte[] changed(byte[] before) throws IOException {
        byte[] after = before.clone();
        byte[] written = bytes(300);
        int at = random.nextInt(200);
        int zeros = 600 + random.nextInt(100);
        System.arraycopy(written, 0, after, at, written.length);
        Arrays.fill(after, zeros, zeros + 100, (byte) 0);
        Difference difference = new Difference(
                before.length,
                after.length,
                SUM,
                List.of(new Extent(at, written.length, false), new Extent(zeros, 100, true)));
        keep(ByteBuffer.allocate((int) difference.bytes())
                .put(difference.header())
                .put(written)
                .array());
        return after;
    }

    private static byte[] headerOf(Difference difference) {
        byte[] header = new byte[difference.headerBytes()];
        difference.header().get(header);
        return header;
    }

    private void keep(byte[] bytes) throws IOException {
        UUID object = UUID.randomUUID();
        try (PartWriter part = store.begin(object, "all")) {
            part.write(ByteBuffer.wrap(bytes));
            part.sync();
        }
        store.seal(object, List.of(new StoredPart("all", bytes.length)));
        objects.add(object);
    }

    private byte[] bytes(int many) {
        byte[] bytes = new byte[many];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Has what another has, and notes which objects are looked for. */
    private record CountingStorage(ObjectStorage store, List<UUID> asked) implements ObjectStorage {

        @Override
        public SealedObject open(UUID object) throws IOException {
            asked.add(object);
            return store.open(object);
        }

        @Override
        public ObjectReader read(UUID object, long from, long length) throws IOException {
            asked.add(object);
            return store.read(object, from, length);
        }

        @Override
        public PartWriter begin(UUID object, String part) throws IOException {
            return store.begin(object, part);
        }

        @Override
        public void forget(UUID object, String part) throws IOException {
            store.forget(object, part);
        }

        @Override
        public void seal(UUID object, List<StoredPart> parts) throws IOException {
            store.seal(object, parts);
        }

        @Override
        public void remove(UUID object) throws IOException {
            store.remove(object);
        }

        @Override
        public StoredPage list(@Nullable UUID after, int most) throws IOException {
            return store.list(after, most);
        }
    }
}
