package io.skyholm.storage.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Places of this process that tenants share. When all are taken, the tenant that has most of them gives one up for a tenant that has
 * fewer, so that however many one takes, none keeps another out; it is the one with the least work in it that is begun anew.
 */
public final class FairShare<T> {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final int most;
    private final ToLongFunction<T> progress;
    private final Map<UUID, Place<T>> places = new HashMap<>();

    public FairShare(int most, ToLongFunction<T> progress) {
        this.most = most;
        this.progress = progress;
    }

    /** What stands under that id. */
    public Optional<T> find(UUID id, Instant now) {
        return Optional.ofNullable(places.computeIfPresent(id, (known, place) -> place.usedAt(now)))
                .map(Place::value);
    }

    /** Whether there is room for one more of that tenant; somebody else's may be given up for it. One that is not asked for is forgotten. */
    public boolean makeRoom(@Nullable UUID tenant, Instant now) {
        places.values().removeIf(place -> place.usedAt.plus(FORGOTTEN_AFTER).isBefore(now));
        if (places.size() < most) {
            return true;
        }
        @Nullable UUID largest = largest();
        if (count(largest) <= count(tenant) + 1) {
            return false;
        }
        places.entrySet().stream()
                .filter(entry -> Objects.equals(entry.getValue().tenant, largest))
                .min(Comparator.comparingLong(entry -> progress.applyAsLong(entry.getValue().value)))
                .map(Map.Entry::getKey)
                .ifPresent(places::remove);
        return true;
    }

    /** Gives it a place that there is room for. */
    public void put(UUID id, @Nullable UUID tenant, T value, Instant now) {
        places.put(id, new Place<>(tenant, value, now));
    }

    /** It has ended. */
    public void remove(UUID id) {
        places.remove(id);
    }

    private @Nullable UUID largest() {
        return places.values().stream()
                .max(Comparator.comparingLong(place -> count(place.tenant)))
                .map(Place::tenant)
                .orElse(null);
    }

    private long count(@Nullable UUID tenant) {
        return places.values().stream()
                .filter(place -> Objects.equals(place.tenant, tenant))
                .count();
    }

    private record Place<T>(@Nullable UUID tenant, T value, Instant usedAt) {

        Place<T> usedAt(Instant now) {
            return new Place<>(tenant, value, now);
        }
    }
}
