package io.skyholm.compute.instance;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.schedule.Schedule;
import io.skyholm.compute.schedule.ScheduleColumn;
import io.skyholm.runtime.http.Patch;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an instance is called and carries for its owner, and when it starts and stops by itself. */
@Embeddable
public class Profile {

    String name;

    @Nullable String hostname;

    private @Nullable String externalId;
    private JsonObject config;
    private String[] tags;

    @Convert(converter = ScheduleColumn.class)
    private @Nullable Schedule schedule;

    private @Nullable Instant scheduledAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Profile() {}

    Profile(String name, InstanceSpec.Options options, Instant now) {
        this.name = name;
        hostname = options.hostname();
        config = options.config();
        tags = options.tags().toArray(String[]::new);
        schedule = options.schedule();
        scheduledAt = next(schedule, now);
    }

    public String name() {
        return name;
    }

    public @Nullable String hostname() {
        return hostname;
    }

    public @Nullable Schedule schedule() {
        return schedule;
    }

    /** When its schedule next starts or stops it. */
    public @Nullable Instant scheduledAt() {
        return scheduledAt;
    }

    /** Its schedule, from now on. */
    public void schedule(@Nullable Schedule times, Instant now) {
        schedule = times;
        scheduledAt = next(times, now);
    }

    private static @Nullable Instant next(@Nullable Schedule times, Instant now) {
        return times == null ? null : times.after(now).map(Schedule.Due::at).orElse(null);
    }

    void unschedule() {
        scheduledAt = null;
    }

    void change(ChangeInstance command, Instant now) {
        name = Patch.of(command.name(), name);
        hostname = Patch.of(command.hostname(), hostname);
        tags = command.tags() == null ? tags : command.tags().toArray(String[]::new);
        externalId = Patch.of(command.externalId(), externalId);
        config = Patch.of(command.config(), config);
        if (command.schedule() != null) {
            schedule(command.schedule().orElse(null), now);
        }
    }
}
