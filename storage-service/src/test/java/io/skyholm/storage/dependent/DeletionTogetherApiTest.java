package io.skyholm.storage.dependent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Storage;
import io.skyholm.storage.backup.Exported;
import io.skyholm.storage.snapshot.Taken;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who deletes something names what goes with it: all of that goes, or nothing. */
@QuarkusTest
class DeletionTogetherApiTest {

    private final Person owner = Person.fresh();
    private Storage storage;
    private UUID disk;

    @BeforeEach
    void aDisk() {
        storage = Storage.of(100);
        disk = storage.available(owner, 2);
    }

    @Test
    void aDiskGoesWithWhatIsNamedOrNotAtAll() {
        Taken first = Taken.made(storage, owner, disk);
        Taken second = Taken.made(storage, owner, disk);
        owner.delete(path() + with(first.id()))
                .then()
                .statusCode(409)
                .body("code", equalTo("DISK_HAS_SNAPSHOTS"))
                .body("detail", containsString("the snapshots before; name them"));
        first.isIn("AVAILABLE");
        owner.delete(path() + with(first.id(), second.id()))
                .then()
                .statusCode(200)
                .body("status", equalTo("AVAILABLE"))
                .body("deletableAt", notNullValue());
        first.isIn("DELETING");
        second.isIn("DELETING");
        owner.post(path() + "/restore", Map.of()).then().statusCode(200).body("deletableAt", nullValue());
        first.isIn("DELETING");
    }

    @Test
    void whoAsksAgainFindsItDone() {
        Taken taken = Taken.made(storage, owner, disk);
        Response once = owner.delete(path() + with(taken.id()));
        once.then().statusCode(200);
        Response again = owner.delete(path() + with(taken.id()));
        again.then().statusCode(200).body("generation", equalTo(once.<Integer>path("generation")));
        taken.does();
        taken.isIn("DELETED");
        owner.delete(path() + with(taken.id())).then().statusCode(200);
        owner.delete(path() + with(taken.id()) + "&now=true")
                .then()
                .statusCode(200)
                .body("status", equalTo("DELETING"));
        Response leaving = owner.delete(path() + with(taken.id()) + "&now=true");
        leaving.then().statusCode(200).body("status", equalTo("DELETING"));
        storage.host().does(disk);
        Storage.isIn(owner, disk, "DELETED");
        assertThat(storage.allocated()).isZero();
    }

    @Test
    void aBackupThatIsStillReadFromItsSnapshotIsNamedToo() {
        Taken taken = Taken.made(storage, owner, disk);
        UUID backup = owner.made("/v1/snapshots/" + taken.id() + "/backups", Map.of("name", "before"));
        owner.delete(path() + with(taken.id())).then().statusCode(409).body("code", equalTo("SNAPSHOT_IN_USE"));
        owner.delete(path() + with(taken.id(), backup)).then().statusCode(200);
        owner.get("/v1/backups/" + backup).then().body("status", equalTo("DELETING"));
        taken.isIn("DELETING");
    }

    @Test
    void aBackupOfWhichADiskIsBeingMadeKeepsAllThatIsNamed() {
        Taken taken = Taken.made(storage, owner, disk);
        UUID backup = owner.made("/v1/snapshots/" + taken.id() + "/backups", Map.of("name", "before"));
        Exported.leave(storage.host().export(backup).getLast().objectId(), 2);
        storage.host().doesExport(backup);
        Eventually.rows(1, "select count(*) from backup where id = ? and status = 'AVAILABLE'", backup);
        Map<String, Object> body = storage.disk(2);
        body.put("sourceBackupId", backup);
        owner.made("/v1/disks", body);
        owner.delete(path() + with(taken.id(), backup)).then().statusCode(409).body("code", equalTo("BACKUP_IN_USE"));
        taken.isIn("AVAILABLE");
        owner.get(path()).then().body("deletableAt", nullValue());
    }

