package io.skyholm.storage.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.Medium;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.events.storage.MountMode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Storage;
import io.skyholm.storage.Tus;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An ISO is put into the drive of an instance, and ejected; the test plays hosts and tells of instances. */
@QuarkusTest
class MediaApiTest {

    private static final String ATTACHMENTS = "/v1/disk-attachments";

    private Person owner;
    private Storage storage;
    private Guest guest;
    private String image;

    @BeforeEach
    void anInstance() {
        owner = Person.fresh();
        storage = Storage.of(100);
        guest = Guest.on(storage.host(), owner);
        image = Fresh.imageOf(owner);
    }

    @Test
    void anIsoIsInTheDriveWhenTheHostHasShownItUntilItIsEjected() {
        UUID iso = iso();
        Response created = owner.post(Attached.of(iso), Map.of("instanceId", guest.id(), "mountMode", "RO"));
        created.then()
                .statusCode(201)
                .body("device", equalTo("CDROM"))
                .body("bootsFirst", equalTo(false))
                .body("mountMode", equalTo("RO"));
        Attached inserted = new Attached(owner, storage.host(), iso, UUID.fromString(created.path("id")));
        assertThat(inserted.told())
                .isEqualTo(new DesiredAttachment(
                        inserted.id(),
                        1,
                        true,
                        iso,
                        guest.virtualMachine(),
                        MountMode.RO,
                        AttachDisk.DRIVE,
                        1,
                        null,
                        new Medium(false)));
        inserted.does();
        inserted.isIn("ATTACHED");
        owner.get(ATTACHMENTS + "?device=CDROM&instanceId=" + guest.id())
                .then()
                .body("items.diskId", contains(iso.toString()));
        inserted.detach();
        inserted.does();
        inserted.isIn("DETACHED");
        owner.post(Attached.of(iso), Map.of("instanceId", guest.id(), "mountMode", "RO"))
                .then()
                .statusCode(201);
    }

    @Test
    void theInstanceBootsFromItIfThatIsWanted() {
        UUID iso = iso();
        Map<String, Object> body = Map.of("instanceId", guest.id(), "mountMode", "RO", "bootsFirst", true);
        UUID inserted = owner.made(Attached.of(iso), body);
        assertThat(storage.host().attachment(inserted).getLast().medium()).isEqualTo(new Medium(true));
        owner.get(ATTACHMENTS + "/" + inserted).then().body("bootsFirst", equalTo(true));
    }

    @Test
    void anInstanceHasOneDriveBesideItsDisks() {
        UUID data = storage.available(owner, 1);
        owner.made(Attached.of(data), Attached.to(guest, AttachDisk.DRIVE));
        owner.made(Attached.of(iso()), Map.of("instanceId", guest.id(), "mountMode", "RO"));
        owner.post(Attached.of(iso()), Map.of("instanceId", guest.id(), "mountMode", "RO"))
                .then()
                .statusCode(409)
                .body("code", equalTo("DRIVE_IN_USE"));
    }

    @Test
    void whatIsSaidOfDrivesAndOfDisksIsNotMixed() {
        UUID iso = iso();
        UUID data = storage.available(owner, 1);
        isRefused(Attached.of(iso), Attached.to(guest, "/srv/orders"), "mountPath");
        isRefused(Attached.of(iso), Map.of("instanceId", guest.id(), "mountMode", "RW"), "mountMode");
        isRefused(Attached.of(data), Map.of("instanceId", guest.id(), "mountMode", "RO"), "mountPath");
        Map<String, Object> boot = new HashMap<>(Attached.to(guest, "/srv/orders"));
        boot.put("bootsFirst", true);
        isRefused(Attached.of(data), boot, "bootsFirst");
    }

    private void isRefused(String path, Map<String, Object> body, String field) {
        owner.post(path, body).then().statusCode(422).body("errors.field", hasItem(field));
    }

    @Test
    void bytesThatAreNoIsoAreNotTakenForOne() {
        String version = version();
        Tus.uploaded(owner, version, Fresh.bytes(64 * 1024));
        Eventually.found(version, () -> owner.get(version).path("status"), "FAILED"::equals);
    }

    @Test
    void otherDisksAreNone() {
        owner.get("/v1/disks/" + storage.available(owner, 1))
                .then()
                .body("isIso", equalTo(false))
                .body("imageVersionId", nullValue());
    }

    /** A disk with the bytes of an ISO, which its host has made. */
    private UUID iso() {
        String version = version();
        Tus.uploaded(owner, version, Fresh.iso(64 * 1024));
        Fresh.available(owner, version);
        Map<String, Object> body = storage.disk(1);
        body.put("imageId", Fresh.id(image));
        body.put("imageVersionId", Fresh.id(version));
        UUID disk = owner.made("/v1/disks", body);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.get("/v1/disks/" + disk).then().body("isIso", equalTo(true));
        return disk;
    }

    private String version() {
        Map<String, Object> body = Fresh.version();
        body.put("diskFormat", DiskFormat.ISO);
        return image + "/versions/" + owner.made(image + "/versions", body);
    }
}
