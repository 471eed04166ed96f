package io.skyholm.storage.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Storage;
import io.skyholm.storage.Tus;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of images and their versions that somebody has deleted; the test moves time. */
@QuarkusTest
class DeletedVersionsApiTest {

    private static final Duration DAY = Duration.ofHours(24).plusSeconds(1);

    private Person owner;
    private String image;
    private String version;

    @BeforeEach
    void aVersion() {
        owner = Person.fresh();
        image = Fresh.imageOf(owner);
        version = Fresh.availableOf(owner, image);
    }

    @Test
    void aVersionIsUsedByNobodyUntilItIsTakenBack() {
        owner.delete(version)
                .then()
                .statusCode(200)
                .body("status", equalTo("AVAILABLE"))
                .body("deletableAt", notNullValue())
                .body("isLatest", equalTo(false))
                .body("filePath", nullValue());
        owner.get(image).then().body("defaultVersionId", nullValue());
        owner.get(image + "/versions").then().body("items", empty());
        owner.get(image + "/versions?deleted=only")
                .then()
                .body("items.id", contains(Fresh.id(version).toString()));
        owner.get(version + "/content").then().statusCode(409).body("code", equalTo("VERSION_NOT_AVAILABLE"));
        owner.delete(version).then().statusCode(409).body("code", equalTo("VERSION_IS_DELETED"));
        owner.patch(version, Map.of("isDefault", true))
                .then()
                .statusCode(409)
                .body("code", equalTo("VERSION_IS_DELETED"));
        owner.post(image + "/tags", Map.of("tagName", "stable", "versionId", Fresh.id(version)))
                .then()
                .statusCode(422);
        Person.fresh().post(version + "/restore", Map.of()).then().statusCode(404);
        owner.post(version + "/restore", Map.of())
                .then()
                .statusCode(200)
                .body("isLatest", equalTo(true))
                .body("isDefault", equalTo(true));
        owner.post(version + "/restore", Map.of()).then().statusCode(409).body("code", equalTo("VERSION_NOT_DELETED"));
        owner.get(version + "/content").then().statusCode(200);
        assertThat(Told.types(Fresh.id(version)))
                .contains("storage.image-version.deletion-scheduled.v1", "storage.image-version.restored.v1");
    }

    @Test
    void itsNumberMayBeTakenMeanwhile() {
        String number = owner.get(version).path("versionNumber");
        owner.delete(version).then().statusCode(200);
        String other = image + "/versions/"
                + owner.made(image + "/versions", Map.of("versionNumber", number, "diskFormat", "RAW"));
        owner.post(version + "/restore", Map.of()).then().statusCode(409).body("code", equalTo("VERSION_TAKEN"));
        owner.delete(other).then().statusCode(200).body("status", equalTo("DELETED"));
        owner.post(version + "/restore", Map.of()).then().statusCode(200);
    }

    @Test
    void itsBytesGoWhenItsTimeHasCome() {
        owner.delete(version).then().statusCode(200);
        owner.delete(image).then().statusCode(200).body("deletableAt", notNullValue());
        TestClock.forward(DAY);
        Eventually.found(version, () -> owner.get(version).path("status"), "DELETED"::equals);
        Eventually.rows(0, "select count(*) from stored_object where tenant_id = ?", owner.tenant());
        owner.get(version).then().body("deletableAt", nullValue());
        TestClock.forward(DAY);
        Eventually.found(image, () -> owner.get(image).path("status"), "DELETED"::equals);
        assertThat(Told.types(Fresh.id(version))).endsWith("storage.image-version.deleted.v1");
        assertThat(Told.types(Fresh.id(image))).endsWith("storage.image.deleted.v1");
    }

    @Test
    void aDiskThatIsBeingMadeOfItIsMade() {
        Storage storage = Storage.of(10);
        Map<String, Object> body = storage.disk(1);
        body.putAll(Map.of("imageId", Fresh.id(image), "imageVersionId", Fresh.id(version)));
        UUID disk = owner.made("/v1/disks", body);
        owner.delete(version).then().statusCode(200);
        owner.post("/v1/disks", body).then().statusCode(409).body("code", equalTo("VERSION_NOT_AVAILABLE"));
        DesiredDisk desired = storage.host().desired(disk).getFirst();
        assertThat(desired.source()).isNotNull();
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
    }

    @Test
    void whatWasMadeFromAVersionIsTakenBackAfterIt() {
        Map<String, Object> body = Fresh.version();
        body.put("parentVersionId", Fresh.id(version));
        String child = image + "/versions/" + owner.made(image + "/versions", body);
        owner.delete(version).then().statusCode(409).body("code", equalTo("VERSION_IS_PARENT"));
        Tus.uploaded(owner, child, Fresh.bytes(512));
        Fresh.available(owner, child);
        owner.delete(child).then().statusCode(200);
        owner.delete(version + "?now=true").then().statusCode(409).body("code", equalTo("VERSION_IS_PARENT"));
        owner.delete(version).then().statusCode(200);
        owner.post(child + "/restore", Map.of()).then().statusCode(409).body("code", equalTo("VERSION_PARENT_DELETED"));
        owner.post(version + "/restore", Map.of()).then().statusCode(200);
        owner.post(child + "/restore", Map.of()).then().statusCode(200);
    }

    @Test
    void anImageIsTakenBackBeforeItsVersions() {
        owner.delete(version).then().statusCode(200);
        owner.delete(image + "?now=true").then().statusCode(409).body("code", equalTo("IMAGE_HAS_VERSIONS"));
        owner.delete(image).then().statusCode(200);
        owner.delete(image).then().statusCode(409).body("code", equalTo("IMAGE_IS_DELETED"));
        owner.get("/v1/images?visibility=PRIVATE").then().body("items", empty());
        owner.patch(image, Map.of("name", "Other")).then().statusCode(409).body("code", equalTo("IMAGE_IS_DELETED"));
        owner.post(image + "/versions", Fresh.version())
                .then()
                .statusCode(409)
                .body("code", equalTo("IMAGE_IS_DELETED"));
        owner.post(version + "/restore", Map.of()).then().statusCode(409).body("code", equalTo("IMAGE_IS_DELETED"));
        Person.fresh().post(image + "/restore", Map.of()).then().statusCode(404);
        owner.post(image + "/restore", Map.of()).then().statusCode(200).body("deletableAt", nullValue());
        owner.post(image + "/restore", Map.of()).then().statusCode(409).body("code", equalTo("IMAGE_NOT_DELETED"));
        owner.post(version + "/restore", Map.of()).then().statusCode(200);
    }

    @Test
    void theNameOfAnImageMayBeTakenMeanwhile() {
        String empty = "/v1/images/" + owner.made("/v1/images", Fresh.image("Debian"));
        owner.delete(empty).then().statusCode(200);
        String other = "/v1/images/" + owner.made("/v1/images", Fresh.image("Debian"));
        owner.post(empty + "/restore", Map.of()).then().statusCode(409).body("code", equalTo("IMAGE_NAME_TAKEN"));
        owner.patch(other, Map.of("name", "Debian 13")).then().statusCode(200);
        owner.post(empty + "/restore", Map.of()).then().statusCode(200);
    }

    @Test
    void itsOwnerMayEndItAtOnce() {
        owner.delete(version).then().statusCode(200);
        owner.delete(version + "?now=true").then().statusCode(200).body("status", equalTo("DELETED"));
        owner.delete(image + "?now=true").then().statusCode(200).body("deletedAt", notNullValue());
        Eventually.rows(0, "select count(*) from stored_object where tenant_id = ?", owner.tenant());
    }
}
