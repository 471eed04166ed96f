package io.skyholm.compute.schedule;

import io.skyholm.events.EventJson;
import io.skyholm.runtime.http.TimeZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The weekly times, in a time zone, at which an instance starts and stops by itself. */
public record Schedule(
        @NotNull @TimeZoneName String timeZone,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid WeeklyTime> times) {

    private static final Duration TOO_LATE = Duration.ofMinutes(10);

    /** The next time after that moment at which something is to happen. */
    public Optional<Due> after(Instant moment) {
        ZoneId zone = ZoneId.of(timeZone);
        return times.stream()
                .map(time -> new Due(time.after(moment.atZone(zone)).toInstant(), time.action()))
                .min(Comparator.comparing(Due::at));
    }

    /** What is to happen now for the time that had come; nothing once that was missed for so long that nobody expects it. */
    public Optional<ScheduledAction> due(Instant time, Instant now) {
        return time.plus(TOO_LATE).isBefore(now)
                ? Optional.empty()
                : after(time.minusSeconds(1)).map(Due::action);
    }

    /** As a column keeps it. */
    public String text() {
        return EventJson.write(this);
    }

    /** As a column kept it. */
    public static @Nullable Schedule read(@Nullable String text) {
        return text == null ? null : EventJson.read(text, Schedule.class);
    }

    /** What happens when. */
    public record Due(Instant at, ScheduledAction action) {}
}
