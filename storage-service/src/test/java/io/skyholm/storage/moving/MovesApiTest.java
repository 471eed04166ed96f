package io.skyholm.storage.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import io.skyholm.storage.attachment.Attached;
import io.skyholm.storage.backup.Exported;
import io.skyholm.storage.snapshot.Taken;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disks that go to another pool; the test plays both hosts, and leaves bytes with the object store. */
@QuarkusTest
class MovesApiTest {

    private Person owner;
    private Storage storage;
    private Storage fast;
    private UUID disk;

    @BeforeEach
    void aDiskAndAFasterPool() {
        owner = Person.fresh();
        storage = Storage.of(100);
        fast = storage.beside(DiskType.NVME, 100);
        disk = storage.available(owner, 1);
    }

    @Test
    void aDiskIsInTheOtherPoolWhenThatHasTheSameBytesAndThenGoneFromItsOwn() {
        toFast().then()
                .statusCode(200)
                .body("status", equalTo("MOVING"))
                .body("moveStep", equalTo("COPYING"))
                .body("storagePoolId", equalTo(storage.pool().toString()))
                .body("moveStoragePoolId", equalTo(fast.pool().toString()));
        hold(1, 1);
        DesiredExport export = export();
        assertThat(export)
                .isEqualTo(new DesiredExport(export.id(), 1, true, owner.tenant(), null, disk, export.objectId()));
        String sum = Exported.leave(export.objectId(), 1);
        host().leaves(export, sum);
        DesiredDisk copy = there().desiredCopy(disk).getLast();
        assertThat(copy)
                .isEqualTo(new DesiredDisk(
                        disk,
                        copy.generation(),
                        true,
                        false,
                        owner.tenant(),
                        1,
                        new DiskSource(export.objectId(), DiskFormat.RAW, sum),
                        null));
        isAtStep("FILLING");
        there().shows(disk);
        host().shows(disk);
        there().done(copy);
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.get(path())
                .then()
                .body("storagePoolId", equalTo(fast.pool().toString()))
                .body("diskType", equalTo("NVME"))
                .body("moveStep", equalTo("REMOVING"))
                .body("statusReason", nullValue());
        assertThat(there().desired(disk).getLast())
                .isEqualTo(new DesiredDisk(disk, copy.generation() + 1, true, true, owner.tenant(), 1, null, null));
        assertThat(there().desired(disk))
                .as("what two hosts have is nobody's orphan")
                .allMatch(DesiredDisk::present);
        toFast().then().statusCode(409).body("code", equalTo("DISK_BEING_MOVED"));
        offeredTo(Person.fresh()).then().statusCode(409).body("code", equalTo("DISK_BEING_MOVED"));
        hold(1, 1);
        host().done(gone(export));
        host().doesCopyOf(disk);
        isOver();
        hold(0, 1);
        assertThat(host().isReleased(disk)).isTrue();
        assertThat(host().isReleased(new ThingKey(DesiredExport.KIND, export.id())))
                .isTrue();
        isGone(export.objectId());
        there().does(disk);
        owner.made(Attached.of(disk), Attached.to(Guest.on(there(), owner), "/srv/orders"));
    }

    @Test
    void aDiskThatWasMovedAndGivenAwayMovesOn() {
        move("NVME", host(), there());
        Person receiver = Person.fresh();
        String offer = offeredTo(receiver).then().statusCode(201).extract().path("id");
        receiver.post("/v1/storage-transfers/" + offer + "/accept", Map.of())
                .then()
                .statusCode(200);
        owner = receiver;
        Storage.isIn(owner, disk, "AVAILABLE");
        there().does(disk);
        move("SSD", there(), host());
        hold(1, 0);
    }

    private Response offeredTo(Person receiver) {
        return owner.post(
                "/v1/storage-transfers",
                Map.of("resourceType", "DISK", "resourceId", disk, "toTenantId", receiver.tenant()));
    }

    /** What a host was told of an export once it was told to have it no more. */
    private DesiredExport gone(DesiredExport export) {
        return Eventually.found(
                "what the host was told",
                () -> export(),
                told -> !told.present() && told.id().equals(export.id()));
    }

