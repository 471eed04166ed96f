package io.skyholm.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import io.skyholm.streams.StreamLimits.Watchers;
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

    private static final Watchers ONE = new Watchers(1, 1, 1);
    private static final Subscriber WATCHER = subscriber(LiveStreamTest::granted);

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
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(ONE, SOON, Duration.ofMillis(50)), FORMAT);
        List<StreamPage<Long>> pages = stream.pages(WATCHER, 7, position -> page(List.of(), false))
                .collect()
                .asList()
                .await()
                .atMost(BOUND);
        assertThat(pages).first().extracting(StreamPage::items).isEqualTo(List.of());
    }

    @Test
    void everyStreamEndsAfterAWhile() {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(ONE, SOON, Duration.ZERO), FORMAT);
        assertThat(stream.pages(WATCHER, 0, position -> page(List.of(position + 1), false))
                        .collect()
                        .asList()
                        .await()
                        .atMost(BOUND))
                .hasSize(1);
    }

    @Test
    void busyStreamEndsWhenTheAccessToItDoes() {
        LiveStream<Long> stream =
                new LiveStream<>(new StreamLimits(ONE, SOON, Duration.ZERO, Duration.ofHours(1)), FORMAT);
        Supplier<Uni<Void>> access = () -> asked.size() < 3 ? granted() : ended();
        StreamSource<Long> endless = position -> {
            asked.add(position);
            return page(List.of(position + 1), false);
        };
        assertThat(stream.pages(subscriber(access), 0, endless)
                        .collect()
                        .asList()
                        .await()
                        .atMost(BOUND))
                .flatExtracting(StreamPage::items)
                .containsExactly(1L, 2L, 3L);
        assertThatCode(() -> stream.requireRoom(WATCHER)).doesNotThrowAnyException();
    }

    @Test
    void accessIsNotAskedForBeforeItsTime() {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(ONE, SOON, Duration.ofHours(1)), FORMAT);
        assertThat(stream.pages(subscriber(LiveStreamTest::ended), 0, upTo(2))
                        .collect()
                        .asList()
                        .await()
                        .atMost(BOUND))
                .flatExtracting(StreamPage::items)
                .containsExactly(1L, 2L);
    }

    @Test
    void whoseTenantIsSuspendedLooksAndDoesNotWatch() {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(ONE, SOON, BOUND), FORMAT);
        Caller active = WATCHER.caller();
        Caller suspended = new Caller(
                active.id(),
                active.username(),
                active.tenantId(),
                active.roles(),
                active.permissions(),
                true,
                active.credential());
        assertThatThrownBy(() -> stream.requireRoom(new Subscriber(suspended, LiveStreamTest::granted)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("TENANT_SUSPENDED"));
    }

    @Test
    void oneTooManyIsRefusedUntilAnotherHasGone() {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(ONE, SOON, Duration.ofHours(1)), FORMAT);
        Cancellable watcher = stream.pages(
                        WATCHER, 0, position -> Uni.createFrom().nothing())
                .subscribe()
                .with(page -> {});
        Subscriber other = subscriber(LiveStreamTest::granted);
        assertThatThrownBy(() -> stream.requireRoom(other)).hasMessageContaining("Too many watch already");
        watcher.cancel();
        assertThatCode(() -> stream.requireRoom(other)).doesNotThrowAnyException();
    }

    @Test
    void aCallerAndATenantMayTakeOnlyAPartOfTheRoom() {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(new Watchers(9, 2, 1), SOON, BOUND), FORMAT);
        Subscriber colleague = inTenantOf(WATCHER);
        watch(stream, WATCHER);
        assertThatThrownBy(() -> stream.requireRoom(WATCHER)).hasMessageContaining("You watch 1 stream");
        assertThatCode(() -> stream.requireRoom(colleague)).doesNotThrowAnyException();
        watch(stream, colleague);
        assertThatThrownBy(() -> stream.requireRoom(inTenantOf(WATCHER)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("TOO_MANY_STREAMS"))
                .hasMessageContaining("Your tenant watches 2 streams");
        assertThatCode(() -> stream.requireRoom(subscriber(LiveStreamTest::granted)))
                .doesNotThrowAnyException();
    }

    @Test
    void ofThoseWhoAskedAtTheSameMomentOnlySoManyWatch() {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(ONE, SOON, BOUND), FORMAT);
        stream.requireRoom(WATCHER);
        stream.requireRoom(WATCHER);
        watch(stream, WATCHER);
        assertThat(stream.pages(WATCHER, 0, upTo(7)).collect().asList().await().atMost(BOUND))
                .isEmpty();
    }

    @Test
    void whatAFilterLeavesOutIsLookedThroughOnce() {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(ONE, SOON, BOUND), FORMAT);
        StreamSource<Long> filtered = position -> {
            asked.add(position);
            return Uni.createFrom().item(new StreamPage<>(List.of(), 1_000, false, asked.size() == 3));
        };
        stream.pages(WATCHER, 0, filtered).collect().asList().await().atMost(BOUND);
        assertThat(asked).containsExactly(0L, 1_000L, 1_000L);
    }

    @Test
    void aPositionThatIsNoneIsRefused() {
        assertThat(LastEventId.position("17")).isEqualTo(17);
        assertThatThrownBy(() -> LastEventId.position("the last")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> LastEventId.position("9999999999999999999")).isInstanceOf(Problem.class);
    }

    private List<Long> told(long position, StreamSource<Long> source) {
        LiveStream<Long> stream = new LiveStream<>(new StreamLimits(ONE, SOON, Duration.ofHours(1)), FORMAT);
        return stream.pages(WATCHER, position, source).collect().asList().await().atMost(BOUND).stream()
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

    private static void watch(LiveStream<Long> stream, Subscriber subscriber) {
        stream.pages(subscriber, 0, position -> Uni.createFrom().nothing())
                .subscribe()
                .with(page -> {});
    }

    private static Subscriber subscriber(Supplier<Uni<Void>> access) {
        return new Subscriber(TestCallers.as(BuiltInRole.USER), access);
    }

    private static Subscriber inTenantOf(Subscriber subscriber) {
        return new Subscriber(
                TestCallers.in(subscriber.caller().tenantId(), BuiltInRole.USER), LiveStreamTest::granted);
    }

    private static Uni<Void> ended() {
        return Uni.createFrom().failure(Problem.unauthenticated("The session has ended"));
    }

    private static Uni<Void> granted() {
        return Uni.createFrom().voidItem();
    }

    private static Uni<StreamPage<Long>> page(List<Long> items, boolean last) {
        return Uni.createFrom().item(new StreamPage<>(items, 0, items.size() == PAGE, last));
    }
}
