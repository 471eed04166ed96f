package io.skyholm.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Storage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of disks by what their hosts report; the test plays hosts. */
@QuarkusTest
class HostOfDisksTest {

    private Person owner;
    private Storage storage;

    @BeforeEach
    void freshTenantAndPool() {
        owner = Person.fresh();
        storage = Storage.of(100);
    }

    @Test
    void whatAHostCannotDoIsSaidUntilItCan() {
        UUID disk = storage.begun(owner, 20);
        storage.host().fails(disk, "There is no space left");
        Storage.isIn(owner, disk, "ERROR");
        owner.get("/v1/disks/" + disk).then().body("statusReason", equalTo("There is no space left"));
        owner.post("/v1/disks/" + disk + "/grow", Map.of("sizeGb", 30)).then().statusCode(409);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.get("/v1/disks/" + disk).then().body("statusReason", nullValue());
        assertThat(Told.types(disk))
                .containsExactly("storage.disk.created.v1", "storage.disk.failed.v1", "storage.disk.ready.v1");
    }

    @Test
    void aDiskThatItsHostHasLostIsInErrorAndNotReplaced() {
        UUID disk = storage.available(owner, 20);
        storage.host().does(disk);
        storage.host().fails(disk, "The disk was here and is not here any more");
        Storage.isIn(owner, disk, "ERROR");
        assertThat(storage.host().desired(disk).getLast().made()).isTrue();
    }

    @Test
    void whatHoldsUpADeletionIsSaid() {
        UUID disk = storage.available(owner, 20);
        owner.delete("/v1/disks/" + disk + "?now=true").then().statusCode(200);
        storage.host().fails(disk, "The disk is in use");
        Eventually.found(
                "why it waits",
                () -> owner.get("/v1/disks/" + disk).path("statusReason"),
                "The disk is in use"::equals);
        storage.host().saw(disk, storage.host().desired(disk).getLast().generation() - 1, ThingState.ABSENT);
        Storage.isIn(owner, disk, "DELETING");
        storage.host().does(disk);
        Storage.isIn(owner, disk, "DELETED");
    }

    @Test
    void whatAHostBringsBackThatIsDeletedIsToGoAgain() {
        UUID disk = storage.available(owner, 20);
        owner.delete("/v1/disks/" + disk + "?now=true").then().statusCode(200);
        long last = storage.host().desired(disk).getLast().generation();
        storage.host().does(disk);
        Storage.isIn(owner, disk, "DELETED");
        storage.host().shows(disk);
        DesiredDisk absence = Eventually.found(
                "what came back is to go",
                () -> storage.host().desired(disk).getLast(),
                desired -> desired.generation() == last + 1);
        assertThat(absence.present()).isFalse();
        storage.host().does(disk);
        Eventually.holds("what is gone is forgotten", () -> storage.host().isReleased(disk));
    }

    @Test
    void disksOfAHostThatIsNoMoreAreInErrorAndGoWithoutIt() {
        UUID disk = storage.available(owner, 20);
        UUID leaving = storage.available(owner, 10);
        owner.delete("/v1/disks/" + leaving + "?now=true").then().statusCode(200);
        storage.host().deleted();
        Storage.isIn(owner, leaving, "DELETED");
        Storage.isIn(owner, disk, "ERROR");
        int messages = storage.host().desired(disk).size();
        owner.delete("/v1/disks/" + disk + "?now=true").then().statusCode(200);
        Storage.isIn(owner, disk, "DELETED");
        assertThat(storage.host().desired(disk)).hasSize(messages);
        assertThat(storage.allocated()).isZero();
    }

    @Test
    void disksGoWithTheirTenantOnceTheirHostsHaveShownIt() {
        UUID disk = storage.available(owner, 20);
        DeletedTenant deleted = DeletedTenant.of(owner.tenant());
        assertThat(deleted.waits("disks", "hosts").left()).isEqualTo(1);
        storage.host().does(disk);
        deleted.isGone();
        assertThat(storage.allocated()).isZero();
        assertThat(Told.types(disk)).endsWith("storage.disk.deleted.v1");
    }
}
