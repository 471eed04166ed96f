package io.skyholm.storage.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.BootDiskStatus;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Storage;
import io.skyholm.storage.attachment.Attached;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disks that are clones of others, by way of snapshots that are made for them and go by themselves; the test plays hosts. */
@QuarkusTest
class ClonesOfDisksApiTest {

    private static final String DISKS = "/v1/disks";
    private static final Sql SQL = Sql.asSuperuser("storage");

    private Person owner;
    private Storage storage;
    private UUID disk;

    @BeforeEach
    void aDisk() {
        owner = Person.fresh();
        storage = Storage.of(40);
        disk = storage.available(owner, 10);
    }

    @Test
    void itIsMadeOfASnapshotThatGoesByItselfWhenItIsThere() {
        UUID clone = owner.made(DISKS, clone(12));
        Taken taken = madeFor(clone);
        show(clone)
                .then()
                .body("status", equalTo("CREATING"))
                .body("sourceDiskId", equalTo(disk.toString()))
                .body("sourceSnapshotId", equalTo(taken.id().toString()))
                .body("storagePoolId", equalTo(storage.pool().toString()));
        owner.get(taken.path())
                .then()
                .body("diskId", equalTo(disk.toString()))
                .body("cloneDiskId", equalTo(clone.toString()))
                .body("consistency", equalTo("AT_REST"));
        assertThat(storage.allocated()).isEqualTo(32).isEqualTo(storage.held());
        assertThat(taken.told().diskId()).isEqualTo(disk);
        assertThat(isToldOf(clone)).isFalse();
        owner.post(DISKS + "/" + disk + "/grow", Map.of("sizeGb", 11))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_BEING_COPIED"));
        taken.does();
        assertThat(told(clone)).isEqualTo(new DesiredDisk(clone, 1, true, false, owner.tenant(), 12, null, taken.id()));
        owner.delete(taken.path()).then().statusCode(409).body("code", equalTo("SNAPSHOT_IN_USE"));
        owner.delete(DISKS + "/" + disk).then().statusCode(409).body("code", equalTo("DISK_HAS_SNAPSHOTS"));
        storage.host().does(clone);
        Storage.isIn(owner, clone, "AVAILABLE");
        taken.isIn("DELETING");
        taken.does();
        taken.isIn("DELETED");
        assertThat(told(clone)).isEqualTo(new DesiredDisk(clone, 2, true, true, owner.tenant(), 12, null, null));
        assertThat(storage.allocated()).isEqualTo(22).isEqualTo(storage.held());
        owner.delete(DISKS + "/" + disk + "?now=true").then().statusCode(200);
        show(clone).then().body("status", equalTo("AVAILABLE")).body("sourceDiskId", equalTo(disk.toString()));
    }

    @Test
    void nothingStaysOfOneThatIsDeletedBeforeItIsThere() {
        UUID clone = owner.made(DISKS, clone(10));
        Taken taken = madeFor(clone);
        owner.delete(DISKS + "/" + clone).then().statusCode(200).body("status", equalTo("DELETING"));
        taken.isIn("DELETING");
        taken.does();
        taken.isIn("DELETED");
        Storage.isIn(owner, clone, "DELETED");
        assertThat(storage.allocated()).isEqualTo(10).isEqualTo(storage.held());
    }

    @Test
    void itWaitsForASnapshotThatItsHostCannotMakeYetAndSaysWhy() {
        UUID clone = owner.made(DISKS, clone(10));
        Taken taken = madeFor(clone);
        storage.host().says(taken.told(), ThingState.FAILED, "There is no space left");
        Storage.isIn(owner, clone, "ERROR");
        show(clone).then().body("statusReason", containsString("There is no space left"));
        owner.delete(taken.path()).then().statusCode(409).body("code", equalTo("SNAPSHOT_IN_USE"));
        taken.does();
        assertThat(told(clone).snapshotId()).isEqualTo(taken.id());
        storage.host().does(clone);
        Storage.isIn(owner, clone, "AVAILABLE");
        show(clone).then().body("statusReason", nullValue());
        taken.isIn("DELETING");
    }

    @Test
    void itsSnapshotStaysWhileSomebodyElseReadsIt() {
        UUID clone = owner.made(DISKS, clone(10));
        Taken taken = madeFor(clone);
        taken.does();
        taken.isIn("AVAILABLE");
        Map<String, Object> another = storage.disk(10);
        another.put("sourceSnapshotId", taken.id());
        UUID second = owner.made(DISKS, another);
        storage.host().does(clone);
        Storage.isIn(owner, clone, "AVAILABLE");
        taken.isIn("AVAILABLE");
        storage.host().does(second);
        Storage.isIn(owner, second, "AVAILABLE");
        taken.isIn("DELETING");
    }

    @Test
    void aDiskInCephIsClonedWhileAnInstanceWritesToItAndAnotherIsNot() {
        Attached.begun(storage, owner, disk, Guest.on(storage.host(), owner));
        isBusy(clone(10), "DISK_ATTACHED", "attached to an instance");
        UUID inCeph = storage.inCeph(owner, 10);
        Attached.made(storage, owner, inCeph, Guest.on(storage.host(), owner));
        UUID clone = owner.made(DISKS, clone(inCeph, 10));
        Taken taken = madeFor(clone);
        owner.get(taken.path()).then().body("consistency", equalTo("CRASH_CONSISTENT"));
        assertThat(taken.told().isWritten()).isTrue();
    }

