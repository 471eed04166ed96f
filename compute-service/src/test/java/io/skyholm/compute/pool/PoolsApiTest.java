package io.skyholm.compute.pool;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pools hold machines and say on what terms. */
@QuarkusTest
class PoolsApiTest {

    private UUID place;

    @BeforeEach
    void freshPlace() {
        place = Fresh.dataCenter();
    }

    @Test
    void poolIsCreatedInAPlaceThatIsThereAndPublished() {
        Response created = ADMIN.post("/v1/compute-pools", pool("general"));
        created.then()
                .statusCode(201)
                .body("poolType", equalTo("COMPUTE"))
                .body("schedulingPolicy", equalTo("load_balance"))
                .body("status", equalTo("ACTIVE"))
                .body("cpuOvercommit", equalTo(1.0f));
        Response shown = ADMIN.get(created.header("Location"));
        assertThat(shown.jsonPath().getMap("")).isEqualTo(created.jsonPath().getMap(""));
        assertThat(Told.types(UUID.fromString(created.path("id")))).containsExactly("compute.pool.created.v1");
        Map<String, Object> nowhere = pool("general");
        nowhere.put("edgeDataCenterId", UUID.randomUUID());
        ADMIN.post("/v1/compute-pools", nowhere)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("edgeDataCenterId"));
    }

    @Test
    void newRatiosReachTheMachinesAtOnceUnlessTheyWouldBreakAPromise() {
        UUID pool = Fresh.pool(place);
        UUID machine = Fresh.machine(pool);
        ADMIN.patch(path(pool), Map.of("cpuOvercommit", 4, "storageOvercommit", 0.5))
                .then()
                .statusCode(200)
                .body("cpuOvercommit", equalTo(4.0f));
        ADMIN.get("/v1/machines/" + machine)
                .then()
                .body("cpuCapacity", equalTo(64))
                .body("memoryCapacity", equalTo(64))
                .body("storageCapacity", equalTo(500));
        assertThat(Told.types(pool)).last().isEqualTo("compute.pool.changed.v1");

        Sql.asSuperuser("compute").change("update compute_machine set allocated_cpu_cores = 9 where id = ?", machine);
        ADMIN.patch(path(pool), Map.of("cpuOvercommit", 0.5))
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_PROMISED"));
        ADMIN.get(path(pool)).then().body("cpuOvercommit", equalTo(4.0f)).body("generation", equalTo(2));
        ADMIN.patch(path(pool), Map.of("cpuOvercommit", 0.6)).then().statusCode(200);
        ADMIN.get("/v1/machines/" + machine).then().body("cpuCapacity", equalTo(9));
    }

    @Test
    void machinesTakenInWhileRatiosChangeHaveTheNewOnes() {
        UUID pool = Fresh.pool(place);
        Crowd.of(
                6,
                number -> number == 0
                        ? ADMIN.patch(path(pool), Map.of("cpuOvercommit", 2)).statusCode()
                        : ADMIN.post("/v1/machines", Fresh.machineIn(pool)).statusCode());
        ADMIN.get("/v1/machines?resourcePoolId=" + pool)
                .then()
                .body("items.cpuCapacity", equalTo(List.of(32, 32, 32, 32, 32)));
    }

    @Test
    void nameIsTakenInItsDataCenterOnly() {
        ADMIN.post("/v1/compute-pools", pool("general")).then().statusCode(201);
        ADMIN.post("/v1/compute-pools", pool("GENERAL"))
                .then()
                .statusCode(409)
                .body("code", equalTo("POOL_NAME_TAKEN"));
        Map<String, Object> elsewhere = pool("general");
        elsewhere.put("edgeDataCenterId", Fresh.dataCenter());
        ADMIN.post("/v1/compute-pools", elsewhere).then().statusCode(201);
    }

    @Test
    void whatStillHasMachinesIsNotDeleted() {
        UUID pool = Fresh.pool(place);
        UUID machine = Fresh.machine(pool);
        ADMIN.delete(path(pool)).then().statusCode(409).body("code", equalTo("POOL_NOT_EMPTY"));
        ADMIN.delete("/v1/machines/" + machine).then().statusCode(200);
        ADMIN.delete(path(pool)).then().statusCode(200).body("deletedAt", notNullValue());
        assertThat(Told.types(pool)).last().isEqualTo("compute.pool.deleted.v1");
    }

    private Map<String, Object> pool(String name) {
        return new HashMap<>(Map.of("edgeDataCenterId", place, "name", name));
    }

    private static String path(UUID pool) {
        return "/v1/compute-pools/" + pool;
    }
}
