package io.skyholm.storage.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Projects;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Storage;
import io.skyholm.storage.importing.Senders;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of what expires by its owner's choice; the test moves time, and plays hosts. */
@QuarkusTest
class ExpiryApiTest {

    private static final String DISKS = "/v1/disks/";

    private Person owner;
    private Storage storage;
    private UUID disk;

    @BeforeEach
    void aDisk() {
        owner = Person.fresh();
        storage = Storage.of(100);
        disk = storage.available(owner, 1);
    }

    @Test
    void aDiskIsDeletedAsItsOwnerWouldAfterThatHasBeenTold() {
        expires(DISKS + disk, Duration.ofDays(30));
        TestClock.forward(Duration.ofDays(28));
        told(disk, "storage.disk.expiring.v1");
        owner.get(DISKS + disk).then().body("deletableAt", nullValue());
        TestClock.forward(Duration.ofDays(2).plusSeconds(2));
        told(disk, "storage.disk.deletion-scheduled.v1");
        owner.post(DISKS + disk + "/restore", Map.of())
                .then()
                .statusCode(200)
                .body("expiresAt", nullValue())
                .body("deletableAt", nullValue());
        TestClock.forward(Duration.ofDays(2));
        owner.get(DISKS + disk).then().body("status", equalTo("AVAILABLE"));
        assertThat(Told.types(disk)).containsOnlyOnce("storage.disk.expiring.v1");
    }

    @Test
    void whatIsUsedStaysAndSaysWhyUntilItIsNot() {
        UUID snapshot = owner.made(DISKS + disk + "/snapshots", Map.of("name", "before"));
        storage.host().doesSnapshot(snapshot);
        Eventually.rows(1, "select count(*) from disk_snapshot where id = ? and status = 'AVAILABLE'", snapshot);
        expires(DISKS + disk, Duration.ofHours(1));
        TestClock.forward(Duration.ofHours(2));
        told(disk, "storage.disk.expiry-blocked.v1");
        owner.get(DISKS + disk)
                .then()
                .body("status", equalTo("AVAILABLE"))
                .body("deletableAt", nullValue())
                .body("expiryBlocker", containsString("before"));
        owner.delete("/v1/snapshots/" + snapshot).then().statusCode(200);
        storage.host().doesSnapshot(snapshot);
        Eventually.rows(1, "select count(*) from disk_snapshot where id = ? and status = 'DELETED'", snapshot);
        TestClock.forward(Duration.ofMinutes(11));
        told(disk, "storage.disk.deletion-scheduled.v1");
        assertThat(Told.types(disk)).containsOnlyOnce("storage.disk.expiry-blocked.v1");
    }

    @Test
    void aSnapshotIsRemoved() {
        UUID snapshot = owner.made(
                DISKS + disk + "/snapshots",
                Map.of("name", "before", "expiresAt", TestClock.now().plus(Duration.ofDays(10))));
        storage.host().doesSnapshot(snapshot);
        Eventually.rows(1, "select count(*) from disk_snapshot where id = ? and status = 'AVAILABLE'", snapshot);
        TestClock.forward(Duration.ofDays(8));
        told(snapshot, "storage.disk-snapshot.expiring.v1");
        TestClock.forward(Duration.ofDays(3));
        told(snapshot, "storage.disk-snapshot.deleting.v1");
        storage.host().doesSnapshot(snapshot);
        Eventually.rows(1, "select count(*) from disk_snapshot where id = ? and status = 'DELETED'", snapshot);
    }

    @Test
    void aVersionThatATagNamesStays() {
        String image = Fresh.imageOf(owner);
        String version = Fresh.availableOf(owner, image);
        UUID id = Fresh.id(version);
        String tag = image + "/tags/" + owner.made(image + "/tags", Map.of("tagName", "stable", "versionId", id));
        expires(version, Duration.ofDays(1));
        told(id, "storage.image-version.expiring.v1");
        TestClock.forward(Duration.ofDays(2));
        told(id, "storage.image-version.expiry-blocked.v1");
        owner.get(version)
                .then()
                .body("status", equalTo("AVAILABLE"))
                .body("deletableAt", nullValue())
                .body("expiryBlocker", notNullValue());
        owner.delete(tag).then().statusCode(200);
        TestClock.forward(Duration.ofMinutes(11));
        told(id, "storage.image-version.deletion-scheduled.v1");
    }

    @Test
    void nothingExpiresOfATenantThatIsSuspended() {
        expires(DISKS + disk, Duration.ofHours(1));
        Senders.tenantIs(owner.tenant(), TenantStatus.SUSPENDED);
        TestClock.forward(Duration.ofHours(2));
        Eventually.rows(
                1,
                "select count(*) from reconcile_task where kind = 'expiring-disk' and id = ? and leased_until is null"
                        + " and due_at > ?::timestamptz",
                disk,
                TestClock.now().toString());
        assertThat(Told.types(disk)).doesNotContain("storage.disk.deletion-scheduled.v1");
    }

    @Test
    void itsTimeLiesInTheFutureAndCanBeTakenAway() {
        owner.patch(DISKS + disk, Map.of("expiresAt", TestClock.now().minusSeconds(1)))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("expiresAt"));
        Map<String, Object> late = storage.disk(1);
        late.put("expiresAt", TestClock.now().minusSeconds(1));
        owner.post("/v1/disks", late).then().statusCode(422).body("errors.field", hasItem("expiresAt"));
        expires(DISKS + disk, Duration.ofDays(1));
        owner.patch(DISKS + disk, Collections.singletonMap("expiresAt", null))
                .then()
                .statusCode(200)
                .body("expiresAt", nullValue());
        TestClock.forward(Duration.ofDays(2));
        owner.get(DISKS + disk).then().body("deletableAt", nullValue());
    }

    @Test
    void whoMayDeleteNothingHasNothingExpire() {
        String role = Projects.role(
                owner.tenant(),
                Set.of(
                        new Permission(ResourceType.STORAGE, Action.READ),
                        new Permission(ResourceType.STORAGE, Action.CREATE),
                        new Permission(ResourceType.STORAGE, Action.UPDATE)));
        Person clerk = Projects.holding(owner.tenant(), Set.of(role), Set.of());
        Instant soon = TestClock.now().plus(Duration.ofDays(1));
        clerk.patch(DISKS + disk, Map.of("expiresAt", soon)).then().statusCode(403);
        clerk.patch(DISKS + disk, Map.of("name", "invoices")).then().statusCode(200);
        clerk.post(DISKS + disk + "/snapshots", Map.of("name", "before", "expiresAt", soon))
                .then()
                .statusCode(403);
    }

    private void expires(String path, Duration in) {
        owner.patch(path, Map.of("expiresAt", TestClock.now().plus(in)))
                .then()
                .statusCode(200)
                .body("expiresAt", notNullValue());
    }

    private static void told(UUID id, String type) {
        Eventually.holds(type, () -> Told.types(id).contains(type));
    }
}
