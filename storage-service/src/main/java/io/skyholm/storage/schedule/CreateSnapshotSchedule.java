package io.skyholm.storage.schedule;

import io.skyholm.events.storage.ScheduleFrequency;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.TimeZoneName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new schedule of a disk's snapshots. */
public record CreateSnapshotSchedule(
        @NotNull @Name @Size(max = LONGEST_NAME) String name,
        @NotNull ScheduleFrequency frequency,
        @Nullable DayOfWeek dayOfWeek,
        @Min(0) @Max(23) @Nullable Integer hour,

        @Schema(description = "The time zone of the hour and the day; UTC unless it is given") @TimeZoneName @Nullable String timeZone,

        @Min(1) @Max(MOST_KEPT) @Nullable Integer keepLast,
        @Min(1) @Max(MOST_DAYS) @Nullable Integer keepDays,

        @Schema(
                description =
                        "true to have a backup made of each snapshot; of the backups as many are kept, for as long,"
                                + " as of the snapshots")
        @Nullable Boolean backup,

        @Schema(description = "false for one that makes none yet") @Nullable Boolean isEnabled) {

    /** The name of a snapshot is the schedule's with a time behind it. */
    static final int LONGEST_NAME = 150;

    static final int MOST_KEPT = 1_000;
    static final int MOST_DAYS = 3_650;
    private static final String USUAL_ZONE = "UTC";

    Recurrence recurrence() {
        return new Recurrence(frequency, dayOfWeek, hour, Patch.of(timeZone, USUAL_ZONE));
    }

    SnapshotRetention retention() {
        return new SnapshotRetention(keepLast, keepDays);
    }
}
