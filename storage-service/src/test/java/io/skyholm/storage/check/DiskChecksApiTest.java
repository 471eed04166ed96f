package io.skyholm.storage.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.DesiredDiskCheck;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import io.skyholm.storage.attachment.Attached;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks of disks, whose host the test plays. */
@QuarkusTest
class DiskChecksApiTest {

    private Person owner;
    private Storage storage;
    private UUID disk;

    @BeforeEach
    void aDisk() {
        owner = Person.fresh();
        storage = Storage.of(100);
        disk = storage.available(owner, 1);
    }

    @Test
    void aDiskIsCheckedAndItsHostForgetsItOnceTheResultIsHere() {
        owner.get(path()).then().statusCode(404);
        check(false)
                .then()
                .statusCode(200)
                .body("id", equalTo(disk.toString()))
                .body("status", equalTo("CHECKING"))
                .body("repair", equalTo(false))
                .body("findings", empty())
                .body("checkedAt", nullValue());
        check(false).then().statusCode(409).body("code", equalTo("DISK_CHECK_RUNNING"));
        DesiredDiskCheck told = told();
        assertThat(told).isEqualTo(new DesiredDiskCheck(disk, 1, true, owner.tenant(), 1, 1, false));
        host().found(told, CheckOutcome.SOUND);
        isIn("SOUND");
        owner.get(path()).then().body("checkedAt", notNullValue()).body("statusReason", nullValue());
        assertThat(absent().generation()).isEqualTo(2);
        host().done(absent());
        isReleased();
        assertThat(host().isReleased(new ThingKey(DesiredDiskCheck.KIND, disk))).isTrue();
        assertThat(events()).containsExactly("storage.disk-check.started.v1", "storage.disk-check.finished.v1");
    }

