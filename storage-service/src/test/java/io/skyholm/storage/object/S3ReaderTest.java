package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.testing.fixtures.Eventually;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of an object is fetched ahead, and what becomes of it. */
@Timeout(60)
class S3ReaderTest {

    private static final List<S3Segment> SEGMENTS =
            List.of(segment("a", 4), segment("b", 4), segment("c", 3), segment("d", 4));
    private static final int SIZE = 15;

    private final SegmentBuffers buffers = new SegmentBuffers(2, 4, 2);
    private final SlowBucket bucket = new SlowBucket(
            Map.of("parts/o/p/a", "0123", "parts/o/p/b", "4567", "parts/o/p/c", "89a", "parts/o/p/d", "bcde"));

    @ParameterizedTest
    @CsvSource({"0, 15, 1", "0, 15, 3", "0, 15, 100", "3, 2, 3", "5, 9, 4", "11, 4, 2", "6, 1, 3", "15, 0, 3"})
    void readingBeginsAndEndsWhereverItIsAskedFor(int from, int length, int most) throws IOException {
        assertThat(read(from, length, most)).isEqualTo("0123456789abcde".substring(from, from + length));
        allBuffersAreThere();
    }

    @Test
    void nothingIsAskedForBeyondWhatIsWanted() throws IOException {
        assertThat(read(3, 2, 10)).isEqualTo("34");
        assertThat(bucket.asked).containsExactlyInAnyOrder("parts/o/p/a 3 1", "parts/o/p/b 0 1");
    }

    @Test
    void theNextIsFetchedBeforeItIsWantedAndNoneBehindIt() throws IOException {
        try (S3Reader reader = reader(SEGMENTS, 0, SIZE)) {
            assertThat(reader.next(1)).hasSize(1);
            Eventually.holds("the next is asked for", () -> bucket.asked.contains("parts/o/p/b 0 4"));
            assertThat(bucket.asked).hasSize(2);
            assertThat(reader.next(14)).hasSize(14);
        }
        allBuffersAreThere();
    }

    @Test
    void whereNoBufferIsToBeHadItIsReadAsItComes() throws IOException {
        buffers.large();
        buffers.large();
        try (S3Reader reader = reader(SEGMENTS, 0, SIZE)) {
            assertThat(reader.next(4)).hasSize(4);
            assertThat(bucket.asked).containsExactly("parts/o/p/a 0 4");
            assertThat(new String(reader.next(11), StandardCharsets.UTF_8)).isEqualTo("456789abcde");
        }
    }

    @Test
    void aSegmentThatIsLargerThanABufferIsReadAsItComes() throws IOException {
        bucket.has("parts/o/p/e", "fghij");
        List<S3Segment> segments = List.of(segment("a", 4), segment("e", 5));
        try (S3Reader reader = reader(segments, 0, 9)) {
            assertThat(new String(reader.next(9), StandardCharsets.UTF_8)).isEqualTo("0123fghij");
        }
        allBuffersAreThere();
    }

    @Test
    void whatCannotBeFetchedFailsWhenItIsWanted() throws IOException {
        bucket.loses("parts/o/p/b");
        try (S3Reader reader = reader(SEGMENTS, 0, SIZE)) {
            assertThat(reader.next(4)).hasSize(4);
            assertThatThrownBy(() -> reader.next(1)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> reader.next(1)).isInstanceOf(IOException.class);
        }
        allBuffersAreThere();
    }

    @Test
    void aSegmentThatEndsEarlyIsNotMadeUpForByTheNext() throws IOException {
        bucket.has("parts/o/p/b", "45");
        try (S3Reader reader = reader(SEGMENTS, 0, SIZE)) {
            assertThat(reader.next(4)).hasSize(4);
            assertThatThrownBy(() -> reader.next(4)).isInstanceOf(EOFException.class);
        }
        assertThatThrownBy(() -> read(5, 4, 4)).isInstanceOf(EOFException.class);
        allBuffersAreThere();
    }

    @Test
    void readingBeyondTheEndFails() {
        assertThatThrownBy(() -> read(0, SIZE + 1, 4)).isInstanceOf(EOFException.class);
        allBuffersAreThere();
    }

    @Test
    void whoClosesDoesNotWaitForWhatIsFetched() throws IOException {
        CountDownLatch held = bucket.holds("parts/o/p/b");
        S3Reader reader = reader(SEGMENTS, 0, SIZE);
        assertThat(reader.next(4)).hasSize(4);
        reader.close();
        assertThatThrownBy(() -> reader.next(1)).isInstanceOf(IOException.class);
        held.countDown();
        allBuffersAreThere();
    }

    private void allBuffersAreThere() {
        Eventually.holds("all buffers are given back", () -> {
            List<ByteBuffer> all = Stream.generate(buffers::large)
                    .limit(2)
                    .flatMap(Optional::stream)
                    .toList();
            all.forEach(buffers::giveBack);
            return all.size() == 2;
        });
    }

    private S3Reader reader(List<S3Segment> segments, long from, long length) {
        return new S3Reader(bucket, buffers, segments, from, length);
    }

    private String read(long from, long length, int most) throws IOException {
        StringBuilder all = new StringBuilder();
        try (S3Reader reader = reader(SEGMENTS, from, length)) {
            for (byte[] next = reader.next(most); next.length > 0; next = reader.next(most)) {
                all.append(new String(next, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static S3Segment segment(String name, long size) {
        return new S3Segment("parts/o/p/" + name, "p", size, Instant.EPOCH);
    }

    /** Has segments in memory, and gives each when it is let go. */
    private static final class SlowBucket implements S3Reader.Source {

        private final Map<String, String> segments;
        private final Set<String> asked = ConcurrentHashMap.newKeySet();
        private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

        SlowBucket(Map<String, String> segments) {
            this.segments = new ConcurrentHashMap<>(segments);
        }

        @Override
        public InputStream get(String key, long from, long length) throws IOException {
            asked.add(key + " " + from + " " + length);
            try {
                held.getOrDefault(key, new CountDownLatch(0)).await();
            } catch (InterruptedException ended) {
                throw new IOException(ended);
            }
            String segment = segments.get(key);
            if (segment == null) {
                throw new IOException("The bucket is away");
            }
            byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
            int end = (int) Math.min(bytes.length, from + length);
            return new ByteArrayInputStream(bytes, (int) from, end - (int) from);
        }

        void has(String key, String text) {
            segments.put(key, text);
        }

        void loses(String key) {
            segments.remove(key);
        }

        CountDownLatch holds(String key) {
            CountDownLatch latch = new CountDownLatch(1);
            held.put(key, latch);
            return latch;
        }
    }
}
