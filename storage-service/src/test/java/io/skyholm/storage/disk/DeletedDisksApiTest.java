package io.skyholm.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Storage;
import io.skyholm.storage.importing.Senders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of disks that their owner has deleted; the test moves time, and plays their hosts. */
@QuarkusTest
class DeletedDisksApiTest {

    private static final String DISKS = "/v1/disks";

    private Person owner;
    private Storage storage;
    private UUID disk;
    private String path;

    @BeforeEach
    void aDisk() {
        owner = Person.fresh();
        storage = Storage.of(100);
        disk = storage.available(owner, 20);
        path = DISKS + "/" + disk;
    }

    @Test
    void itCanBeTakenBackForADayWithAllThatIsOnIt() {
        int told = storage.host().desired(disk).size();
        Instant end = Instant.parse(delete().path("deletableAt"));
        assertThat(Duration.between(TestClock.now(), end)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
        TestClock.forward(Duration.ofHours(23));
        owner.post(path + "/restore", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("AVAILABLE"))
                .body("deletableAt", nullValue());
        owner.post(path + "/restore", Map.of()).then().statusCode(409).body("code", equalTo("DISK_NOT_DELETED"));
        TestClock.forward(Duration.ofHours(2));
        owner.post(path + "/grow", Map.of("sizeGb", 30)).then().statusCode(200);
        assertThat(storage.host().desired(disk).get(told).sizeGb())
                .as("what its host hears next")
                .isEqualTo(30);
        assertThat(Told.types(disk))
                .endsWith("storage.disk.deletion-scheduled.v1", "storage.disk.restored.v1", "storage.disk.changed.v1");
    }

    @Test
    void itEndsWhenItsTimeHasCome() {
        delete();
        TestClock.forward(Duration.ofHours(24).plusSeconds(1));
        Storage.isIn(owner, disk, "DELETING");
        owner.get(path).then().body("deletableAt", nullValue());
        owner.post(path + "/restore", Map.of()).then().statusCode(409).body("code", equalTo("DISK_NOT_DELETED"));
        storage.host().does(disk);
        Storage.isIn(owner, disk, "DELETED");
        assertThat(storage.allocated()).isZero();
        assertThat(Told.types(disk))
                .endsWith("storage.disk.deletion-scheduled.v1", "storage.disk.deleting.v1", "storage.disk.deleted.v1");
    }

    @Test
    void whileItsTenantIsSuspendedAndCanTakeNothingBackItDoesNotEnd() {
        delete();
        Senders.tenantIs(owner.tenant(), 2, TenantStatus.SUSPENDED);
        TestClock.forward(Duration.ofHours(25));
        Eventually.rows(
                1,
                "select count(*) from reconcile_task where kind = 'disk' and id = ? and leased_until is null and due_at > ?::timestamptz",
                disk,
                TestClock.now().toString());
        Eventually.rows(
                1,
                "select count(*) from disk where id = ? and status = 'AVAILABLE' and deletable_at < ?::timestamptz",
                disk,
                TestClock.now().toString());
    }

    @Test
    void untilThenItIsListedWithWhatWasDeletedAndKeepsItsRoomAndItsPlaceInTheQuota() {
        delete();
        owner.get(DISKS).then().body("items", empty());
        owner.get(DISKS + "?deleted=only").then().body("items.id", contains(disk.toString()));
        owner.get(DISKS + "?deleted=include").then().body("items.id", contains(disk.toString()));
        String end = owner.get(path).path("deletableAt");
        owner.get("/v1/unused-storage")
                .then()
                .body("items.id", contains(disk.toString()))
                .body("items.deletableAt", contains(end));
        assertThat(storage.allocated()).isEqualTo(20).isEqualTo(storage.held());
        CountedRows.limit(owner.tenant(), CountedKind.DATA_DISKS, 1);
        owner.post(DISKS, storage.disk(1)).then().statusCode(507).body("code", equalTo("QUOTA_EXCEEDED"));
        owner.post(path + "/restore", Map.of()).then().statusCode(200);
        owner.get(DISKS).then().body("items.id", contains(disk.toString()));
    }

    @Test
    void nothingElseIsDoneWithIt() {
        Guest guest = Guest.on(storage.host(), owner);
        UUID snapshot = UUID.randomUUID();
        delete();
        isRefused(owner.delete(path));
        isRefused(owner.patch(path, Map.of("name", "invoices")));
        isRefused(owner.post(path + "/grow", Map.of("sizeGb", 30)));
        isRefused(owner.post(path + "/rollback", Map.of("snapshotId", snapshot)));
        isRefused(owner.delete(path + "/rollback"));
        isRefused(owner.post(path + "/snapshots", Map.of("name", "late")));
        isRefused(owner.post(
                path + "/snapshot-schedules", Map.of("name", "hourly", "frequency", "HOURLY", "keepLast", 1)));
        isRefused(owner.post(
                path + "/attachments",
                Map.of("instanceId", guest.id(), "mountPath", "/srv/orders", "mountMode", "RW")));
        Person.fresh().post(path + "/restore", Map.of()).then().statusCode(404);
    }

    private static void isRefused(Response answer) {
        answer.then().statusCode(409).body("code", equalTo("DISK_IS_DELETED"));
    }

    @Test
    void itsOwnerMayEndItAtOnce() {
        delete();
        owner.delete(path + "?now=true")
                .then()
                .statusCode(200)
                .body("status", equalTo("DELETING"))
                .body("deletableAt", nullValue());
        assertThat(storage.host().desired(disk).getLast().present()).isFalse();
    }

    @Test
    void aDryRunSaysUntilWhenItCouldBeTakenBack() {
        Response preview = owner.delete(path + "?dry_run=true");
        preview.then().statusCode(200);
        assertThat(Instant.parse(preview.path("deletableAt"))).isAfter(TestClock.now());
        owner.get(path).then().body("deletableAt", nullValue());
    }

    @Test
    void whatNoHostHasMadeHasNothingToBeTakenBack() {
        UUID begun = storage.begun(owner, 1);
        owner.delete(DISKS + "/" + begun).then().statusCode(200).body("status", equalTo("DELETING"));
    }

    @Test
    void itsSchedulesRestUntilItIsTakenBack() {
        UUID schedule = owner.made(
                path + "/snapshot-schedules", Map.of("name", "hourly", "frequency", "HOURLY", "keepLast", 1));
        delete();
        TestClock.forward(Duration.ofHours(2));
        owner.post(path + "/restore", Map.of()).then().statusCode(200);
        owner.get("/v1/snapshot-schedules/" + schedule)
                .then()
                .body("deletedAt", nullValue())
                .body("failureReason", nullValue());
    }

    private Response delete() {
        Response deleted = owner.delete(path);
        deleted.then().statusCode(200).body("status", equalTo("AVAILABLE"));
        return deleted;
    }
}
