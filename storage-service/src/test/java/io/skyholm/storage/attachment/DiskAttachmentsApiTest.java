package io.skyholm.storage.attachment;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.IoLimits;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.MountMode;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.EventStream;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with attachments; the test plays hosts and tells of instances. */
@QuarkusTest
class DiskAttachmentsApiTest {

    private static final String ATTACHMENTS = "/v1/disk-attachments";

    private Person owner;
    private Storage storage;
    private Guest guest;
    private UUID disk;

    @BeforeEach
    void aDiskAndAnInstanceOnItsHost() {
        owner = Person.fresh();
        storage = Storage.of(100);
        guest = Guest.on(storage.host(), owner);
        disk = storage.available(owner, 1);
    }

    @Test
    void aDiskIsAttachedWhenTheHostHasShownItAndDetachedLikewise() {
        Response created = owner.post(Attached.of(disk), Attached.to(guest, "/srv/orders"));
        created.then()
                .statusCode(201)
                .body("status", equalTo("ATTACHING"))
                .body("diskId", equalTo(disk.toString()))
                .body("mountMode", equalTo("RW"))
                .body("attachedAt", nullValue())
                .body("attachedBy", equalTo(owner.id().toString()));
        Attached attached = new Attached(owner, storage.host(), disk, UUID.fromString(created.path("id")));
        assertThat(created.header("Location")).isEqualTo(attached.path());
        assertThat(attached.told())
                .isEqualTo(new DesiredAttachment(
                        attached.id(), 1, true, disk, guest.virtualMachine(), MountMode.RW, "/srv/orders", 1));
        attached.does();
        attached.isIn("ATTACHED");
        owner.get(attached.path()).then().body("attachedAt", notNullValue());
        attached.detach();
        owner.delete(attached.path()).then().statusCode(409).body("code", equalTo("ATTACHMENT_IS_DETACHING"));
        assertThat(attached.told().present()).isFalse();
        attached.does();
        attached.isIn("DETACHED");
        owner.get(attached.path()).then().body("deletedAt", notNullValue());
        owner.delete(attached.path()).then().statusCode(404);
        assertThat(storage.host().isReleased(new ThingKey(DesiredAttachment.KIND, attached.id())))
                .isTrue();
        assertThat(Told.types(attached.id()))
                .containsExactly(
                        "storage.disk-attachment.created.v1",
                        "storage.disk-attachment.attached.v1",
                        "storage.disk-attachment.detaching.v1",
                        "storage.disk-attachment.detached.v1");
    }

    @Test
    void theHostOfAnAttachedDiskIsToldItsLimitsAndWhenTheyChange() {
        owner.patch("/v1/disks/" + disk, Map.of("maxIops", 500))
                .then()
                .statusCode(200)
                .body("maxIops", equalTo(500));
        Attached attached = Attached.begun(storage, owner, disk, guest);
        assertThat(attached.told().limits()).isEqualTo(new IoLimits(500, null));
        attached.does();
        attached.isIn("ATTACHED");
        owner.patch("/v1/disks/" + disk, Map.of("maxMibPerSecond", 20)).then().statusCode(200);
        Eventually.found("limits", () -> attached.told().limits(), new IoLimits(500, 20)::equals);
        attached.isIn("ATTACHED");
        attached.does();
        Eventually.rows(
                1,
                "select count(*) from disk_attachment where id = ? and status = 'ATTACHED' and wait_until is null",
                attached.id());
        owner.patch("/v1/disks/" + disk, Map.of("name", "other")).then().statusCode(200);
        assertThat(attached.told().generation()).isEqualTo(2);
    }

    @Test
    void ofManyWhoWantAnExclusiveDiskAtOnceExactlyOneGetsIt() {
        List<Guest> guests = Crowd.of(64, number -> Guest.on(storage.host(), owner));
        List<Response> answers =
                Crowd.of(64, number -> owner.post(Attached.of(disk), Attached.to(guests.get(number), "/data")));
        List<Integer> codes = answers.stream().map(Response::statusCode).toList();
        assertThat(codes).containsOnly(201, 409);
        assertThat(Collections.frequency(codes, 201)).isEqualTo(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat((String) answer.path("code")).isEqualTo("DISK_IN_USE"));
        owner.get(ATTACHMENTS + "?diskId=" + disk).then().body("items.status", contains("ATTACHING"));
    }

    @Test
    void aSharedDiskIsAttachedToAsManyAsItAllowsAndNoMore() {
        owner.patch("/v1/disks/" + disk, Map.of("shareMode", "SHARED", "maxAttachments", 3))
                .then()
                .statusCode(200)
                .body("maxAttachments", equalTo(3));
        List<Guest> guests = Crowd.of(8, number -> Guest.on(storage.host(), owner));
        List<Integer> codes =
                Crowd.of(8, number -> owner.post(Attached.of(disk), Attached.to(guests.get(number), "/data"))
                        .statusCode());
        assertThat(Collections.frequency(codes, 201)).isEqualTo(3);
        assertThat(Collections.frequency(codes, 409)).isEqualTo(5);
    }

