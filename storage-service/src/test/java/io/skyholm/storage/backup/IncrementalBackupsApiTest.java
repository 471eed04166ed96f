package io.skyholm.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Storage;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backups of which only what has changed is stored; the test plays hosts, and leaves differences with the object store. */
@QuarkusTest
class IncrementalBackupsApiTest {

    private static final String BACKUPS = "/v1/backups/";

    /** The smallest there is: all of it is read once more for each backup. */
    private static final int SIZE = 1;

    @Inject
    BackupReconciler reconciler;

    private Person owner;
    private Storage storage;
    private UUID disk;
    private UUID first;
    private UUID base;

    @BeforeEach
    void aBackup() {
        owner = Person.fresh();
        storage = Storage.of(100);
        disk = storage.inCeph(owner, SIZE);
        first = taken(disk);
        base = begun(first, Map.of());
        storage.host().leaves(told(base), Exported.leave(told(base).objectId(), SIZE));
        isIn(base, "AVAILABLE");
        rests(base);
    }

    @Test
    void onlyWhatHasChangedIsStoredAndTheWholeDiskIsReadDownloadedAndRestored() {
        UUID second = taken(disk);
        UUID backup = begun(second, Map.of());
        assertThat(unrested(backup)).isEqualTo(1);
        DesiredExport told = told(backup);
        assertThat(told.snapshotId()).isEqualTo(second);
        assertThat(told.baseSnapshotId()).isEqualTo(first);
        owner.delete("/v1/snapshots/" + first).then().statusCode(409).body("code", equalTo("SNAPSHOT_IN_USE"));
        owner.get(BACKUPS + backup).then().body("storedGb", equalTo(SIZE));
        Exported.Left left = Exported.leaveDifference(told.objectId(), SIZE);
        storage.host().leaves(told, left.sha256(), left.bytes());
        isIn(backup, "AVAILABLE");
        owner.get(BACKUPS + backup)
                .then()
                .body("baseBackupId", equalTo(base.toString()))
                .body("sizeGb", equalTo(SIZE))
                .body("storedGb", equalTo(SIZE))
                .body("keptForOthers", equalTo(false))
                .body("checksumSha256", equalTo(left.sha256()));
        Eventually.rows(
                1,
                "select count(*) from stored_object where id = ? and status = 'STORED' and size_bytes = ?",
                told.objectId(),
                left.bytes());
        byte[] part = owner.request()
                .header("Range", "bytes=1048575-1048579")
                .get(BACKUPS + backup + "/content")
                .asByteArray();
        assertThat(part).containsExactly(0, 1, 2, 3, 0);
        owner.delete("/v1/snapshots/" + first).then().statusCode(200);
        restored(backup, left.sha256());
    }

    private void restored(UUID backup, String sum) {
        Storage other = Storage.of(10);
        Map<String, Object> body = other.disk(SIZE);
        body.put("sourceBackupId", backup);
        UUID restored = owner.made("/v1/disks", body);
        assertThat(other.host().desired(restored).getLast().source())
                .isEqualTo(new DiskSource(
                        told(base).objectId(),
                        DiskFormat.RAW,
                        sum,
                        null,
                        List.of(told(backup).objectId())));
        owner.delete(BACKUPS + backup).then().statusCode(409).body("code", equalTo("BACKUP_IN_USE"));
        owner.delete(BACKUPS + base).then().statusCode(200);
        other.host().does(restored);
        Storage.isIn(owner, restored, "AVAILABLE");
    }

    @Test
    void whatOthersStandOnStaysAndCountsUntilTheyAreGone() {
        UUID backup = made(taken(disk));
        owner.delete(BACKUPS + base)
                .then()
                .statusCode(200)
                .body("status", equalTo("DELETING"))
                .body("keptForOthers", equalTo(true));
        owner.delete(BACKUPS + base).then().statusCode(409).body("code", equalTo("BACKUP_IS_DELETING"));
        assertThat(stored(base)).isEqualTo(1);
        assertThat(unrested(base)).isZero();
        CountedRows.limit(owner.tenant(), CountedKind.BACKUPS, 2);
        owner.post("/v1/snapshots/" + first + "/backups", Map.of("name", "third"))
                .then()
                .statusCode(507)
                .body("code", equalTo("QUOTA_EXCEEDED"));
        UUID object = told(backup).objectId();
        owner.delete(BACKUPS + backup).then().statusCode(200).body("keptForOthers", equalTo(false));
        isIn(backup, "DELETED");
        isIn(base, "DELETED");
        assertThat(stored(base) + stored(backup)).isZero();
        assertThat(Exported.isThere(object)).isFalse();
        assertThat(Told.types(base))
                .containsExactly(
                        "storage.backup.created.v1",
                        "storage.backup.ready.v1",
                        "storage.backup.deleting.v1",
                        "storage.backup.deleting.v1",
                        "storage.backup.deleted.v1");
    }

