package io.skyholm.agent.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import io.skyholm.local.BoundedWait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A kind of thing that nobody but this test knows: its desired state and its driver are all that it takes. */
class AnotherKindTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final UUID ID = UUID.randomUUID();

    private final VolumeDriver driver = new VolumeDriver();
    private final List<Observation> told = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Workers workers = new Workers(4, timer, Duration.ofSeconds(2));
    private final HostLoop loop = new HostLoop(List.of(driver), workers, told::add);

    @AfterEach
    void end() {
        workers.close();
        timer.shutdownNow();
    }

    @Test
    void itIsMadeChangedAndRemoved() {
        loop.desire(new DesiredVolume(ID, 1, true, 10));
        settled(1, ThingState.RUNNING);
        assertThat(driver.sizes).containsEntry(ID, 10);

        loop.desire(new DesiredVolume(ID, 2, true, 20));
        settled(2, ThingState.RUNNING);
        assertThat(driver.sizes).containsEntry(ID, 20);

        loop.desire(new DesiredVolume(ID, 3, false, 20));
        settled(3, ThingState.ABSENT);
        assertThat(driver.sizes).isEmpty();
    }

    @Test
    void whatFailsIsSaidAndTriedAgain() {
        driver.refusals.set(1);
        loop.desire(new DesiredVolume(ID, 1, true, 10));
        assertThat(seen(one -> one.state() == ThingState.FAILED).detail()).isEqualTo("no space left");
        settled(1, ThingState.RUNNING);
    }

    /** That which holds it does not answer: neither is that kept quiet, nor is the thing forgotten. */
    @Test
    void whatCannotBeLookedAtIsSaidAndLookedAtAgain() {
        driver.silent.set(true);
        loop.desire(new DesiredVolume(ID, 1, true, 10));
        assertThat(seen(one -> one.state() == ThingState.FAILED).detail()).isEqualTo("the storage does not answer");
        driver.silent.set(false);
        settled(1, ThingState.RUNNING);
    }

    @Test
    void whatChangesByItselfIsBroughtBackAtOnce() {
        loop.desire(new DesiredVolume(ID, 1, true, 10));
        settled(1, ThingState.RUNNING);
        driver.sizes.put(ID, 5);
        driver.changes.accept(ID);
        assertThat(BoundedWait.waitUntil(() -> driver.sizes.get(ID) == 10, SOON))
                .isTrue();
        driver.changes.accept(UUID.randomUUID());
    }

    /** A guest that crashes whenever it is started would otherwise keep its host busy with nothing else. */
    @Test
    void whatChangesByItselfAllTheTimeIsBroughtBackLessAndLessOften() {
        driver.restless.set(true);
        loop.desire(new DesiredVolume(ID, 1, true, 10));
        assertThat(BoundedWait.waitUntil(() -> driver.made.get() > 8, SOON)).isTrue();
        int made = driver.made.get();
        BoundedWait.pause(Duration.ofSeconds(1));
        assertThat(driver.made.get()).isLessThanOrEqualTo(made + 1);
    }

    /** What the step still brings about would be there after everybody had believed that it is gone. */
    @Test
    void whatAnOlderStepIsStillMakingIsNotSaidToBeAbsent() {
        driver.pause.drainPermits();
        loop.desire(new DesiredVolume(ID, 1, true, 10));
        assertThat(BoundedWait.waitUntil(driver.pause::hasQueuedThreads, SOON)).isTrue();
        loop.desire(new DesiredVolume(ID, 2, false, 10));
        assertThat(loop.inventory()).singleElement().satisfies(one -> {
            assertThat(one.generation()).isEqualTo(2);
            assertThat(one.state()).isEqualTo(ThingState.CHANGING);
            assertThat(one.settled()).isFalse();
        });
        driver.pause.release();
        settled(2, ThingState.ABSENT);
        assertThat(driver.sizes).isEmpty();
    }

    @Test
    void itIsInTheInventoryAlsoWhenNobodyDesiresIt() {
        driver.sizes.put(ID, 10);
        assertThat(loop.inventory()).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo(new ThingKey(DesiredVolume.KIND, ID));
            assertThat(one.generation()).isZero();
            assertThat(one.state()).isEqualTo(ThingState.RUNNING);
            assertThat(one.settled()).isFalse();
        });
    }

    @Test
    void itsDesiredStateIsReadAndThatOfAnUnknownKindIsLeftAlone() {
        DesiredVolume desired = new DesiredVolume(ID, 1, true, 10);
        String text = EventJson.write(desired);
        assertThat(ThingKey.read("volume/" + ID)).contains(desired.key());
        assertThat(loop.read(desired.key(), text)).contains(desired);
        assertThat(loop.read(new ThingKey(new ThingKind("SNAPSHOT"), ID), text)).isEmpty();
    }

    @Test
    void aKindHasOneDriver() {
        assertThatThrownBy(() -> new HostLoop(List.of(driver, new VolumeDriver()), workers, told::add))
                .hasMessage("two drivers of VOLUME");
    }

    private void settled(long generation, ThingState state) {
        Observation done = seen(one -> one.generation() == generation && one.settled());
        assertThat(done.state()).isEqualTo(state);
    }

    private Observation seen(Predicate<Observation> wanted) {
        assertThat(BoundedWait.waitUntil(() -> told.stream().anyMatch(wanted), SOON))
                .as("told so far: %s", told)
                .isTrue();
        return told.stream().filter(wanted).findFirst().orElseThrow();
    }

    private record DesiredVolume(UUID id, long generation, boolean present, int sizeGb) implements DesiredState {

        static final ThingKind KIND = new ThingKind("VOLUME");

        @Override
        public ThingKey key() {
            return new ThingKey(KIND, id);
        }
    }

    private static final class VolumeDriver implements ThingDriver<DesiredVolume> {

        private final Map<UUID, Integer> sizes = new ConcurrentHashMap<>();
        private final AtomicInteger refusals = new AtomicInteger();
        private final Semaphore pause = new Semaphore(1);
        private final AtomicBoolean silent = new AtomicBoolean();
        private final AtomicBoolean restless = new AtomicBoolean();
        private final AtomicInteger made = new AtomicInteger();
        private volatile Consumer<UUID> changes = id -> {};

        @Override
        public ThingKind kind() {
            return DesiredVolume.KIND;
        }

        @Override
        public Class<DesiredVolume> desired() {
            return DesiredVolume.class;
        }

        @Override
        public Set<UUID> present() {
            return Set.copyOf(sizes.keySet());
        }

        @Override
        public void listen(Consumer<UUID> listener) {
            changes = listener;
        }

        @Override
        public SeenThing look(UUID id) {
            requireAnswer();
            if (restless.get() && sizes.remove(id) != null) {
                changes.accept(id);
                return SeenThing.in(ThingState.RUNNING);
            }
            return sizes.containsKey(id) ? SeenThing.in(ThingState.RUNNING) : SeenThing.ABSENT;
        }

        @Override
        public Optional<Step> next(DesiredVolume desired) {
            requireAnswer();
            Integer size = sizes.get(desired.id());
            if (!desired.present()) {
                return size == null ? Optional.empty() : Optional.of(Step.of(() -> sizes.remove(desired.id())));
            }
            return size != null && size == desired.sizeGb()
                    ? Optional.empty()
                    : Optional.of(Step.of(() -> make(desired)));
        }

        private void requireAnswer() {
            if (silent.get()) {
                throw new HypervisorProblem("the storage does not answer");
            }
        }

        private void make(DesiredVolume desired) {
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("no space left");
            }
            pause.acquireUninterruptibly();
            sizes.put(desired.id(), desired.sizeGb());
            pause.release();
            int ignored = made.incrementAndGet();
        }
    }
}
