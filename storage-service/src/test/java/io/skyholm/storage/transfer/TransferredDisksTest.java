package io.skyholm.storage.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Storage;
import io.skyholm.storage.attachment.Attached;
import io.skyholm.storage.backup.Exported;
import io.skyholm.storage.snapshot.Taken;
import io.skyholm.storage.wallet.BillingTells;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes to another tenant with a disk, and what keeps it from going; the test plays its host. */
@QuarkusTest
class TransferredDisksTest {

    private static final List<String> GONE_ALONG = List.of("disk", "disk_snapshot", "backup", "snapshot_schedule");

    private Person giver;
    private Person receiver;
    private Storage storage;
    private UUID disk;

    @BeforeEach
    void aDiskOfATenantAndAnother() {
        giver = Person.fresh();
        receiver = Person.fresh();
        storage = Storage.of(100);
        disk = storage.available(giver, 1);
    }

    private Offered offered() {
        return Offered.by(giver, Offered.disk(disk, receiver.tenant()));
    }

    @Test
    void allThatBelongsToItGoesAlongAtOneMomentAndCountsThereAlone() {
        UUID snapshot = Taken.made(storage, giver, disk).id();
        UUID backup = backedUp(snapshot);
        UUID schedule = giver.made(
                "/v1/disks/" + disk + "/snapshot-schedules",
                Map.of("name", "nightly", "frequency", "DAILY", "hour", 3, "keepLast", 7));
        Offered offered = offered();
        receiver.get(offered.path())
                .then()
                .body("resourceName", equalTo("orders"))
                .body(
                        "counts",
                        equalTo(Map.of(
                                "dataDisks", 1,
                                "dataDiskGb", 1,
                                "diskSnapshots", 1,
                                "diskSnapshotGb", 1,
                                "backups", 1,
                                "backupGb", 1,
                                "snapshotSchedules", 1)));
        CountedRows.limit(giver.tenant(), CountedKind.DATA_DISKS, 1);
        giver.post("/v1/disks", storage.disk(1)).then().statusCode(507);
        offered.acceptedBy(receiver).then().statusCode(200);
        List<String> paths = List.of(
                "/v1/disks/" + disk,
                "/v1/snapshots/" + snapshot,
                "/v1/backups/" + backup,
                "/v1/snapshot-schedules/" + schedule);
        receiver.get(paths.getLast()).then().body("isEnabled", equalTo(false)).body("nextAt", nullValue());
        paths.forEach(path -> {
            giver.get(path).then().statusCode(404);
            receiver.get(path)
                    .then()
                    .statusCode(200)
                    .body("tenantId", equalTo(receiver.tenant().toString()));
        });
        receiver.get("/v1/disks/" + disk)
                .then()
                .body("userId", equalTo(receiver.id().toString()));
        assertThat(held(giver)).isZero();
        assertThat(held(receiver)).isEqualTo(4);
        assertThat(count(
                        "select count(*) from stored_object where tenant_id = ? and status = 'STORED'",
                        receiver.tenant()))
                .isEqualTo(1);
        giver.post("/v1/disks", storage.disk(1)).then().statusCode(201);
        assertThat(storage.allocated()).isEqualTo(storage.held());
        List.of(disk, snapshot, backup, schedule).forEach(this::isToldToBoth);
    }

    @Test
    void whoMayMakeNothingNewTakesNothingOver() {
        Offered offered = offered();
        BillingTells.standing(receiver.tenant(), 1, StandingStage.RESTRICTED, StandingReason.WALLET_EMPTY);
        offered.acceptedBy(receiver).then().statusCode(507).body("code", equalTo("INSUFFICIENT_FUNDS"));
        giver.get("/v1/disks/" + disk).then().statusCode(200);
        BillingTells.standing(receiver.tenant(), 2, StandingStage.ACTIVE);
        offered.acceptedBy(receiver).then().statusCode(200);
    }

