package io.skyholm.runtime.time;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Calendar time: creation, due dates, expiry, schedules, billing. It is the machine's clock, unless a test has moved the
 * suite's time forward. Within a transaction use {@code work.now()}, which agrees with {@code calendar_now()} in SQL.
 */
@Singleton
public class CalendarClock implements InstantSource {

    private final Optional<ClockFile> moved;

    CalendarClock(
            @ConfigProperty(name = "skyholm.clock.file") Optional<Path> file,
            @ConfigProperty(name = "skyholm.clock.movable", defaultValue = "false") boolean movable) {
        if (file.isPresent() && !movable) {
            throw new IllegalStateException(
                    "skyholm.clock.file moves time and is for tests only: unset SKYHOLM_CLOCK_FILE in production");
        }
        this.moved = file.map(ClockFile::of);
    }

    @Override
    public Instant instant() {
        return RealTime.now().plus(ahead());
    }

    /** How far calendar time is ahead of the machine's clock; nothing in production. */
    public Duration ahead() {
        return moved.map(ClockFile::ahead).orElse(Duration.ZERO);
    }

    /** Whether somebody may move it while this process runs. */
    boolean isMovable() {
        return moved.isPresent();
    }
}
