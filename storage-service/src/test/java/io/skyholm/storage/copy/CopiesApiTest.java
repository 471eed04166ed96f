package io.skyholm.storage.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.DesiredExport;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import io.skyholm.storage.Tus;
import io.skyholm.storage.backup.Exported;
import io.skyholm.storage.snapshot.Taken;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a disk holds becomes a version of an image; the test plays hosts, and leaves bytes with the object store. */
@QuarkusTest
class CopiesApiTest {

    private Person owner;
    private Storage storage;
    private UUID snapshot;
    private String image;

    @BeforeEach
    void aSnapshotAndAnImage() {
        owner = Person.fresh();
        storage = Storage.of(100);
        snapshot = Taken.made(storage, owner, storage.available(owner, 1)).id();
        image = Fresh.imageOf(owner);
    }

    @Test
    void aVersionHasTheBytesOfItsSnapshotOnceItsHostWritesNothingAnyMore() {
        String version = begun();
        DesiredExport told = told(version);
        assertThat(told)
                .isEqualTo(new DesiredExport(Fresh.id(version), 1, true, owner.tenant(), snapshot, told.objectId()));
        owner.get(version)
                .then()
                .body("status", equalTo("PENDING"))
                .body("sourceSnapshotId", equalTo(snapshot.toString()))
                .body("sizeBytes", equalTo(1 << 30));
        owner.delete("/v1/snapshots/" + snapshot).then().statusCode(409).body("code", equalTo("SNAPSHOT_IN_USE"));
        String sum = Exported.leave(told.objectId(), 1);
        host().leaves(told, sum);
        Eventually.found("what the host was told", () -> told(version).present(), present -> !present);
        owner.get(version).then().body("status", equalTo("PENDING"));
        owner.delete("/v1/snapshots/" + snapshot).then().statusCode(200);
        host().doesCopy(Fresh.id(version));
        Fresh.available(owner, version);
        owner.get(version)
                .then()
                .body("checksumSha256", equalTo(sum))
                .body("sizeGb", equalTo(1))
                .body("isDefault", equalTo(true));
        assertThat(host().isReleased(new ThingKey(DesiredExport.KIND, Fresh.id(version))))
                .isTrue();
        assertThat(Told.types(Fresh.id(version)))
                .containsExactly(
                        "storage.image-version.created.v1",
                        "storage.image-version.received.v1",
                        "storage.image-version.verified.v1",
                        "storage.image-version.changed.v1");
        assertThat(Sql.asSuperuser("storage")
                        .number(
                                "select count(*) from stored_object where id = ? and status = 'STORED'",
                                told.objectId()))
                .isEqualTo(1);
    }

    @Test
    void whyAHostCannotIsSaidAndItGoesOnWhenItCan() {
        String version = begun();
        host().says(told(version), ThingState.FAILED, "The object store is not there");
        Eventually.found(
                version, () -> owner.get(version).path("statusReason"), "The object store is not there"::equals);
        owner.get(version).then().body("status", equalTo("PENDING"));
        Exported.leave(told(version).objectId(), 1);
        host().doesCopy(Fresh.id(version));
        Eventually.found("what the host was told", () -> told(version).present(), present -> !present);
        host().doesCopy(Fresh.id(version));
        Fresh.available(owner, version);
        owner.get(version).then().body("statusReason", nullValue());
    }

    @Test
    void whatTakesTooLongFailsAndLeavesNothingOnceItsHostHasLetGo() {
        String version = begun();
        UUID object = told(version).objectId();
        Exported.leave(object, 1);
        Sql.asSuperuser("storage")
                .change(
                        "update version_copy set copy_until = now() - interval '1 day', status_reason = ? where id = ?",
                        "The disk is full",
                        Fresh.id(version));
        host().says(told(version), ThingState.FAILED, "The disk is still full");
        isIn(version, "FAILED");
        owner.get(version)
                .then()
                .body(
                        "failureReason",
                        equalTo("The bytes of the snapshot could not be copied in time: The disk is full"));
        Eventually.found("what the host was told", () -> told(version).present(), present -> !present);
        assertThat(Exported.isThere(object)).isTrue();
        owner.delete("/v1/snapshots/" + snapshot).then().statusCode(200);
        host().doesCopy(Fresh.id(version));
        Eventually.rows(0, "select count(*) from stored_object where id = ?", object);
        assertThat(Exported.isThere(object)).isFalse();
        Tus.uploaded(owner, version, Fresh.bytes(512));
        Fresh.available(owner, version);
        owner.get(version).then().body("sourceSnapshotId", nullValue());
    }

