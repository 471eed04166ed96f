package io.skyholm.agent.act;

import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.Wish;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Brings a host to what is wished of it, all its things at once. */
public final class HostLoop {

    private final Sight sight;
    private final Workers workers;
    private final Consumer<Observation> changes;
    private final Map<ThingKey, ThingLoop> things = new ConcurrentHashMap<>();

    /** Tells of every change that comes of its work. */
    public HostLoop(Hypervisor hypervisor, Workers workers, Consumer<Observation> changes) {
        this.sight = new Sight(hypervisor, Clock.systemUTC());
        this.workers = workers;
        this.changes = changes;
    }

    /** Takes a wish that is newer than the one before. */
    public void wish(Wish wish) {
        things.computeIfAbsent(wish.key(), key -> new ThingLoop(key, sight, workers, this::changed))
                .take(wish);
    }

    /** Nobody wishes anything of this thing any more. */
    public void withdraw(ThingKey key) {
        ThingLoop thing = things.remove(key);
        if (thing != null) {
            thing.take(null);
        }
    }

    /** Looks at every thing: what changed by itself is brought back to what is wished. */
    public void lookAround() {
        things.values().forEach(ThingLoop::look);
    }

    /** Everything that is there, and everything that is wished for. */
    public List<Observation> inventory() {
        Set<ThingKey> keys = new HashSet<>(things.keySet());
        keys.addAll(sight.things());
        return keys.stream().map(this::observation).toList();
    }

    /** Machines wait for their ports to come, and ports for their machines to go. */
    private void changed(Observation change) {
        changes.accept(change);
        if (change.settled()) {
            things.forEach((key, thing) -> {
                if (key.kind() != change.kind()) {
                    thing.lookIfUnsettled();
                }
            });
        }
    }

    private Observation observation(ThingKey key) {
        ThingLoop thing = things.get(key);
        return thing == null ? sight.of(key, Standing.UNWISHED) : thing.observation();
    }
}
