package io.skyholm.compute.machine;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Machines are taken in, changed and given up. */
@QuarkusTest
class MachinesApiTest {

    private UUID place;
    private UUID pool;

    @BeforeEach
    void freshPool() {
        place = Fresh.dataCenter();
        pool = Fresh.made(
                "/v1/compute-pools", Map.of("edgeDataCenterId", place, "name", Fresh.name(), "cpuOvercommit", 2));
    }

    @Test
    void machineIsShownAtItsPathAndPublished() {
        Map<String, Object> body = Fresh.machineIn(pool);
        body.putAll(Map.of(
                "machineType",
                "GPU_SERVER",
                "rentalMode",
                "EXCLUSIVE",
                "hypervisorType",
                "VMWARE",
                "gpuCount",
                2,
                "gpuModel",
                "L40S",
                "businessIp",
                Fresh.address(),
                "connectionConfig",
                Map.of("uri", "qemu+tls://host/system"),
                "tags",
                List.of("ssd", "rack:7")));
        Response created = ADMIN.post("/v1/machines", body);
        created.then()
                .statusCode(201)
                .body("edgeDataCenterId", equalTo(place.toString()))
                .body("name", equalTo(body.get("hostname")))
                .body("status", equalTo("OFFLINE"))
                .body("healthStatus", equalTo("UNKNOWN"))
                .body("cpuCapacity", equalTo(32))
                .body("allocatedCpuCores", equalTo(0));
        Response shown = ADMIN.get(created.header("Location"));
        assertThat(shown.jsonPath().getMap("")).isEqualTo(created.jsonPath().getMap(""));
        assertThat(Told.types(UUID.fromString(created.path("id")))).containsExactly("compute.machine.created.v1");
    }

    @Test
    void addressIsTakenInItsDataCenterOnlyHoweverItIsWritten() {
        String address = Fresh.address();
        ADMIN.post("/v1/machines", Fresh.machineIn(pool, "managementIp", address))
                .then()
                .statusCode(201);
        ADMIN.post("/v1/machines", Fresh.machineIn(Fresh.pool(place), "managementIp", address))
                .then()
                .statusCode(409)
                .body("code", equalTo("MACHINE_ADDRESS_TAKEN"));
        ADMIN.post("/v1/machines", Fresh.machineIn(Fresh.pool(), "managementIp", address))
                .then()
                .statusCode(201);
        ADMIN.post("/v1/machines", Fresh.machineIn(pool, "businessIp", "2001:db8::1"))
                .then()
                .statusCode(201);
        ADMIN.post("/v1/machines", Fresh.machineIn(pool, "businessIp", "2001:DB8:0:0::1"))
                .then()
                .statusCode(409);
    }

    @Test
    void machineIsChangedAndMovesWithinItsDataCenterWhileItIsEmpty() {
        UUID machine = Fresh.made("/v1/machines", Fresh.machineIn(pool, "businessIp", Fresh.address()));
        ADMIN.patch(path(machine), Map.of("name", "kvm-1", "tags", List.of("ssd"), "cpuCores", 32))
                .then()
                .statusCode(200)
                .body("name", equalTo("kvm-1"))
                .body("tags", contains("ssd"))
                .body("cpuCapacity", equalTo(64))
                .body("businessIp", notNullValue());
        ADMIN.patch(path(machine), Collections.singletonMap("businessIp", null))
                .then()
                .statusCode(200)
                .body("businessIp", nullValue());
        ADMIN.request()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "other"))
                .patch(path(machine))
                .then()
                .statusCode(412);
        UUID beside = Fresh.pool(place);
        ADMIN.patch(path(machine), Map.of("resourcePoolId", beside))
                .then()
                .statusCode(200)
                .body("resourcePoolId", equalTo(beside.toString()))
                .body("cpuCapacity", equalTo(32));
        assertThat(Told.types(machine)).last().isEqualTo("compute.machine.changed.v1");
        ADMIN.patch(path(machine), Map.of("resourcePoolId", Fresh.pool()))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("resourcePoolId"));
        fill(machine, 1);
        ADMIN.patch(path(machine), Map.of("resourcePoolId", pool))
                .then()
                .statusCode(409)
                .body("code", equalTo("MACHINE_NOT_EMPTY"));
    }

    @Test
    void onlyAnEmptyMachineIsGivenUp() {
        UUID machine = Fresh.machine(pool);
        fill(machine, 1);
        ADMIN.delete(path(machine)).then().statusCode(409).body("code", equalTo("MACHINE_NOT_EMPTY"));
        fill(machine, 0);
        ADMIN.delete(path(machine)).then().statusCode(200).body("status", equalTo("DELETED"));
        ADMIN.delete(path(machine)).then().statusCode(404);
        assertThat(Told.types(machine)).last().isEqualTo("compute.machine.deleted.v1");
    }

    private static void fill(UUID machine, int cores) {
        Sql.asSuperuser("compute")
                .change(
                        "update compute_machine set allocated_cpu_cores = ?, instances = ? where id = ?",
                        cores,
                        Math.min(cores, 1),
                        machine);
    }

    private static String path(UUID machine) {
        return "/v1/machines/" + machine;
    }
}
