package io.skyholm.storage.dependent;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Storage;
import io.skyholm.storage.snapshot.Taken;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who wants to delete something sees before what keeps it, what goes along and what stays. */
@QuarkusTest
class DependentsApiTest {

    private final Person owner = Person.fresh();
    private Storage storage;

    @BeforeEach
    void aPool() {
        storage = Storage.of(100);
    }

    @Test
    void aDiskSaysWhatKeepsItWhatGoesAlongAndWhatStays() {
        UUID disk = storage.available(owner, 5);
        String dependents = "/v1/disks/" + disk + "/dependents";
        owner.get(dependents).then().statusCode(200).body("items", empty());
        Taken taken = Taken.made(storage, owner, disk);
        UUID schedule = owner.made(
                "/v1/disks/" + disk + "/snapshot-schedules",
                Map.of("name", "weekly", "frequency", "WEEKLY", "dayOfWeek", "SUNDAY", "hour", 3, "keepDays", 30));
        UUID backup = owner.made("/v1/snapshots/" + taken.id() + "/backups", Map.of("name", "before"));
        Guest guest = Guest.on(storage.host(), owner);
        UUID attachment = owner.made(
                "/v1/disks/" + disk + "/attachments",
                Map.of("instanceId", guest.id(), "mountPath", "/srv/orders", "mountMode", "RO"));
        owner.get(dependents)
                .then()
                .body("items.id", contains(text(attachment), text(backup), text(schedule), text(taken.id())))
                .body("items.kind", contains("ATTACHMENT", "BACKUP", "SNAPSHOT_SCHEDULE", "SNAPSHOT"))
                .body("items.effect", contains("KEEPS", "STAYS", "GOES_ALONG", "KEEPS"))
                .body("items[0].name", equalTo("/srv/orders"))
                .body("items[3].sizeGb", equalTo(5));
        owner.get(dependents + "?effect=KEEPS&kind=SNAPSHOT").then().body("items.id", contains(text(taken.id())));
        owner.get(dependents + "?limit=2").then().body("items.id", contains(text(attachment), text(backup)));
        owner.get(dependents + "?effect=BREAKS").then().statusCode(422).body("errors.field", hasItem("effect"));
    }

    @Test
    void anImageSaysWhichVersionsAndTagsKeepIt() {
        String image = Fresh.imageOf(owner);
        String version = Fresh.availableOf(owner, image);
        UUID tag = owner.made(image + "/tags", Map.of("tagName", "stable", "versionId", Fresh.id(version)));
        owner.get(image + "/dependents")
                .then()
                .statusCode(200)
                .body("items.id", contains(text(tag), text(Fresh.id(version))))
                .body("items.kind", contains("IMAGE_TAG", "IMAGE_VERSION"))
                .body("items[0].name", equalTo("stable"));
        owner.delete(image + "/tags/" + tag).then().statusCode(200);
        owner.delete(version).then().statusCode(200);
        owner.get(image + "/dependents").then().body("items", empty());
        owner.delete(image).then().statusCode(200);
    }

    @Test
    void anImageSaysWhichDisksWereMadeOfIt() {
        String image = Fresh.imageOf(owner);
        Map<String, Object> body = storage.disk(1);
        body.put("imageId", Fresh.id(image));
        body.put("imageVersionId", Fresh.id(Fresh.availableOf(owner, image)));
        UUID disk = owner.made("/v1/disks", body);
        owner.get(image + "/dependents?kind=DISK")
                .then()
                .body("items.id", contains(text(disk)))
                .body("items.effect", contains("STAYS"))
                .body("items[0].name", equalTo("orders"));
    }

    @Test
    void whoDoesNotSeeItSeesNothingOfWhatDependsOnIt() {
        UUID disk = storage.available(owner, 1);
        Person stranger = Person.fresh();
        stranger.get("/v1/disks/" + disk + "/dependents").then().statusCode(404);
        stranger.get(Fresh.imageOf(owner) + "/dependents").then().statusCode(404);
    }

    private static String text(UUID id) {
        return id.toString();
    }
}
