package io.skyholm.storage.snapshot;

import static io.skyholm.storage.snapshot.Taken.SNAPSHOTS;
import static io.skyholm.storage.snapshot.Taken.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.EventStream;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Storage;
import io.skyholm.storage.attachment.Attached;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with snapshots; the test plays hosts. */
@QuarkusTest
class DiskSnapshotsApiTest {

    private Person owner;
    private Storage storage;
    private UUID disk;

    @BeforeEach
    void aDisk() {
        owner = Person.fresh();
        storage = Storage.of(100);
        disk = storage.available(owner, 20);
    }

    @Test
    void aSnapshotTakesAsMuchAsItsDiskFromWhenItIsAskedForUntilItIsProvenGone() {
        Response created = owner.post(Taken.of(disk), named("before"));
        created.then()
                .statusCode(201)
                .body("status", equalTo("CREATING"))
                .body("diskId", equalTo(disk.toString()))
                .body("tenantId", equalTo(owner.tenant().toString()))
                .body("storagePoolId", equalTo(storage.pool().toString()))
                .body("consistency", equalTo("AT_REST"))
                .body("sizeGb", equalTo(20));
        Taken taken = new Taken(owner, storage.host(), disk, UUID.fromString(created.path("id")));
        assertThat(created.header("Location")).isEqualTo(taken.path());
        assertThat(taken.told()).isEqualTo(new DesiredSnapshot(taken.id(), 1, true, false, owner.tenant(), disk));
        assertThat(storage.allocated()).isEqualTo(40).isEqualTo(storage.held());
        taken.does();
        taken.isIn("AVAILABLE");
        assertThat(taken.told()).isEqualTo(new DesiredSnapshot(taken.id(), 2, true, true, owner.tenant(), disk));
        taken.delete();
        owner.delete(taken.path()).then().statusCode(409).body("code", equalTo("SNAPSHOT_IS_DELETING"));
        assertThat(taken.told().present()).isFalse();
        assertThat(storage.allocated()).isEqualTo(40);
        taken.does();
        taken.isIn("DELETED");
        owner.get(taken.path()).then().body("deletedAt", notNullValue());
        assertThat(storage.allocated()).isEqualTo(20).isEqualTo(storage.held());
        assertThat(storage.host().isReleased(new ThingKey(DesiredSnapshot.KIND, taken.id())))
                .isTrue();
        Storage.isIn(owner, disk, "AVAILABLE");
        assertThat(Told.types(taken.id()))
                .containsExactly(
                        "storage.disk-snapshot.created.v1",
                        "storage.disk-snapshot.ready.v1",
                        "storage.disk-snapshot.deleting.v1",
                        "storage.disk-snapshot.deleted.v1");
    }

    @Test
    void aDiskThatMayBeWrittenToIsNotCopiedUntilItIsProvenDetached() {
        Attached attached = Attached.made(storage, owner, disk, Guest.on(storage.host(), owner));
        isWritten();
        owner.delete("/v1/disk-attachments/" + attached.id()).then().statusCode(200);
        isWritten();
        storage.host().doesAttachment(attached.id());
        Eventually.rows(1, "select count(*) from disk_attachment where id = ? and status = 'DETACHED'", attached.id());
        owner.post(Taken.of(disk), named("before")).then().statusCode(201);
    }

    /** Nobody can have it once more until the host has the snapshot: what is said of its bytes stays true. */
    @Test
    void aDiskInCephIsCopiedWhileAnInstanceWritesToIt() {
        UUID inCeph = storage.inCeph(owner, 20);
        Attached attached = Attached.made(storage, owner, inCeph, Guest.on(storage.host(), owner));
        Response created = owner.post(Taken.of(inCeph), named("running"));
        created.then().statusCode(201).body("consistency", equalTo("CRASH_CONSISTENT"));
        Taken taken = new Taken(owner, storage.host(), inCeph, UUID.fromString(created.path("id")));
        assertThat(taken.told())
                .isEqualTo(new DesiredSnapshot(taken.id(), 1, true, false, owner.tenant(), inCeph, true));
        isBusy(owner.post(Attached.of(inCeph), Attached.to(Guest.on(storage.host(), owner), "/srv/orders")));
        taken.does();
        taken.isIn("AVAILABLE");
        owner.get(SNAPSHOTS + "?diskId=" + inCeph + "&consistency=CRASH_CONSISTENT")
                .then()
                .body("items.id", contains(taken.id().toString()));
        owner.get(SNAPSHOTS + "?diskId=" + inCeph + "&consistency=AT_REST")
                .then()
                .body("items", empty());
        owner.post("/v1/disks/" + inCeph + "/rollback", Map.of("snapshotId", taken.id()))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_ATTACHED"));
        owner.delete("/v1/disk-attachments/" + attached.id()).then().statusCode(200);
        storage.host().doesAttachment(attached.id());
        Eventually.rows(1, "select count(*) from disk_attachment where id = ? and status = 'DETACHED'", attached.id());
        owner.post(Taken.of(inCeph), named("after")).then().statusCode(201).body("consistency", equalTo("AT_REST"));
    }

    @Test
    void aDiskThatIsOnlyReadIsCopied() {
        Map<String, Object> body = Attached.to(Guest.on(storage.host(), owner), "/srv/orders");
        body.put("mountMode", "RO");
        owner.made(Attached.of(disk), body);
        owner.post(Taken.of(disk), named("before")).then().statusCode(201);
    }

    @Test
    void aDiskThatIsNotAvailableIsNotCopied() {
        owner.post(Taken.of(storage.begun(owner, 1)), named("before"))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_NOT_AVAILABLE"));
    }

