package io.skyholm.storage.orphan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.billing.PlanEvents;
import io.skyholm.events.billing.PlanFact;
import io.skyholm.events.billing.PlanKind;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Projects;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Storage;
import io.skyholm.storage.snapshot.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who looks for what nobody uses finds that and nothing else, and only their own. */
@QuarkusTest
class UnusedStorageApiTest {

    private static final String UNUSED = "/v1/unused-storage";

    private final Person owner = Person.fresh();
    private Storage storage;

    @BeforeEach
    void begin() {
        storage = Storage.of(100);
    }

    @Test
    void aDiskIsUnusedWhileItIsAttachedToNothingSinceItWasDetachedLast() {
        UUID disk = storage.available(owner, 1);
        sql("update disk set created_at = created_at - interval '40 days' where id = ?", disk);
        owner.get(UNUSED + "?minDays=30").then().body("items.id", contains(disk.toString()));
        Guest guest = Guest.on(storage.host(), owner);
        UUID attachment = owner.made(
                "/v1/disks/" + disk + "/attachments",
                Map.of("instanceId", guest.id(), "mountPath", "/srv/orders", "mountMode", "RW"));
        owner.get(UNUSED).then().body("items", empty());
        storage.host().doesAttachment(attachment);
        Eventually.rows(1, "select count(*) from disk_attachment where id = ? and status = 'ATTACHED'", attachment);
        owner.delete("/v1/disk-attachments/" + attachment).then().statusCode(200);
        owner.get(UNUSED).then().body("items", empty());
        storage.host().doesAttachment(attachment);
        Eventually.rows(1, "select count(*) from disk_attachment where id = ? and deleted_at is not null", attachment);
        owner.get(UNUSED)
                .then()
                .body("items.id", contains(disk.toString()))
                .body("items[0].kind", equalTo("DISK"))
                .body("items[0].reason", equalTo("NOT_ATTACHED"))
                .body("items[0].deletableAt", nullValue())
                .body("items[0].sizeGb", equalTo(1));
        owner.get(UNUSED + "?minDays=30").then().body("items", empty());
        sql("update disk_attachment set deleted_at = deleted_at - interval '31 days' where id = ?", attachment);
        owner.get(UNUSED + "?minDays=30").then().body("items.id", contains(disk.toString()));
        owner.get(UNUSED + "?minDays=32").then().body("items", empty());
        owner.get(UNUSED + "?minDays=0").then().statusCode(422).body("errors.field", hasItem("minDays"));
    }

    @Test
    void snapshotsOfADeletedScheduleAreUnusedAndThoseThatSomebodyMadeAreNot() {
        Taken bySchedule = Taken.made(storage, owner, storage.available(owner, 1));
        Taken byHand = Taken.made(storage, owner, bySchedule.disk());
        UUID schedule = owner.made(
                "/v1/disks/" + bySchedule.disk() + "/snapshot-schedules",
                Map.of("name", "nightly", "frequency", "DAILY", "hour", 3, "keepLast", 7));
        sql("update disk_snapshot set schedule_id = '" + schedule + "' where id = ?", bySchedule.id());
        owner.get(UNUSED + "?kind=SNAPSHOT").then().body("items", empty());
        owner.delete("/v1/snapshot-schedules/" + schedule).then().statusCode(200);
        owner.get(UNUSED + "?kind=SNAPSHOT")
                .then()
                .body("items.id", contains(bySchedule.id().toString()))
                .body("items.reason", contains("SCHEDULE_GONE"));
        assertThat(byHand.id()).isNotEqualTo(bySchedule.id());
    }

    @Test
    void aBackupIsUnusedOnceItsDiskIsNoMore() {
        Taken taken = Taken.made(storage, owner, storage.available(owner, 1));
        UUID backup = owner.made("/v1/snapshots/" + taken.id() + "/backups", Map.of("name", "before"));
        sql("update backup set status = 'AVAILABLE' where id = ?", backup);
        owner.get(UNUSED + "?kind=BACKUP").then().body("items", empty());
        sql("update disk set deleted_at = now() where id = ?", taken.disk());
        owner.get(UNUSED + "?reason=DISK_GONE")
                .then()
                .body("items.id", contains(backup.toString()))
                .body("items.kind", contains("BACKUP"));
    }

