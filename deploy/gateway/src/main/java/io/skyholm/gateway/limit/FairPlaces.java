package io.skyholm.gateway.limit;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * So many places, and who has them. When all are taken, the holder that has most gives one up for one that has fewer. Where that makes
 * neither fairer, as where each of many holders has one, who has had a turn gives it up to who has none.
 */
final class FairPlaces<T> {

    private final int most;
    private final long turnNanos;
    private final Map<T, Place> taken = new LinkedHashMap<>();
    private final Map<String, Integer> byHolder = new HashMap<>();

    private record Place(String holder, long since) {}

    FairPlaces(int most, Duration turn) {
        this.most = most;
        this.turnNanos = turn.toNanos();
    }

    boolean hasRoom() {
        return taken.size() < most;
    }

    /** Whose place the holder may have, of those that can be given up: one that does nothing first, then the oldest. */
    Optional<T> givesWayTo(String holder, Predicate<T> canBeGivenUp, Predicate<T> isIdle, long now) {
        int own = byHolder.getOrDefault(holder, 0);
        List<String> larger = byHolder.entrySet().stream()
                .filter(other -> other.getValue() > own + 1)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        for (String other : larger) {
            List<T> its = taken.entrySet().stream()
                    .filter(place -> place.getValue().holder().equals(other))
                    .map(Map.Entry::getKey)
                    .filter(canBeGivenUp)
                    .toList();
            if (!its.isEmpty()) {
                return Optional.of(its.stream().filter(isIdle).findFirst().orElse(its.getFirst()));
            }
        }
        return own > 0 ? Optional.empty() : whoHadATurn(canBeGivenUp, now);
    }

    private Optional<T> whoHadATurn(Predicate<T> canBeGivenUp, long now) {
        return taken.entrySet().stream()
                .filter(place -> now - place.getValue().since() >= turnNanos)
                .map(Map.Entry::getKey)
                .filter(canBeGivenUp)
                .findFirst();
    }

    void take(String holder, T place, long now) {
        taken.put(place, new Place(holder, now));
        byHolder.merge(holder, 1, Integer::sum);
    }

    /** Of what has no place, or has given it up, nothing is left to do. */
    void leave(T place) {
        Place left = taken.remove(place);
        if (left != null) {
            byHolder.computeIfPresent(left.holder(), (holder, count) -> count == 1 ? null : count - 1);
        }
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }
}
