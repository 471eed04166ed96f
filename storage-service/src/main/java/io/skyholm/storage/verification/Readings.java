package io.skyholm.storage.verification;

import io.skyholm.storage.version.VersionBytes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The readings that this replica has begun, of so many at once: the others wait until one has ended. If room were made by forgetting
 * some, those would begin anew whenever they come round, and never end. One that nobody goes on with was ended by another replica.
 */
final class Readings {

    static final int MOST = 64;

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Map<UUID, Begun> begun = new HashMap<>();
    private final Function<VersionBytes, Reading> first;

    Readings(Function<VersionBytes, Reading> first) {
        this.first = first;
    }

    /** The one of these bytes, begun if there is room. */
    synchronized Optional<Reading> of(VersionBytes bytes, Instant now) {
        Begun known = begun.get(bytes.objectId());
        if (known == null) {
            begun.values().removeIf(one -> one.used.plus(FORGOTTEN_AFTER).isBefore(now));
            if (begun.size() >= MOST) {
                return Optional.empty();
            }
        }
        Begun used = new Begun(known == null ? first.apply(bytes) : known.reading, now);
        begun.put(bytes.objectId(), used);
        return Optional.of(used.reading);
    }

    synchronized void end(VersionBytes bytes) {
        begun.remove(bytes.objectId());
    }

    private record Begun(Reading reading, Instant used) {}
}
