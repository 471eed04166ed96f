package io.skyholm.agent.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.BoundedWait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who copies next when many want to. */
class CopyPlacesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final UUID GREEDY = UUID.randomUUID();
    private static final UUID MODEST = UUID.randomUUID();
    private static final UUID THIRD = UUID.randomUUID();

    private final CopyPlaces places = new CopyPlaces();
    private final List<String> admitted = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void end() {
        threads.forEach(Thread::interrupt);
    }

    @Test
    void whoHasHadLessIsNextHoweverManyAnotherWaitsWith() {
        asks("greedy 1", small(GREEDY));
        asks("greedy 2", small(GREEDY));
        admitted("greedy 1", "greedy 2");
        waits("greedy 3", small(GREEDY));
        waits("greedy 4", small(GREEDY));
        waits("modest 1", small(MODEST));
        waits("third 1", small(THIRD));
        waits("modest 2", small(MODEST));
        nextAfter(small(GREEDY), "modest 1");
        nextAfter(small(GREEDY), "third 1");
        nextAfter(small(MODEST), "greedy 3");
        nextAfter(small(THIRD), "modest 2");
        nextAfter(small(GREEDY), "greedy 4");
    }

    @Test
    void turnsGoByWhatIsCopiedAndNotByHowManyCopiesThereAre() {
        asks("huge 1", large(GREEDY, 100));
        admitted("huge 1");
        waits("huge 2", large(GREEDY, 100));
        for (int number = 1; number <= 4; number++) {
            waits("modest " + number, large(MODEST, 40));
        }
        nextAfter(large(GREEDY, 100), "modest 1");
        nextAfter(large(MODEST, 40), "modest 2");
        nextAfter(large(MODEST, 40), "modest 3");
        nextAfter(large(MODEST, 40), "huge 2");
        nextAfter(large(GREEDY, 100), "modest 4");
    }

    @Test
    void smallCopiesDoNotKeepALargeOneWaiting() {
        asks("small 1", small(MODEST));
        asks("small 2", small(MODEST));
        admitted("small 1", "small 2");
        waits("small 3", small(THIRD));
        waits("large", large(GREEDY));
        nextAfter(small(MODEST), "large");
        nextAfter(small(MODEST), "small 3");
    }

    private void nextAfter(Copy ended, String name) {
        int before = admitted.size();
        places.leave(ended);
        holds("the next one has a place", () -> admitted.size() > before);
        assertThat(admitted.getLast()).isEqualTo(name);
    }

    @Test
    void largeCopiesLeaveAPlaceToSmallOnes() {
        asks("large 1", large(GREEDY));
        admitted("large 1");
        waits("large 2", large(GREEDY));
        asks("small", small(MODEST));
        admitted("large 1", "small");
        places.leave(small(MODEST));
        waits("large 3", large(MODEST));
        places.leave(large(GREEDY));
        admitted("large 1", "small", "large 3");
        places.leave(large(MODEST));
        admitted("large 1", "small", "large 3", "large 2");
    }

    @Test
    void whoGivesUpWaitingHoldsUpNobody() {
        asks("large 1", large(GREEDY));
        admitted("large 1");
        waits("large 2", large(GREEDY));
        threads.getLast().interrupt();
        holds("it does not wait any more", () -> places.waiting() == 0);
        waits("large 3", large(MODEST));
        places.leave(large(GREEDY));
        admitted("large 1", "large 3");
    }

    private static Copy small(UUID tenant) {
        return Copy.of(tenant, 1, true);
    }

    private static Copy large(UUID tenant) {
        return large(tenant, 100);
    }

    private static Copy large(UUID tenant, long gb) {
        return Copy.of(tenant, gb, false);
    }

    private void waits(String name, Copy copy) {
        int before = places.waiting();
        asks(name, copy);
        holds(name + " waits", () -> places.waiting() == before + 1);
    }

    private void asks(String name, Copy copy) {
        threads.add(Thread.startVirtualThread(() -> {
            try {
                places.take(copy);
                admitted.add(name);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void admitted(String... names) {
        holds("admitted are " + List.of(names) + ", and not " + admitted, () -> admitted.size() >= names.length);
        assertThat(admitted).containsExactlyInAnyOrder(names);
    }

    private void holds(String what, BooleanSupplier condition) {
        assertThat(BoundedWait.waitUntil(condition, SOON)).as(what).isTrue();
    }
}
