package io.skyholm.compute.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Constraints;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void timeThatHasComeIsDue() {
        Instant morning = Instant.parse("2026-02-02T06:30:00Z");
        assertThat(OFFICE.due(morning, morning)).contains(ScheduledAction.START);
        assertThat(OFFICE.due(Instant.parse("2026-02-02T18:00:00Z"), Instant.parse("2026-02-02T18:00:07Z")))
                .contains(ScheduledAction.STOP);
    }

    /** Nobody expects an instance to stop in the middle of the day because the platform was away in the morning. */
    @Test
    void timeThatWasMissedForLongIsLeftOut() {
        Instant morning = Instant.parse("2026-02-02T06:30:00Z");
        assertThat(OFFICE.due(morning, morning.plusSeconds(600))).contains(ScheduledAction.START);
        assertThat(OFFICE.due(morning, morning.plusSeconds(601))).isEmpty();
    }

    @Test
    void hourThatANightLacksIsTheHourAfter() {
        assertThat(nightly("02:30").after(Instant.parse("2026-03-28T23:00:00Z")))
                .contains(new Schedule.Due(Instant.parse("2026-03-29T01:30:00Z"), ScheduledAction.STOP));
    }

    @Test
    void hourThatANightHasTwiceComesOnce() {
        Schedule nightly = nightly("02:30");
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(nightly.after(Instant.parse("2026-10-24T23:00:00Z")))
                .contains(new Schedule.Due(first, ScheduledAction.STOP));
        assertThat(nightly.after(first))
                .contains(new Schedule.Due(Instant.parse("2026-10-26T01:30:00Z"), ScheduledAction.STOP));
    }

    @Test
    void timeOfTodayThatIsOverComesInAWeek() {
        Schedule mondays = new Schedule(
                "UTC", List.of(new WeeklyTime(ScheduledAction.STOP, EnumSet.of(DayOfWeek.MONDAY), "12:00")));
        assertThat(mondays.after(Instant.parse("2026-02-02T12:00:00Z")))
                .contains(new Schedule.Due(Instant.parse("2026-02-09T12:00:00Z"), ScheduledAction.STOP));
    }

    @ParameterizedTest
    @CsvSource({
        "timeZone, Mars/Olympus, 07:30",
        "times, Europe/Berlin, 7:30",
        "times, Europe/Berlin, 24:00",
        "times, Europe/Berlin, 07:60"
    })
    void scheduleThatNoClockShowsIsRefused(String field, String zone, String at) {
        Schedule schedule = new Schedule(zone, List.of(new WeeklyTime(ScheduledAction.START, WORKDAYS, at)));
        assertThat(Constraints.brokenBy(schedule)).containsExactly(field);
    }

    @Test
    void scheduleHasTimesAndATimeHasDays() {
        assertThat(Constraints.brokenBy(new Schedule("UTC", List.of()))).containsExactly("times");
        Schedule never = new Schedule("UTC", List.of(new WeeklyTime(ScheduledAction.STOP, Set.of(), "12:00")));
        assertThat(Constraints.brokenBy(never)).containsExactly("times");
        assertThat(Constraints.brokenBy(OFFICE)).isEmpty();
    }

    @Test
    void scheduleIsReadAsItWasWritten() {
        assertThat(Schedule.read(OFFICE.text())).isEqualTo(OFFICE);
    }

    private static Schedule nightly(String at) {
        return new Schedule(
                "Europe/Berlin", List.of(new WeeklyTime(ScheduledAction.STOP, EnumSet.allOf(DayOfWeek.class), at)));
    }
}