    @Test
    void aDiskThatCameComesBackAndEveryWordIsNewerThanTheOneBefore() {
        UUID first = move("NVME", host(), there());
        UUID second = move("SSD", there(), host());
        assertThat(second).isNotEqualTo(first);
        hold(1, 0);
        owner.get(path()).then().body("storagePoolId", equalTo(storage.pool().toString()));
        assertThat(host().desired(disk))
                .extracting(DesiredDisk::generation)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** Brings it from one host to the other and clears up; gives the object that its bytes were. */
    private UUID move(String type, Host from, Host to) {
        move(Map.of("diskType", type)).then().statusCode(200);
        DesiredExport export = from.exportOf(disk).getLast();
        Exported.leave(export.objectId(), 1);
        from.done(export);
        to.done(Eventually.found(
                "what the host was told", () -> to.desiredCopy(disk).getLast(), told -> told.source() != null));
        Eventually.found("what the host was told", () -> from.exportOf(disk).getLast(), told -> !told.present());
        from.done(from.exportOf(disk).getLast());
        isAtStep("REMOVING");
        from.doesCopyOf(disk);
        isOver();
        to.does(disk);
        return export.objectId();
    }

    @Test
    void aMoveThatIsCalledOffBeforeTheOtherHostHeardOfItWaitsForNothingOfThat() {
        owner.delete(path() + "/move").then().statusCode(409).body("code", equalTo("DISK_NOT_MOVING"));
        toFast().then().statusCode(200);
        DesiredExport export = export();
        Exported.leave(export.objectId(), 1);
        Person.fresh().delete(path() + "/move").then().statusCode(404);
        owner.request()
                .header("If-Match", "\"1\"")
                .delete(path() + "/move")
                .then()
                .statusCode(412);
        callOff();
        owner.delete(path() + "/move").then().statusCode(409).body("code", equalTo("DISK_NOT_MOVING"));
        assertThat(Exported.isThere(export.objectId()))
                .as("its host may still write")
                .isTrue();
        host().done(gone(export));
        isOver();
        hold(1, 0);
        isGone(export.objectId());
        toFast().then().statusCode(200);
    }

    private void callOff() {
        owner.delete(path() + "/move")
                .then()
                .statusCode(200)
                .body("status", equalTo("AVAILABLE"))
                .body("moveStep", equalTo("REMOVING"))
                .body("storagePoolId", equalTo(storage.pool().toString()));
    }

    @Test
    void aMoveThatIsCalledOffWhileTheOtherHostMakesTheDiskHasThatRemoved() {
        DesiredExport export = filling();
        callOff();
        owner.made(Attached.of(disk), Attached.to(Guest.on(host(), owner), "/srv/orders"));
        DesiredDisk absent = Eventually.found(
                "what the other host was told", () -> there().desiredCopy(disk).getLast(), told -> !told.present());
        hold(1, 1);
        host().done(gone(export));
        there().done(absent);
        isOver();
        hold(1, 0);
        isGone(export.objectId());
        assertThat(there().isReleased(disk)).isTrue();
        assertThat(host().desired(disk)).allMatch(DesiredDisk::present);
    }

    @Test
    void aDiskThatIsDeletedWhileItIsMovedIsGoneWhenBothPoolsHaveNothingOfIt() {
        DesiredExport export = filling();
        owner.delete(path()).then().statusCode(409).body("code", equalTo("DISK_IS_MOVING"));
        owner.delete(path() + "?now=true").then().statusCode(200).body("status", equalTo("DELETING"));
        Eventually.found("what its host was told", () -> host().desired(disk).getLast(), told -> !told.present());
        host().does(disk);
        host().done(gone(export));
        DesiredDisk absent = Eventually.found(
                "what the other host was told", () -> there().desiredCopy(disk).getLast(), told -> !told.present());
        owner.get(path()).then().body("status", equalTo("DELETING"));
        hold(1, 1);
        there().done(absent);
        Storage.isIn(owner, disk, "DELETED");
        hold(0, 0);
        isGone(export.objectId());
    }

    @Test
    void aDiskThatWasDeletedIsNotMovedUntilItIsTakenBackAndOneThatHasMovedCanBe() {
        owner.delete(path()).then().statusCode(200);
        toFast().then().statusCode(409).body("code", equalTo("DISK_IS_DELETED"));
        owner.post(path() + "/restore", Map.of()).then().statusCode(200);
        DesiredExport export = filling();
        there().done(there().desiredCopy(disk).getLast());
        isAtStep("REMOVING");
        owner.delete(path()).then().statusCode(200).body("status", equalTo("AVAILABLE"));
        host().done(gone(export));
        host().doesCopyOf(disk);
        isOver();
        hold(0, 1);
        owner.post(path() + "/restore", Map.of())
                .then()
                .statusCode(200)
                .body("storagePoolId", equalTo(fast.pool().toString()));
    }

    @Test
    void aDiskThatIsMovedGoesWithItsTenant() {
        toFast().then().statusCode(200);
        DesiredExport export = export();
        DeletedTenant.of(owner.tenant());
        Eventually.found("what its host was told", () -> host().desired(disk).getLast(), told -> !told.present());
        host().does(disk);
        host().done(gone(export));
        Eventually.found("what is allocated", fast::allocated, left -> left == 0);
        Eventually.found("what is allocated", storage::allocated, left -> left == 0);
        isGone(export.objectId());
    }

    @Test
    void whyAHostCannotIsSaidAndTheMoveGoesOnWhenItCan() {
        toFast().then().statusCode(200);
        DesiredExport export = export();
        host().says(export, ThingState.FAILED, "The object store is not there");
        waitsFor("The object store is not there");
        Exported.leave(export.objectId(), 1);
        host().done(export);
        isAtStep("FILLING");
        owner.get(path()).then().body("statusReason", nullValue());
        DesiredDisk copy = there().desiredCopy(disk).getLast();
        there().says(copy, ThingState.FAILED, "There is no space left");
        waitsFor("There is no space left");
        there().done(copy);
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.get(path()).then().body("statusReason", nullValue());
    }

    @Test
    void aDiskStaysWhereItIsWhenTheStoreHasOtherBytesThanItsHostHasLeft() {
        toFast().then().statusCode(200);
        DesiredExport export = export();
        Exported.leave(export.objectId(), 1);
        host().leaves(export, "a".repeat(64));
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.get(path())
                .then()
                .body("storagePoolId", equalTo(storage.pool().toString()))
                .body("statusReason", containsString("other bytes than the host has left"));
        host().done(gone(export));
        isOver();
        hold(1, 0);
        isGone(export.objectId());
    }

    @Test
    void aHostThatIsLostBeforeItHasCopiedAllEndsTheMoveAndTheDisk() {
        toFast().then().statusCode(200);
        UUID object = export().objectId();
        host().deleted();
        Storage.isIn(owner, disk, "ERROR");
        isOver();
        hold(1, 0);
        isGone(object);
    }

    @Test
    void aHostThatIsLostAfterThatLosesNothing() {
        filling();
        host().deleted();
        there().doesCopyOf(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        isOver();
        hold(0, 1);
    }

    @Test
    void aDiskStaysWhereItIsWhenTheOtherHostIsLost() {
        toFast().then().statusCode(200);
        DesiredExport export = export();
        there().deleted();
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.get(path())
                .then()
                .body("storagePoolId", equalTo(storage.pool().toString()))
                .body("statusReason", containsString("stays where it is"));
        host().done(gone(export));
        isOver();
        hold(1, 0);
    }

    @Test
    void aDiskIsMovedToTheMachineOfAnInstanceSoThatItCanBeAttachedToIt() {
        Guest guest = Guest.on(there(), owner);
        Map<String, Object> near = new HashMap<>(Map.of("nearInstanceId", guest.id()));
        move(near).then().statusCode(422).body("errors.field", hasItem("nearInstanceId"));
        near.put("diskType", "NVME");
        move(near)
                .then()
                .statusCode(200)
                .body("moveStoragePoolId", equalTo(fast.pool().toString()));
        UUID other = storage.available(owner, 1);
        Guest here = Guest.on(host(), owner);
        owner.post("/v1/disks/" + other + "/move", Map.of("nearInstanceId", here.id()))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_IS_THERE"));
        owner.post(
                        "/v1/disks/" + other + "/move",
                        Map.of("nearInstanceId", Guest.without(owner).id()))
                .then()
                .statusCode(409)
                .body("code", equalTo("INSTANCE_NOT_PLACED"));
        owner.post("/v1/disks/" + other + "/move", Map.of("nearInstanceId", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("nearInstanceId"));
    }

    @Test
    void onlyADiskThatNothingUsesIsMoved() {
        Person.fresh().post(path() + "/move", Map.of()).then().statusCode(404);
        Taken snapshot = Taken.made(storage, owner, disk);
        toFast().then().statusCode(409).body("code", equalTo("DISK_HAS_SNAPSHOTS"));
        snapshot.delete();
        snapshot.does();
        snapshot.isIn("DELETED");
        owner.post(path() + "/grow", Map.of("sizeGb", 2)).then().statusCode(200);
        toFast().then().statusCode(409).body("code", equalTo("DISK_NOT_AVAILABLE"));
        host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        Map<String, Object> readOnly = Attached.to(Guest.on(host(), owner), "/srv/orders");
        readOnly.put("mountMode", "RO");
        owner.made(Attached.of(disk), readOnly);
        toFast().then().statusCode(409).body("code", equalTo("DISK_ATTACHED"));
        hold(2, 0);
    }

    @Test
    void nothingElseIsDoneWithADiskThatIsMoved() {
        toFast().then().statusCode(200);
        toFast().then().statusCode(409).body("code", equalTo("DISK_NOT_AVAILABLE"));
        owner.post(path() + "/grow", Map.of("sizeGb", 2)).then().statusCode(409);
        owner.post(path() + "/snapshots", Map.of("name", "now")).then().statusCode(409);
        owner.post(Attached.of(disk), Attached.to(Guest.on(host(), owner), "/srv/orders"))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_NOT_AVAILABLE"));
    }

    @Test
    void whatAMoveTakesHasToBeThereAndCountsForItsTenant() {
        move(Map.of("diskType", "STANDARD")).then().statusCode(422).body("errors.field", hasItem("diskType"));
        move(Map.of()).then().statusCode(422).body("errors.field", hasItem("diskType"));
        mayHave(1);
        toFast().then().statusCode(507).body("code", equalTo("QUOTA_EXCEEDED"));
        mayHave(2);
        toFast().then().statusCode(200);
        owner.post("/v1/disks", storage.disk(1)).then().statusCode(507).body("code", equalTo("QUOTA_EXCEEDED"));
        mayHave(500);
        Person.ADMIN
                .patch("/v1/storage-pools/" + fast.pool(), Map.of("status", "INACTIVE"))
                .then()
                .statusCode(200);
        UUID other = storage.available(owner, 1);
        owner.post("/v1/disks/" + other + "/move", Map.of("diskType", "NVME"))
                .then()
                .statusCode(422);
        Storage small = storage.beside(DiskType.STANDARD, 1);
        UUID large = storage.available(owner, 2);
        owner.post("/v1/disks/" + large + "/move", Map.of("diskType", "STANDARD"))
                .then()
                .statusCode(507)
                .body("code", equalTo("STORAGE_POOL_FULL"));
        assertThat(small.allocated()).isZero();
    }

    private void mayHave(int gb) {
        Sql.asSuperuser("storage").change("""
                insert into known_tenant (id, generation, status, quota_config)
                values (?, 1, 'ACTIVE', json_build_object('counts', json_build_object('dataDiskGb', ?::bigint))::text)
                on conflict (id) do update set quota_config = excluded.quota_config""", owner.tenant(), (long) gb);
    }

    /** The bytes are with the store, and the other host makes the disk of them. */
    private DesiredExport filling() {
        toFast().then().statusCode(200);
        DesiredExport export = export();
        Exported.leave(export.objectId(), 1);
        host().done(export);
        DesiredDisk copy = there().desiredCopy(disk).getLast();
        assertThat(copy.present()).isTrue();
        return export;
    }

    private Response toFast() {
        return move(Map.of("diskType", "NVME"));
    }

    private Response move(Map<String, Object> command) {
        return owner.post(path() + "/move", command);
    }

    private String path() {
        return "/v1/disks/" + disk;
    }

    private Host host() {
        return storage.host();
    }

    private Host there() {
        return fast.host();
    }

    private DesiredExport export() {
        return host().exportOf(disk).getLast();
    }

    private void waitsFor(String reason) {
        Eventually.found(path(), () -> owner.get(path()).path("statusReason"), reason::equals);
        owner.get(path()).then().body("status", equalTo("MOVING"));
    }

    private void isAtStep(String step) {
        Eventually.found(path(), () -> owner.get(path()).path("moveStep"), step::equals);
    }

    private void isOver() {
        Eventually.rows(1, "select count(*) from disk where id = ? and move_step is null and copy_gb = 0", disk);
        owner.get(path()).then().body("moveStep", nullValue()).body("moveStoragePoolId", nullValue());
    }

    private void hold(long own, long other) {
        assertThat(storage.allocated()).isEqualTo(own).isEqualTo(storage.held());
        assertThat(fast.allocated()).isEqualTo(other).isEqualTo(fast.held());
    }

    private static void isGone(UUID object) {
        Eventually.rows(0, "select count(*) from stored_object where id = ?", object);
        assertThat(Exported.isThere(object)).isFalse();
    }
}
