package io.skyholm.storage.importing;

import io.skyholm.storage.upload.PartTransfer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
        private @Nullable PartTransfer transfer;
        private int failures;

        private Place(@Nullable UUID tenant, Instant usedAt) {
            this.tenant = tenant;
            this.usedAt = usedAt;
        }

        /** What has been begun and goes on. */
        Optional<PartTransfer> transfer() {
            return Optional.ofNullable(transfer);
        }

        void begun(PartTransfer begun) {
            transfer = begun;
        }

        /** Nothing is open any more; gives how often this has happened since something came. */
        int ended(boolean progressed) {
            transfer = null;
            failures = progressed ? 1 : failures + 1;
            return failures;
        }

        private boolean counts() {
            return inUse || transfer != null;
        }
    }

    /** Its place, for one user at a time; empty if there is none for now. */
    synchronized Optional<Place> enter(UUID id, @Nullable UUID tenant, Instant now) {
        places.values()
                .removeIf(place ->
                        !place.inUse && place.usedAt.plus(FORGOTTEN_AFTER).isBefore(now));
        Place place = places.computeIfAbsent(id, unknown -> new Place(tenant, now));
        if (place.inUse || (place.transfer == null && !hasRoom(tenant))) {
            return Optional.empty();
        }
        place.inUse = true;
        place.usedAt = now;
        return Optional.of(place);
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

    synchronized void end(UUID id) {
        places.remove(id);
    }
}
