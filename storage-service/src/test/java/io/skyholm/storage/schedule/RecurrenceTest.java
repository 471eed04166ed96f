package io.skyholm.storage.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.storage.ScheduleFrequency;
import java.time.DayOfWeek;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a schedule makes its next snapshot. */
class RecurrenceTest {

    @ParameterizedTest
    @CsvSource({
        // frequency, day, hour, zone, after, next
        "HOURLY, , , UTC, 2026-03-01T12:00:00Z, 2026-03-01T13:00:00Z",
        "HOURLY, , , UTC, 2026-03-01T12:59:59.999Z, 2026-03-01T13:00:00Z",
        "HOURLY, , , Asia/Kolkata, 2026-03-01T12:00:00Z, 2026-03-01T12:30:00Z",
        "DAILY, , 3, UTC, 2026-03-01T02:59:59Z, 2026-03-01T03:00:00Z",
        "DAILY, , 3, UTC, 2026-03-01T03:00:00Z, 2026-03-02T03:00:00Z",
        "DAILY, , 3, Europe/Berlin, 2026-03-01T12:00:00Z, 2026-03-02T02:00:00Z",
        "DAILY, , 0, Pacific/Auckland, 2026-03-01T12:00:00Z, 2026-03-02T11:00:00Z",
        "WEEKLY, SUNDAY, 3, UTC, 2026-03-01T02:00:00Z, 2026-03-01T03:00:00Z",
        "WEEKLY, SUNDAY, 3, UTC, 2026-03-01T03:00:00Z, 2026-03-08T03:00:00Z",
        "WEEKLY, MONDAY, 3, Pacific/Auckland, 2026-03-01T12:00:00Z, 2026-03-01T14:00:00Z",
    })
    void theNextTimeIsTheFirstThatLiesAhead(
            ScheduleFrequency frequency, DayOfWeek day, Integer hour, String zone, Instant after, Instant next) {
        assertThat(new Recurrence(frequency, day, hour, zone).after(after)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        // The night without the hour from 2 to 3, and the one that has it twice.
        "DAILY, 2, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        "DAILY, 2, 2026-03-29T01:00:00Z, 2026-03-30T00:00:00Z",
        "DAILY, 2, 2026-10-24T12:00:00Z, 2026-10-25T00:00:00Z",
        "DAILY, 2, 2026-10-25T00:00:00Z, 2026-10-26T01:00:00Z",
        "HOURLY, , 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z",
        "HOURLY, , 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z",
    })
    void nightsInWhichClocksAreChangedHaveOneEach(
            ScheduleFrequency frequency, Integer hour, Instant after, Instant next) {
        assertThat(new Recurrence(frequency, null, hour, "Europe/Berlin").after(after))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"HOURLY, MONDAY, , dayOfWeek", "HOURLY, , 3, hour", "DAILY, , , hour", "DAILY, MONDAY, 3, dayOfWeek"})
    void whatDoesNotGoTogetherIsRefused(ScheduleFrequency frequency, DayOfWeek day, Integer hour, String field) {
        assertThatThrownBy(() -> new Recurrence(frequency, day, hour, "UTC")).hasMessageContaining(field);
    }

    @Test
    void aWeekHasADay() {
        assertThatThrownBy(() -> new Recurrence(ScheduleFrequency.WEEKLY, null, 3, "UTC"))
                .hasMessageContaining("dayOfWeek");
    }
}
