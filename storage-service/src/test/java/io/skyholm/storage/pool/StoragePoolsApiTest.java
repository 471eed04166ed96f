package io.skyholm.storage.pool;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.runtime.testing.fixtures.EventStream;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Storage pools are made, filled, narrowed and retired by operators, and seen by all. */
@QuarkusTest
class StoragePoolsApiTest {

    private static final String POOLS = "/v1/storage-pools";

    private final Person owner = Person.fresh();
    private Host host;

    @BeforeEach
    void freshHost() {
        host = Host.fresh();
    }

    @Test
    void aPoolIsInTheDataCentreOfItsMachineAndSeenByEverybody() {
        Response created = ADMIN.post(POOLS, Storage.pool(host, 100));
        created.then()
                .statusCode(201)
                .body("edgeDataCenterId", equalTo(host.dataCenter().toString()))
                .body("allocatedGb", equalTo(0))
                .body("status", equalTo("ACTIVE"));
        Response shown = owner.get(created.header("Location"));
        assertThat(shown.jsonPath().getMap("")).isEqualTo(created.jsonPath().getMap(""));
        owner.get(POOLS + "?edgeDataCenterId=" + host.dataCenter()).then().body("items.id", contains((String)
                created.path("id")));
        owner.post(POOLS, Storage.pool(Host.fresh(), 100)).then().statusCode(403);
        assertThat(Told.types(UUID.fromString(created.path("id")))).containsExactly("storage.storage-pool.created.v1");
    }

    @Test
    void aMachineHasOnePoolAndADataCentreOnePoolOfAName() {
        Map<String, Object> body = Storage.pool(host, 100);
        ADMIN.made(POOLS, body);
        ADMIN.post(POOLS, Storage.pool(host, 100)).then().statusCode(409).body("code", equalTo("MACHINE_HAS_A_POOL"));
        Map<String, Object> other = Storage.pool(Host.in(host.dataCenter()), 100);
        UUID second = ADMIN.made(POOLS, other);
        ADMIN.patch(POOLS + "/" + second, Map.of("name", body.get("name")))
                .then()
                .statusCode(409)
                .body("code", equalTo("POOL_NAME_TAKEN"));
    }

    @Test
    void aMachineThatIsNotThereHasNoPool() {
        Map<String, Object> body = Storage.pool(host, 100);
        host.deleted();
        ADMIN.post(POOLS, body).then().statusCode(422).body("errors.field", hasItem("computeMachineId"));
        body.put("computeMachineId", UUID.randomUUID());
        ADMIN.post(POOLS, body).then().statusCode(422);
    }

    @Test
    void aPoolNeverHasLessRoomThanItsDisksTakeAndGoesWhenItIsEmpty() {
        Storage storage = Storage.of(100);
        String pool = POOLS + "/" + storage.pool();
        UUID disk = storage.available(owner, 40);
        ADMIN.patch(pool, Map.of("capacityGb", 39)).then().statusCode(409).body("code", equalTo("POOL_HOLDS_MORE"));
        ADMIN.patch(pool, Map.of("capacityGb", 40))
                .then()
                .statusCode(200)
                .body("capacityGb", equalTo(40))
                .body("allocatedGb", equalTo(40));
        ADMIN.delete(pool).then().statusCode(409).body("code", equalTo("POOL_NOT_EMPTY"));
        owner.delete("/v1/disks/" + disk + "?now=true").then().statusCode(200);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "DELETED");
        ADMIN.delete(pool).then().statusCode(200).body("deletedAt", notNullValue());
        ADMIN.delete(pool).then().statusCode(404);
        assertThat(Told.types(storage.pool())).endsWith("storage.storage-pool.deleted.v1");
    }

    @Test
    void aPoolThatIsInactiveTakesNoDisk() {
        Storage storage = Storage.of(100);
        ADMIN.patch("/v1/storage-pools/" + storage.pool(), Map.of("status", "INACTIVE"))
                .then()
                .statusCode(200);
        owner.post("/v1/disks", storage.disk(1)).then().statusCode(422).body("errors.field", hasItem("diskType"));
    }

    @Test
    void theListIsWatched() {
        try (EventStream stream = EventStream.of(ADMIN, POOLS + "/stream")) {
            stream.tells("changed", ADMIN.made(POOLS, Storage.pool(host, 100)));
        }
    }
}
