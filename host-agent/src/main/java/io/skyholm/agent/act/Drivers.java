package io.skyholm.agent.act;

import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingKind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The drivers of a host, one for each kind of thing that it can hold. */
final class Drivers {

    private final Map<ThingKind, ThingDriver<?>> drivers = new LinkedHashMap<>();

    Drivers(Collection<ThingDriver<?>> all) {
        all.forEach(driver -> {
            if (drivers.put(driver.kind(), driver) != null) {
                throw new IllegalArgumentException("two drivers of " + driver.kind());
            }
        });
    }

    /** Reads what is desired of a thing; empty for a kind that this agent has no driver for. */
    Optional<DesiredState> read(ThingKey key, String text) {
        return Optional.ofNullable(drivers.get(key.kind())).map(driver -> driver.read(text));
    }

    /** Everything that is on the host. */
    Set<ThingKey> present() {
        return drivers.values().stream()
                .flatMap(driver -> driver.present().stream().map(id -> new ThingKey(driver.kind(), id)))
                .collect(Collectors.toSet());
    }

    /** Tells of things that have changed by themselves. */
    void listen(Consumer<ThingKey> changes) {
        drivers.forEach((kind, driver) -> driver.listen(id -> changes.accept(new ThingKey(kind, id))));
    }

    SeenThing look(ThingKey key) {
        return driver(key).look(key.id());
    }

    Optional<Step> next(DesiredState desired) {
        return next(driver(desired.key()), desired);
    }

    /** Whether a step under way has to end at once; nothing desired any more lets it end by itself. */
    boolean interrupts(@Nullable DesiredState newer) {
        return newer != null && interrupts(driver(newer.key()), newer);
    }

    private ThingDriver<?> driver(ThingKey key) {
        ThingDriver<?> driver = drivers.get(key.kind());
        if (driver == null) {
            throw new IllegalArgumentException("there is no driver of " + key.kind());
        }
        return driver;
    }

    private static <D extends DesiredState> Optional<Step> next(ThingDriver<D> driver, DesiredState desired) {
        return driver.next(driver.desired().cast(desired));
    }

    private static <D extends DesiredState> boolean interrupts(ThingDriver<D> driver, DesiredState desired) {
        return driver.interrupts(driver.desired().cast(desired));
    }
}