    @Test
    void backupsGoWithAllThatTheyStandOnDeletedOrNot() {
        UUID inCeph = storage.inCeph(giver, 1);
        UUID base = backedUp(Taken.made(storage, giver, inCeph).id());
        UUID backup = backedUp(Taken.made(storage, giver, inCeph).id(), told -> {
            Exported.Left left = Exported.leaveDifference(told.objectId(), 1);
            storage.host().leaves(told, left.sha256(), left.bytes());
        });
        giver.delete("/v1/backups/" + base).then().statusCode(200).body("keptForOthers", equalTo(true));
        Offered.by(giver, Offered.disk(inCeph, receiver.tenant()))
                .acceptedBy(receiver)
                .then()
                .statusCode(200);
        receiver.get("/v1/backups/" + base).then().body("keptForOthers", equalTo(true));
        receiver.get("/v1/backups/" + backup).then().body("baseBackupId", equalTo(base.toString()));
        receiver.delete("/v1/backups/" + backup).then().statusCode(200);
        for (UUID gone : List.of(backup, base)) {
            Eventually.found("backup", () -> receiver.get("/v1/backups/" + gone).path("status"), "DELETED"::equals);
        }
        assertThat(count("select count(*) from stored_object where tenant_id = ?", receiver.tenant()))
                .isZero();
    }

    @Test
    void itsCheckGoesAlongAndGoesOn() {
        String check = "/v1/disks/" + disk + "/check";
        giver.post(check, Map.of()).then().statusCode(200);
        assertThat(storage.host().check(disk).getLast().tenantId()).isEqualTo(giver.tenant());
        offered().acceptedBy(receiver).then().statusCode(200);
        giver.get(check).then().statusCode(404);
        giver.get("/v1/disk-checks").then().body("items", empty());
        receiver.get(check)
                .then()
                .statusCode(200)
                .body("status", equalTo("CHECKING"))
                .body("userId", equalTo(receiver.id().toString()));
        DesiredDiskCheck told = Eventually.found(
                "what its host was told", () -> storage.host().check(disk).getLast(), last -> receiver.tenant()
                        .equals(last.tenantId()));
        storage.host().found(told, CheckOutcome.SOUND);
        Eventually.found("the check", () -> receiver.get(check).path("status"), "SOUND"::equals);
    }

    /** Whoever keeps facts by their generation has it at the receiver's in the end, and both have it in their audit. */
    private void isToldToBoth(UUID thing) {
        List<String> tenants =
                List.of(giver.tenant().toString(), receiver.tenant().toString());
        assertThat(transferred(thing, "tenant_id")).isEqualTo(tenants);
        assertThat(transferred(thing, "payload").getFirst()).contains(tenants.getFirst());
        assertThat(transferred(thing, "payload").getLast()).contains(tenants.getLast());
    }

    private static List<String> transferred(UUID thing, String column) {
        return Told.of(thing).stream()
                .filter(event -> String.valueOf(event.get("type")).endsWith(".transferred.v1"))
                .map(event -> String.valueOf(event.get(column)))
                .toList();
    }

    @Test
    void itsHostIsToldWhoseItIsAndTheDiskStaysAvailableAndCanBeUsed() {
        Taken taken = Taken.made(storage, giver, disk);
        long before = storage.host().desired(disk).getLast().generation();
        offered().acceptedBy(receiver).then().statusCode(200);
        Eventually.found(
                "whose it is to its host",
                () -> storage.host().desired(disk).getLast().tenantId(),
                receiver.tenant()::equals);
        assertThat(storage.host().desired(disk).getLast())
                .matches(desired -> desired.present() && desired.made() && desired.generation() == before + 1);
        DesiredSnapshot snapshot = storage.host().snapshot(taken.id()).getLast();
        assertThat(snapshot)
                .matches(desired -> desired.made() && receiver.tenant().equals(desired.tenantId()));
        Storage.isIn(receiver, disk, "AVAILABLE");
        storage.host().does(disk);
        storage.host().doesSnapshot(taken.id());
        receiver.post("/v1/disks/" + disk + "/grow", Map.of("sizeGb", 2)).then().statusCode(200);
        storage.host().does(disk);
        Storage.isIn(receiver, disk, "AVAILABLE");
        Attached.made(storage, receiver, disk, Guest.on(storage.host(), receiver));
    }

