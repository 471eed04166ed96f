package io.skyholm.storage.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.storage.snapshot.ScheduledSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which snapshots of a schedule are not kept any more. */
class SnapshotRetentionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // keepLast, keepDays, how old they are in days with the first letter of their status, how many of the oldest go
        "2, , 0A 1A 2A 3A, 2",
        "4, , 0A 1A 2A 3A, 0",
        "9, , 0A 1A, 0",
        ", 2, 0A 1A 2A 3A, 2",
        ", 1, 5A 6A, 1",
        "1, 3, 0A 1A 2A 3A, 1",
        "3, 1, 0A 1A 2A 3A, 1",
        "2, , 0C 1A 2A 3A, 1",
        "1, , 0C 1C, 0",
        "1, , 0E 1A, 0",
        "1, , 0A 1E, 1",
        "1, , 0E 1E, 0",
    })
    void theOldestGo(Integer last, Integer days, String snapshots, int gone) {
        List<Kept> all = new ArrayList<>();
        for (String one : snapshots.split(" ", -1)) {
            all.add(kept(Integer.parseInt(one.substring(0, 1)), status(one.charAt(1))));
        }
        List<UUID> oldest = all.subList(all.size() - gone, all.size()).stream()
                .map(Kept::id)
                .toList();
        assertThat(retention(last, days).surplus(all, NOW)).isEqualTo(oldest);
    }

    @Test
    void whatFailedGoesOnceThereIsANewerOneAndTakesNoPlace() {
        Kept failed = kept(1, DiskSnapshotStatus.ERROR);
        List<Kept> all = List.of(kept(0, DiskSnapshotStatus.AVAILABLE), failed, kept(2, DiskSnapshotStatus.AVAILABLE));
        assertThat(retention(2, null).surplus(all, NOW)).containsExactly(failed.id());
    }

    @Test
    void oneOfTheTwoIsNeeded() {
        assertThatThrownBy(() -> retention(null, null)).hasMessageContaining("keepLast");
    }

    @Test
    void nothingGoesWhereNothingIs() {
        assertThat(retention(1, 1).surplus(List.of(), NOW)).isEmpty();
    }

    private static SnapshotRetention retention(@Nullable Integer last, @Nullable Integer days) {
        return new SnapshotRetention(last, days);
    }

    private static Kept kept(int days, DiskSnapshotStatus status) {
        return Kept.of(new ScheduledSnapshots.Kept(UUID.randomUUID(), status, NOW.minus(Duration.ofDays(days))));
    }

    private static DiskSnapshotStatus status(char first) {
        return switch (first) {
            case 'A' -> DiskSnapshotStatus.AVAILABLE;
            case 'C' -> DiskSnapshotStatus.CREATING;
            default -> DiskSnapshotStatus.ERROR;
        };
    }
}
