package io.skyholm.storage.importing;

import io.skyholm.storage.source.SourceStream;
import io.skyholm.storage.upload.PartTransfer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The imports that this replica is at. How many connections are open at once is limited, and how many of them are one tenant's: slow
 * sources of one would otherwise keep those of all others waiting.
 */
final class RunningImports {

    static final int MOST = 32;
    static final int MOST_OF_TENANT = 4;

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Map<UUID, Place> places = new HashMap<>();

    /** One import's, until it ends. */
    static final class Place {

        private final @Nullable UUID tenant;
        private Instant usedAt;
        private boolean inUse;
        private @Nullable Running open;
        private int failures;

        private Place(@Nullable UUID tenant, Instant usedAt) {
            this.tenant = tenant;
            this.usedAt = usedAt;
        }

        /** What has been begun and goes on. */
        synchronized Optional<PartTransfer> transfer() {
            return Optional.ofNullable(open).map(Running::transfer);
        }

        synchronized void begun(Running begun) {
            open = begun;
        }

        /** Nothing is open any more; gives how often this has happened since something came. */
        synchronized int ended(boolean progressed) {
            close();
            failures = progressed ? 1 : failures + 1;
            return failures;
        }

        /** Ends the connection, whoever is at it, and gives what was taken from it. */
        private synchronized Optional<PartTransfer> close() {
            Optional<PartTransfer> taken = transfer();
            if (open != null) {
                open.source().close();
                open = null;
            }
            return taken;
        }

        private synchronized boolean counts() {
            return inUse || open != null;
        }
    }

    /** What is taken, and from which connection. */
    record Running(PartTransfer transfer, SourceStream source) {}

    /** Its place, for one user at a time; empty if there is none for now. */
    synchronized Optional<Place> enter(UUID id, @Nullable UUID tenant, Instant now) {
        Place place = places.computeIfAbsent(id, unknown -> new Place(tenant, now));
        if (place.inUse || (place.transfer().isEmpty() && !hasRoom(tenant))) {
            return Optional.empty();
        }
        place.inUse = true;
        place.usedAt = now;
        return Optional.of(place);
    }

    /** Ends those that nobody here has gone on with for long, and gives what was taken of them and belongs to nobody then. */
    synchronized List<PartTransfer> forgotten(Instant now) {
        List<Place> forgotten = places.values().stream()
                .filter(place -> isForgotten(place, now))
                .toList();
        places.values().removeAll(forgotten);
        return forgotten.stream().flatMap(place -> place.close().stream()).toList();
    }

    /** Another replica goes on with it by now, or nothing is left of its version. */
    private static boolean isForgotten(Place place, Instant now) {
        return !place.inUse && place.usedAt.plus(FORGOTTEN_AFTER).isBefore(now);
    }

    private boolean hasRoom(@Nullable UUID tenant) {
        long all = places.values().stream().filter(Place::counts).count();
        long own = places.values().stream()
                .filter(place -> place.counts() && String.valueOf(place.tenant).equals(String.valueOf(tenant)))
                .count();
        return all < MOST && own < MOST_OF_TENANT;
    }

    synchronized void leave(Place place) {
        place.inUse = false;
    }

    /** Ends it for good, and gives what was taken and belongs to nobody then; whoever is at it now ends that themselves. */
    synchronized Optional<PartTransfer> end(UUID id) {
        Place place = places.remove(id);
        if (place == null) {
            return Optional.empty();
        }
        Optional<PartTransfer> taken = place.close();
        return place.inUse ? Optional.empty() : taken;
    }
}
