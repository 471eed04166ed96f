package io.skyholm.storage.bootdisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.RbdImage;
import io.skyholm.events.storage.BootDiskFact;
import io.skyholm.events.storage.BootDiskStatus;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Tasks;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Storage makes the disks that instances boot from, where compute has placed them. */
@QuarkusTest
class BootDisksTest {

    private static final int SIZE = 20;

    private Person owner;
    private Storage storage;
    private UUID version;
    private Guest guest;

    @BeforeEach
    void anInstanceThatHasNoMachineYet() {
        owner = Person.fresh();
        storage = Storage.of(50);
        version = Fresh.id(Fresh.availableOf(owner, Fresh.imageOf(owner)));
        guest = Guest.without(owner);
    }

    @Test
    void diskIsMadeFromTheVersionOnTheMachineOfItsInstanceOnceAndGoesWithIt() {
        UUID disk = booting(storage.host(), 1);
        DesiredDisk desired = storage.host().desired(disk).getFirst();
        assertThat(desired.sizeGb()).isEqualTo(SIZE);
        assertThat(desired.source()).isNotNull();
        storage.host().does(disk);
        BootDiskFact ready = guest.hears(BootDiskStatus.READY);
        assertThat(ready.diskId()).isEqualTo(disk);
        assertThat(ready.computeMachineId()).isEqualTo(storage.host().id());
        owner.get("/v1/disks?bootInstanceId=" + guest.id())
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].id", equalTo(disk.toString()))
                .body("items[0].imageVersionId", equalTo(version.toString()));
        guest.boots(storage.host(), version, SIZE, 1);
        looksAgain();
        assertThat(disks()).isEqualTo(1);
        guest.letsGo(storage.host(), version, SIZE, 1);
        guest.hears(BootDiskStatus.RELEASING);
        storage.host().does(disk);
        guest.hears(BootDiskStatus.RELEASED);
        Storage.isIn(owner, disk, "DELETED");
        assertThat(storage.allocated()).isZero();
    }

    @Test
    void diskThatAnInstanceBootsFromIsNeitherGrownNorDeletedNorCopiedNorAttached() {
        UUID disk = ready(storage.host(), 1);
        String path = "/v1/disks/" + disk;
        isAttached(owner.delete(path));
        isAttached(owner.post(path + "/grow", Map.of("sizeGb", 30)));
        isAttached(owner.post(path + "/snapshots", Map.of("name", "before")));
        isAttached(owner.post(path + "/rollback", Map.of("snapshotId", UUID.randomUUID())));
        isAttached(owner.post(path + "/move", Map.of()));
        owner.post(path + "/attachments", Map.of("instanceId", guest.id(), "mountPath", "/data", "mountMode", "RW"))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_BOOTS_INSTANCE"));
        owner.patch(path, Map.of("name", "root")).then().statusCode(200).body("name", equalTo("root"));
    }

    /** They are the tenant's, and stay when the disk goes. */
    @Test
    void snapshotsOfADiskInCephAreTakenWhileItsInstanceRunsAndOutliveIt() {
        UUID disk = booting(storage.host(), 1);
        storage.host().doesInCeph(disk, new RbdImage("disks", "disk." + disk));
        guest.hears(BootDiskStatus.READY);
        String path = "/v1/disks/" + disk;
        Response created = owner.post(path + "/snapshots", Map.of("name", "before"));
        created.then().statusCode(201).body("consistency", equalTo("CRASH_CONSISTENT"));
        UUID snapshot = UUID.fromString(created.path("id"));
        guest.boots(storage.host(), version, 30, 1);
        hearsWhy("still being made");
        storage.host().doesSnapshot(snapshot);
        Eventually.found("it", () -> owner.get("/v1/snapshots/" + snapshot).path("status"), "AVAILABLE"::equals);
        looksAgain();
        Storage.isIn(owner, disk, "GROWING");
        storage.host().doesInCeph(disk, new RbdImage("disks", "disk." + disk));
        assertThat(guest.hears(BootDiskStatus.READY).sizeGb()).isEqualTo(30);
        isAttached(owner.post(path + "/rollback", Map.of("snapshotId", snapshot)));
        owner.made(path + "/snapshot-schedules", Map.of("name", "hourly", "frequency", "HOURLY", "keepLast", 1));
        guest.letsGo(storage.host(), version, 30, 1);
        guest.hears(BootDiskStatus.RELEASING);
        storage.host().does(disk);
        guest.hears(BootDiskStatus.RELEASED);
        Storage.isIn(owner, disk, "DELETED");
        assertThat(storage.allocated()).isEqualTo(SIZE).isEqualTo(storage.held());
        Map<String, Object> clone = storage.disk(SIZE);
        clone.put("sourceSnapshotId", snapshot);
        UUID made = owner.made("/v1/disks", clone);
        assertThat(storage.host().desired(made).getLast().snapshotId()).isEqualTo(snapshot);
    }

    private static void isAttached(Response answer) {
        answer.then().statusCode(409).body("code", equalTo("DISK_BOOTS_INSTANCE"));
    }

    @Test
    void aDiskThatIsToBeEncryptedIsMadeOfTheImagesBytesWithAKeyOfItsOwnAndAnotherForEachBuild() {
        guest.bootsEncrypted(storage.host(), version, SIZE, 1);
        UUID first = waitsFor(1);
        DesiredDisk told = storage.host().desired(first).getLast();
        assertThat(told.source()).isNotNull();
        assertThat(Objects.requireNonNull(told.source()).holdsEncrypted()).isFalse();
        String key = storage.host().keysOf(told).current();
        storage.host().does(first);
        assertThat(guest.hears(BootDiskStatus.READY).diskId()).isEqualTo(first);
        owner.get("/v1/disks/" + first)
                .then()
                .body("encrypted", equalTo(true))
                .body("bootInstanceId", equalTo(guest.id().toString()));
        guest.bootsEncrypted(storage.host(), version, SIZE, 2);
        UUID second = waitsFor(2);
        assertThat(storage.host()
                        .keysOf(storage.host().desired(second).getLast())
                        .current())
                .isNotEqualTo(key);
    }

    @Test
    void theKeyOfADiskThatAnInstanceBootsFromIsChangedWhileItRuns() {
        guest.bootsEncrypted(storage.host(), version, SIZE, 1);
        UUID disk = waitsFor(1);
        String key =
                storage.host().keysOf(storage.host().desired(disk).getLast()).current();
        storage.host().does(disk);
        guest.hears(BootDiskStatus.READY);
        String path = "/v1/disks/" + disk;
        owner.post(path + "/rotate-key", Map.of()).then().statusCode(200).body("status", equalTo("ROTATING"));
        DesiredDisk told = storage.host().desired(disk).getLast();
        assertThat(told.source()).as("its bytes stay").isNull();
        assertThat(storage.host().keysOf(told).current()).isNotEqualTo(key);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.get(path).then().body("encryptionKeyVersion", equalTo(2));
        assertThat(guest.hears(BootDiskStatus.READY).diskId()).isEqualTo(disk);
    }

    @Test
    void rebuiltInstanceKeepsItsDiskUntilTheNextIsThere() {
        UUID first = ready(storage.host(), 1);
        guest.boots(storage.host(), version, SIZE, 2);
        UUID second = waitsFor(2);
        assertThat(owner.get("/v1/disks/" + first).<String>path("status")).isEqualTo("AVAILABLE");
        storage.host().does(second);
        assertThat(guest.hears(BootDiskStatus.READY).diskId()).isEqualTo(second);
        Storage.isIn(owner, first, "DELETING");
    }

    @Test
    void buildThatFailedGoesAlthoughThereIsNoRoomForTheNextUntilItIsGone() {
        storage = Storage.of(30);
        UUID failed = booting(storage.host(), 1);
        storage.host().fails(failed, "The bytes are not those of the image");
        guest.hears(BootDiskStatus.FAILED);
        guest.boots(storage.host(), version, SIZE, 2);
        Storage.isIn(owner, failed, "DELETING");
        hearsWhy("20 GiB");
        storage.host().does(failed);
        storage.host().does(waitsFor(2));
        guest.hears(BootDiskStatus.READY);
        assertThat(storage.allocated()).isEqualTo(SIZE);
    }

    @Test
    void instanceThatGrowsHasItsDiskGrow() {
        UUID disk = ready(storage.host(), 1);
        guest.boots(storage.host(), version, 30, 1);
        Storage.isIn(owner, disk, "GROWING");
        assertThat(guest.hears(BootDiskStatus.WAITING).sizeGb()).isEqualTo(30);
        Eventually.holds(
                "the host is told", () -> storage.host().desired(disk).getLast().sizeGb() == 30);
        storage.host().does(disk);
        assertThat(guest.hears(BootDiskStatus.READY).sizeGb()).isEqualTo(30);
        assertThat(storage.allocated()).isEqualTo(30);
    }

    @Test
    void instanceOfALostMachineGetsADiskElsewhereAndTheOldOneHoldsNobodyUp() {
        UUID lost = ready(storage.host(), 1);
        storage.host().fenced();
        Storage other = Storage.of(50);
        UUID next = ready(other.host(), 1);
        assertThat(next).isNotEqualTo(lost);
        Storage.isIn(owner, lost, "DELETING");
        guest.letsGo(other.host(), version, SIZE, 1);
        Storage.isIn(owner, next, "DELETING");
        other.host().does(next);
        guest.hears(BootDiskStatus.RELEASED);
        assertThat(owner.get("/v1/disks/" + lost).<String>path("status")).isEqualTo("DELETING");
    }

    @Test
    void whatCannotBeIsSaidAndTriedAgain() {
        Host without = Host.fresh();
        guest.boots(without, version, SIZE, 1);
        assertThat(guest.hears(BootDiskStatus.FAILED).reason()).contains("no storage pool");
        guest.boots(storage.host(), version, 51, 1);
        hearsWhy("51 GiB");
        assertThat(storage.allocated()).isZero();
        guest.boots(storage.host(), UUID.randomUUID(), SIZE, 1);
        hearsWhy("no more");
        guest.boots(storage.host(), version, SIZE, 1);
        guest.hears(BootDiskStatus.WAITING);
        Guest beside = Guest.without(owner);
        beside.boots(storage.host(), version, 40, 1);
        assertThat(beside.hears(BootDiskStatus.FAILED).reason()).contains("40 GiB");
        poolBecomes(storage, 100);
        looksAgain(beside);
        beside.hears(BootDiskStatus.WAITING);
    }

    private void hearsWhy(String part) {
        Eventually.holds("it failed for " + part, () -> Objects.requireNonNull(
                        guest.hears(BootDiskStatus.FAILED).reason())
                .contains(part));
    }

    private static void poolBecomes(Storage storage, long capacityGb) {
        Person.ADMIN
                .patch("/v1/storage-pools/" + storage.pool(), Map.of("capacityGb", capacityGb))
                .then()
                .statusCode(200);
    }

    @Test
    void whatItsHostCannotDoIsSaidUntilItCan() {
        UUID disk = booting(storage.host(), 1);
        storage.host().fails(disk, "The bytes are not those of the image");
        assertThat(guest.hears(BootDiskStatus.FAILED).reason()).isEqualTo("The bytes are not those of the image");
        storage.host().does(disk);
        guest.hears(BootDiskStatus.READY);
    }

    @Test
    void quotaThatIsUsedUpIsSaidAndTakesNoRoom() {
        Sql.asSuperuser("storage").change("""
                insert into known_tenant (id, generation, status, quota_config)
                values (?, 1, 'ACTIVE', '{"counts": {"dataDiskGb": 19}}')""", owner.tenant());
        guest.boots(storage.host(), version, SIZE, 1);
        assertThat(guest.hears(BootDiskStatus.FAILED).reason()).contains("dataDiskGb");
        assertThat(storage.allocated()).isZero();
    }

    @Test
    void instanceThatHasLeftItsMachineHearsNothingOfThatMachineAnyMore() {
        guest.boots(Host.fresh(), version, SIZE, 1);
        guest.hears(BootDiskStatus.FAILED);
        guest.leaves(version, SIZE, 1);
        assertThat(guest.hears(BootDiskStatus.WAITING).computeMachineId()).isNull();
        UUID disk = ready(storage.host(), 1);
        guest.leaves(version, SIZE, 1);
        assertThat(guest.hears(BootDiskStatus.WAITING).diskId()).isNull();
        guest.boots(storage.host(), version, SIZE, 1);
        assertThat(guest.hears(BootDiskStatus.READY).diskId()).isEqualTo(disk);
    }

    /** Compaction leaves the last fact alone: whoever was away never read that a disk was wanted, and compute waits. */
    @Test
    void instanceOfWhichOnlyTheEndIsReadIsToldThatNothingIsLeft() {
        Guest unheardOf = Guest.unheardOf(owner);
        unheardOf.holdsABootDiskOfFormerly();
        assertThat(unheardOf.hears(BootDiskStatus.RELEASED).diskId()).isNull();
    }

    @Test
    void diskGoesWithTheInstanceOfADeletedTenantAndNotBefore() {
        UUID disk = ready(storage.host(), 1);
        DeletedTenant deleted = DeletedTenant.of(owner.tenant());
        assertThat(deleted.waits("disks", "hosts").left()).isEqualTo(1);
        assertThat(storage.host().desired(disk).getLast().present()).isTrue();
        guest.letsGo(storage.host(), version, SIZE, 1);
        guest.hears(BootDiskStatus.RELEASING);
        storage.host().does(disk);
        guest.hears(BootDiskStatus.RELEASED);
        deleted.isGone();
        assertThat(storage.allocated()).isZero();
    }

    private UUID booting(Host host, long builds) {
        guest.boots(host, version, SIZE, builds);
        return Objects.requireNonNull(
                Eventually.found("a disk on " + host.id(), () -> guest.hears(BootDiskStatus.WAITING), fact -> host.id()
                                .equals(fact.computeMachineId()))
                        .diskId());
    }

    private UUID waitsFor(long builds) {
        return Objects.requireNonNull(Eventually.found(
                        "the disk of build " + builds,
                        () -> guest.hears(BootDiskStatus.WAITING),
                        fact -> fact.builds() == builds)
                .diskId());
    }

    private UUID ready(Host host, long builds) {
        UUID disk = booting(host, builds);
        host.does(disk);
        guest.hears(BootDiskStatus.READY);
        Storage.isIn(owner, disk, "AVAILABLE");
        return disk;
    }

    private long disks() {
        return Sql.asSuperuser("storage").number("select count(*) from disk where boot_instance_id = ?", guest.id());
    }

    private void looksAgain() {
        looksAgain(guest);
        Eventually.rows(0, "select count(*) from reconcile_task where kind = 'boot-disk' and id = ?", guest.id());
    }

    private static void looksAgain(Guest one) {
        Tasks.lookAgain("boot-disk", one.id());
    }
}
