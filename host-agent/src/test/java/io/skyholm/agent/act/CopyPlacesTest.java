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
    void tenantsTakeTurnsHoweverManyOneWaitsWith() {
        asks("greedy 1", small(GREEDY));
        asks("greedy 2", small(GREEDY));
        admitted("greedy 1", "greedy 2");
        waits("greedy 3", small(GREEDY));
        waits("greedy 4", small(GREEDY));
        waits("modest 1", small(MODEST));
        waits("third 1", small(THIRD));
        waits("modest 2", small(MODEST));
        List.of(GREEDY, GREEDY, GREEDY, MODEST).forEach(tenant -> {
            int before = admitted.size();
            places.leave(small(tenant));
            holds("the next one has a place", () -> admitted.size() == before + 1);
        });
        admitted("greedy 1", "greedy 2", "greedy 3", "modest 1", "third 1", "greedy 4");
        places.leave(small(THIRD));
        admitted("greedy 1", "greedy 2", "greedy 3", "modest 1", "third 1", "greedy 4", "modest 2");
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
        admitted("large 1", "small", "large 2");
        places.leave(large(GREEDY));
        admitted("large 1", "small", "large 2", "large 3");
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
        return Copy.of(tenant, true);
    }

    private static Copy large(UUID tenant) {
        return Copy.of(tenant, false);
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
