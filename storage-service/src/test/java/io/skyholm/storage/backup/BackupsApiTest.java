package io.skyholm.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.runtime.testing.answers.RecordedFiles;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.EventStream;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Projects;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with backups; the test plays hosts, and leaves bytes with the object store. */
@QuarkusTest
class BackupsApiTest {

    private static final String BACKUPS = "/v1/backups";
    private static final String CONTENT = "GET /v1/backups/{id}/content";

    private Person owner;
    private Storage storage;
    private UUID disk;
    private UUID snapshot;

    @BeforeEach
    void aSnapshot() {
        owner = Person.fresh();
        storage = Storage.of(100);
        disk = storage.available(owner, 1);
        snapshot = taken(owner, disk);
    }

    @Test
    void aBackupIsAvailableOnceTheStoreHasReadItAndOutlivesItsSnapshotItsDiskAndTheirMachine() {
        UUID backup = begun();
        DesiredExport told = told(backup);
        assertThat(told).isEqualTo(new DesiredExport(backup, 1, true, owner.tenant(), snapshot, told.objectId()));
        owner.delete("/v1/snapshots/" + snapshot).then().statusCode(409).body("code", equalTo("SNAPSHOT_IN_USE"));
        String sum = Exported.leave(told.objectId(), 1);
        host().leaves(told, sum);
        isIn(backup, "AVAILABLE");
        owner.get(BACKUPS + "/" + backup)
                .then()
                .body("checksumSha256", equalTo(sum))
                .body("statusReason", nullValue())
                .body("snapshotId", equalTo(snapshot.toString()));
        Eventually.found("what the host was told", () -> told(backup).present(), present -> !present);
        host().doesExport(backup);
        Eventually.rows(1, "select count(*) from backup where id = ? and is_released", backup);
        assertThat(host().isReleased(new ThingKey(DesiredExport.KIND, backup))).isTrue();
        host().deleted();
        owner.delete("/v1/snapshots/" + snapshot).then().statusCode(200);
        Eventually.rows(1, "select count(*) from disk_snapshot where id = ? and status = 'DELETED'", snapshot);
        owner.delete("/v1/disks/" + disk + "?now=true").then().statusCode(200);
        Storage.isIn(owner, disk, "DELETED");
        restored(backup, told.objectId(), sum);
        assertThat(Told.types(backup)).containsExactly("storage.backup.created.v1", "storage.backup.ready.v1");
    }

    /** On another machine, from the bytes and with the sum that were proved. */
    private void restored(UUID backup, UUID object, String sum) {
        Storage other = Storage.of(10);
        Map<String, Object> body = other.disk(2);
        body.put("sourceBackupId", backup);
        UUID restored = owner.made("/v1/disks", body);
        assertThat(other.host().desired(restored).getLast().source())
                .isEqualTo(new DiskSource(object, DiskFormat.RAW, sum));
        owner.delete(BACKUPS + "/" + backup).then().statusCode(409).body("code", equalTo("BACKUP_IN_USE"));
        other.host().does(restored);
        Storage.isIn(owner, restored, "AVAILABLE");
        owner.get("/v1/disks/" + restored).then().body("sourceBackupId", equalTo(backup.toString()));
    }

    @Test
    void whatTheStoreHasOtherwiseThanItsHostHasLeftIsNoBackup() {
        UUID backup = begun();
        UUID object = told(backup).objectId();
        Exported.leave(object, 1);
        host().leaves(told(backup), "a".repeat(64));
        isIn(backup, "ERROR");
        owner.get(BACKUPS + "/" + backup)
                .then()
                .body(
                        "statusReason",
                        equalTo("The object store has other bytes than the host has left there; make another backup"))
                .body("checksumSha256", nullValue());
        owner.delete(BACKUPS + "/" + backup).then().statusCode(200);
        Eventually.found("what the host was told", () -> told(backup).present(), present -> !present);
        host().doesExport(backup);
        isIn(backup, "DELETED");
        Eventually.rows(0, "select count(*) from stored_object where id = ?", object);
    }

