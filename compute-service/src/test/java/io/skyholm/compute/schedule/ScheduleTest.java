package io.skyholm.compute.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When instances start and stop by themselves. */
class ScheduleTest {

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Schedule OFFICE = new Schedule(
            "Europe/Berlin",
            List.of(
                    new WeeklyTime(ScheduledAction.START, WORKDAYS, "07:30"),
                    new WeeklyTime(ScheduledAction.STOP, WORKDAYS, "19:00")));

    @Test
    void nextTimeIsTheNearest() {
        assertThat(OFFICE.after(Instant.parse("2026-02-02T05:00:00Z")))
                .contains(new Schedule.Due(Instant.parse("2026-02-02T06:30:00Z"), ScheduledAction.START));
        assertThat(OFFICE.after(Instant.parse("2026-02-02T06:30:00Z")))
                .contains(new Schedule.Due(Instant.parse("2026-02-02T18:00:00Z"), ScheduledAction.STOP));
    }

    @Test
    void weekendIsLeftOut() {
        assertThat(OFFICE.after(Instant.parse("2026-02-06T20:00:00Z")))
                .contains(new Schedule.Due(Instant.parse("2026-02-09T06:30:00Z"), ScheduledAction.START));
    }

    @Test
    void summerTimeIsFollowed() {
        assertThat(OFFICE.after(Instant.parse("2026-07-06T00:00:00Z")))
                .contains(new Schedule.Due(Instant.parse("2026-07-06T05:30:00Z"), ScheduledAction.START));
    }

    @Test
    void scheduleIsReadAsItWasWritten() {
        assertThat(Schedule.read(OFFICE.text())).isEqualTo(OFFICE);
    }
}
