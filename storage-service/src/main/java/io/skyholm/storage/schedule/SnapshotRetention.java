package io.skyholm.storage.schedule;

import io.skyholm.runtime.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How long a schedule keeps what it had made. What either of the two keeps stays.
 *
 * @param keepLast how many of the newest, however old they are
 * @param keepDays for how many days each
 */
record SnapshotRetention(
        @Nullable Integer keepLast, @Nullable Integer keepDays) {

    SnapshotRetention {
        if (keepLast == null && keepDays == null) {
            throw Problem.invalid("keepLast", "is given unless keepDays is");
        }
    }

    /**
     * Which of them, newest first, are to go. Only those count that can be used: one that is still being made keeps its place and takes none. The
     * newest of them is never deleted: a disk that could not be copied for a month would have none. One that failed
     * goes once there is a newer one.
     */
    List<UUID> surplus(List<Kept> newestFirst, Instant now) {
        List<Kept> usable = newestFirst.stream().filter(Kept::isUsable).toList();
        if (usable.isEmpty()) {
            return List.of();
        }
        Set<UUID> staying = IntStream.range(0, usable.size())
                .filter(newer -> isKept(newer, usable.get(newer).createdAt(), now))
                .mapToObj(newer -> usable.get(newer).id())
                .collect(Collectors.toSet());
        Instant newest = usable.getFirst().createdAt();
        return newestFirst.stream()
                .filter(kept -> kept.isUsable()
                        ? !staying.contains(kept.id())
                        : kept.hasFailed() && kept.createdAt().isBefore(newest))
                .map(Kept::id)
                .toList();
    }

    private boolean isKept(int newer, Instant createdAt, Instant now) {
        boolean isAmongLast = newer < (keepLast == null ? 1 : keepLast);
        boolean isYoung =
                keepDays != null && createdAt.plus(Duration.ofDays(keepDays)).isAfter(now);
        return isAmongLast || isYoung;
    }
}
