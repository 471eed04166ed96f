package io.skyholm.storage.disk;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.RbdImage;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.EventStream;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with disks; the test plays their hosts. */
@QuarkusTest
class DisksApiTest {

    private static final String DISKS = "/v1/disks";

    private Person owner;
    private Storage storage;

    @BeforeEach
    void freshTenantAndPool() {
        owner = Person.fresh();
        storage = Storage.of(100);
    }

    @Test
    void aDiskIsMadeByTheHostOfItsPoolAndThenNeverMadeAgain() {
        Response created = owner.post(DISKS, storage.disk(20));
        created.then()
                .statusCode(201)
                .body("tenantId", equalTo(owner.tenant().toString()))
                .body("userId", equalTo(owner.id().toString()))
                .body("storagePoolId", equalTo(storage.pool().toString()))
                .body("status", equalTo("CREATING"));
        UUID disk = UUID.fromString(created.path("id"));
        assertThat(storage.host().desired(disk))
                .containsExactly(new DesiredDisk(disk, 1, true, false, owner.tenant(), 20, null, null));
        assertThat(storage.allocated()).isEqualTo(20);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        assertThat(storage.host().desired(disk).getLast())
                .isEqualTo(new DesiredDisk(disk, 2, true, true, owner.tenant(), 20, null, null));
        assertThat(Told.types(disk)).containsExactly("storage.disk.created.v1", "storage.disk.ready.v1");
        Person.fresh().get(created.header("Location")).then().statusCode(404);
    }

    @Test
    void whereADiskIsInCephIsSaidByItsHost() {
        UUID disk = storage.begun(owner, 1);
        assertThat(storage.host().desired(disk)).hasSize(1);
        owner.get(DISKS + "/" + disk).then().body("rbdPool", nullValue()).body("rbdImageName", nullValue());
        storage.host().doesInCeph(disk, new RbdImage("disks", "disk.a.b"));
        Storage.isIn(owner, disk, "AVAILABLE");
        owner.get(DISKS + "/" + disk)
                .then()
                .body("rbdPool", equalTo("disks"))
                .body("rbdImageName", equalTo("disk.a.b"));
        assertThat(Told.of(disk).getLast()).asString().contains("disk.a.b");
    }

    @Test
    void aDiskIsDescribedAndFoundByItsTags() {
        UUID disk = storage.begun(owner, 1);
        String path = DISKS + "/" + disk;
        owner.patch(path, Map.of("name", "invoices", "description", "Since 2020", "tags", List.of("env:prod")))
                .then()
                .statusCode(200)
                .body("name", equalTo("invoices"))
                .body("tags", contains("env:prod"));
        owner.patch(path, Collections.singletonMap("description", null)).then().body("description", nullValue());
        owner.request()
                .header("If-Match", "\"1\"")
                .body(Map.of())
                .patch(path)
                .then()
                .statusCode(412);
        storage.begun(owner, 1);
        owner.get(DISKS + "?tags=env:prod").then().body("items.id", contains(disk.toString()));
    }

    @Test
    void aDiskGrowsWithinItsPoolOnceAtATime() {
        UUID disk = storage.available(owner, 20);
        String grow = DISKS + "/" + disk + "/grow";
        owner.post(grow, Map.of("sizeGb", 20)).then().statusCode(422).body("errors.field", hasItem("sizeGb"));
        owner.post(grow, Map.of("sizeGb", 101)).then().statusCode(507).body("code", equalTo("STORAGE_POOL_FULL"));
        owner.post(grow, Map.of("sizeGb", 100)).then().statusCode(200).body("status", equalTo("GROWING"));
        owner.post(grow, Map.of("sizeGb", 110)).then().statusCode(409).body("code", equalTo("DISK_NOT_AVAILABLE"));
        assertThat(storage.allocated()).isEqualTo(100);
        assertThat(storage.host().desired(disk).getLast())
                .isEqualTo(new DesiredDisk(disk, 3, true, true, owner.tenant(), 100, null, null));
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        assertThat(Told.types(disk)).endsWith("storage.disk.changed.v1", "storage.disk.ready.v1");
    }

