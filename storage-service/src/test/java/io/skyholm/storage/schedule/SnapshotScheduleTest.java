package io.skyholm.storage.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.storage.ScheduleFrequency;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.storage.disk.CopyableDisks.CopyableDisk;
import io.skyholm.storage.schedule.ScheduleMove.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schedule asks for, when it is due, and what a change makes of it. */
class SnapshotScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-03-02T03:00:00Z");
    private static final Standing GOOD = new Standing(true, true);

    private final CopyableDisk disk = new CopyableDisk(
            UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 10, null, false, false, false);
    private final SnapshotSchedule schedule = made("""
            {"name": "nightly", "frequency": "DAILY", "hour": 3, "keepLast": 7}""");

    @Test
    void itsFirstTimeIsTheNextThatComes() {
        assertThat(schedule.nextAt).isEqualTo(NEXT);
        assertThat(schedule.timeZone).isEqualTo("UTC");
        assertThat(schedule.isEnabled).isTrue();
        assertThat(schedule.nameOfNext()).isEqualTo("nightly 2026-03-02 03:00");
    }

    @Test
    void oneThatIsMadePausedHasNoTime() {
        SnapshotSchedule paused = made("""
                {"name": "hourly", "frequency": "HOURLY", "keepDays": 1, "isEnabled": false}""");
        assertThat(paused.nextAt).isNull();
        assertThat(paused.isDue(NEXT)).isFalse();
        assertThat(ScheduleMove.of(paused, GOOD, NEXT)).isEqualTo(ScheduleMove.REST);
    }

    @Test
    void howeverManyTimesWereMissedTheNextLiesAhead() {
        Instant late = NEXT.plus(Duration.ofDays(5)).plusSeconds(1);
        assertThat(schedule.isDue(late)).isTrue();
        schedule.ran(late);
        assertThat(schedule.lastAt).isEqualTo(late);
        assertThat(schedule.nextAt).isEqualTo(NEXT.plus(Duration.ofDays(6)));
    }

    @Test
    void aReasonIsNewsOnceAndGoneWhenItRan() {
        assertThat(schedule.failed("The disk is attached")).isTrue();
        assertThat(schedule.failed("The disk is attached")).isFalse();
        assertThat(schedule.failed("The pool is full")).isTrue();
        assertThat(schedule.nextAt).isEqualTo(NEXT);
        schedule.ran(NEXT);
        assertThat(schedule.failureReason).isNull();
    }

    @Test
    void whatCouldNotBeBackedUpAndIsNowWasARecoveryUnlessASnapshotIsDue() {
        assertThat(schedule.recovered(NOW)).isFalse();
        assertThat(schedule.failed("The quota is used up")).isTrue();
        assertThat(schedule.recovered(NEXT)).isFalse();
        assertThat(schedule.failureReason).isNotNull();
        assertThat(schedule.recovered(NOW)).isTrue();
        assertThat(schedule.failureReason).isNull();
    }

    @Test
    void backupsAreMadeIfThatIsAskedForAndUntilItIsAskedForNoMore() {
        assertThat(schedule.backup).isFalse();
        change("{\"backup\": true}", NOW);
        change("{\"name\": \"other\"}", NOW);
        assertThat(schedule.backup).isTrue();
        change("{\"backup\": false}", NOW);
        assertThat(schedule.backup).isFalse();
    }

    @Test
    void whatIsDueStaysDueUnlessItsTimesChange() {
        Instant late = NEXT.plusSeconds(60);
        change("{\"name\": \"weekly\", \"keepDays\": 3}", late);
        assertThat(schedule.nextAt).isEqualTo(NEXT);
        assertThat(schedule.keepDays).isEqualTo(3);
        change("{\"hour\": 4}", late);
        assertThat(schedule.nextAt).isEqualTo(NEXT.plus(Duration.ofHours(1)));
        change("{\"frequency\": \"WEEKLY\", \"dayOfWeek\": \"SUNDAY\"}", late);
        assertThat(schedule.nextAt).isEqualTo(Instant.parse("2026-03-08T04:00:00Z"));
        change("{\"frequency\": \"HOURLY\", \"dayOfWeek\": null, \"hour\": null}", late);
        assertThat(schedule.nextAt).isEqualTo(Instant.parse("2026-03-02T04:00:00Z"));
    }

    @Test
    void oneThatIsEnabledAgainMakesUpNothing() {
        change("{\"isEnabled\": false}", NOW);
        assertThat(schedule.nextAt).isNull();
        change("{\"isEnabled\": true}", NEXT.plusSeconds(60));
        assertThat(schedule.nextAt).isEqualTo(NEXT.plus(Duration.ofDays(1)));
    }

    @Test
    void somethingIsAlwaysKept() {
        assertThatThrownBy(() -> change("{\"keepLast\": null}", NOW)).hasMessageContaining("keepLast");
        change("{\"keepLast\": null, \"keepDays\": 2}", NOW);
        assertThat(schedule.retention()).isEqualTo(new SnapshotRetention(null, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, 1, END",
        "false, false, 1, END",
        "true, false, 1, WAIT",
        "true, true, -1, KEEP",
        "true, true, 0, RUN",
        "true, true, 1, RUN",
    })
    void itRunsWhenItIsTimeForADiskThatIsThereAndATenantThatMayWork(
            boolean hasDisk, boolean mayWork, int late, ScheduleMove move) {
        assertThat(ScheduleMove.of(schedule, new Standing(hasDisk, mayWork), NEXT.plusSeconds(late)))
                .isEqualTo(move);
    }

    @Test
    void oneThatEndsMakesNoMore() {
        schedule.end();
        assertThat(ScheduleMove.of(schedule, GOOD, NEXT)).isEqualTo(ScheduleMove.REST);
        assertThat(schedule.nextAt).isNull();
    }

    @Test
    void aNameAndAFrequencyAreNeeded() {
        assertThat(Constraints.brokenBy(RequestBody.read("{}", CreateSnapshotSchedule.class)))
                .containsExactlyInAnyOrder("name", "frequency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"hour\": 24",
                "\"hour\": -1",
                "\"keepLast\": 0",
                "\"keepLast\": 1001",
                "\"keepDays\": 0",
                "\"keepDays\": 3651",
                "\"timeZone\": \"Mars/Olympus\""
            })
    void whatIsOutOfRangeIsRefusedByName(String field) {
        String name = field.substring(1, field.indexOf('"', 1));
        assertThat(Constraints.brokenBy(RequestBody.read(
                        "{\"name\": \"nightly\", \"frequency\": \"DAILY\", " + field + "}",
                        CreateSnapshotSchedule.class)))
                .containsExactly(name);
        assertThat(Constraints.brokenBy(RequestBody.read("{" + field + "}", ChangeSnapshotSchedule.class)))
                .containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({"keepLast, true", "keepDays, true", "hour, false"})
    void onlyWhatMayDeleteSnapshotsIsOfTheRetention(String field, boolean changesRetention) {
        ChangeSnapshotSchedule command = RequestBody.read("{\"" + field + "\": 1}", ChangeSnapshotSchedule.class);
        assertThat(command.changesRetention()).isEqualTo(changesRetention);
    }

    @Test
    void hourlyHasNoHour() {
        assertThat(made("{\"name\": \"hourly\", \"frequency\": \"HOURLY\", \"keepDays\": 1}")
                        .recurrence())
                .isEqualTo(new Recurrence(ScheduleFrequency.HOURLY, null, null, "UTC"));
    }

    private void change(String json, Instant now) {
        RequestBody.read(json, ChangeSnapshotSchedule.class).applyTo(schedule, now);
    }

    private SnapshotSchedule made(String json) {
        CreateSnapshotSchedule command = RequestBody.read(json, CreateSnapshotSchedule.class);
        return new SnapshotSchedule(disk, command, Revision.first(null, NOW));
    }
}