    @Test
    void whereItsHostHasLeftAllBytesItStandsOnNothing() {
        UUID backup = begun(taken(disk), Map.of());
        storage.host().leaves(told(backup), Exported.leave(told(backup).objectId(), SIZE));
        isIn(backup, "AVAILABLE");
        owner.get(BACKUPS + backup).then().body("baseBackupId", nullValue()).body("storedGb", equalTo(SIZE));
        owner.delete(BACKUPS + base).then().statusCode(200).body("keptForOthers", equalTo(false));
        isIn(base, "DELETED");
    }

    @Test
    void allBytesAreLeftWhereThatIsAskedForOrNothingElseCanBe() {
        UUID second = taken(disk);
        assertThat(told(begun(second, Map.of("full", true))).baseSnapshotId()).isNull();
        assertThat(told(begun(first, Map.of())).baseSnapshotId()).isNull();
        UUID inFiles = storage.available(owner, SIZE);
        UUID kept = begun(taken(inFiles), Map.of());
        storage.host().leaves(told(kept), Exported.leave(told(kept).objectId(), SIZE));
        isIn(kept, "AVAILABLE");
        assertThat(told(begun(taken(inFiles), Map.of())).baseSnapshotId()).isNull();
        assertThat(told(begun(second, Map.of())).baseSnapshotId()).isEqualTo(first);
        Sql.asSuperuser("storage")
                .change(
                        "update backup set base_object_ids = array_fill(id, array[" + BackupBases.MOST_DIFFERENCES
                                + "]) where id = ?",
                        base);
        assertThat(told(begun(second, Map.of())).baseSnapshotId()).isNull();
    }

    @Test
    void aDifferenceThatMakesAnotherDiskIsNoBackupAndNoneStandsOnTheSameAgain() {
        UUID second = taken(disk);
        UUID backup = begun(second, Map.of());
        Exported.Left left = Exported.leaveDifference(told(backup).objectId(), SIZE);
        storage.host().leaves(told(backup), "a".repeat(64), left.bytes());
        isIn(backup, "ERROR");
        owner.get(BACKUPS + backup)
                .then()
                .body(
                        "statusReason",
                        equalTo("The object store has other bytes than the host has left there; make another backup"));
        assertThat(told(begun(second, Map.of())).baseSnapshotId()).isNull();
    }

    @Test
    void whatIsNoDifferenceIsNoBackup() {
        UUID backup = begun(taken(disk), Map.of());
        Exported.leaveMib(Exported.STORE, told(backup).objectId(), 1);
        storage.host().leaves(told(backup), "a".repeat(64), 1 << 20);
        isIn(backup, "ERROR");
        owner.get(BACKUPS + backup).then().body("checksumSha256", nullValue());
    }

    private UUID made(UUID snapshot) {
        UUID backup = begun(snapshot, Map.of());
        Exported.Left left = Exported.leaveDifference(told(backup).objectId(), SIZE);
        storage.host().leaves(told(backup), left.sha256(), left.bytes());
        isIn(backup, "AVAILABLE");
        rests(backup);
        return backup;
    }

    /** Its host has nothing of it any more. */
    private void rests(UUID backup) {
        Eventually.found("what the host was told", () -> told(backup).present(), present -> !present);
        storage.host().doesExport(backup);
        Eventually.rows(1, "select count(*) from backup where id = ? and is_released", backup);
    }

    private UUID taken(UUID copied) {
        UUID taken = owner.made("/v1/disks/" + copied + "/snapshots", Map.of("name", "before"));
        storage.host().doesSnapshot(taken);
        Eventually.rows(1, "select count(*) from disk_snapshot where id = ? and status = 'AVAILABLE'", taken);
        return taken;
    }

    private UUID begun(UUID snapshot, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "before " + UUID.randomUUID()));
        body.putAll(more);
        return owner.made("/v1/snapshots/" + snapshot + "/backups", body);
    }

    private DesiredExport told(UUID backup) {
        return storage.host().export(backup).getLast();
    }

    private long stored(UUID backup) {
        return Sql.asSuperuser("storage")
                .number(
                        "select count(*) from stored_object where id = (select object_id from backup where id = ?)",
                        backup);
    }

    /** Whether it is looked for without being woken. */
    private long unrested(UUID backup) {
        return Sql.asSuperuser("storage")
                .number("select count(*) from (%s) found where id = ?".formatted(reconciler.unrested()), backup);
    }

    private void isIn(UUID backup, String status) {
        Eventually.found("backup " + backup, () -> owner.get(BACKUPS + backup).path("status"), status::equals);
    }
}
