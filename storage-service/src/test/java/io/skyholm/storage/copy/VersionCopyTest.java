package io.skyholm.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.storage.object.StoredPart;
import io.skyholm.storage.snapshot.ReadSnapshots.ReadableSnapshot;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the host of a snapshot is told of a copy, and when nobody waits for it any more. */
class VersionCopyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ReadableSnapshot snapshot = new ReadableSnapshot(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            3,
            DiskSnapshotStatus.AVAILABLE,
            null);
    private final VersionCopy copy =
            new VersionCopy(UUID.randomUUID(), snapshot, NOW.plusSeconds(60), Revision.first(null, NOW));

    @Test
    void itIsAsLargeAsItsSnapshotAndOnItsHost() {
        assertThat(copy.bytes()).isEqualTo(new StoredPart("export", 3L << 30));
        assertThat(copy.host()).isEqualTo(snapshot.computeMachineId());
        assertThat(copy.tell()).isEqualTo(told(1, true));
    }

    @Test
    void itsHostIsToForgetItOnceItHasCopiedAll() {
        copy.tell();
        copy.explain("The store is away");
        assertThat(copy.hasFailed()).isTrue();
        copy.copied();
        assertThat(copy.hasFailed()).isFalse();
        assertThat(copy.isLeaving()).isTrue();
        assertThat(copy.progress.isStale()).isTrue();
        assertThat(copy.tell()).isEqualTo(told(2, false));
    }

    @Test
    void itsHostIsToForgetWhatIsGivenUp() {
        copy.tell();
        copy.giveUp();
        assertThat(copy.isReady()).isFalse();
        assertThat(copy.tell().present()).isFalse();
        copy.end();
        assertThat(copy.progress.isStale()).isFalse();
    }

    @Test
    void onlyWhatIsStillToComeIsLateAndSaysWhy() {
        assertThat(copy.isLate(NOW.plusSeconds(59))).isFalse();
        assertThat(copy.isLate(NOW.plusSeconds(60))).isTrue();
        assertThat(copy.lateness()).isEqualTo("The bytes of the snapshot could not be copied in time");
        copy.explain("The store is away");
        assertThat(copy.lateness()).endsWith(": The store is away");
        copy.copied();
        assertThat(copy.isLate(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void whatAHostBringsBackIsToBeAbsentThere() {
        AbsentCopy orphan = new AbsentCopy(copy.id, UUID.randomUUID(), 7, copy.snapshotId, copy.objectId);
        assertThat(orphan.absence())
                .isEqualTo(new DesiredExport(copy.id, 7, false, null, copy.snapshotId, copy.objectId));
    }

    private DesiredExport told(long generation, boolean present) {
        return new DesiredExport(copy.id, generation, present, copy.tenantId, copy.snapshotId, copy.objectId);
    }
}