    @Test
    void aReceiverWhoseQuotaCannotCarryItGetsNothing() {
        Taken.made(storage, giver, disk);
        Offered offered = offered();
        CountedRows.limit(receiver.tenant(), CountedKind.DISK_SNAPSHOT_GB, 0);
        offered.acceptedBy(receiver)
                .then()
                .statusCode(507)
                .body("code", equalTo("QUOTA_EXCEEDED"))
                .body("detail", containsString("diskSnapshotGb"));
        assertThat(held(receiver)).isZero();
        assertThat(held(giver)).isEqualTo(2);
        giver.get(offered.path()).then().body("status", equalTo("PENDING"));
        CountedRows.limit(receiver.tenant(), CountedKind.DISK_SNAPSHOT_GB, 1);
        offered.acceptedBy(receiver).then().statusCode(200);
        assertThat(held(receiver)).isEqualTo(2);
    }

    @Test
    void ofTwoThatTheQuotaHasRoomForOneOfOneIsTaken() {
        UUID other = storage.available(giver, 1);
        List<Offered> offers = List.of(offered(), Offered.by(giver, Offered.disk(other, receiver.tenant())));
        CountedRows.limit(receiver.tenant(), CountedKind.DATA_DISKS, 1);
        List<Integer> codes =
                Crowd.of(2, number -> offers.get(number).acceptedBy(receiver).statusCode());
        assertThat(codes).containsExactlyInAnyOrder(200, 507);
        assertThat(held(receiver)).isEqualTo(1);
    }

    @Test
    void noMoreIsTakenThanWasOffered() {
        Offered offered = offered();
        Taken.made(storage, giver, disk);
        offered.acceptedBy(receiver).then().statusCode(409).body("code", equalTo("TRANSFER_HAS_GROWN"));
        giver.delete(offered.path()).then().statusCode(200);
        offered().acceptedBy(receiver).then().statusCode(200);
    }

    @Test
    void whatWasDeletedMeanwhileIsNotTaken() {
        Offered offered = offered();
        giver.delete("/v1/disks/" + disk).then().statusCode(200);
        refuses(offered, "TRANSFER_NOT_POSSIBLE_NOW");
        giver.delete(offered.path()).then().statusCode(200);
        isNotOffered(disk, "DISK_IS_DELETED");
        giver.post("/v1/disks/" + disk + "/restore", Map.of()).then().statusCode(200);
        offered = offered();
        giver.delete("/v1/disks/" + disk + "?now=true").then().statusCode(200);
        refuses(offered, "TRANSFER_NOT_POSSIBLE_NOW");
        storage.host().does(disk);
        Storage.isIn(giver, disk, "DELETED");
        refuses(offered, "TRANSFER_RESOURCE_GONE");
    }

    @Test
    void whatIsUsedOrOnItsWayDoesNotGoAndItIsSaidWhy() {
        UUID making = storage.begun(giver, 1);
        isNotOffered(making, "DISK_NOT_AVAILABLE");
        Offered offered = offered();
        Attached.begun(storage, giver, disk, Guest.on(storage.host(), giver));
        isHeldUp(offered, disk, "DISK_ATTACHED");
        UUID copied = storage.available(giver, 1);
        Offered ofCopied = Offered.by(giver, Offered.disk(copied, receiver.tenant()));
        Taken taken = Taken.begun(storage, giver, copied);
        isHeldUp(ofCopied, copied, "DISK_BEING_COPIED");
        storage.host().doesSnapshot(taken.id());
        Eventually.rows(1, "select count(*) from disk_snapshot where id = ? and status = 'AVAILABLE'", taken.id());
        Map<String, Object> clone = storage.disk(1);
        clone.put("sourceSnapshotId", taken.id());
        UUID cloned = giver.made("/v1/disks", clone);
        isHeldUp(ofCopied, copied, "SNAPSHOT_IN_USE");
        storage.host().does(cloned);
        Storage.isIn(giver, cloned, "AVAILABLE");
        UUID backup = giver.made("/v1/snapshots/" + taken.id() + "/backups", Map.of("name", "kept"));
        isHeldUp(ofCopied, copied, "SNAPSHOT_IN_USE");
        giver.delete("/v1/backups/" + backup).then().statusCode(200);
        isHeldUp(ofCopied, copied, "BACKUP_NOT_AVAILABLE");
        giver.delete("/v1/snapshots/" + taken.id()).then().statusCode(200);
        isHeldUp(ofCopied, copied, "SNAPSHOT_NOT_AVAILABLE");
        assertThat(held(receiver)).isZero();
    }