    @Test
    void aDiskThatIsBeingCopiedIsNeitherAttachedNorGrownNorDeleted() {
        Taken taken = Taken.begun(storage, owner, disk);
        Map<String, Object> attachment = Attached.to(Guest.on(storage.host(), owner), "/srv/orders");
        isBusy(owner.post(Attached.of(disk), attachment));
        isBusy(owner.post("/v1/disks/" + disk + "/grow", Map.of("sizeGb", 30)));
        storage.host().says(taken.told(), ThingState.FAILED, "There is no space left");
        taken.isIn("ERROR");
        isBusy(owner.post(Attached.of(disk), attachment));
        taken.delete();
        owner.post(Attached.of(disk), attachment).then().statusCode(201);
    }

    @Test
    void aDiskIsDeletedAfterItsSnapshotsAndIsToldWhichTheyAre() {
        List<Taken> all = List.of("one", "two", "three", "four").stream()
                .map(name -> new Taken(owner, storage.host(), disk, owner.made(Taken.of(disk), named(name))))
                .toList();
        all.forEach(Taken::does);
        String path = "/v1/disks/" + disk;
        owner.delete(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_HAS_SNAPSHOTS"))
                .body("detail", containsString("the snapshots one, two, three and others;"));
        all.forEach(taken -> taken.isIn("AVAILABLE"));
        all.forEach(Taken::delete);
        owner.delete(path + "?dry_run=true").then().statusCode(200);
        all.forEach(Taken::does);
        all.forEach(taken -> taken.isIn("DELETED"));
        owner.delete(path).then().statusCode(200);
    }

    @Test
    void snapshotsFillTheirPoolToTheLastGigabyteAndNoFurtherWhoeverAsksAtOnce() {
        Storage small = Storage.of(10);
        UUID copied = small.available(owner, 2);
        List<Integer> answers = Crowd.of(
                16, number -> owner.post(Taken.of(copied), named("before")).statusCode());
        assertThat(answers).containsOnly(201, 507);
        assertThat(Collections.frequency(answers, 201)).isEqualTo(4);
        assertThat(small.allocated()).isEqualTo(10).isEqualTo(small.held());
        owner.post(Taken.of(copied), named("before")).then().body("code", equalTo("STORAGE_POOL_FULL"));
    }

    @Test
    void ofWhoAttachesAndWhoCopiesAtOnceOnlyOneIsServed() {
        Map<String, Object> attachment = Attached.to(Guest.on(storage.host(), owner), "/srv/orders");
        List<Integer> answers = Crowd.of(
                2,
                number -> number == 0
                        ? owner.post(Attached.of(disk), attachment).statusCode()
                        : owner.post(Taken.of(disk), named("before")).statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void aSnapshotIsDescribedAndFound() {
        Taken taken = Taken.begun(storage, owner, disk);
        Taken.begun(storage, owner, storage.available(owner, 1));
        owner.patch(taken.path(), Map.of("name", "after", "description", "Version 4", "tags", List.of("env:prod")))
                .then()
                .statusCode(200)
                .body("tags", contains("env:prod"));
        owner.patch(taken.path(), Collections.singletonMap("description", null))
                .then()
                .body("description", nullValue())
                .body("name", equalTo("after"));
        for (String query : List.of("diskId=" + disk, "tags=env:prod", "name=AFTER")) {
            owner.get(SNAPSHOTS + "?" + query)
                    .then()
                    .body("items.id", contains(taken.id().toString()));
        }
        owner.get(SNAPSHOTS + "?status=AVAILABLE").then().body("items", empty());
        owner.request()
                .header("If-Match", "\"1\"")
                .body(Map.of())
                .patch(taken.path())
                .then()
                .statusCode(412);
        Person.fresh().get(taken.path()).then().statusCode(404);
        Person.fresh().post(Taken.of(disk), named("mine")).then().statusCode(404);
        assertThat(Told.types(taken.id())).contains("storage.disk-snapshot.changed.v1");
    }

    @Test
    void theListIsWatched() {
        try (EventStream stream = EventStream.of(owner, SNAPSHOTS + "/stream")) {
            stream.tells("changed", Taken.begun(storage, owner, disk).id());
        }
    }

    @Test
    void whatIsOnlyTriedTakesNoRoom() {
        owner.post(Taken.of(disk) + "?dry_run=true", new HashMap<>(named("before")))
                .then()
                .statusCode(201);
        assertThat(storage.allocated()).isEqualTo(20);
    }

    @Test
    void aTenantHasAsManySnapshotsAsItsQuotaAllows() {
        UUID small = storage.available(owner, 1);
        CountedRows.areLimited(
                owner.tenant(), CountedKind.DISK_SNAPSHOTS, () -> owner.post(Taken.of(small), named("before")));
    }

    @Test
    void aTenantsSnapshotsHaveAsMuchTogetherAsItsQuotaAllows() {
        UUID small = storage.available(owner, 1);
        CountedRows.areLimited(
                owner.tenant(), CountedKind.DISK_SNAPSHOT_GB, () -> owner.post(Taken.of(small), named("before")));
        assertThat(storage.allocated()).isEqualTo(storage.held());
    }

    private void isWritten() {
        owner.post(Taken.of(disk), named("before"))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_ATTACHED"))
                .body("detail", containsString("its pool keeps files"))
                .body("detail", containsString("detach it"));
    }

    private static void isBusy(Response answer) {
        answer.then().statusCode(409).body("code", equalTo("DISK_BEING_COPIED"));
    }
}
