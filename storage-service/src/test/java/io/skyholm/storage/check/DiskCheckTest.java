package io.skyholm.storage.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.events.storage.DiskCheckStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.storage.Owner;
import io.skyholm.storage.disk.CopyableDisks.CheckableDisk;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a check is at first, what its host is told of it, and what becomes of what that finds. */
class DiskCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(60);

    private final CheckableDisk disk =
            new CheckableDisk(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 10);
    private final DiskCheck check = new DiskCheck(disk, false, NOW, UNTIL, Revision.first(null, NOW));

    @Test
    void itIsOfItsDiskAndOnItsHost() {
        assertThat(check.id).isEqualTo(disk.id());
        assertThat(check.userId).isEqualTo(disk.userId());
        assertThat(check.host()).isEqualTo(disk.host());
        assertThat(check.status).isEqualTo(DiskCheckStatus.CHECKING);
        assertThat(check.isReleased).isFalse();
        assertThat(check.tell()).isEqualTo(told(1, true, 1, false));
    }

    @ParameterizedTest
    @EnumSource(CheckOutcome.class)
    void whatItsHostFindsIsTakenOverAndThenForgottenThere(CheckOutcome outcome) {
        check.tell();
        finds(outcome, "One\nTwo");
        assertThat(check.takeResult(NOW)).isTrue();
        assertThat(check.status.name()).isEqualTo(outcome.name());
        assertThat(check.findings).containsExactly("One", "Two");
        assertThat(check.checkedAt).isEqualTo(NOW);
        assertThat(check.tell()).isEqualTo(told(2, false, 1, false));
        check.released();
        assertThat(check.progress.isStale()).isFalse();
        assertThat(check.next()).isEqualTo(Next.DONE);
    }

    @Test
    void aHostThatSaysNothingOrTellsOfAnotherRunHasFoundNothing() {
        finds(CheckOutcome.SOUND, "");
        assertThat(check.takeResult(NOW)).isTrue();
        assertThat(check.findings).isEmpty();
        check.begin(disk, false, NOW, UNTIL);
        assertThat(check.takeResult(NOW)).isFalse();
        assertThat(check.status).isEqualTo(DiskCheckStatus.ERROR);
        assertThat(check.checkedAt).isNull();
        assertThat(check.progress.statusReason()).contains("does not say");
    }

    @Test
    void theNextOneTakesItsPlaceWithAnotherNumber() {
        check.tell();
        finds(CheckOutcome.DAMAGED, "It is too short");
        assertThat(check.takeResult(NOW)).isTrue();
        check.begin(disk, true, NOW.plusSeconds(5), UNTIL);
        assertThat(check.status).isEqualTo(DiskCheckStatus.CHECKING);
        assertThat(check.findings).isEmpty();
        assertThat(check.checkedAt).isNull();
        assertThat(check.startedAt).isEqualTo(NOW.plusSeconds(5));
        assertThat(check.tell()).isEqualTo(told(2, true, 2, true));
    }

    @Test
    void onlyOneIsMadeAtATimeAndOnOneHost() {
        assertThatThrownBy(() -> check.begin(disk, false, NOW, UNTIL))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("DISK_CHECK_RUNNING"));
        CheckableDisk moved =
                new CheckableDisk(disk.id(), disk.tenantId(), disk.userId(), UUID.randomUUID(), disk.sizeGb());
        check.cancel("The disk was changed meanwhile");
        assertThatThrownBy(() -> check.begin(moved, false, NOW, UNTIL)).hasMessageContaining("was on before");
        check.released();
        check.begin(moved, false, NOW, UNTIL);
        assertThat(check.host()).isEqualTo(moved.host());
    }

    @Test
    void onlyOneThatIsMadeIsCalledOff() {
        check.cancel(null);
        assertThat(check.status).isEqualTo(DiskCheckStatus.CANCELLED);
        assertThat(check.tell().present()).isFalse();
        assertThatThrownBy(() -> check.cancel(null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("DISK_NOT_CHECKED"));
    }

    @Test
    void whatTakesTooLongSaysWhy() {
        assertThat(check.isLate(UNTIL.minusSeconds(1))).isFalse();
        assertThat(check.isLate(UNTIL)).isTrue();
        assertThat(check.lateness()).isEqualTo("The disk could not be checked in time");
        assertThat(check.next()).isEqualTo(Next.at(UNTIL));
        check.progress.waitUntil(NOW);
        assertThat(check.next()).isEqualTo(Next.at(NOW));
        check.explain("Ceph does not answer");
        assertThat(check.lateness()).endsWith(": Ceph does not answer");
        check.fail(check.lateness());
        assertThat(check.isLate(UNTIL)).isFalse();
    }

    @Test
    void itGoesWithItsDiskAndItsHostIsToldWhoseItIs() {
        Owner other = new Owner(UUID.randomUUID(), null);
        check.tell();
        check.give(other);
        assertThat(check.progress.isStale()).isTrue();
        assertThat(check.tell().tenantId()).isEqualTo(other.tenantId());
        check.cancel(null);
        check.tell();
        check.give(other);
        assertThat(check.progress.isStale()).isFalse();
        assertThat(check.userId).isNull();
    }

    @Test
    void whatAHostBringsBackIsToBeAbsentThere() {
        AbsentCheck orphan = new AbsentCheck(check.id, UUID.randomUUID(), 7, 3, 10);
        assertThat(orphan.absence()).isEqualTo(new DesiredDiskCheck(check.id, 7, false, null, 3, 10, false));
    }

    @ParameterizedTest
    @CsvSource({"{},false", "{\"repair\":null},false", "{\"repair\":false},false", "{\"repair\":true},true"})
    void itOnlyReadsUnlessARepairIsWanted(String body, boolean isRepair) {
        assertThat(RequestBody.read(body, CheckDisk.class).isRepair()).isEqualTo(isRepair);
    }

    private void finds(CheckOutcome outcome, String findings) {
        check.foundRun = check.run;
        check.foundOutcome = outcome;
        check.foundFindings = findings;
    }

    private DesiredDiskCheck told(long generation, boolean present, long run, boolean repair) {
        return new DesiredDiskCheck(disk.id(), generation, present, present ? disk.tenantId() : null, run, 10, repair);
    }
}
