package io.skyholm.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calendar time is real time, unless this is a test that moves it. */
class CalendarClockTest {

    private static final boolean FOR_TESTS = true;
    private static final boolean IN_PRODUCTION = false;

    @Test
    void withoutAFileItIsTheMachinesTime() {
        CalendarClock clock = new CalendarClock(Optional.empty(), FOR_TESTS);
        Instant before = RealTime.now();
        assertThat(clock.instant()).isBetween(before, RealTime.now());
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void itFollowsItsFileWhileTheProcessRuns(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("clock");
        write(file, Duration.ZERO);
        CalendarClock clock = new CalendarClock(Optional.of(file), FOR_TESTS);
        assertThat(clock.ahead()).isZero();
        write(file, Duration.ofDays(90));
        assertThat(clock.ahead()).hasDays(90);
        assertThat(clock.instant()).isAfter(RealTime.now().plus(Duration.ofDays(89)));
    }

    @Test
    void noServiceInProductionStartsWithAClockThatCanBeMoved(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("clock");
        write(file, Duration.ofDays(90));
        assertThatThrownBy(() -> new CalendarClock(Optional.of(file), IN_PRODUCTION))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SKYHOLM_CLOCK_FILE");
    }

    /** Into the same file, which is in the clock's memory. */
    private static void write(Path file, Duration ahead) throws IOException {
        byte[] millis =
                ByteBuffer.allocate(Long.BYTES).putLong(ahead.toMillis()).array();
        Files.write(file, millis, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
