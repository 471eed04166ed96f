package io.skyholm.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import io.skyholm.streams.StreamLimits.Watchers;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tenants that take all places of a process that they may leave room for those that have none. */
class FairShareTest {

    private static final int ALL = 30;
    private static final int OF_TENANT = 10;
    private static final long SECONDS = 20;

    private LiveStream<Long> stream = streams(new Watchers(ALL, OF_TENANT, OF_TENANT));
    private final Map<UUID, AtomicInteger> watching = new HashMap<>();
    private final Semaphore ended = new Semaphore(0);

    @Test
    void whoHoldsAllThatTheyMayKeepsNobodyFromWatching() throws InterruptedException {
        Stream.generate(FairShareTest::somebody).limit(3).forEach(greedy -> watch(greedy, OF_TENANT));

        Caller newcomer = somebody();
        watch(newcomer, 1);

        assertThat(ended.tryAcquire(1, SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(watchers(newcomer)).isOne();
        assertThat(open()).isEqualTo(ALL);
    }

    @Test
    void allWhoComeHaveAShareInTheEnd() throws InterruptedException {
        Stream.generate(FairShareTest::somebody).limit(3).forEach(greedy -> watch(greedy, OF_TENANT));

        Stream.generate(FairShareTest::somebody).limit(ALL - 3).forEach(newcomer -> watch(newcomer, 1));

        assertThat(ended.tryAcquire(ALL - 3, SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(watching).hasSize(ALL).allSatisfy((tenant, open) -> assertThat(open)
                .hasValue(1));
        assertThatThrownBy(() -> stream.requireRoom(subscriber(somebody())))
                .hasMessageContaining("Too many watch already");
    }

    @Test
    void whereThereAreMoreTenantsThanPlacesTheyWatchInTurns() throws InterruptedException {
        stream = streams(new Watchers(ALL, OF_TENANT, OF_TENANT, Duration.ZERO));
        List<Caller> first = Stream.generate(FairShareTest::somebody).limit(ALL).toList();
        first.forEach(tenant -> watch(tenant, 1));

        Caller newcomer = somebody();
        watch(newcomer, 1);

        assertThat(ended.tryAcquire(1, SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(watchers(newcomer)).isOne();
        assertThat(first.stream().filter(tenant -> watchers(tenant) == 0)).containsExactly(first.getFirst());
        assertThatThrownBy(() -> stream.requireRoom(subscriber(newcomer)))
                .as("a second turn of who has one")
                .hasMessageContaining("Too many watch already");
    }

    @Test
    void whoComesWhileAllHaveTheirTurnIsToldWhenItIsOver() {
        Stream.generate(FairShareTest::somebody).limit(ALL).forEach(tenant -> watch(tenant, 1));
        Problem refusal = catchThrowableOfType(Problem.class, () -> stream.requireRoom(subscriber(somebody())));
        assertThat(Objects.requireNonNull(refusal.retryAfter()))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(61));
    }

    @Test
    void whoHasAsManyAsAllOthersTakesNoMoreFromThem() {
        Caller first = somebody();
        Stream.of(first, somebody(), somebody()).forEach(greedy -> watch(greedy, OF_TENANT - 1));
        watch(somebody(), 3);
        assertThatThrownBy(() -> stream.requireRoom(subscriber(first))).hasMessageContaining("Too many watch already");
        assertThatCode(() -> stream.requireRoom(subscriber(somebody()))).doesNotThrowAnyException();
    }

    private static LiveStream<Long> streams(Watchers watchers) {
        return new LiveStream<>(
                new StreamLimits(watchers, Duration.ofMillis(1), Duration.ofHours(1)),
                new StreamFormat<>("number", number -> number, Object::toString));
    }

    private void watch(Caller caller, int times) {
        AtomicInteger open = watching.computeIfAbsent(caller.tenantId(), tenant -> new AtomicInteger());
        IntStream.range(0, times).forEach(time -> {
            stream.requireRoom(subscriber(caller));
            open.incrementAndGet();
            stream.pages(subscriber(caller), 0, position -> Uni.createFrom().item(StreamPage.nothing(position)))
                    .onTermination()
                    .invoke(() -> {
                        open.decrementAndGet();
                        ended.release();
                    })
                    .subscribe()
                    .with(page -> {});
        });
    }

    private int watchers(Caller caller) {
        return watching.getOrDefault(caller.tenantId(), new AtomicInteger()).get();
    }

    private int open() {
        return watching.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    private static Caller somebody() {
        return TestCallers.as(BuiltInRole.USER);
    }

    private static Subscriber subscriber(Caller caller) {
        return new Subscriber(caller, () -> Uni.createFrom().voidItem());
    }
}
