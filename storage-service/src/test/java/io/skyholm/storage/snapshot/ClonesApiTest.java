package io.skyholm.storage.snapshot;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disks that begin with the bytes of snapshots; the test plays hosts. */
@QuarkusTest
class ClonesApiTest {

    private static final String DISKS = "/v1/disks";

    private Person owner;
    private Storage storage;
    private Taken taken;

    @BeforeEach
    void aSnapshot() {
        owner = Person.fresh();
        storage = Storage.of(30);
        taken = Taken.made(storage, owner, storage.available(owner, 10));
    }

    @Test
    void aDiskIsMadeOfASnapshotWhereThatIsAndIsThenNobodysButItsOwn() {
        ADMIN.made("/v1/storage-pools", Storage.pool(Host.in(storage.host().dataCenter()), 500));
        UUID clone = owner.made(DISKS, clone(10));
        owner.get(DISKS + "/" + clone)
                .then()
                .body("storagePoolId", equalTo(storage.pool().toString()))
                .body("sourceSnapshotId", equalTo(taken.id().toString()));
        assertThat(told(clone)).isEqualTo(new DesiredDisk(clone, 1, true, false, owner.tenant(), 10, null, taken.id()));
        owner.delete(taken.path()).then().statusCode(409).body("code", equalTo("SNAPSHOT_IN_USE"));
        storage.host().does(clone);
        Storage.isIn(owner, clone, "AVAILABLE");
        assertThat(told(clone)).isEqualTo(new DesiredDisk(clone, 2, true, true, owner.tenant(), 10, null, null));
        assertThat(storage.allocated()).isEqualTo(30).isEqualTo(storage.held());
        taken.delete();
        taken.does();
        taken.isIn("DELETED");
        Storage.isIn(owner, clone, "AVAILABLE");
    }

    @Test
    void aCloneThatIsLateKeepsItsSnapshotSinceItsHostGoesOn() {
        UUID clone = owner.made(DISKS, clone(10));
        storage.host().fails(clone, "There is no space left");
        Storage.isIn(owner, clone, "ERROR");
        owner.delete(taken.path()).then().statusCode(409).body("code", equalTo("SNAPSHOT_IN_USE"));
        owner.delete(DISKS + "/" + clone).then().statusCode(200);
        taken.delete();
    }

    @Test
    void aPoolThatIsFullTakesNoCloneThoughAnotherHasRoom() {
        ADMIN.made("/v1/storage-pools", Storage.pool(Host.in(storage.host().dataCenter()), 500));
        owner.post(DISKS, clone(11)).then().statusCode(507).body("code", equalTo("STORAGE_POOL_FULL"));
        assertThat(storage.allocated()).isEqualTo(20);
    }

    @Test
    void itIsAtLeastAsLargeAndInTheSamePlace() {
        isRefused(clone(9), "sizeGb");
        Map<String, Object> elsewhere = clone(10);
        elsewhere.put("edgeDataCenterId", UUID.randomUUID());
        isRefused(elsewhere, "sourceSnapshotId");
        Map<String, Object> faster = clone(10);
        faster.put("diskType", "NVME");
        isRefused(faster, "sourceSnapshotId");
        assertThat(storage.allocated()).isEqualTo(20);
    }

    @Test
    void aSnapshotThatOneMayNotUseIsRefusedAsOneThatIsNotThere() {
        Person foreign = Person.fresh();
        String unknown = refusal(foreign, UUID.randomUUID());
        assertThat(refusal(foreign, taken.id())).isEqualTo(unknown);
        Map<String, Object> given = clone(10);
        given.put("tenantId", Fresh.known(foreign.tenant()));
        ADMIN.post(DISKS, given).then().statusCode(422).body("errors.field", hasItem("sourceSnapshotId"));
        given.put("tenantId", Fresh.known(owner.tenant()));
        ADMIN.post(DISKS, given).then().statusCode(201);
    }

    @Test
    void whatItBeginsWithIsOneThing() {
        Map<String, Object> both = clone(10);
        both.put("imageId", UUID.randomUUID());
        both.put("imageVersionId", UUID.randomUUID());
        isRefused(both, "sourceSnapshotId");
        taken.delete();
        owner.post(DISKS, clone(10)).then().statusCode(409).body("code", equalTo("SNAPSHOT_NOT_AVAILABLE"));
    }

    private void isRefused(Map<String, Object> body, String field) {
        owner.post(DISKS, body).then().statusCode(422).body("errors.field", hasItem(field));
    }

    private String refusal(Person caller, UUID snapshot) {
        Map<String, Object> body = clone(10);
        body.put("sourceSnapshotId", snapshot);
        return caller.post(DISKS, body)
                .then()
                .statusCode(422)
                .extract()
                .path("errors")
                .toString();
    }

    private Map<String, Object> clone(int sizeGb) {
        Map<String, Object> body = storage.disk(sizeGb);
        body.put("sourceSnapshotId", taken.id());
        return body;
    }

    private DesiredDisk told(UUID clone) {
        return storage.host().desired(clone).getLast();
    }
}
