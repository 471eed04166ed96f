package io.skyholm.storage.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.storage.DiskStatus;
import io.skyholm.hosts.HostState;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.storage.check.DiskCheckMove.Kind;
import io.skyholm.storage.check.DiskCheckMove.SeenDisk;
import io.skyholm.storage.disk.CopyableDisks.CheckableDisk;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a check next. */
class DiskCheckMoveTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(60);
    private static final UUID HOST = UUID.randomUUID();

    private final CheckableDisk disk = new CheckableDisk(UUID.randomUUID(), UUID.randomUUID(), null, HOST, 10);
    private final DiskCheck check = new DiskCheck(disk, false, NOW, UNTIL, Revision.first(null, NOW));

    @Test
    void itsHostIsToldFirstAndThenWaitedFor() {
        assertThat(next(DiskStatus.AVAILABLE).kind()).isEqualTo(Kind.TELL);
        assertThat(check.tell().present()).isTrue();
        assertThat(next(DiskStatus.AVAILABLE).kind()).isEqualTo(Kind.REST);
        check.progress.waitUntil(NOW);
        DiskCheckMove late = next(DiskStatus.AVAILABLE);
        assertThat(late.kind()).isEqualTo(Kind.EXPLAIN);
        check.explain(String.valueOf(late.reason()));
        assertThat(next(DiskStatus.AVAILABLE).kind()).isEqualTo(Kind.REST);
    }

    @ParameterizedTest
    @CsvSource({
        "AVAILABLE,REST",
        "ERROR,REST",
        "GROWING,CANCEL",
        "RESTORING,CANCEL",
        "CREATING,CANCEL",
        "MOVING,CANCEL",
        "DELETING,CANCEL"
    })
    void aChangeOfTheDiskEndsIt(DiskStatus status, Kind kind) {
        assertThat(check.tell().present()).isTrue();
        assertThat(next(status).kind()).isEqualTo(kind);
    }

    @Test
    void aDiskThatIsElsewhereOrNoMoreIsNotChecked() {
        SeenDisk elsewhere = new SeenDisk(DiskStatus.AVAILABLE, UUID.randomUUID());
        assertThat(next(Optional.of(elsewhere), HostState.IN_SERVICE, NOW)).isEqualTo(Kind.CANCEL);
        assertThat(next(Optional.empty(), HostState.IN_SERVICE, NOW)).isEqualTo(Kind.CANCEL);
    }

    @Test
    void aHostThatIsNoMoreEndsItAndOneThatIsFencedIsWaitedForUntilItIsLate() {
        Optional<SeenDisk> seen = Optional.of(new SeenDisk(DiskStatus.AVAILABLE, HOST));
        assertThat(check.tell().present()).isTrue();
        assertThat(next(seen, HostState.DELETED, NOW)).isEqualTo(Kind.FAIL);
        assertThat(next(seen, HostState.FENCED, NOW)).isEqualTo(Kind.REST);
        assertThat(next(seen, HostState.FENCED, UNTIL)).isEqualTo(Kind.FAIL);
        check.fail("Its host is no more");
        assertThat(next(seen, HostState.DELETED, NOW)).isEqualTo(Kind.RELEASE);
        assertThat(next(seen, HostState.FENCED, NOW)).isEqualTo(Kind.TELL);
        assertThat(check.tell().present()).isFalse();
        assertThat(next(seen, HostState.FENCED, UNTIL)).isEqualTo(Kind.REST);
    }

    @Test
    void itIsDeletedWhenNeitherItsDiskNorAnythingOfItIsThere() {
        check.cancel(null);
        assertThat(check.tell().present()).isFalse();
        assertThat(next(Optional.empty(), HostState.IN_SERVICE, NOW)).isEqualTo(Kind.REST);
        check.released();
        assertThat(next(DiskStatus.DELETING).kind()).isEqualTo(Kind.REST);
        assertThat(next(Optional.empty(), HostState.IN_SERVICE, NOW)).isEqualTo(Kind.END);
    }

    private DiskCheckMove next(DiskStatus status) {
        return DiskCheckMove.of(check, Optional.of(new SeenDisk(status, HOST)), HostState.IN_SERVICE, NOW);
    }

    private Kind next(Optional<SeenDisk> seen, HostState host, Instant now) {
        return DiskCheckMove.of(check, seen, host, now).kind();
    }
}
