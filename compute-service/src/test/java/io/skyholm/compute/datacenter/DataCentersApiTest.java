package io.skyholm.compute.datacenter;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Data centres are made, shown, changed and given up. */
@QuarkusTest
class DataCentersApiTest {

    @Test
    void dataCenterIsCreatedChangedAndDeletedAndItsNameIsGivenBack() {
        String name = Fresh.name();
        Map<String, ?> network = Map.of("uplinks", 2, "asn", Map.of("number", 64512));
        Response created =
                ADMIN.post("/v1/data-centers", Map.of("name", name, "location", "Rotterdam", "networkConfig", network));
        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("status", equalTo("ACTIVE"))
                .body("totalCpuCores", equalTo(0));
        Response shown = ADMIN.get(created.header("Location"));
        assertThat(shown.jsonPath().getMap("")).isEqualTo(created.jsonPath().getMap(""));
        shown.then().body("networkConfig.asn.number", equalTo(64512));
        UUID place = UUID.fromString(created.path("id"));

        ADMIN.patch(path(place), Map.of("status", "MAINTENANCE"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("MAINTENANCE"))
                .body("location", equalTo("Rotterdam"));
        ADMIN.patch(path(place), Collections.singletonMap("location", null))
                .then()
                .body("location", nullValue());

        ADMIN.post("/v1/data-centers", Map.of("name", name.toUpperCase(Locale.ROOT)))
                .then()
                .statusCode(409)
                .body("code", equalTo("DATA_CENTER_NAME_TAKEN"));
        ADMIN.delete(path(place)).then().statusCode(200).body("deletedAt", notNullValue());
        Fresh.made("/v1/data-centers", Map.of("name", name));
        assertThat(Told.types(place))
                .containsExactly(
                        "compute.data-center.created.v1",
                        "compute.data-center.changed.v1",
                        "compute.data-center.changed.v1",
                        "compute.data-center.deleted.v1");
    }

    @Test
    void totalsAndAllocationsAreTheSumsOfItsMachines() {
        UUID place = Fresh.dataCenter();
        UUID first = Fresh.machine(Fresh.pool(place));
        UUID second = Fresh.machine(Fresh.pool(place));
        allocate(first, 3, 8, 100);
        allocate(second, 4, 16, 200);
        ADMIN.get(path(place))
                .then()
                .body("totalCpuCores", equalTo(32))
                .body("totalMemoryGb", equalTo(128))
                .body("totalStorageGb", equalTo(2000))
                .body("allocatedCpuCores", equalTo(7))
                .body("allocatedMemoryGb", equalTo(24))
                .body("allocatedStorageGb", equalTo(300));
        ADMIN.patch(path(place), Map.of("location", "Delft")).then().body("allocatedCpuCores", equalTo(7));
    }

    @Test
    void whatStillHasPoolsIsNotDeleted() {
        UUID place = Fresh.dataCenter();
        UUID pool = Fresh.pool(place);
        ADMIN.delete(path(place)).then().statusCode(409).body("code", equalTo("DATA_CENTER_NOT_EMPTY"));
        ADMIN.delete("/v1/compute-pools/" + pool).then().statusCode(200);
        ADMIN.delete(path(place)).then().statusCode(200);
        ADMIN.get("/v1/data-centers?name=" + ADMIN.get(path(place)).path("name"))
                .then()
                .body("items", equalTo(List.of()));
        ADMIN.delete(path(place)).then().statusCode(404);
    }

    @Test
    void ofADeletionAndANewPoolAtOnceOneHappens() {
        UUID place = Fresh.dataCenter();
        Map<String, ?> pool = Map.of("edgeDataCenterId", place, "name", Fresh.name());
        List<Integer> answers = Crowd.of(
                2,
                number -> number == 0
                        ? ADMIN.delete(path(place)).statusCode()
                        : ADMIN.post("/v1/compute-pools", pool).statusCode());
        assertThat(answers).isIn(List.of(200, 422), List.of(409, 201));
    }

    private static void allocate(UUID machine, int cores, int memory, int storage) {
        Sql.asSuperuser("compute").change("""
                update compute_machine set allocated_cpu_cores = ?, allocated_memory_gb = ?, allocated_storage_gb = ?
                where id = ?""", cores, memory, storage, machine);
    }

    private static String path(UUID place) {
        return "/v1/data-centers/" + place;
    }
}