    @Test
    void whatIsDamagedIsFoundAndMayBeMendedByAnotherRun() {
        finds(false, CheckOutcome.DAMAGED, "The disk has 5 of 7 bytes", "Restore a backup");
        owner.get("/v1/disk-checks?status=DAMAGED")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].findings", contains("The disk has 5 of 7 bytes", "Restore a backup"));
        Person.ADMIN.get("/v1/disk-checks?status=DAMAGED&diskId=" + disk).then().body("items", hasSize(1));
        Person.fresh().get("/v1/disk-checks").then().body("items", empty());
        Person.fresh().get(path()).then().statusCode(404);
        check(true).then().statusCode(200).body("findings", empty()).body("checkedAt", nullValue());
        DesiredDiskCheck again = told();
        assertThat(again.run()).isEqualTo(2);
        assertThat(again.repair()).isTrue();
        host().found(again, CheckOutcome.REPAIRED, "The disk was too short");
        isIn("REPAIRED");
        owner.get("/v1/disk-checks?status=DAMAGED").then().body("items", empty());
    }

    @Test
    void whatAHostSaysOfAnotherRunIsNoResult() {
        check(false).then().statusCode(200);
        DesiredDiskCheck told = told();
        host().found(new DesiredDiskCheck(disk, told.generation(), true, null, 77, 1, false), CheckOutcome.SOUND);
        isIn("ERROR");
        owner.get(path()).then().body("statusReason", containsString("does not say what it has found"));
        host().done(absent());
        isReleased();
        check(false).then().statusCode(200);
    }

    @Test
    void oneThatIsCalledOffEndsAtOnceAndIsForgottenThere() {
        owner.delete(path()).then().statusCode(404);
        check(false).then().statusCode(200);
        DesiredDiskCheck told = told();
        Person.fresh().delete(path()).then().statusCode(404);
        owner.request().header("If-Match", "\"77\"").delete(path()).then().statusCode(412);
        owner.delete(path()).then().statusCode(200).body("status", equalTo("CANCELLED"));
        owner.delete(path()).then().statusCode(409).body("code", equalTo("DISK_NOT_CHECKED"));
        host().found(told, CheckOutcome.DAMAGED, "Too late");
        host().done(absent());
        isReleased();
        owner.get(path()).then().body("status", equalTo("CANCELLED")).body("findings", empty());
    }

    @Test
    void whyItTakesLongIsSaidAndAHostThatIsNoMoreEndsIt() {
        check(false).then().statusCode(200);
        host().says(told(), ThingState.FAILED, "Ceph does not answer");
        Eventually.found("why it waits", () -> owner.get(path()).path("statusReason"), "Ceph does not answer"::equals);
        owner.get(path()).then().body("status", equalTo("CHECKING"));
        host().deleted();
        isIn("ERROR");
        owner.get(path()).then().body("statusReason", equalTo("Its host is no more"));
        isReleased();
    }

    @Test
    void aDiskThatIsUsedIsReadAndNotRepaired() {
        owner.made(Attached.of(disk), Attached.to(Guest.on(host(), owner), "/srv/orders"));
        check(true).then().statusCode(409).body("code", equalTo("DISK_ATTACHED"));
        check(false).then().statusCode(200);
    }

    @Test
    void onlyADiskThatItsHostHasHadIsChecked() {
        UUID begun = storage.begun(owner, 1);
        owner.post("/v1/disks/" + begun + "/check", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_NOT_AVAILABLE"));
        owner.post("/v1/disks/" + UUID.randomUUID() + "/check", Map.of()).then().statusCode(404);
        host().fails(disk, "The disk was here and is not here any more");
        Storage.isIn(owner, disk, "ERROR");
        check(false).then().statusCode(200);
        assertThat(told().present()).isTrue();
    }

    @Test
    void aChangeOfTheDiskEndsIt() {
        check(false).then().statusCode(200);
        owner.post("/v1/disks/" + disk + "/grow", Map.of("sizeGb", 2)).then().statusCode(200);
        isIn("CANCELLED");
        owner.get(path()).then().body("statusReason", equalTo("The disk was changed meanwhile"));
        host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        storage.beside(DiskType.NVME, 100);
        check(false).then().statusCode(200);
        assertThat(told().sizeGb()).isEqualTo(2);
        owner.post("/v1/disks/" + disk + "/move", Map.of("diskType", "NVME"))
                .then()
                .statusCode(200);
        isIn("CANCELLED");
        check(false).then().statusCode(409).body("code", equalTo("DISK_NOT_AVAILABLE"));
    }

    @Test
    void itGoesWithItsDisk() {
        check(false).then().statusCode(200);
        assertThat(told().present()).isTrue();
        owner.delete("/v1/disks/" + disk + "?now=true").then().statusCode(200);
        host().done(absent());
        isReleased();
        host().does(disk);
        Storage.isIn(owner, disk, "DELETED");
        Eventually.rows(1, "select count(*) from disk_check where id = ? and deleted_at is not null", disk);
        owner.get("/v1/disk-checks").then().body("items", empty());
        assertThat(events())
                .containsExactly(
                        "storage.disk-check.started.v1",
                        "storage.disk-check.cancelled.v1",
                        "storage.disk-check.deleted.v1");
    }

    @Test
    void itGoesWithItsTenant() {
        check(false).then().statusCode(200);
        assertThat(told().present()).isTrue();
        DeletedTenant.of(owner.tenant());
        host().done(absent());
        Eventually.found("what its host was told", () -> host().desired(disk).getLast(), last -> !last.present());
        host().does(disk);
        Eventually.rows(0, "select count(*) from disk_check where id = ? and deleted_at is null", disk);
    }

    private Response check(boolean repair) {
        return owner.post(path(), Map.of("repair", repair));
    }

    private void finds(boolean repair, CheckOutcome outcome, String... findings) {
        check(repair).then().statusCode(200);
        host().found(told(), outcome, findings);
        isIn(outcome.name());
        host().done(absent());
        isReleased();
    }

    private DesiredDiskCheck told() {
        return Eventually.found(
                "what its host was told", () -> host().check(disk).getLast(), DesiredDiskCheck::present);
    }

    private DesiredDiskCheck absent() {
        return Eventually.found(
                "what its host was told", () -> host().check(disk).getLast(), last -> !last.present());
    }

    private void isIn(String status) {
        Eventually.found("the check of " + disk, () -> owner.get(path()).path("status"), status::equals);
    }

    private void isReleased() {
        Eventually.rows(1, "select count(*) from disk_check where id = ? and is_released", disk);
    }

    /** Its id is that of its disk, of which others tell. */
    private List<String> events() {
        return Told.types(disk).stream()
                .filter(type -> type.startsWith("storage.disk-check."))
                .toList();
    }

    private Host host() {
        return storage.host();
    }

    private String path() {
        return "/v1/disks/" + disk + "/check";
    }
}
