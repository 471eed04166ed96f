package io.skyholm.storage.schedule;

import io.skyholm.events.storage.ScheduleFrequency;
import io.skyholm.runtime.problem.Problem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The times at which a schedule makes snapshots.
 *
 * @param dayOfWeek given exactly when it is WEEKLY
 * @param hour given unless it is HOURLY
 */
record Recurrence(
        ScheduleFrequency frequency,
        @Nullable DayOfWeek dayOfWeek,
        @Nullable Integer hour,
        String timeZone) {

    /** Today, and as many days ahead as a week has: one of them is the day. */
    private static final int DAYS = 8;

    /** Refuses what does not go together. */
    Recurrence {
        boolean isWeekly = frequency == ScheduleFrequency.WEEKLY;
        if (isWeekly != (dayOfWeek != null)) {
            throw Problem.invalid("dayOfWeek", "is given exactly when the frequency is WEEKLY");
        }
        boolean isHourly = frequency == ScheduleFrequency.HOURLY;
        if (isHourly != (hour == null)) {
            throw Problem.invalid("hour", "is given unless the frequency is HOURLY");
        }
    }

    /** The first of them after that moment. A day without that hour has it an hour later; where an hour comes twice, the first counts. */
    Instant after(Instant moment) {
        ZonedDateTime local = moment.atZone(ZoneId.of(timeZone));
        if (hour == null) {
            return local.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
        }
        int at = hour;
        LocalDate today = local.toLocalDate();
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(DAYS)
                .filter(day -> dayOfWeek == null || day.getDayOfWeek() == dayOfWeek)
                .map(day -> day.atTime(at, 0).atZone(local.getZone()).toInstant())
                .filter(time -> time.isAfter(moment))
                .findFirst()
                .orElseThrow();
    }
}
