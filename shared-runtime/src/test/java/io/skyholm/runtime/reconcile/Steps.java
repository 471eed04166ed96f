package io.skyholm.runtime.reconcile;

import io.skyholm.runtime.tenant.Cause;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A reconciler that remembers which rows it stepped how often. */
record Steps(String kind, Map<UUID, Integer> taken, Function<UUID, Uni<Next>> behaviour, String unrested)
        implements Reconciler {

    static final Uni<Next> DONE = Uni.createFrom().item(Next.DONE);

    private static final String NOTHING = "select null::uuid as id where false";

    static Steps of(String kind, Function<UUID, Uni<Next>> behaviour) {
        return new Steps(kind, new ConcurrentHashMap<>(), behaviour, NOTHING);
    }

    /** The same, with rows that a sweep finds. */
    Steps finding(String select) {
        return new Steps(kind, taken, behaviour, select);
    }

    int total() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }

    int of(UUID id) {
        return taken.getOrDefault(id, 0);
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        taken.merge(id, 1, Integer::sum);
        return behaviour.apply(id);
    }
}
