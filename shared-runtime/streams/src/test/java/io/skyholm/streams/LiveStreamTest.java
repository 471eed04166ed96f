package io.skyholm.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A stream tells everything behind a position once and in order, until it ends. */
class LiveStreamTest {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofMillis(1);
    private static final int PAGE = 3;
    private static final StreamFormat<Long> FORMAT = new StreamFormat<>("number", number -> number, Object::toString);

    private final List<Long> asked = new ArrayList<>();

    @Test
    void everythingBehindThePositionIsToldOnceAndInOrder() {
        assertThat(told(0, upTo(7))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(asked).containsExactly(0L, 3L, 6L);
    }

    @Test
    void whoComesBackMissesNothingAndHearsNothingTwice() {
        assertThat(told(5, upTo(7))).containsExactly(6L, 7L);
    }

    @Test
    void aStreamOfWhatHasEndedEndsAtOnce() {
        assertThat(told(7, upTo(7))).isEmpty();
    }

    @Test
    void whoWaitsHearsAtOnceThatTheyAreHeard() {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(1, SOON, Duration.ofMillis(50)), FORMAT);
        List<StreamPage<Long>> pages = stream.pages(7, LiveStreamTest::granted, position -> page(List.of(), false))
                .collect()
                .asList()
                .await()
                .atMost(BOUND);
        assertThat(pages).first().extracting(StreamPage::items).isEqualTo(List.of());
    }

    @Test
    void everyStreamEndsAfterAWhile() {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(1, SOON, Duration.ZERO), FORMAT);
        assertThat(stream.pages(0, LiveStreamTest::granted, position -> page(List.of(position + 1), false))
                        .collect()
                        .asList()
                        .await()
                        .atMost(BOUND))
                .hasSize(1);
    }

    @Test
    void busyStreamEndsWhenTheAccessToItDoes() {
        LiveStream<Long> stream =
                new LiveStream<>(new StreamLimits(1, SOON, Duration.ZERO, Duration.ofHours(1)), FORMAT);
        Supplier<Uni<Void>> access = () -> asked.size() < 3 ? granted() : ended();
        StreamSource<Long> endless = position -> {
            asked.add(position);
            return page(List.of(position + 1), false);
        };
        assertThat(stream.pages(0, access, endless).collect().asList().await().atMost(BOUND))
                .flatExtracting(StreamPage::items)
                .containsExactly(1L, 2L, 3L);
        assertThatCode(stream::requireRoom).doesNotThrowAnyException();
    }

    @Test
    void accessIsNotAskedForBeforeItsTime() {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(1, SOON, Duration.ofHours(1)), FORMAT);
        assertThat(stream.pages(0, LiveStreamTest::ended, upTo(2))
                        .collect()
                        .asList()
                        .await()
                        .atMost(BOUND))
                .flatExtracting(StreamPage::items)
                .containsExactly(1L, 2L);
    }

    @Test
    void oneTooManyIsRefusedUntilAnotherHasGone() {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(1, SOON, Duration.ofHours(1)), FORMAT);
        Cancellable watcher = stream.pages(
                        0, LiveStreamTest::granted, position -> Uni.createFrom().nothing())
                .subscribe()
                .with(page -> {});
        assertThatThrownBy(stream::requireRoom).isInstanceOf(Problem.class);
        watcher.cancel();
        assertThatCode(stream::requireRoom).doesNotThrowAnyException();
    }

    @Test
    void aPositionThatIsNoneIsRefused() {
        assertThat(LastEventId.position("17")).isEqualTo(17);
        assertThatThrownBy(() -> LastEventId.position("the last")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> LastEventId.position("9999999999999999999")).isInstanceOf(Problem.class);
    }

    private List<Long> told(long position, StreamSource<Long> source) {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(1, SOON, Duration.ofHours(1)), FORMAT);
        return stream.pages(position, LiveStreamTest::granted, source).collect().asList().await().atMost(BOUND).stream()
                .flatMap(page -> page.items().stream())
                .toList();
    }

    /** Numbers to that one, a page at a time, and the end behind it. */
    private StreamSource<Long> upTo(long end) {
        return position -> {
            asked.add(position);
            List<Long> items = LongStream.rangeClosed(position + 1, Math.min(end, position + PAGE))
                    .boxed()
                    .toList();
            return page(items, position + PAGE >= end);
        };
    }

    private static Uni<Void> ended() {
        return Uni.createFrom().failure(Problem.unauthenticated("The session has ended"));
    }

    private static Uni<Void> granted() {
        return Uni.createFrom().voidItem();
    }

    private static Uni<StreamPage<Long>> page(List<Long> items, boolean last) {
        return Uni.createFrom().item(new StreamPage<>(items, items.size() == PAGE, last));
    }
}
