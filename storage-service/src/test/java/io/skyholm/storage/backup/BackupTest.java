package io.skyholm.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.storage.BackupStatus;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.storage.backup.BackupBases.Base;
import io.skyholm.storage.object.StoredPart;
import io.skyholm.storage.snapshot.ReadSnapshots.ReadableSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a backup is at first, what its host is told of it, and what becomes of its export. */
class BackupTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ReadableSnapshot snapshot = new ReadableSnapshot(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            10,
            DiskSnapshotStatus.AVAILABLE,
            null);
    private final Backup backup = new Backup(
            snapshot,
            UUID.randomUUID(),
            new CreateBackup("before", "Version 3", List.of("env:prod"), null),
            Revision.first(null, NOW));

    @Test
    void itIsOfItsSnapshotAndAsLarge() {
        assertThat(backup.tenantId).isEqualTo(snapshot.tenantId());
        assertThat(backup.diskId).isEqualTo(snapshot.diskId());
        assertThat(backup.host()).isEqualTo(snapshot.computeMachineId());
        assertThat(backup.sizeBytes()).isEqualTo(10L * 1024 * 1024 * 1024);
        assertThat(backup.left()).isEqualTo(new StoredPart("export", backup.sizeBytes()));
        assertThat(backup.status).isEqualTo(BackupStatus.CREATING);
    }

    @Test
    void itsHostExportsItUntilTheStoreHasItAndThenNoMore() {
        assertThat(backup.tell()).isEqualTo(told(1, true));
        backup.exported();
        assertThat(backup.isReady()).isTrue();
        assertThat(backup.isLeaving()).isFalse();
        backup.ready("ab");
        assertThat(backup.isLeaving()).isTrue();
        assertThat(backup.progress.isStale()).isTrue();
        assertThat(backup.tell()).isEqualTo(told(2, false));
        backup.released();
        assertThat(backup.progress.isStale()).isFalse();
        assertThat(backup.status).isEqualTo(BackupStatus.AVAILABLE);
        assertThat(backup.checksumSha256).isEqualTo("ab");
    }

    @Test
    void oneThatIsDeletedWhileItIsMadeIsTakenBackFromItsHostFirst() {
        backup.tell();
        backup.delete();
        assertThat(backup.progress.isStale()).isTrue();
        assertThat(backup.tell().present()).isFalse();
    }

    @Test
    void oneThatNoHostHasIsDeletedWithoutAny() {
        backup.ready("ab");
        backup.released();
        backup.delete();
        assertThat(backup.progress.isStale()).isFalse();
        backup.end();
        assertThat(backup.status).isEqualTo(BackupStatus.DELETED);
    }

    @Test
    void whatFailedIsStillToBeThere() {
        backup.progress.waitUntil(NOW);
        backup.fail("There is no space left");
        assertThat(backup.hasFailed()).isTrue();
        assertThat(backup.progress.waitUntil()).isNull();
        assertThat(backup.tell().present()).isTrue();
        backup.ready("ab");
        assertThat(backup.progress.statusReason()).isNull();
    }

    @Test
    void oneThatStandsOnAnotherTakesWhatItsHostHasLeft() {
        Base base = new Base(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), List.of(UUID.randomUUID()));
        backup.standOn(base);
        assertThat(backup.tell().baseSnapshotId()).isEqualTo(base.snapshotId());
        assertThat(backup.storedGb).isEqualTo(10);
        backup.differenceBytes = (1L << 30) + 1;
        backup.exported();
        assertThat(backup.left()).isEqualTo(new StoredPart("export", (1L << 30) + 1));
        backup.ready("ab");
        assertThat(backup.storedGb).isEqualTo(2);
        assertThat(backup.baseBackupId).isEqualTo(base.id());
        assertThat(backup.chain().objects())
                .containsExactly(base.baseObjectIds().getFirst(), base.objectId(), backup.objectId);
        assertThat(backup.tell().baseSnapshotId()).isNull();
    }

    @Test
    void oneOfWhichItsHostHasLeftAllStandsOnNothing() {
        backup.standOn(new Base(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), List.of()));
        backup.exported();
        assertThat(backup.chain().objects()).containsExactly(backup.objectId);
        backup.ready("ab");
        assertThat(backup.storedGb).isEqualTo(10);
        assertThat(backup.baseBackupId).isNull();
        assertThat(backup.baseObjectIds).isEmpty();
    }

    @Test
    void noHostLeavesMoreThanAll() {
        backup.standOn(new Base(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), List.of()));
        backup.differenceBytes = Long.MAX_VALUE;
        assertThat(backup.storedBytes()).isEqualTo(backup.sizeBytes());
        backup.ready("ab");
        assertThat(backup.storedGb).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "after"}       | after  | Version 3
            {"description": null}   | before |
            {"description": "Four"} | before | Four
            """)
    void aChangeLeavesWhatItDoesNotName(String json, String name, String description) {
        RequestBody.read(json, ChangeBackup.class).applyTo(backup);
        assertThat(backup.name).isEqualTo(name);
        assertThat(backup.description).isEqualTo(description);
        assertThat(backup.tags).containsExactly("env:prod");
    }

    @Test
    void aNameIsNeeded() {
        assertThat(Constraints.brokenBy(RequestBody.read("{}", CreateBackup.class)))
                .containsExactly("name");
    }

    @Test
    void whatAHostBringsBackIsToBeAbsentThere() {
        AbsentExport orphan = new AbsentExport(backup.id, UUID.randomUUID(), 7, backup.snapshotId, backup.objectId);
        assertThat(orphan.absence())
                .isEqualTo(new DesiredExport(backup.id, 7, false, null, backup.snapshotId, backup.objectId));
    }

    private DesiredExport told(long generation, boolean present) {
        return new DesiredExport(backup.id, generation, present, backup.tenantId, backup.snapshotId, backup.objectId);
    }
}