    @Test
    void aDiskThatIsNotThereNowIsRefusedAndTheFieldNamed() {
        Storage roomy = Storage.of(100);
        roomy.beside(DiskType.NVME, 100);
        storage = roomy;
        isBusy(clone(roomy.begun(owner, 10), 10), "DISK_NOT_AVAILABLE", "CREATING");
        UUID moving = roomy.available(owner, 10);
        owner.post(DISKS + "/" + moving + "/move", Map.of("diskType", "NVME"))
                .then()
                .statusCode(200);
        isBusy(clone(moving, 10), "DISK_NOT_AVAILABLE", "MOVING");
        UUID deleted = roomy.available(owner, 10);
        owner.delete(DISKS + "/" + deleted).then().statusCode(200);
        isBusy(clone(deleted, 10), "DISK_IS_DELETED", "restore it first");
    }

    @Test
    void aFileThatAnInstanceBootsFromIsRefused() {
        Storage roomy = Storage.of(100);
        Guest guest = Guest.without(owner);
        guest.boots(roomy.host(), Fresh.id(Fresh.availableOf(owner, Fresh.imageOf(owner))), 20, 1);
        UUID boots = Objects.requireNonNull(guest.hears(BootDiskStatus.WAITING).diskId());
        roomy.host().does(boots);
        guest.hears(BootDiskStatus.READY);
        storage = roomy;
        isBusy(clone(boots, 20), "DISK_BOOTS_INSTANCE", "its pool keeps files");
    }

    @Test
    void itIsAtLeastAsLargeInTheSamePlaceAndOfOneThing() {
        isRefused(clone(9), "sizeGb");
        isRefused(clone(10), Map.of("edgeDataCenterId", UUID.randomUUID()), "sourceDiskId");
        isRefused(clone(10), Map.of("diskType", "NVME"), "sourceDiskId");
        isRefused(clone(10), Map.of("sourceSnapshotId", UUID.randomUUID()), "sourceDiskId");
        isRefused(clone(10), Map.of("sourceBackupId", UUID.randomUUID()), "sourceDiskId");
        isRefused(clone(10), Map.of("imageId", UUID.randomUUID(), "imageVersionId", UUID.randomUUID()), "sourceDiskId");
        isRefused(clone(10), Map.of("nearInstanceId", UUID.randomUUID()), "nearInstanceId");
        assertThat(storage.allocated()).isEqualTo(10).isEqualTo(storage.held());
        assertThat(SQL.number("select count(*) from disk_snapshot where disk_id = ?", disk))
                .isZero();
    }

    @Test
    void aDiskThatOneMayNotUseIsRefusedAsOneThatIsNotThere() {
        Person foreign = Person.fresh();
        String unknown = refusal(foreign, clone(UUID.randomUUID(), 10));
        assertThat(refusal(foreign, clone(10))).isEqualTo(unknown);
        Map<String, Object> given = clone(10);
        given.put("tenantId", Fresh.known(foreign.tenant()));
        assertThat(refusal(Person.ADMIN, given)).isEqualTo(unknown);
    }

    @Test
    void theSnapshotCountsWhileItLastsAndAFullPoolTakesNeither() {
        owner.post(DISKS, clone(21)).then().statusCode(507).body("code", equalTo("STORAGE_POOL_FULL"));
        CountedRows.limit(owner.tenant(), CountedKind.DISK_SNAPSHOT_GB, 9);
        owner.post(DISKS, clone(10))
                .then()
                .statusCode(507)
                .body("code", equalTo("QUOTA_EXCEEDED"))
                .body("detail", containsString("diskSnapshotGb"));
        assertThat(storage.allocated()).isEqualTo(10).isEqualTo(storage.held());
        CountedRows.limit(owner.tenant(), CountedKind.DISK_SNAPSHOT_GB, 10);
        owner.post(DISKS, clone(10)).then().statusCode(201);
    }

    @Test
    void aProtectedDiskIsClonedAndTheCloneIsNotProtected() {
        owner.patch(DISKS + "/" + disk, Map.of("deletionProtection", true))
                .then()
                .statusCode(200);
        owner.post(DISKS, clone(10)).then().statusCode(201).body("deletionProtection", equalTo(false));
    }

    private void isBusy(Map<String, Object> body, String code, String why) {
        owner.post(DISKS, body)
                .then()
                .statusCode(409)
                .body("code", equalTo(code))
                .body("errors.field", hasItem("sourceDiskId"))
                .body("detail", containsString(why));
    }

    private void isRefused(Map<String, Object> body, Map<String, ?> more, String field) {
        Map<String, Object> all = new HashMap<>(body);
        all.putAll(more);
        isRefused(all, field);
    }

    private void isRefused(Map<String, Object> body, String field) {
        owner.post(DISKS, body).then().statusCode(422).body("errors.field", hasItem(field));
    }

    private static String refusal(Person caller, Map<String, Object> body) {
        return caller.post(DISKS, body)
                .then()
                .statusCode(422)
                .extract()
                .path("errors")
                .toString();
    }

    private Response show(UUID id) {
        return owner.get(DISKS + "/" + id);
    }

    private Map<String, Object> clone(int sizeGb) {
        return clone(disk, sizeGb);
    }

    private Map<String, Object> clone(UUID of, int sizeGb) {
        Map<String, Object> body = storage.disk(sizeGb);
        body.put("sourceDiskId", of);
        return body;
    }

    /** The snapshot that was made for a clone. */
    private Taken madeFor(UUID clone) {
        UUID source = UUID.fromString(show(clone).path("sourceDiskId"));
        return new Taken(
                owner, storage.host(), source, UUID.fromString(show(clone).path("sourceSnapshotId")));
    }

    private boolean isToldOf(UUID clone) {
        return SQL.number("select desired_generation from disk where id = ?", clone) > 0;
    }

    private DesiredDisk told(UUID clone) {
        return storage.host().desired(clone).getLast();
    }
}
