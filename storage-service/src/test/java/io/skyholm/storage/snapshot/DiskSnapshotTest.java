package io.skyholm.storage.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.storage.DiskSnapshotStatus;
import io.skyholm.events.storage.SnapshotConsistency;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.storage.disk.CopyableDisks.CopyableDisk;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a snapshot is at first, what its host is told of it, and what a change makes of it. */
class DiskSnapshotTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final CopyableDisk disk = new CopyableDisk(
            UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 10, null, true, false, false);
    private final DiskSnapshot snapshot = new DiskSnapshot(
            disk,
            new CreateSnapshot("before", "Version 3", null, List.of("env:prod")),
            SnapshotConsistency.AT_REST,
            null,
            Revision.first(null, NOW));

    @Test
    void itIsWhereItsDiskIsAndAsLarge() {
        assertThat(snapshot.tenantId).isEqualTo(disk.tenantId());
        assertThat(snapshot.storagePoolId).isEqualTo(disk.storagePoolId());
        assertThat(snapshot.host()).isEqualTo(disk.host());
        assertThat(snapshot.sizeGb).isEqualTo(10);
        assertThat(snapshot.progress.isStale()).isTrue();
    }

    @Test
    void hostIsToldToCopyTheDiskUntilItHasAndNeverAgain() {
        assertThat(snapshot.tell())
                .isEqualTo(new DesiredSnapshot(snapshot.id, 1, true, false, disk.tenantId(), disk.id()));
        snapshot.ready();
        assertThat(snapshot.tell())
                .isEqualTo(new DesiredSnapshot(snapshot.id, 2, true, true, disk.tenantId(), disk.id()));
    }

    @Test
    void hostIsToldWhetherMachinesMayWriteToTheDiskMeanwhile() {
        DiskSnapshot ofOneInUse = new DiskSnapshot(
                disk,
                new CreateSnapshot("running", null, null, List.of()),
                SnapshotConsistency.CRASH_CONSISTENT,
                null,
                Revision.first(null, NOW));
        assertThat(ofOneInUse.tell().isWritten()).isTrue();
        assertThat(snapshot.tell().isWritten()).isNull();
    }

    @Test
    void whatFailedIsStillToBeThereAndWhatIsDeletedIsNot() {
        snapshot.fail("There is no space left");
        assertThat(snapshot.tell().present()).isTrue();
        snapshot.delete();
        assertThat(snapshot.progress.isStale()).isTrue();
        assertThat(snapshot.tell().present()).isFalse();
    }

    @Test
    void whateverItBecomesNobodyWaitsForWhatItWasAnyMore() {
        snapshot.progress.waitUntil(NOW);
        snapshot.fail("There is no space left");
        assertThat(snapshot.progress.waitUntil()).isNull();
        snapshot.delete();
        assertThat(snapshot.progress.statusReason()).isNull();
        snapshot.explain("Its host has not answered yet");
        assertThat(snapshot.status).isEqualTo(DiskSnapshotStatus.DELETING);
        snapshot.end();
        assertThat(snapshot.progress.isStale()).isFalse();
        assertThat(snapshot.progress.statusReason()).isNull();
    }

    @Test
    void whatAChangeLeavesOutStaysAndNullClears() {
        change("{\"name\": \"after\"}");
        assertThat(snapshot.name).isEqualTo("after");
        assertThat(snapshot.description).isEqualTo("Version 3");
        assertThat(snapshot.tags).containsExactly("env:prod");
        change("{\"description\": null, \"tags\": []}");
        assertThat(snapshot.description).isNull();
        assertThat(snapshot.tags).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"name, '\"\"'", "tags, '[\"\"]'", "tags, '[null]'"})
    void whatNoSnapshotCanHaveIsRefusedByName(String field, String value) {
        String body = "{\"%s\": %s}".formatted(field, value);
        assertThat(Constraints.brokenBy(RequestBody.read(body, ChangeSnapshot.class)))
                .containsExactly(field);
        assertThat(Constraints.brokenBy(RequestBody.read(body, CreateSnapshot.class)))
                .contains(field);
    }

    @Test
    void aNewOneNeedsANameAlone() {
        assertThat(Constraints.brokenBy(RequestBody.read("{}", CreateSnapshot.class)))
                .containsExactly("name");
        assertThat(RequestBody.read("{\"name\": \"before\"}", CreateSnapshot.class)
                        .tags())
                .isEmpty();
    }

    @Test
    void aSnapshotThatAHostBringsBackIsRemovedAndTheDiskIsNotCopiedAnew() {
        AbsentSnapshot absent = new AbsentSnapshot(UUID.randomUUID(), UUID.randomUUID(), 7, disk.id());
        assertThat(absent.absence()).isEqualTo(new DesiredSnapshot(absent.id(), 7, false, true, null, disk.id()));
    }

    private void change(String body) {
        RequestBody.read(body, ChangeSnapshot.class).applyTo(snapshot);
    }
}
