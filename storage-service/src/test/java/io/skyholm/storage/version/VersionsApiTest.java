package io.skyholm.storage.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Tus;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An image has versions, of which one is the latest and one the default. */
@QuarkusTest
class VersionsApiTest {

    private final Person owner = Person.fresh();
    private String image;

    @BeforeEach
    void begin() {
        image = Fresh.imageOf(owner);
    }

    @Test
    void newestThatCanBeUsedIsTheLatestAndTheFirstOneIsTheDefaultUntilAnotherIsChosen() {
        String first = Fresh.availableOf(owner, image);
        is(first, true, true);
        String second = Fresh.versionOf(owner, image);
        is(second, false, false);
        owner.patch(second, Map.of("isDefault", true))
                .then()
                .statusCode(409)
                .body("code", equalTo("VERSION_NOT_AVAILABLE"));
        Tus.uploaded(owner, second, Fresh.bytes(512));
        Fresh.available(owner, second);
        is(first, false, true);
        is(second, true, false);
        owner.patch(second, Map.of("isDefault", true)).then().statusCode(200).body("isDefault", equalTo(true));
        is(first, false, false);
        owner.patch(second, Map.of("isDefault", false)).then().statusCode(422);
        owner.get(image + "/versions?isDefault=true")
                .then()
                .body("items.id", contains(Fresh.id(second).toString()));
        owner.delete(second + "?now=true").then().statusCode(200).body("status", equalTo("DELETED"));
        is(first, true, true);
        assertThat(Told.types(Fresh.id(first)))
                .containsExactly(
                        "storage.image-version.created.v1",
                        "storage.image-version.changed.v1",
                        "storage.image-version.received.v1",
                        "storage.image-version.verified.v1",
                        "storage.image-version.changed.v1",
                        "storage.image-version.changed.v1",
                        "storage.image-version.changed.v1",
                        "storage.image-version.changed.v1");
    }

    @Test
    void versionsFormATreeWhoseBranchesGoBeforeIt() {
        String parent = Fresh.versionOf(owner, image);
        Map<String, Object> child = Fresh.version();
        child.put("parentVersionId", Fresh.id(parent));
        String made = image + "/versions/" + owner.made(image + "/versions", child);
        owner.delete(parent).then().statusCode(409).body("code", equalTo("VERSION_IS_PARENT"));
        child = Fresh.version();
        child.put("parentVersionId", Fresh.id(Fresh.versionOf(owner, Fresh.imageOf(owner))));
        owner.post(image + "/versions", child).then().statusCode(422).body("errors.field", contains("parentVersionId"));
        owner.delete(made).then().statusCode(200);
        owner.delete(parent).then().statusCode(200);
    }

    @Test
    void numberIsTakenOncePerImage() {
        Map<String, Object> body = Fresh.version();
        owner.made(image + "/versions", body);
        owner.post(image + "/versions", body).then().statusCode(409).body("code", equalTo("VERSION_TAKEN"));
        owner.made(Fresh.imageOf(owner) + "/versions", body);
    }

    @Test
    void imageWithVersionsIsNotDeletedAndAVersionOfAnotherImageIsNotFound() {
        String version = Fresh.versionOf(owner, image);
        owner.delete(image).then().statusCode(409).body("code", equalTo("IMAGE_HAS_VERSIONS"));
        String elsewhere = Fresh.imageOf(owner) + "/versions/" + Fresh.id(version);
        owner.get(elsewhere).then().statusCode(404);
        owner.patch(elsewhere, Map.of("releaseNotes", "x")).then().statusCode(404);
        owner.patch(version, Map.of("releaseNotes", "New kernel")).then().statusCode(200);
        owner.delete(version).then().statusCode(200).body("deletedAt", notNullValue());
        owner.delete(image).then().statusCode(200);
    }

    @Test
    void deletedVersionTakesItsBytesAndItsUploadWithIt() {
        String version = Fresh.availableOf(owner, image);
        String open = Fresh.versionOf(owner, image);
        String upload = Tus.begun(owner, open, 1024);
        Tus.send(owner, upload, 0, Fresh.bytes(100)).then().statusCode(204);
        owner.delete(version + "?now=true").then().statusCode(200);
        owner.delete(open).then().statusCode(200);
        Tus.send(owner, upload, 100, Fresh.bytes(100)).then().statusCode(404);
        owner.get(version + "/content").then().statusCode(409);
        Eventually.rows(0, "select count(*) from stored_object where tenant_id = ?", owner.tenant());
    }

    @Test
    void tenantMakesAsManyAsItsQuotaAllows() {
        CountedRows.areLimited(
                owner.tenant(), CountedKind.IMAGE_VERSIONS, () -> owner.post(image + "/versions", Fresh.version()));
    }

    private void is(String version, boolean latest, boolean byDefault) {
        owner.get(version).then().body("isLatest", equalTo(latest)).body("isDefault", equalTo(byDefault));
    }
}
