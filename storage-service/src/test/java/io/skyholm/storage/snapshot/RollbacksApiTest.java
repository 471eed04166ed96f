package io.skyholm.storage.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Storage;
import io.skyholm.storage.attachment.Attached;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disks that go back to their snapshots; the test plays hosts. */
@QuarkusTest
class RollbacksApiTest {

    private Person owner;
    private Storage storage;
    private UUID disk;
    private Taken taken;

    @BeforeEach
    void aDiskWithASnapshot() {
        owner = Person.fresh();
        storage = Storage.of(100);
        disk = storage.available(owner, 10);
        taken = Taken.made(storage, owner, disk);
    }

    @Test
    void aDiskHasTheBytesOfItsSnapshotWhenItsHostHasShownItAndIsNeverToldSoTwice() {
        rollBack(taken.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("RESTORING"))
                .body("rollbackSnapshotId", equalTo(taken.id().toString()));
        assertThat(told()).isEqualTo(new DesiredDisk(disk, 3, true, true, owner.tenant(), 10, null, taken.id()));
        rollBack(taken.id()).then().statusCode(409).body("code", equalTo("DISK_NOT_AVAILABLE"));
        owner.post(Attached.of(disk), Attached.to(Guest.on(storage.host(), owner), "/srv/orders"))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_NOT_AVAILABLE"));
        owner.delete(taken.path()).then().statusCode(409).body("code", equalTo("SNAPSHOT_IN_USE"));
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.get("/v1/disks/" + disk).then().body("rollbackSnapshotId", nullValue());
        assertThat(told()).isEqualTo(new DesiredDisk(disk, 4, true, true, owner.tenant(), 10, null, null));
        taken.delete();
    }

    @Test
    void aDiskThatHasGrownKeepsItsSize() {
        owner.post("/v1/disks/" + disk + "/grow", Map.of("sizeGb", 15)).then().statusCode(200);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        rollBack(taken.id()).then().statusCode(200).body("sizeGb", equalTo(15));
        assertThat(told().sizeGb()).isEqualTo(15);
        assertThat(storage.allocated()).isEqualTo(40).isEqualTo(storage.held());
    }

    @Test
    void aRollbackHasTheRoomThatItTakesAndGivesItBackWhenItHasEnded() {
        assertThat(storage.allocated()).isEqualTo(20);
        rollBack(taken.id()).then().statusCode(200);
        assertThat(storage.allocated()).isEqualTo(30).isEqualTo(storage.held());
        storage.host().fails(disk, "There is no space left");
        Storage.isIn(owner, disk, "ERROR");
        assertThat(storage.allocated()).isEqualTo(30).isEqualTo(storage.held());
        rollBack(taken.id()).then().statusCode(200);
        assertThat(storage.allocated()).isEqualTo(30).isEqualTo(storage.held());
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        assertThat(storage.allocated()).isEqualTo(20).isEqualTo(storage.held());
    }

    @Test
    void aRollbackThatIsCalledOffLeavesTheDiskAsItIsAndGivesBackItsRoomWhenTheHostHasEnded() {
        owner.delete(rollback()).then().statusCode(409).body("code", equalTo("DISK_NOT_ROLLING_BACK"));
        rollBack(taken.id()).then().statusCode(200);
        assertThat(told().snapshotId()).isEqualTo(taken.id());
        owner.request().header("If-Match", "\"1\"").delete(rollback()).then().statusCode(412);
        Person.fresh().delete(rollback()).then().statusCode(404);
        owner.delete(rollback())
                .then()
                .statusCode(200)
                .body("status", equalTo("RESTORING"))
                .body("rollbackSnapshotId", nullValue());
        assertThat(told()).isEqualTo(new DesiredDisk(disk, 4, true, true, owner.tenant(), 10, null, null));
        assertThat(storage.allocated()).isEqualTo(30).isEqualTo(storage.held());
        owner.delete(rollback()).then().statusCode(409);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.get("/v1/disks/" + disk).then().body("statusReason", nullValue());
        assertThat(storage.allocated()).isEqualTo(20).isEqualTo(storage.held());
        taken.delete();
    }

    @Test
    void aRollbackThatIsCalledOffTooLateIsSaidToHaveBeenMade() {
        rollBack(taken.id()).then().statusCode(200);
        long by = told().generation();
        owner.delete(rollback()).then().statusCode(200);
        storage.host().doesAfterRestoring(disk, by);
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.get("/v1/disks/" + disk).then().body("statusReason", containsString("was rolled back before"));
        assertThat(storage.allocated()).isEqualTo(20).isEqualTo(storage.held());
        rollBack(taken.id()).then().statusCode(200);
        assertThat(told().snapshotId()).isEqualTo(taken.id());
        owner.delete(rollback()).then().statusCode(200);
        storage.host().doesAfterRestoring(disk, by);
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.get("/v1/disks/" + disk).then().body("statusReason", nullValue());
    }

    @Test
    void aRollbackThatTheHostCannotMakeIsCalledOffAndTheDiskIsOfUseAgain() {
        rollBack(taken.id()).then().statusCode(200);
        storage.host().fails(disk, "There is no space left");
        Storage.isIn(owner, disk, "ERROR");
        owner.delete(rollback()).then().statusCode(200).body("statusReason", nullValue());
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        assertThat(storage.allocated()).isEqualTo(20).isEqualTo(storage.held());
    }

    private String rollback() {
        return "/v1/disks/" + disk + "/rollback";
    }

