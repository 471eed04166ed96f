package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.testing.fixtures.Eventually;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What of a part is under way at once, and what becomes of it. */
@Timeout(60)
class S3PartWriterTest {

    private final SegmentBuffers buffers = new SegmentBuffers(3, 4, 2);
    private final SlowBucket bucket = new SlowBucket();
    private final S3PartWriter writer = new S3PartWriter(bucket, "part/", buffers);

    @Test
    void theNextIsFilledWhileThoseBeforeItAreUnderWay() throws IOException {
        bucket.holds("part/00000000");
        bucket.holds("part/00000001");
        writer.write(bytes("0123456789"));
        bucket.awaitBegun(2);
        assertThat(bucket.kept).isEmpty();
        bucket.letGo("part/00000001");
        bucket.awaitKept("part/00000001");
        bucket.letGo("part/00000000");
        writer.sync();
        assertThat(bucket.kept)
                .containsExactly(
                        Map.entry("part/00000000", "0123"),
                        Map.entry("part/00000001", "4567"),
                        Map.entry("part/00000002", "89"));
    }

    @Test
    void whoHasSentAllThatThereIsRoomForWaits() throws IOException {
        for (int number = 0; number < 3; number++) {
            bucket.holds("part/0000000" + number);
        }
        writer.write(bytes("0123456789ab"));
        bucket.awaitBegun(3);
        CompletableFuture<Void> fourth = CompletableFuture.runAsync(() -> written("cdef"));
        assertThat(buffers.large()).isEmpty();
        assertThat(fourth).isNotDone();
        bucket.letGo("part/00000000");
        fourth.join();
        bucket.awaitKept("part/00000003");
        assertThat(bucket.begun).hasSize(4);
        bucket.letGoOfAll();
        writer.sync();
        assertThat(String.join("", bucket.kept.values())).isEqualTo("0123456789abcdef");
    }

    @Test
    void whoComesWhenTheLargeOnesAreTakenSendsSmallSegmentsOneAfterTheOther() throws IOException {
        for (int taken = 0; taken < 3; taken++) {
            buffers.large();
        }
        bucket.holds("part/00000000");
        CompletableFuture<Void> all = CompletableFuture.runAsync(() -> written("01234"));
        bucket.awaitBegun(1);
        assertThat(all).isNotDone();
        bucket.letGo("part/00000000");
        all.join();
        writer.sync();
        assertThat(bucket.kept.values()).containsExactly("01", "23", "4");
    }

    @Test
    void oneThatFailsFailsThePartAndNothingFollowsOnIt() throws IOException {
        bucket.refuses("part/00000000");
        writer.write(bytes("0123"));
        assertThatThrownBy(writer::sync).isInstanceOf(IOException.class).hasMessageContaining("No space left");
        assertThatThrownBy(() -> writer.write(bytes("4567"))).hasMessageContaining("No space left");
        assertThatThrownBy(writer::sync).hasMessageContaining("No space left");
        writer.close();
        assertThat(bucket.begun).containsExactly("part/00000000");
        allBuffersAreThere();
    }

    @Test
    void oneThatFailsBetweenOthersIsNoticed() throws IOException {
        bucket.refuses("part/00000001");
        assertThatThrownBy(() -> {
                    writer.write(bytes("0123456789"));
                    writer.sync();
                })
                .hasMessageContaining("No space left");
        writer.close();
        allBuffersAreThere();
    }

    @Test
    void whatIsUnderWayIsWaitedForWhenItIsClosedAndTheRestIsForgotten() throws IOException {
        bucket.holds("part/00000000");
        writer.write(bytes("012345"));
        bucket.awaitBegun(1);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(writer::close);
        assertThat(closed).isNotDone();
        bucket.letGo("part/00000000");
        closed.join();
        assertThat(bucket.kept).containsOnly(Map.entry("part/00000000", "0123"));
        assertThatThrownBy(() -> writer.write(bytes("67"))).isInstanceOf(IOException.class);
        writer.close();
        allBuffersAreThere();
    }

    private void allBuffersAreThere() {
        for (int taken = 0; taken < 3; taken++) {
            assertThat(buffers.large()).isPresent();
        }
        assertThat(buffers.large()).isEmpty();
    }

    private void written(String text) {
        try {
            writer.write(bytes(text));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps segments in memory, each when it is let go. */
    private static final class SlowBucket implements S3PartWriter.Target {

        private static final CountDownLatch FREE = new CountDownLatch(0);

        private final Map<String, String> kept = new ConcurrentSkipListMap<>();
        private final Set<String> begun = ConcurrentHashMap.newKeySet();
        private final Set<String> refused = ConcurrentHashMap.newKeySet();
        private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

        @Override
        public void put(String key, ByteBuffer bytes) throws IOException {
            begun.add(key);
            if (refused.contains(key)) {
                throw new IOException("No space left");
            }
            try {
                held.getOrDefault(key, FREE).await();
            } catch (InterruptedException ended) {
                throw new IOException(ended);
            }
            kept.put(key, StandardCharsets.UTF_8.decode(bytes).toString());
        }

        void holds(String key) {
            held.put(key, new CountDownLatch(1));
        }

        void refuses(String key) {
            refused.add(key);
        }

        void letGo(String key) {
            held.getOrDefault(key, FREE).countDown();
        }

        void letGoOfAll() {
            held.values().forEach(CountDownLatch::countDown);
        }

        void awaitBegun(int number) {
            Eventually.holds("so many are under way", () -> begun.size() == number);
        }

        void awaitKept(String key) {
            Eventually.holds("it has come", () -> kept.containsKey(key));
        }
    }
}