    @Test
    void aVersionIsUnusedWhileNoDiskIsMadeOfItAndNoInstanceBootsFromIt() {
        String image = Fresh.imageOf(owner);
        UUID version = Fresh.id(Fresh.availableOf(owner, image));
        Fresh.versionOf(owner, image);
        String unused = UNUSED + "?kind=IMAGE_VERSION";
        String number = owner.get(image + "/versions/" + version).path("versionNumber");
        String name = owner.get(image).path("name");
        owner.get(unused)
                .then()
                .body("items.id", contains(version.toString()))
                .body("items[0].reason", equalTo("NOTHING_MADE_OF_IT"))
                .body("items[0].imageId", equalTo(Fresh.id(image).toString()))
                .body("items[0].name", equalTo(name + " " + number))
                .body("items[0].sizeGb", equalTo(1));
        Map<String, Object> body = storage.disk(1);
        body.putAll(Map.of("imageId", Fresh.id(image), "imageVersionId", version));
        UUID disk = owner.made("/v1/disks", body);
        owner.get(unused).then().body("items", empty());
        sql("update image_version set created_at = created_at - interval '40 days' where id = ?", version);
        Instant tenDaysAgo = TestClock.now().minus(Duration.ofDays(10));
        sql("update disk set status = 'DELETED', deleted_at = '" + tenDaysAgo + "' where id = ?", disk);
        owner.get(unused + "&minDays=9").then().body("items.id", contains(version.toString()));
        owner.get(unused + "&minDays=11").then().body("items", empty());
        Guest guest = Guest.without(owner);
        guest.boots(storage.host(), version, 1, 1);
        Eventually.rows(1, "select count(*) from known_instance where id = ? and boot_disk_wanted", guest.id());
        owner.get(unused).then().body("items", empty());
    }

    @Test
    void versionsAreShownToThoseAloneWhoKnowWhatIsMadeOfThem() {
        UUID tenant = UUID.randomUUID();
        Person member = Projects.member(tenant, UserGroups.known(tenant));
        Fresh.availableOf(member, Fresh.imageOf(member));
        member.get(UNUSED).then().body("items", empty());
        UUID shared = Fresh.id(Fresh.availableOf(owner, Fresh.imageOf(owner)));
        owner.get(UNUSED).then().body("items.id", contains(shared.toString()));
        String role = Projects.role(owner.tenant(), Set.of(new Permission(ResourceType.STORAGE, Action.READ)));
        Projects.holding(owner.tenant(), Set.of(role), Set.of())
                .get(UNUSED)
                .then()
                .statusCode(200)
                .body("items", empty());
        sql(
                "update image set visibility = 'PUBLIC' where id = (select image_id from image_version where id = ?)",
                shared);
        owner.get(UNUSED).then().body("items", empty());
    }

    @Test
    void othersSeeNothingOfItAndOperatorsFindItByTenant() {
        UUID disk = storage.available(owner, 1);
        Person.fresh().get(UNUSED).then().body("items", empty());
        Person.fresh().get(UNUSED + "?tenantId=" + owner.tenant()).then().body("items", empty());
        Person.ADMIN.get(UNUSED + "?tenantId=" + owner.tenant()).then().body("items.id", contains(disk.toString()));
        UUID tenant = UUID.randomUUID();
        Person seller = Projects.member(tenant, UserGroups.known(tenant));
        Person researcher = Projects.member(tenant, UserGroups.known(tenant));
        UUID sold = storage.available(seller, 1);
        seller.get(UNUSED).then().body("items.id", contains(sold.toString()));
        researcher.get(UNUSED).then().body("items", empty());
    }

    @Test
    void whatIsUnusedShowsWhatAnHourAndAMonthOfItCostOnceItHasAPrice() {
        UUID disk = storage.available(owner, 3);
        UUID price = UUID.randomUUID();
        owner.get(UNUSED).then().body("items[0].hourlyCost", nullValue()).body("items[0].currency", nullValue());
        tell(price, 2, "0.05", null);
        Eventually.rows(1, "select count(*) from known_price where id = ? and generation = 2", price);
        owner.get(UNUSED)
                .then()
                .body("items.id", contains(disk.toString()))
                .body("items[0].hourlyCost", equalTo("0.015"))
                .body("items[0].monthlyCost", equalTo("3.00"))
                .body("items[0].currency", equalTo("EUR"));
        tell(price, 1, "0.99", null);
        tell(price, 3, "0.10", Instant.now());
        Eventually.rows(1, "select count(*) from known_price where id = ? and is_retired", price);
        owner.get(UNUSED).then().body("items[0].hourlyCost", nullValue());
    }

    /** What 10 GiB of disks of the pool's type cost. */
    private static void tell(UUID price, long generation, String hourly, @Nullable Instant retired) {
        Instant now = Instant.now();
        Broker.tell(
                PlanEvents.CHANGED,
                new PlanFact(
                        price,
                        generation,
                        1,
                        PlanKind.DISK,
                        DiskType.SSD,
                        "Disks " + price,
                        null,
                        null,
                        0,
                        0,
                        10,
                        0,
                        null,
                        null,
                        "EUR",
                        null,
                        null,
                        hourly,
                        "10.00",
                        List.of(),
                        true,
                        now,
                        now,
                        null,
                        null,
                        retired));
    }

    private static void sql(String change, UUID id) {
        Sql.asSuperuser("storage").change(change, id);
    }
}
