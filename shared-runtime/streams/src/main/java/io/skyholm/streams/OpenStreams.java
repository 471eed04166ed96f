package io.skyholm.streams;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.problem.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts who watches: all together, each tenant, and each caller. When all places are taken, the tenant that has most of them gives
 * one up for a tenant that has fewer, so that however many tenants take what they may, none keeps another out. Where that makes neither
 * fairer, as where each of many tenants has one, who has had a turn gives it up to who has none, and all watch in turns. Whose stream
 * ends goes on behind its last event when they come back.
 */
final class OpenStreams {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Comparator<Deque<Place>> MOST_AND_LONGEST = Comparator.<Deque<Place>>comparingInt(Deque::size)
            .thenComparing(places -> places.getFirst().age());

    private final StreamLimits.Watchers most;
    private final Map<UUID, Deque<Place>> ofTenant = new HashMap<>();
    private final Map<UUID, Integer> ofCaller = new HashMap<>();
    private int all;

    /** One watcher's, until they go or it is given up. */
    static final class Place {

        private final Caller caller;
        private final long begun = System.nanoTime();
        private volatile boolean givenUp;

        private Place(Caller caller) {
            this.caller = caller;
        }

        boolean isGivenUp() {
            return givenUp;
        }

        private Duration age() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    OpenStreams(StreamLimits.Watchers most) {
        this.most = most;
    }

    /** Why this caller cannot watch one more; empty if they can. */
    synchronized Optional<Problem> refusal(Caller caller) {
        if (ofCaller.getOrDefault(caller.id(), 0) >= most.ofCaller()) {
            return refused("You watch " + most.ofCaller() + " streams of this kind already; end one first");
        }
        int own = placesOf(caller.tenantId()).size();
        if (own >= most.ofTenant()) {
            return refused("Your tenant watches " + most.ofTenant() + " streams of this kind already; end one first");
        }
        return all < most.all() || largest().size() > own + 1 ? Optional.empty() : turn(own);
    }

    /** Who watches nothing has the turn of whoever has had theirs. */
    private Optional<Problem> turn(int own) {
        String detail = "Too many watch already; try again when one has gone";
        if (own > 0 || largest().isEmpty()) {
            return refused(detail);
        }
        Duration left = most.turn().minus(largest().getFirst().age());
        return left.isPositive()
                ? Optional.of(Problem.tooMany("TOO_MANY_STREAMS", detail, left.plusSeconds(1)))
                : Optional.empty();
    }

    /** Counts them in, if there is room: those who asked at the same moment have all been told that there is. */
    synchronized Optional<Place> enter(Caller caller) {
        if (refusal(caller).isPresent()) {
            return Optional.empty();
        }
        if (all >= most.all()) {
            giveUp(largest().getFirst());
        }
        Place place = new Place(caller);
        all++;
        ofTenant.computeIfAbsent(caller.tenantId(), id -> new ArrayDeque<>()).add(place);
        ofCaller.merge(caller.id(), 1, Integer::sum);
        return Optional.of(place);
    }

    /** Counts out whoever has not given their place up before. */
    synchronized void leave(Place place) {
        if (!place.givenUp) {
            giveUp(place);
        }
    }

    private void giveUp(Place place) {
        place.givenUp = true;
        all--;
        Deque<Place> places = placesOf(place.caller.tenantId());
        places.remove(place);
        if (places.isEmpty()) {
            ofTenant.remove(place.caller.tenantId());
        }
        ofCaller.computeIfPresent(place.caller.id(), (id, open) -> open == 1 ? null : open - 1);
    }

    private Deque<Place> placesOf(UUID tenant) {
        return ofTenant.getOrDefault(tenant, new ArrayDeque<>());
    }

    private Deque<Place> largest() {
        return ofTenant.values().stream().max(MOST_AND_LONGEST).orElseGet(ArrayDeque::new);
    }

    private static Optional<Problem> refused(String detail) {
        return Optional.of(Problem.tooMany("TOO_MANY_STREAMS", detail, SOON));
    }
}