    @Test
    void aBackupThatIsBeingRestoredStays() {
        UUID snapshot = Taken.made(storage, giver, disk).id();
        UUID backup = backedUp(snapshot);
        Map<String, Object> restored = storage.disk(1);
        restored.put("sourceBackupId", backup);
        UUID copy = giver.made("/v1/disks", restored);
        isNotOffered(disk, "BACKUP_IN_USE");
        storage.host().does(copy);
        Storage.isIn(giver, copy, "AVAILABLE");
        offered().acceptedBy(receiver).then().statusCode(200);
    }

    @Test
    void aDiskThatAnInstanceBootsFromStaysWithIt() {
        Sql.asSuperuser("storage")
                .change("update disk set boot_instance_id = ?, boot_builds = 1 where id = ?", UUID.randomUUID(), disk);
        isNotOffered(disk, "DISK_BOOTS_INSTANCE");
    }

    @Test
    void whatIsProtectedIsGivenToNobody() {
        Offered offered = offered();
        isProtected("/v1/disks/" + disk, true);
        refuses(offered, "TRANSFER_NOT_POSSIBLE_NOW");
        isProtected("/v1/disks/" + disk, false);
        offered.acceptedBy(receiver).then().statusCode(200);
        UUID kept = storage.available(giver, 1);
        isProtected("/v1/disks/" + kept, true);
        isNotOffered(kept, "DELETION_PROTECTED");
        String image = Fresh.imageOf(giver);
        isProtected(image, true);
        giver.post(Offered.TRANSFERS, Offered.image(Fresh.id(image), receiver.tenant()))
                .then()
                .statusCode(409)
                .body("code", equalTo("DELETION_PROTECTED"));
    }

    private void isProtected(String path, boolean wanted) {
        giver.patch(path, Map.of("deletionProtection", wanted)).then().statusCode(200);
    }

    private void isNotOffered(UUID which, String code) {
        giver.post(Offered.TRANSFERS, Offered.disk(which, receiver.tenant()))
                .then()
                .statusCode(409)
                .body("code", equalTo(code));
    }

    /** Only whoever gives it is told what is being done with it. */
    private void isHeldUp(Offered offered, UUID which, String code) {
        isNotOffered(which, code);
        refuses(offered, "TRANSFER_NOT_POSSIBLE_NOW");
    }

    private void refuses(Offered offered, String code) {
        offered.acceptedBy(receiver).then().statusCode(409).body("code", equalTo(code));
    }

    private UUID backedUp(UUID snapshot) {
        return backedUp(snapshot, told -> {
            Exported.leave(told.objectId(), 1);
            storage.host().doesExport(told.id());
        });
    }

    private UUID backedUp(UUID snapshot, Consumer<DesiredExport> leaving) {
        UUID backup = giver.made("/v1/snapshots/" + snapshot + "/backups", Map.of("name", "kept"));
        leaving.accept(storage.host().export(backup).getLast());
        Eventually.found("backup", () -> giver.get("/v1/backups/" + backup).path("status"), "AVAILABLE"::equals);
        Eventually.found(
                "what the host was told",
                () -> storage.host().export(backup).getLast().present(),
                present -> !present);
        storage.host().doesExport(backup);
        Eventually.rows(1, "select count(*) from backup where id = ? and is_released", backup);
        return backup;
    }

    private static long held(Person person) {
        return GONE_ALONG.stream()
                .mapToLong(table -> count(
                        "select count(*) from " + table + " where tenant_id = ? and deleted_at is null",
                        person.tenant()))
                .sum();
    }

    private static long count(String sql, UUID parameter) {
        return Sql.asSuperuser("storage").number(sql, parameter);
    }
}
