package io.skyholm.storage.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.hosts.HostState;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.storage.disk.CopyableDisks.CopyableDisk;
import io.skyholm.storage.host.HostedMove;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a snapshot while its host says nothing. */
class SnapshotMoveTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final DiskSnapshot snapshot = new DiskSnapshot(
            new CopyableDisk(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 10),
            new CreateSnapshot("before", null, List.of()),
            Revision.first(null, NOW));

    @Test
    void itRestsUntilItsHostHasTakenTooLong() {
        snapshot.waitUntil(NOW.plusSeconds(1));
        assertThat(move(HostState.IN_SERVICE).kind()).isEqualTo(HostedMove.Kind.TELL);
        assertThat(snapshot.tell().present()).isTrue();
        assertThat(move(HostState.IN_SERVICE)).isEqualTo(HostedMove.REST);
        snapshot.waitUntil(NOW);
        assertThat(move(HostState.IN_SERVICE).kind()).isEqualTo(HostedMove.Kind.FAIL);
        snapshot.fail(String.valueOf(move(HostState.IN_SERVICE).reason()));
        assertThat(snapshot.status).isEqualTo(DiskSnapshotStatus.ERROR);
        assertThat(move(HostState.IN_SERVICE)).isEqualTo(HostedMove.REST);
    }

    @Test
    void aDeletionThatTakesTooLongIsExplainedOnceAndGoesOn() {
        snapshot.tell();
        snapshot.delete();
        assertThat(snapshot.tell().present()).isFalse();
        snapshot.waitUntil(NOW);
        HostedMove move = move(HostState.IN_SERVICE);
        assertThat(move.kind()).isEqualTo(HostedMove.Kind.EXPLAIN);
        snapshot.explain(String.valueOf(move.reason()));
        assertThat(snapshot.status).isEqualTo(DiskSnapshotStatus.DELETING);
        assertThat(move(HostState.IN_SERVICE)).isEqualTo(HostedMove.REST);
    }

    @Test
    void aFencedHostStillHasTheBytesAndOneThatIsDeletedHasNot() {
        snapshot.tell();
        assertThat(move(HostState.DELETED).kind()).isEqualTo(HostedMove.Kind.FAIL);
        snapshot.delete();
        snapshot.tell();
        assertThat(move(HostState.FENCED)).isEqualTo(HostedMove.REST);
        assertThat(move(HostState.DELETED).kind()).isEqualTo(HostedMove.Kind.FINISH);
    }

    @Test
    void whatNoHostWasToldOfIsGoneAtOnce() {
        snapshot.delete();
        assertThat(move(HostState.IN_SERVICE).kind()).isEqualTo(HostedMove.Kind.FINISH);
    }

    private HostedMove move(HostState host) {
        return HostedMove.of(snapshot, host, NOW);
    }
}
