package io.skyholm.compute.schedule;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;

/** A time of day on some days of the week. */
public record WeeklyTime(
        @NotNull ScheduledAction action,

        @NotNull @Size(min = 1, max = 7) Set<@NotNull DayOfWeek> days,

        @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "must be a time of day such as 07:30")
        String at) {

    private static final int WEEK = 7;

    /** Its first occurrence after that moment; in a night without that hour it is the hour after. */
    ZonedDateTime after(ZonedDateTime moment) {
        LocalTime time = LocalTime.parse(at);
        for (int day = 0; day <= WEEK; day++) {
            ZonedDateTime candidate =
                    moment.toLocalDate().plusDays(day).atTime(time).atZone(moment.getZone());
            if (days.contains(candidate.getDayOfWeek()) && candidate.isAfter(moment)) {
                return candidate;
            }
        }
        return moment.plusDays(WEEK);
    }
}