    @Test
    void aDiskIsGoneWhenItsHostHasShownItAndNotBefore() {
        UUID disk = storage.available(owner, 20);
        String path = DISKS + "/" + disk;
        owner.delete(path + "?now=true").then().statusCode(200).body("status", equalTo("DELETING"));
        owner.delete(path).then().statusCode(409).body("code", equalTo("DISK_IS_DELETING"));
        DesiredDisk absence = storage.host().desired(disk).getLast();
        assertThat(absence.present()).isFalse();
        assertThat(storage.allocated()).isEqualTo(20);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "DELETED");
        owner.get(path).then().body("deletedAt", notNullValue());
        assertThat(storage.allocated()).isZero();
        assertThat(storage.host().isReleased(disk)).isTrue();
        assertThat(Told.types(disk)).endsWith("storage.disk.deleting.v1", "storage.disk.deleted.v1");
    }

    @Test
    void aPoolIsFilledToTheLastGigabyteAndNoFurtherWhoeverAsksAtOnce() {
        Storage small = Storage.of(10);
        List<Integer> answers =
                Crowd.of(32, number -> owner.post(DISKS, small.disk(1)).statusCode());
        assertThat(answers).containsOnly(201, 507);
        assertThat(Collections.frequency(answers, 201)).isEqualTo(10);
        assertThat(small.allocated()).isEqualTo(10).isEqualTo(small.held());
    }

    @Test
    void noDiskGoesToThePoolOfAMachineThatIsSilentOrGone() {
        Storage emptiest = Storage.of(100);
        UUID smaller = ADMIN.made(
                "/v1/storage-pools", Storage.pool(Host.in(emptiest.host().dataCenter()), 8));
        emptiest.host().silent();
        owner.post(DISKS, emptiest.disk(5)).then().statusCode(201).body("storagePoolId", equalTo(smaller.toString()));
        emptiest.host().deleted();
        owner.post(DISKS, emptiest.disk(5))
                .then()
                .statusCode(507)
                .body("detail", startsWith("No pool of type SSD on a machine in service has room for 5 GiB;"));
    }

    @Test
    void whatOneHasNoRoomForGoesToTheNextPoolOfTheType() {
        Storage first = Storage.of(10);
        UUID second = ADMIN.made(
                "/v1/storage-pools", Storage.pool(Host.in(first.host().dataCenter()), 8));
        first.begun(owner, 9);
        owner.post(DISKS, first.disk(5)).then().statusCode(201).body("storagePoolId", equalTo(second.toString()));
        owner.post(DISKS, first.disk(5)).then().statusCode(507).body("code", equalTo("STORAGE_POOL_FULL"));
        Map<String, Object> other = first.disk(1);
        other.put("diskType", "NVME");
        owner.post(DISKS, other).then().statusCode(422).body("errors.field", hasItem("diskType"));
    }

    @Test
    void aTenantHasAsManyDisksAsItsQuotaAllows() {
        CountedRows.areLimited(owner.tenant(), CountedKind.DATA_DISKS, () -> owner.post(DISKS, storage.disk(1)));
    }

    @Test
    void disksOfTheQuotaLimitThemWhereItsCountsSayNothing() {
        owner.made(DISKS, storage.disk(1));
        mayHave("{\"disks\": 1}");
        owner.post(DISKS, storage.disk(1)).then().statusCode(507).body("code", equalTo("QUOTA_EXCEEDED"));
        mayHave("{\"disks\": 1, \"counts\": {\"dataDisks\": 2}}");
        owner.made(DISKS, storage.disk(1));
        owner.post(DISKS, storage.disk(1)).then().statusCode(507).body("code", equalTo("QUOTA_EXCEEDED"));
    }

    private void mayHave(String quota) {
        Sql.asSuperuser("storage").change("""
                insert into known_tenant (id, generation, status, quota_config) values (?, 1, 'ACTIVE', ?)
                on conflict (id) do update set quota_config = excluded.quota_config""", owner.tenant(), quota);
    }

    @Test
    void aTenantsDisksHaveAsMuchTogetherAsItsQuotaAllows() {
        CountedRows.areLimited(owner.tenant(), CountedKind.DATA_DISK_GB, () -> owner.post(DISKS, storage.disk(1)));
        assertThat(storage.allocated()).isEqualTo(storage.held());
    }

    @Test
    void aDiskBeginsWithTheBytesOfAnImageThatOneMayUse() {
        String image = Fresh.imageOf(owner);
        String version = Fresh.availableOf(owner, image);
        Map<String, Object> body = storage.disk(1);
        body.put("imageId", Fresh.id(image));
        owner.post(DISKS, body).then().statusCode(422).body("errors.field", hasItem("imageVersionId"));
        body.put("imageVersionId", Fresh.id(version));
        DesiredDisk desired = storage.host().desired(owner.made(DISKS, body)).getFirst();
        assertThat(desired.source()).isNotNull().satisfies(source -> assertThat(source.sha256())
                .isEqualTo(owner.get(version).path("checksumSha256")));
        Person.fresh().post(DISKS, body).then().statusCode(422).body("errors.field", hasItem("imageVersionId"));
        body.put("imageVersionId", Fresh.id(Fresh.versionOf(owner, image)));
        owner.post(DISKS, body).then().statusCode(409).body("code", equalTo("VERSION_NOT_AVAILABLE"));
        owner.patch(image, Map.of("status", "ARCHIVED")).then().statusCode(200);
        owner.post(DISKS, body).then().statusCode(409).body("code", equalTo("IMAGE_ARCHIVED"));
    }

    @Test
    void operatorsMakeDisksForTenantsThatOwnThem() {
        Map<String, Object> body = storage.disk(1);
        body.put("tenantId", Fresh.known(owner.tenant()));
        UUID disk = ADMIN.made(DISKS, body);
        owner.get(DISKS + "/" + disk).then().statusCode(200).body("userId", nullValue());
    }

    @Test
    void theListIsWatched() {
        try (EventStream stream = EventStream.of(owner, DISKS + "/stream")) {
            stream.tells("changed", storage.begun(owner, 1));
        }
    }
}
