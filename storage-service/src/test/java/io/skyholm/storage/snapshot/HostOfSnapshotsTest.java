package io.skyholm.storage.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Storage;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of snapshots by what their hosts report; the test plays hosts. */
@QuarkusTest
class HostOfSnapshotsTest {

    private Person owner;
    private Storage storage;
    private UUID disk;

    @BeforeEach
    void aDisk() {
        owner = Person.fresh();
        storage = Storage.of(100);
        disk = storage.available(owner, 10);
    }

    @Test
    void whatAHostCannotDoIsSaidUntilItCan() {
        Taken taken = Taken.begun(storage, owner, disk);
        storage.host().says(taken.told(), ThingState.FAILED, "There is no space left");
        taken.isIn("ERROR");
        owner.get(taken.path()).then().body("statusReason", equalTo("There is no space left"));
        taken.does();
        taken.isIn("AVAILABLE");
        owner.get(taken.path()).then().body("statusReason", nullValue());
    }

    @Test
    void aHostThatIsNotInServiceGetsNoMore() {
        storage.host().fenced();
        owner.post(Taken.of(disk), Taken.named("late"))
                .then()
                .statusCode(507)
                .body("code", equalTo("STORAGE_POOL_FULL"));
        assertThat(storage.allocated()).isEqualTo(10);
    }

    @Test
    void whatAHostBringsBackThatIsDeletedIsToGoAgain() {
        Taken taken = Taken.made(storage, owner, disk);
        taken.delete();
        taken.does();
        taken.isIn("DELETED");
        ThingKey key = new ThingKey(DesiredSnapshot.KIND, taken.id());
        storage.host().shows(key);
        Eventually.holds(
                "what a host brings back is to go again",
                () -> !storage.host().isReleased(key) && !taken.told().present());
        taken.does();
        Eventually.holds("what is gone is forgotten", () -> storage.host().isReleased(key));
    }

    @Test
    void aFencedHostStillHasTheBytesAndOneThatIsDeletedHasNot() {
        Taken kept = Taken.made(storage, owner, disk);
        Taken leaving = Taken.made(storage, owner, disk);
        leaving.delete();
        storage.host().fenced();
        leaving.isIn("DELETING");
        assertThat(storage.allocated()).isEqualTo(30);
        storage.host().deleted();
        leaving.isIn("DELETED");
        kept.isIn("ERROR");
        kept.delete();
        kept.isIn("DELETED");
        assertThat(storage.allocated()).isEqualTo(10);
    }

    @Test
    void snapshotsGoWithTheirTenantOnceTheirHostsHaveShownIt() {
        Taken taken = Taken.made(storage, owner, disk);
        DeletedTenant deleted = DeletedTenant.of(owner.tenant());
        assertThat(deleted.waits("snapshots of disks", "hosts").left()).isEqualTo(1);
        storage.host().does(disk);
        assertThat(storage.allocated()).isGreaterThanOrEqualTo(10);
        taken.does();
        deleted.isGone();
        assertThat(storage.allocated()).isZero();
    }
}