    @Test
    void aPoolWithoutRoomForARollbackSaysSoAtOnceAndTheDiskStaysAsItIs() {
        UUID filler = storage.available(owner, 71);
        rollBack(taken.id()).then().statusCode(507).body("code", equalTo("STORAGE_POOL_FULL"));
        owner.get("/v1/disks/" + disk)
                .then()
                .body("status", equalTo("AVAILABLE"))
                .body("rollbackSnapshotId", nullValue());
        assertThat(storage.allocated()).isEqualTo(91).isEqualTo(storage.held());
        owner.delete("/v1/disks/" + filler + "?now=true").then().statusCode(200);
        storage.host().does(filler);
        Storage.isIn(owner, filler, "DELETED");
        rollBack(taken.id()).then().statusCode(200);
    }

    @Test
    void whatARollbackTakesCountsForItsTenantWhileItLasts() {
        mayHave(19);
        rollBack(taken.id())
                .then()
                .statusCode(507)
                .body("code", equalTo("QUOTA_EXCEEDED"))
                .body("detail", containsString("dataDiskGb"));
        assertThat(storage.allocated()).isEqualTo(20).isEqualTo(storage.held());
        mayHave(20);
        rollBack(taken.id()).then().statusCode(200);
        owner.post("/v1/disks", storage.disk(1)).then().statusCode(507).body("code", equalTo("QUOTA_EXCEEDED"));
        storage.host().fails(disk, "There is no space left");
        Storage.isIn(owner, disk, "ERROR");
        mayHave(10);
        rollBack(taken.id()).then().statusCode(200);
        mayHave(20);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.made("/v1/disks", storage.disk(10));
    }

    private void mayHave(int gb) {
        Sql.asSuperuser("storage").change("""
                insert into known_tenant (id, generation, status, quota_config)
                values (?, 1, 'ACTIVE', json_build_object('counts', json_build_object('dataDiskGb', ?::bigint))::text)
                on conflict (id) do update set quota_config = excluded.quota_config""", owner.tenant(), (long) gb);
    }

    @Test
    void noRollbackTakesRoomWhereNobodyMakesItAndThePoolOrItsMachineIsNotInService() {
        storage.host().fenced();
        isFullFor(taken.id());
        Storage closed = Storage.of(100);
        disk = closed.available(owner, 10);
        Taken ofClosed = Taken.made(closed, owner, disk);
        Person.ADMIN
                .patch("/v1/storage-pools/" + closed.pool(), Map.of("status", "INACTIVE"))
                .then()
                .statusCode(200);
        isFullFor(ofClosed.id());
        assertThat(closed.allocated()).isEqualTo(20).isEqualTo(closed.held());
    }

    private void isFullFor(UUID snapshot) {
        rollBack(snapshot).then().statusCode(507).body("code", equalTo("STORAGE_POOL_FULL"));
    }

    @Test
    void aDiskThatGoesWithItsTenantGivesBackWhatItsRollbackTook() {
        rollBack(taken.id()).then().statusCode(200);
        assertThat(told().snapshotId()).isEqualTo(taken.id());
        DeletedTenant.of(owner.tenant());
        Eventually.holds("the host is told to remove it", () -> !told().present());
        assertThat(storage.allocated()).isEqualTo(30).isEqualTo(storage.held());
        storage.host().does(disk);
        Eventually.found("what is allocated", storage::allocated, left -> left == 10);
        assertThat(storage.held()).isEqualTo(10);
    }

    @Test
    void whatTheHostCannotDoIsSaidAndAnotherSnapshotCanBeTried() {
        Taken other = Taken.made(storage, owner, disk);
        rollBack(taken.id()).then().statusCode(200);
        storage.host().fails(disk, "There is no space left");
        Storage.isIn(owner, disk, "ERROR");
        owner.get("/v1/disks/" + disk).then().body("statusReason", equalTo("There is no space left"));
        owner.delete(taken.path()).then().statusCode(409).body("code", equalTo("SNAPSHOT_IN_USE"));
        rollBack(other.id()).then().statusCode(200).body("statusReason", nullValue());
        taken.delete();
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
    }

    @Test
    void onlyASnapshotOfTheDiskThatIsWholeIsTaken() {
        UUID another = storage.available(owner, 1);
        Taken ofAnother = Taken.made(storage, owner, another);
        isNotOne(ofAnother.id());
        isNotOne(UUID.randomUUID());
        Taken failed = Taken.begun(storage, owner, disk);
        rollBack(taken.id()).then().statusCode(409).body("code", equalTo("DISK_BEING_COPIED"));
        failed.does();
        failed.isIn("AVAILABLE");
        failed.delete();
        rollBack(failed.id()).then().statusCode(409).body("code", equalTo("SNAPSHOT_NOT_AVAILABLE"));
        Person.fresh()
                .post("/v1/disks/" + disk + "/rollback", Map.of("snapshotId", taken.id()))
                .then()
                .statusCode(404);
    }

    @Test
    void anAttachedDiskIsNotRolledBackHoweverItIsAttached() {
        Map<String, Object> body = Attached.to(Guest.on(storage.host(), owner), "/srv/orders");
        body.put("mountMode", "RO");
        owner.made(Attached.of(disk), body);
        rollBack(taken.id()).then().statusCode(409).body("code", equalTo("DISK_ATTACHED"));
    }

    private void isNotOne(UUID snapshot) {
        rollBack(snapshot).then().statusCode(422).body("errors.field", hasItem("snapshotId"));
    }

    private Response rollBack(UUID snapshot) {
        return owner.post("/v1/disks/" + disk + "/rollback", Map.of("snapshotId", snapshot));
    }

    private DesiredDisk told() {
        return storage.host().desired(disk).getLast();
    }
}