    @Test
    void anInstanceHasADiskOnceAndOneDiskAtEachPath() {
        Attached.begun(storage, owner, disk, guest);
        refused(disk, Attached.to(guest, "/srv/other"), "INSTANCE_HAS_DISK");
        UUID other = storage.available(owner, 1);
        refused(other, Attached.to(guest, "/srv/" + disk), "MOUNT_PATH_TAKEN");
        owner.post(Attached.of(other), Attached.to(Guest.on(storage.host(), owner), "/srv/" + disk))
                .then()
                .statusCode(201);
    }

    @Test
    void onlyInstancesOnTheMachineOfTheDisksPoolCanHaveIt() {
        refused(disk, Attached.to(Guest.without(owner), "/data"), "INSTANCE_NOT_PLACED");
        refused(disk, Attached.to(Guest.on(Host.fresh(), owner), "/data"), "INSTANCE_ON_ANOTHER_MACHINE");
        refused(storage.begun(owner, 1), Attached.to(guest, "/data"), "DISK_NOT_AVAILABLE");
    }

    @Test
    void anInstanceOfAnotherTenantIsRefusedAsOneThatIsNotThere() {
        Guest foreign = Guest.on(storage.host(), Person.fresh());
        guest.isDeleted();
        Guest unknown = new Guest(UUID.randomUUID(), disk, disk, disk, foreign.generation());
        List<String> answers = List.of(foreign, guest, unknown).stream()
                .map(one -> owner.post(Attached.of(disk), Attached.to(one, "/data")))
                .map(answer ->
                        answer.then().statusCode(422).extract().path("errors").toString())
                .toList();
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).contains("instanceId");
        ADMIN.post(Attached.of(disk), Attached.to(foreign, "/data")).then().statusCode(422);
        Person.fresh()
                .post(Attached.of(disk), Attached.to(foreign, "/data"))
                .then()
                .statusCode(404);
    }

    @Test
    void anAttachedDiskIsNeitherDeletedNorGrownNorSharedOtherwise() {
        Attached attached = Attached.made(storage, owner, disk, guest);
        String path = "/v1/disks/" + disk;
        owner.delete(path).then().statusCode(409).body("code", equalTo("DISK_ATTACHED"));
        owner.post(path + "/grow", Map.of("sizeGb", 2)).then().statusCode(409).body("code", equalTo("DISK_ATTACHED"));
        owner.patch(path, Map.of("shareMode", "SHARED")).then().statusCode(409).body("code", equalTo("DISK_ATTACHED"));
        owner.patch(path, Map.of("shareMode", "EXCLUSIVE", "name", "invoices"))
                .then()
                .statusCode(200);
        assertThat(storage.allocated()).isEqualTo(1);
        attached.detach();
        owner.delete(path).then().statusCode(409).body("code", equalTo("DISK_ATTACHED"));
        attached.does();
        attached.isIn("DETACHED");
        owner.delete(path).then().statusCode(200);
    }

    @Test
    void howADiskIsSharedIsSaidWhenItIsMade() {
        Map<String, Object> body = storage.disk(1);
        body.put("maxAttachments", 2);
        owner.post("/v1/disks", body).then().statusCode(422).body("errors.field", hasItem("maxAttachments"));
        body.put("shareMode", "SHARED");
        owner.post("/v1/disks", body).then().statusCode(201).body("maxAttachments", equalTo(2));
        body.put("maxAttachments", 17);
        owner.post("/v1/disks", body).then().statusCode(422).body("errors.field", hasItem("maxAttachments"));
    }

    @Test
    void attachmentsAreListedByDiskInstanceAndStatus() {
        Attached attached = Attached.made(storage, owner, disk, guest);
        String id = attached.id().toString();
        owner.get(ATTACHMENTS + "?instanceId=" + guest.id() + "&status=ATTACHED")
                .then()
                .body("items.id", contains(id));
        owner.get(ATTACHMENTS + "?diskId=" + disk + "&status=FAILED").then().body("items", empty());
        attached.detach();
        attached.does();
        attached.isIn("DETACHED");
        owner.get(ATTACHMENTS + "?diskId=" + disk).then().body("items", empty());
        owner.get(ATTACHMENTS + "?deleted=only&diskId=" + disk).then().body("items.id", contains(id));
        Person.fresh().get(attached.path()).then().statusCode(404);
    }

    @Test
    void theListIsWatched() {
        try (EventStream stream = EventStream.of(owner, ATTACHMENTS + "/stream")) {
            stream.tells("changed", Attached.begun(storage, owner, disk, guest).id());
        }
    }

    @Test
    void aTenantHasAsManyAttachmentsAsItsQuotaAllows() {
        CountedRows.areLimited(
                owner.tenant(),
                CountedKind.DISK_ATTACHMENTS,
                () -> owner.post(
                        Attached.of(storage.available(owner, 1)), Attached.to(guest, "/" + UUID.randomUUID())));
    }

    private void refused(UUID which, Map<String, Object> body, String code) {
        owner.post(Attached.of(which), body).then().statusCode(409).body("code", equalTo(code));
    }
}
