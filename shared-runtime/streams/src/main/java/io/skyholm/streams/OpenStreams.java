package io.skyholm.streams;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.problem.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Counts who watches: all together, each tenant, and each caller. */
final class OpenStreams {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final StreamLimits.Watchers most;
    private final Map<UUID, Integer> ofTenant = new HashMap<>();
    private final Map<UUID, Integer> ofCaller = new HashMap<>();
    private int all;

    OpenStreams(StreamLimits.Watchers most) {
        this.most = most;
    }

    /** Why this caller cannot watch one more; empty if they can. */
    synchronized Optional<Problem> refusal(Caller caller) {
        if (ofCaller.getOrDefault(caller.id(), 0) >= most.ofCaller()) {
            return refused("You watch " + most.ofCaller() + " streams of this kind already; end one first");
        }
        if (ofTenant.getOrDefault(caller.tenantId(), 0) >= most.ofTenant()) {
            return refused("Your tenant watches " + most.ofTenant() + " streams of this kind already; end one first");
        }
        return all >= most.all() ? refused("Too many watch already; try again when one has gone") : Optional.empty();
    }

    /** Counts them in, if there is room: those who asked at the same moment have all been told that there is. */
    synchronized boolean enter(Caller caller) {
        if (refusal(caller).isPresent()) {
            return false;
        }
        all++;
        ofTenant.merge(caller.tenantId(), 1, Integer::sum);
        ofCaller.merge(caller.id(), 1, Integer::sum);
        return true;
    }

    synchronized void leave(Caller caller) {
        all--;
        ofTenant.computeIfPresent(caller.tenantId(), (id, open) -> open == 1 ? null : open - 1);
        ofCaller.computeIfPresent(caller.id(), (id, open) -> open == 1 ? null : open - 1);
    }

    private static Optional<Problem> refused(String detail) {
        return Optional.of(Problem.tooMany("TOO_MANY_STREAMS", detail, SOON));
    }
}