    @Test
    void itsBytesAreDownloadedAsTheyWereOnTheDisk() {
        UUID backup = begun();
        String content = BACKUPS + "/" + backup + "/content";
        owner.get(content).then().statusCode(409).body("code", equalTo("BACKUP_NOT_AVAILABLE"));
        String sum = Exported.leave(told(backup).objectId(), 1);
        host().doesExport(backup);
        isIn(backup, "AVAILABLE");
        String tag = "\"sha256-" + sum + "\"";
        Response first = owner.request().header("Range", "bytes=0-2").get(content);
        first.then()
                .statusCode(206)
                .header("ETag", tag)
                .header("Content-Disposition", equalTo("attachment; filename=\"" + backup + ".raw\""))
                .header("Content-Range", "bytes 0-2/" + (1L << 30));
        assertThat(first.asByteArray()).containsExactly(7, 0, 0);
        RecordedFiles.add(CONTENT, first);
        assertThat(Exported.downloaded(owner, content)).isEqualTo(sum);
        RecordedFiles.add(CONTENT, 200, first.asByteArray());
        owner.request().header("If-None-Match", tag).get(content).then().statusCode(304);
        owner.request()
                .header("Range", "bytes=" + (1L << 30) + "-")
                .get(content)
                .then()
                .statusCode(416)
                .body("code", equalTo("RANGE_NOT_SATISFIABLE"));
        Person.fresh().get(content).then().statusCode(404);
    }

    @Test
    void whatIsDeletedLeavesNothingInTheStoreAndGivesItsQuotaBack() {
        UUID backup = made();
        UUID object = told(backup).objectId();
        owner.delete(BACKUPS + "/" + backup).then().statusCode(200).body("status", equalTo("DELETING"));
        owner.delete(BACKUPS + "/" + backup).then().statusCode(409).body("code", equalTo("BACKUP_IS_DELETING"));
        Eventually.found("what the host was told", () -> told(backup).present(), present -> !present);
        host().doesExport(backup);
        isIn(backup, "DELETED");
        owner.get(BACKUPS + "/" + backup).then().body("deletedAt", notNullValue());
        assertThat(count("select count(*) from stored_object where id = ?", object))
                .isZero();
        assertThat(Exported.isThere(object)).isFalse();
        owner.delete("/v1/snapshots/" + snapshot).then().statusCode(200);
    }

    @Test
    void nothingIsRemovedThatAHostMayStillWriteTo() {
        UUID backup = begun();
        UUID object = told(backup).objectId();
        Exported.leave(object, 1);
        owner.delete(BACKUPS + "/" + backup).then().statusCode(200);
        Eventually.found("what the host was told", () -> told(backup).present(), present -> !present);
        assertThat(count("select count(*) from stored_object where id = ? and status = 'RECEIVING'", object))
                .isEqualTo(1);
        host().doesExport(backup);
        isIn(backup, "DELETED");
        assertThat(Exported.isThere(object)).isFalse();
    }

    @Test
    void whyAHostCannotDoItIsSaidAndItGoesOnWhenItCan() {
        UUID backup = begun();
        host().says(told(backup), ThingState.FAILED, "The object store is not there");
        isIn(backup, "ERROR");
        owner.get(BACKUPS + "/" + backup).then().body("statusReason", equalTo("The object store is not there"));
        Map<String, Object> body = storage.disk(1);
        body.put("sourceBackupId", backup);
        owner.post("/v1/disks", body).then().statusCode(409).body("code", equalTo("BACKUP_NOT_AVAILABLE"));
        Exported.leave(told(backup).objectId(), 1);
        host().doesExport(backup);
        isIn(backup, "AVAILABLE");
        owner.get(BACKUPS + "/" + backup).then().body("statusReason", nullValue());
    }

    @Test
    void bytesThatTheStoreDoesNotFindMakeNoBackup() {
        UUID backup = begun();
        host().doesExport(backup);
        isIn(backup, "ERROR");
        assertThat(Told.types(backup)).contains("storage.backup.failed.v1").doesNotContain("storage.backup.ready.v1");
    }

    @Test
    void aHostThatIsNoMoreLeavesNoBackupAndHoldsUpNoDeletion() {
        UUID backup = begun();
        told(backup);
        host().deleted();
        isIn(backup, "ERROR");
        owner.delete(BACKUPS + "/" + backup).then().statusCode(200);
        isIn(backup, "DELETED");
    }