    @Test
    void anImmutableTagGoesWithItsImageIfWhoDeletesThatMayManageImages() {
        String image = Fresh.imageOf(owner);
        UUID version = Fresh.id(Fresh.versionOf(owner, image));
        UUID tag = owner.made(image + "/tags", Map.of("tagName", "13.1", "versionId", version, "isImmutable", true));
        Person remover = Person.in(owner.tenant(), BuiltInRole.USER);
        remover.delete(image + with(version, tag)).then().statusCode(409).body("code", equalTo("TAG_IMMUTABLE"));
        owner.get(image + "/versions/" + version).then().body("status", equalTo("PENDING"));
        owner.delete(image + with(version, tag)).then().statusCode(200);
    }

    @Test
    void whatAHostCouldNotRemoveIsTriedAgainByTheSameCall() {
        Taken taken = Taken.made(storage, owner, disk);
        String together = path() + with(taken.id()) + "&now=true";
        owner.delete(together).then().statusCode(200);
        storage.host().fails(disk, "The pool is read only");
        Eventually.found("reason", () -> owner.get(path()).path("statusReason"), "The pool is read only"::equals);
        int told = storage.host().desired(disk).size();
        owner.delete(together)
                .then()
                .statusCode(200)
                .body("status", equalTo("DELETING"))
                .body("statusReason", nullValue());
        Eventually.found("told", () -> storage.host().desired(disk).size(), size -> size > told);
        assertThat(storage.host().desired(disk).getLast().present()).isFalse();
        owner.delete(path()).then().statusCode(409).body("code", equalTo("DISK_IS_DELETING"));
    }

    @Test
    void whatIsNotOfTheDiskIsNotDeletedWithIt() {
        UUID other = storage.available(owner, 1);
        Taken ofOther = Taken.made(storage, owner, other);
        owner.delete(path() + with(ofOther.id())).then().statusCode(422).body("errors.field", hasItem("with"));
        ofOther.isIn("AVAILABLE");
        owner.delete(path() + with(UUID.randomUUID())).then().statusCode(422);
        owner.delete(path() + "?with=everything").then().statusCode(422).body("errors.field", hasItem("with"));
        UUID[] many = IntStream.range(0, 51).mapToObj(one -> UUID.randomUUID()).toArray(UUID[]::new);
        owner.delete(path() + with(many)).then().statusCode(422).body("errors.field", hasItem("with"));
        owner.get(path()).then().body("deletableAt", nullValue());
    }

    @Test
    void anImageGoesWithItsVersionsAndTags() {
        String image = Fresh.imageOf(owner);
        UUID parent = Fresh.id(Fresh.availableOf(owner, image));
        Map<String, Object> ofParent = Fresh.version();
        ofParent.put("parentVersionId", parent);
        UUID child = owner.made(image + "/versions", ofParent);
        UUID tag = owner.made(image + "/tags", Map.of("tagName", "stable", "versionId", parent));
        owner.delete(image + with(parent)).then().statusCode(409).body("code", equalTo("VERSION_IS_TAGGED"));
        owner.delete(image + with(parent, tag)).then().statusCode(409).body("code", equalTo("VERSION_IS_PARENT"));
        owner.delete(image + with(child))
                .then()
                .statusCode(409)
                .body("code", equalTo("IMAGE_HAS_VERSIONS"))
                .body("detail", containsString("the versions v"));
        owner.get(image + "/versions/" + child).then().body("status", equalTo("PENDING"));
        String together = image + with(tag, parent, child);
        owner.delete(together).then().statusCode(200).body("deletableAt", notNullValue());
        owner.delete(together).then().statusCode(200);
        owner.get(image + "/versions/" + parent).then().body("deletableAt", notNullValue());
        owner.get(image + "/tags/" + tag).then().body("deletedAt", notNullValue());
        owner.delete(together + "&now=true").then().statusCode(200).body("status", equalTo("DELETED"));
        owner.get(image + "/versions/" + parent).then().body("status", equalTo("DELETED"));
    }

    private String path() {
        return "/v1/disks/" + disk;
    }

    private static String with(UUID... ids) {
        return Arrays.stream(ids).map(id -> "with=" + id).collect(Collectors.joining("&", "?", ""));
    }
}
