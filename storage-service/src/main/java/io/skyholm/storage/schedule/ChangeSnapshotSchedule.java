package io.skyholm.storage.schedule;

import io.skyholm.events.storage.ScheduleFrequency;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.TimeZoneName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a schedule: a field that is left out stays, one that is null is cleared. */
public record ChangeSnapshotSchedule(
        @Name @Size(max = CreateSnapshotSchedule.LONGEST_NAME) @Nullable String name,

        @Nullable ScheduleFrequency frequency,
        @Nullable Optional<DayOfWeek> dayOfWeek,
        @Nullable Optional<@Min(0) @Max(23) Integer> hour,
        @TimeZoneName @Nullable String timeZone,

        @Nullable Optional<@Min(1) @Max(CreateSnapshotSchedule.MOST_KEPT) Integer> keepLast,

        @Nullable Optional<@Min(1) @Max(CreateSnapshotSchedule.MOST_DAYS) Integer> keepDays,

        @Schema(description = "false to have no more backups made; those that are there go in their time") @Nullable Boolean backup,

        @Schema(description = "false for one that is to make and delete none until it is true again") @Nullable Boolean isEnabled) {

    /** Whether snapshots may have to go for it. */
    boolean changesRetention() {
        return keepLast != null || keepDays != null;
    }

    void applyTo(SnapshotSchedule schedule, Instant now) {
        schedule.name = Patch.of(name, schedule.name);
        schedule.keep(
                new SnapshotRetention(Patch.of(keepLast, schedule.keepLast), Patch.of(keepDays, schedule.keepDays)));
        schedule.backup = Patch.of(backup, schedule.backup);
        schedule.plan(
                new Recurrence(
                        Patch.of(frequency, schedule.frequency),
                        Patch.of(dayOfWeek, schedule.dayOfWeek),
                        Patch.of(hour, schedule.hour),
                        Patch.of(timeZone, schedule.timeZone)),
                Patch.of(isEnabled, schedule.isEnabled),
                now);
    }
}
