package io.skyholm.events.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A disk of a base and of differences is as it was at each moment. */
class LayersTest {

    private static final String SUM = "ab".repeat(32);

    private final Random random = new Random(7);

    /** The base and the differences, as they are kept. */
    private final List<byte[]> layers = new ArrayList<>();

    @Test
    void eachMomentIsReadFromAnywhereAsItWas() throws IOException {
        byte[] disk = bytes(5_000);
        layers.add(disk);
        for (int moment = 0; moment < 7; moment++) {
            disk = changed(disk, random.nextInt(200));
            LayeredBytes read = LayeredBytes.of(sources());
            assertThat(read.layers().sizeBytes()).isEqualTo(disk.length);
            assertThat(read(read, 0, disk.length)).isEqualTo(disk);
            for (int part = 0; part < 50; part++) {
                int from = random.nextInt(disk.length);
                int length = random.nextInt(disk.length - from + 1);
                assertThat(read(read, from, length)).isEqualTo(Arrays.copyOfRange(disk, from, from + length));
            }
        }
    }

    @Test
    void aDiskThatHasGrownEndsInZerosWhereNobodyWrote() throws IOException {
        layers.add(bytes(100));
        layers.add(written(100, 300, List.of(new Extent(250, 10, false)), bytes(10)));
        byte[] read = read(LayeredBytes.of(sources()), 0, 300);
        assertThat(Arrays.copyOfRange(read, 0, 100)).isEqualTo(layers.getFirst());
        assertThat(Arrays.copyOfRange(read, 100, 250)).containsOnly(0);
        assertThat(Arrays.copyOfRange(read, 260, 300)).containsOnly(0);
    }

    @Test
    void aDifferenceOfSomethingElseIsNotLaidOnIt() throws IOException {
        layers.add(bytes(100));
        layers.add(written(100, 200, List.of(), new byte[0]));
        layers.add(written(100, 200, List.of(), new byte[0]));
        assertThatThrownBy(() -> LayeredBytes.of(sources())).hasMessageContaining("is not of what lies below it");
    }

    @Test
    void behindItsEndNothingIsRead() throws IOException {
        layers.add(bytes(100));
        layers.add(written(100, 100, List.of(new Extent(0, 100, true)), new byte[0]));
        LayeredBytes read = LayeredBytes.of(sources());
        assertThat(read(read, 0, 100)).containsOnly(0);
        assertThatThrownBy(() -> read(read, 50, 51)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void asManyAsCanBeCostLittleAndMoreAreNotTaken() throws IOException {
        List<Difference> differences = new ArrayList<>();
        for (int layer = 0; layer < Layers.MOST_DIFFERENCES; layer++) {
            differences.add(scattered(layer, Extents.MOST));
        }
        assertThat(Layers.of(differences).pieces())
                .hasSizeGreaterThan(Layers.MOST_EXTENTS)
                .hasSizeLessThanOrEqualTo(60_000);
        differences.add(scattered(Layers.MOST_DIFFERENCES, 1));
        assertThatThrownBy(() -> Layers.of(differences)).isInstanceOf(MalformedDifferenceException.class);
    }

    /** Changes so many places that no other layer changes. */
    private static Difference scattered(int layer, int places) {
        long size = 2L * Extents.MOST * (Layers.MOST_DIFFERENCES + 1);
        List<Extent> extents = IntStream.range(0, places)
                .mapToObj(place -> new Extent(2L * ((long) place * (Layers.MOST_DIFFERENCES + 1) + layer), 1, false))
                .toList();
        return new Difference(size, size, SUM, extents);
    }

    private List<BytesAt> sources() {
        return layers.stream().map(DifferenceTest::bytes).toList();
    }

    private static byte[] read(BytesAt from, int at, int length) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(length);
        from.read(into, at);
        return into.array();
    }

    /** Writes and discards here and there, and keeps what is different. */
    private byte[] changed(byte[] before, int grownBy) throws IOException {
        byte[] after = Arrays.copyOf(before, before.length + grownBy);
        List<Extent> extents = new ArrayList<>();
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (int at = random.nextInt(300); at < after.length; ) {
            int length = Math.min(1 + random.nextInt(300), after.length - at);
            boolean isZero = random.nextInt(3) == 0;
            byte[] next = isZero ? new byte[length] : bytes(length);
            System.arraycopy(next, 0, after, at, length);
            extents.add(new Extent(at, length, isZero));
            if (!isZero) {
                kept.write(next);
            }
            at += length + random.nextInt(600);
        }
        layers.add(written(before.length, after.length, extents, kept.toByteArray()));
        return after;
    }

    private static byte[] written(long baseBytes, long sizeBytes, List<Extent> extents, byte[] kept) {
        Difference difference = new Difference(baseBytes, sizeBytes, SUM, extents);
        return ByteBuffer.allocate((int) difference.bytes())
                .put(difference.header())
                .put(kept)
                .array();
    }

    private byte[] bytes(int many) {
        byte[] bytes = new byte[many];
        random.nextBytes(bytes);
        return bytes;
    }
}
