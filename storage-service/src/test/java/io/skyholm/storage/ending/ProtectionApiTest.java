package io.skyholm.storage.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Storage;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disks and images that their owner has protected stay, whatever would have them end; the test moves time, and plays hosts. */
@QuarkusTest
class ProtectionApiTest {

    private Person owner;
    private Storage storage;
    private UUID disk;
    private String path;
    private String image;
    private String version;

    @BeforeEach
    void aProtectedDiskAndAProtectedImage() {
        owner = Person.fresh();
        storage = Storage.of(100);
        disk = storage.available(owner, 1);
        path = "/v1/disks/" + disk;
        image = Fresh.imageOf(owner);
        version = Fresh.availableOf(owner, image);
        isProtected(path, true);
        isProtected(image, true);
    }

    @Test
    void theyAreMadeUnprotectedUnlessTheyAreAskedToBe() {
        Map<String, Object> body = storage.disk(1);
        owner.post("/v1/disks", body).then().statusCode(201).body("deletionProtection", equalTo(false));
        body.put("deletionProtection", true);
        owner.post("/v1/disks", body).then().statusCode(201).body("deletionProtection", equalTo(true));
        Map<String, Object> kept = Fresh.image(Fresh.name());
        kept.put("deletionProtection", true);
        owner.post("/v1/images", kept).then().statusCode(201).body("deletionProtection", equalTo(true));
    }

    @Test
    void aDiskIsDeletedOnceItsProtectionIsTakenAway() {
        refuses(owner.delete(path));
        refuses(owner.delete(path + "?now=true"));
        refuses(owner.delete(path + "?dry_run=true"));
        owner.get(path).then().body("deletableAt", nullValue());
        isProtected(path, false);
        owner.delete(path).then().statusCode(200);
    }

    @Test
    void whatIsNamedWithADiskStaysWithIt() {
        UUID snapshot = owner.made(path + "/snapshots", Map.of("name", "before"));
        storage.host().doesSnapshot(snapshot);
        Eventually.rows(1, "select count(*) from disk_snapshot where id = ? and status = 'AVAILABLE'", snapshot);
        refuses(owner.delete(path + "?with=" + snapshot));
        owner.get("/v1/snapshots/" + snapshot).then().body("status", equalTo("AVAILABLE"));
    }

    @Test
    void aDiskThatExpiresStaysAndSaysWhyUntilItIsNotProtected() {
        owner.patch(
                        path,
                        Map.of(
                                "expiresAt",
                                TestClock.now().plus(Duration.ofHours(1)).toString()))
                .then()
                .statusCode(200);
        TestClock.forward(Duration.ofHours(2));
        told(disk, "storage.disk.expiry-blocked.v1");
        owner.get(path)
                .then()
                .body("deletableAt", nullValue())
                .body("expiryBlocker", containsString("deletionProtection"));
        isProtected(path, false);
        TestClock.forward(Duration.ofMinutes(11));
        told(disk, "storage.disk.deletion-scheduled.v1");
    }

    @Test
    void anImageStaysWithTheVersionsThatCanBeUsed() {
        UUID id = Fresh.id(version);
        refuses(owner.delete(image + "?with=" + id));
        refuses(owner.delete(version));
        refuses(owner.delete(version + "?now=true"));
        String empty = Fresh.versionOf(owner, image);
        owner.delete(empty).then().statusCode(200);
        owner.patch(
                        version,
                        Map.of(
                                "expiresAt",
                                TestClock.now().plus(Duration.ofHours(1)).toString()))
                .then()
                .statusCode(200);
        TestClock.forward(Duration.ofHours(2));
        told(id, "storage.image-version.expiry-blocked.v1");
        owner.get(version).then().body("expiryBlocker", containsString("deletionProtection"));
        isProtected(image, false);
        owner.delete(image + "?with=" + id).then().statusCode(200);
    }

    @Test
    void theyGoWithTheirTenantAllTheSame() {
        DeletedTenant deleted = DeletedTenant.of(owner.tenant());
        deleted.waits("disks", "hosts");
        storage.host().does(disk);
        deleted.isGone();
        assertThat(Told.types(disk)).endsWith("storage.disk.deleted.v1");
        assertThat(Told.types(Fresh.id(image))).endsWith("storage.image.deleted.v1");
    }

    @Test
    void aDiskThatAnInstanceBootsFromIsProtectedWithIt() {
        Sql.asSuperuser("storage")
                .change("update disk set boot_instance_id = ?, boot_builds = 1 where id = ?", UUID.randomUUID(), disk);
        owner.patch(path, Map.of("deletionProtection", true))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_BOOTS_INSTANCE"));
    }

    private void isProtected(String what, boolean wanted) {
        owner.patch(what, Map.of("deletionProtection", wanted))
                .then()
                .statusCode(200)
                .body("deletionProtection", equalTo(wanted));
    }

    private static void refuses(Response answer) {
        answer.then().statusCode(409).body("code", equalTo("DELETION_PROTECTED"));
    }

    private static void told(UUID id, String event) {
        Eventually.found(event, () -> Told.types(id), types -> types.contains(event));
    }
}
