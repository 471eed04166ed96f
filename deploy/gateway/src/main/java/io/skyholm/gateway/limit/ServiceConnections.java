package io.skyholm.gateway.limit;

import io.skyholm.gateway.call.RouteClass;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who has the connections to each service on which calls last as long as their client sends or reads. Nobody waits for one: where all
 * are taken, one is given up for who has fewer, and who has no fewer is refused.
 */
public final class ServiceConnections {

    private static final Duration TURN = Duration.ofSeconds(60);

    private final Map<String, FairPlaces<OpenCall>> pools = new HashMap<>();
    private final Map<OpenCall, String> held = new HashMap<>();

    /** False when the caller has as many as others, and no more are there. */
    public boolean admits(OpenCall call, String service) {
        RouteClass kind = call.call().routeClass();
        if (!kind.lasts()) {
            return true;
        }
        Optional<OpenCall> givenUp = Optional.empty();
        synchronized (this) {
            String name = kind.name() + " " + service;
            FairPlaces<OpenCall> pool =
                    pools.computeIfAbsent(name, first -> new FairPlaces<>(kind.serviceConnections(), TURN));
            String holder = call.call().caller().holder();
            long now = System.nanoTime();
            if (!pool.hasRoom()) {
                givenUp = pool.givesWayTo(holder, OpenCall::canBeGivenUp, OpenCall::waitsForClient, now);
                if (givenUp.isEmpty()) {
                    return false;
                }
                leave(givenUp.get());
            }
            pool.take(holder, call, now);
            held.put(call, name);
        }
        givenUp.ifPresent(OpenCall::giveUp);
        return true;
    }

    public synchronized void ended(OpenCall call) {
        leave(call);
    }

    private void leave(OpenCall call) {
        String name = held.remove(call);
        FairPlaces<OpenCall> pool = name == null ? null : pools.get(name);
        if (pool != null) {
            pool.leave(call);
            if (pool.isEmpty()) {
                pools.remove(name);
            }
        }
    }
}
