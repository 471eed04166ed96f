package io.skyholm.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.storage.DiskStatus;
import io.skyholm.hosts.HostState;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.storage.host.HostedMove;
import io.skyholm.storage.pool.ClaimedPool;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a disk while its host says nothing. */
class DiskMoveTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Disk disk = new Disk(
            new DiskOwner(UUID.randomUUID(), null),
            RequestBody.read("""
                    {"name": "orders", "edgeDataCenterId": "01977a3e-5c10-7c02-8d14-5f8e9a0b1c02", "diskType": "SSD",
                     "sizeGb": 10}""", CreateDisk.class),
            new ClaimedPool(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()),
            Revision.first(null, NOW));

    @Test
    void itRestsUntilItsHostHasTakenTooLong() {
        disk.waitUntil(NOW.plusSeconds(1));
        assertThat(move(HostState.IN_SERVICE).kind()).isEqualTo(HostedMove.Kind.TELL);
        disk.tell(true, null);
        assertThat(move(HostState.IN_SERVICE)).isEqualTo(HostedMove.REST);
        disk.waitUntil(NOW);
        assertThat(move(HostState.IN_SERVICE).kind()).isEqualTo(HostedMove.Kind.FAIL);
        disk.fail(String.valueOf(move(HostState.IN_SERVICE).reason()));
        assertThat(disk.status).isEqualTo(DiskStatus.ERROR);
        assertThat(move(HostState.IN_SERVICE)).isEqualTo(HostedMove.REST);
    }

    @Test
    void aDeletionThatTakesTooLongIsExplainedOnceAndGoesOn() {
        disk.tell(true, null);
        disk.delete();
        disk.tell(false, null);
        disk.waitUntil(NOW);
        HostedMove move = move(HostState.IN_SERVICE);
        assertThat(move.kind()).isEqualTo(HostedMove.Kind.EXPLAIN);
        disk.explain(String.valueOf(move.reason()));
        assertThat(disk.status).isEqualTo(DiskStatus.DELETING);
        assertThat(move(HostState.IN_SERVICE)).isEqualTo(HostedMove.REST);
    }

    @Test
    void aFencedHostStillHasTheBytesAndOneThatIsDeletedHasNot() {
        disk.tell(true, null);
        disk.delete();
        disk.tell(false, null);
        assertThat(move(HostState.FENCED)).isEqualTo(HostedMove.REST);
        assertThat(move(HostState.DELETED).kind()).isEqualTo(HostedMove.Kind.FINISH);
    }

    @Test
    void whatNoHostWasToldOfIsGoneAtOnce() {
        disk.delete();
        assertThat(move(HostState.IN_SERVICE).kind()).isEqualTo(HostedMove.Kind.FINISH);
    }

    @Test
    void aRollbackThatFailedIsAskedForAgainAndEndsWithTheSnapshotForgotten() {
        UUID snapshot = UUID.randomUUID();
        disk.tell(true, null);
        assertThatThrownBy(() -> disk.rollBack(snapshot)).isInstanceOf(Problem.class);
        disk.fail("There is no space left");
        assertThatThrownBy(() -> disk.rollBack(snapshot)).isInstanceOf(Problem.class);
        disk.ready();
        disk.rollBack(snapshot);
        assertThat(DiskLife.copiedGb(disk)).isEqualTo(10);
        assertThat(move(HostState.IN_SERVICE).kind()).isEqualTo(HostedMove.Kind.TELL);
        assertThat(disk.tell(true, null).snapshotId()).isEqualTo(snapshot);
        assertThat(move(HostState.IN_SERVICE)).isEqualTo(HostedMove.REST);
        disk.fail("There is no space left");
        disk.rollBack(snapshot);
        assertThat(disk.status).isEqualTo(DiskStatus.RESTORING);
        assertThat(disk.isToldOnce()).isTrue();
        disk.ready();
        assertThat(disk.isToldOnce()).isFalse();
        assertThat(disk.tell(true, null).snapshotId()).isNull();
    }

    private HostedMove move(HostState host) {
        return HostedMove.of(disk, host, NOW);
    }
}