    @Test
    void bytesThatTheStoreDoesNotFindOrThatAreOthersThanAnnouncedMakeNoVersion() {
        Map<String, Object> body = ofSnapshot();
        body.put("checksumSha256", "a".repeat(64));
        String version = image + "/versions/" + owner.made(image + "/versions", body);
        Exported.leave(told(version).objectId(), 1);
        host().doesCopy(Fresh.id(version));
        Eventually.found("what the host was told", () -> told(version).present(), present -> !present);
        host().doesCopy(Fresh.id(version));
        isIn(version, "FAILED");
        owner.get(version).then().body("failureReason", notNullValue());
    }

    @Test
    void bytesThatAreOthersThanTheHostHasLeftMakeNoVersionAndWhatIsUploadedThenIsNotComparedWithThem() {
        String version = begun();
        Exported.leave(told(version).objectId(), 1);
        host().leaves(told(version), "a".repeat(64));
        Eventually.found("what the host was told", () -> told(version).present(), present -> !present);
        host().doesCopy(Fresh.id(version));
        isIn(version, "FAILED");
        owner.get(version)
                .then()
                .body("failureReason", startsWith("The object store has other bytes than the host has left there"));
        Tus.uploaded(owner, version, Fresh.bytes(512));
        Fresh.available(owner, version);
    }

    @Test
    void whoeverDeletesAVersionThatIsCopiedLeavesNothingBehind() {
        String version = begun();
        UUID object = told(version).objectId();
        Exported.leave(object, 1);
        owner.delete(version).then().statusCode(200);
        Eventually.found("what the host was told", () -> told(version).present(), present -> !present);
        assertThat(Exported.isThere(object)).isTrue();
        host().doesCopy(Fresh.id(version));
        Eventually.rows(0, "select count(*) from stored_object where id = ?", object);
        assertThat(Exported.isThere(object)).isFalse();
        owner.delete("/v1/snapshots/" + snapshot).then().statusCode(200);
    }

    @Test
    void aHostThatIsNoMoreFailsTheVersionAndADeletedTenantWaitsForNone() {
        String version = begun();
        UUID object = told(version).objectId();
        String other = begun();
        told(other);
        host().deleted();
        isIn(version, "FAILED");
        owner.get(version).then().body("failureReason", equalTo("The host of the snapshot is no more"));
        Eventually.rows(0, "select count(*) from stored_object where id = ?", object);
        DeletedTenant.of(owner.tenant()).isGone();
    }

    @Test
    void aSnapshotIsOfTheImagesTenantAvailableRawAndAlone() {
        Map<String, Object> body = ofSnapshot();
        body.put("sourceUrl", "https://images.example.org/debian.raw");
        refused(owner, image, body, "sourceSnapshotId");
        body = ofSnapshot();
        body.put("diskFormat", "QCOW2");
        refused(owner, image, body, "diskFormat");
        Person stranger = Person.fresh();
        refused(stranger, Fresh.imageOf(stranger), ofSnapshot(), "sourceSnapshotId");
        body = ofSnapshot();
        body.put(
                "sourceSnapshotId",
                Taken.made(storage, owner, storage.available(owner, 2)).id());
        refused(owner, image, body, "sourceSnapshotId");
        refused(Person.ADMIN, Fresh.imageOf(stranger), ofSnapshot(), "sourceSnapshotId");
        body = ofSnapshot();
        body.put(
                "sourceSnapshotId",
                Taken.begun(storage, owner, storage.available(owner, 1)).id());
        owner.post(image + "/versions", body).then().statusCode(409).body("code", equalTo("SNAPSHOT_NOT_AVAILABLE"));
        String version = begun();
        Tus.begin(owner, version, 512).then().statusCode(409).body("code", equalTo("VERSION_IMPORTING"));
    }

    private static void refused(Person person, String image, Map<String, Object> body, String field) {
        person.post(image + "/versions", body).then().statusCode(422).body("errors.field", hasItem(field));
    }

    private Host host() {
        return storage.host();
    }

    private Map<String, Object> ofSnapshot() {
        Map<String, Object> body = Fresh.version();
        body.put("sourceSnapshotId", snapshot);
        return body;
    }

    private String begun() {
        return image + "/versions/" + owner.made(image + "/versions", ofSnapshot());
    }

    private DesiredExport told(String version) {
        return host().copy(Fresh.id(version)).getLast();
    }

    private void isIn(String version, String status) {
        Eventually.found(version, () -> owner.get(version).path("status"), status::equals);
    }
}