    @Test
    void aDiskOfABackupIsLargeEnoughAndOfNothingElse() {
        UUID backup = made();
        Map<String, Object> body = storage.disk(1);
        body.put("sourceBackupId", backup);
        body.put("sourceSnapshotId", snapshot);
        owner.post("/v1/disks", body).then().statusCode(422).body("errors.field", hasItem("sourceBackupId"));
        body.remove("sourceSnapshotId");
        Person stranger = Person.fresh();
        stranger.post("/v1/disks", body).then().statusCode(422).body("errors.field", hasItem("sourceBackupId"));
        UUID large = storage.available(owner, 2);
        UUID ofLarge = owner.made("/v1/snapshots/" + taken(owner, large) + "/backups", named());
        Exported.leave(told(ofLarge).objectId(), 2);
        host().doesExport(ofLarge);
        isIn(ofLarge, "AVAILABLE");
        body.put("sourceBackupId", ofLarge);
        owner.post("/v1/disks", body).then().statusCode(422).body("errors.field", hasItem("sizeGb"));
    }

    @Test
    void aBackupIsDescribedFoundAndWatched() {
        try (EventStream stream = EventStream.of(owner, BACKUPS + "/stream")) {
            UUID backup = begun();
            stream.tells("changed", backup);
            owner.patch(BACKUPS + "/" + backup, Map.of("name", "after", "tags", List.of("env:prod")))
                    .then()
                    .statusCode(200);
            owner.get(BACKUPS + "?diskId=" + disk + "&tags=env:prod&name=AFTER")
                    .then()
                    .body("items.id", contains(backup.toString()));
            Person.fresh().get(BACKUPS + "/" + backup).then().statusCode(404);
            assertThat(Told.types(backup)).contains("storage.backup.changed.v1");
        }
        Person.fresh()
                .post("/v1/snapshots/" + snapshot + "/backups", named())
                .then()
                .statusCode(404);
        UUID unfinished = owner.made("/v1/disks/" + disk + "/snapshots", named());
        owner.post("/v1/snapshots/" + unfinished + "/backups", named())
                .then()
                .statusCode(409)
                .body("code", equalTo("SNAPSHOT_NOT_AVAILABLE"));
    }

    @Test
    void projectsSeeTheBackupsOfTheirOwnDisksAloneAlsoWhenThoseAreNoMore() {
        UUID tenant = UUID.randomUUID();
        Person seller = Projects.member(tenant, UserGroups.known(tenant));
        Person researcher = Projects.member(tenant, UserGroups.known(tenant));
        UUID sold = taken(seller, storage.available(seller, 1));
        UUID backup = seller.made("/v1/snapshots/" + sold + "/backups", named());
        researcher.get(BACKUPS + "/" + backup).then().statusCode(404);
        researcher.post("/v1/snapshots/" + sold + "/backups", named()).then().statusCode(404);
        seller.get(BACKUPS).then().body("items.id", contains(backup.toString()));
    }

    @Test
    void aTenantHasAsManyBackupsAndAsMuchInThemAsItsQuotaAllowsAndImagesDoNotCount() {
        CountedRows.areLimited(
                owner.tenant(),
                CountedKind.BACKUPS,
                () -> owner.post("/v1/snapshots/" + snapshot + "/backups", named()));
        Person other = Person.fresh();
        UUID small = taken(other, storage.available(other, 1));
        CountedRows.areLimited(
                other.tenant(),
                CountedKind.BACKUP_GB,
                () -> other.post("/v1/snapshots/" + small + "/backups", named()));
    }

    private Host host() {
        return storage.host();
    }

    private static Map<String, Object> named() {
        return new HashMap<>(Map.of("name", "before"));
    }

    private UUID taken(Person person, UUID copied) {
        UUID taken = person.made("/v1/disks/" + copied + "/snapshots", named());
        host().doesSnapshot(taken);
        Eventually.rows(1, "select count(*) from disk_snapshot where id = ? and status = 'AVAILABLE'", taken);
        return taken;
    }

    private UUID begun() {
        return owner.made("/v1/snapshots/" + snapshot + "/backups", named());
    }

    private UUID made() {
        UUID backup = begun();
        Exported.leave(told(backup).objectId(), 1);
        host().doesExport(backup);
        isIn(backup, "AVAILABLE");
        return backup;
    }

    private DesiredExport told(UUID backup) {
        return host().export(backup).getLast();
    }

    private void isIn(UUID backup, String status) {
        Eventually.found(
                "backup " + backup, () -> owner.get(BACKUPS + "/" + backup).path("status"), status::equals);
    }

    private static long count(String sql, UUID id) {
        return Sql.asSuperuser("storage").number(sql, id);
    }
}
