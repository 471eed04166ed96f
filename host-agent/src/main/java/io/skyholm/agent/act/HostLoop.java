package io.skyholm.agent.act;

import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.ThingKey;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Brings a host to its desired state, all its things at once. It knows no kind of thing: that is what drivers are for. */
public final class HostLoop {

    private final HostObserver observer;
    private final Workers workers;
    private final Consumer<Observation> changes;
    private final Map<ThingKey, ThingLoop> things = new ConcurrentHashMap<>();

    /** Tells of every change that comes of its work. */
    public HostLoop(List<ThingDriver<?>> drivers, Workers workers, Consumer<Observation> changes) {
        this.observer = new HostObserver(new Drivers(drivers), Clock.systemUTC());
        this.workers = workers;
        this.changes = changes;
        observer.drivers().listen(this::changedByItself);
    }

    /** Reads what is desired of a thing; empty for a kind that this host cannot hold. */
    public Optional<DesiredState> read(ThingKey key, String text) {
        return observer.drivers().read(key, text);
    }

    /** Takes a desired state that is newer than the one before. */
    public void desire(DesiredState desired) {
        things.computeIfAbsent(desired.key(), key -> new ThingLoop(key, observer, workers, this::changed))
                .take(desired);
    }

    /** Nothing is desired of this thing any more. */
    public void withdraw(ThingKey key) {
        ThingLoop thing = things.remove(key);
        if (thing != null) {
            thing.take(null);
        }
    }

    /** Looks at every thing: what changed by itself is brought back to what is desired. */
    public void lookAround() {
        things.values().forEach(ThingLoop::look);
    }

    private void changedByItself(ThingKey key) {
        ThingLoop thing = things.get(key);
        if (thing != null) {
            thing.lookAgain();
        }
    }

    /** Everything that is there, and everything that is desired. */
    public List<Observation> inventory() {
        Set<ThingKey> keys = new HashSet<>(things.keySet());
        keys.addAll(observer.drivers().present());
        return keys.stream().map(this::observation).toList();
    }

    /** Things of one kind may wait for those of another: a machine for its ports to come, a port for its machine to go. */
    private void changed(Observation change) {
        changes.accept(change);
        if (change.settled()) {
            things.forEach((key, thing) -> {
                if (!key.kind().equals(change.kind())) {
                    thing.lookIfUnsettled();
                }
            });
        }
    }

    private Observation observation(ThingKey key) {
        ThingLoop thing = things.get(key);
        return thing == null ? observer.of(key, ThingProgress.UNMANAGED) : thing.observation();
    }
}
