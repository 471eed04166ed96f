package io.skyholm.compute.machine;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Machines are maintained, emptied and given up. */
@QuarkusTest
class MachineMaintenanceTest {

    private UUID pool;

    @BeforeEach
    void freshPool() {
        pool = Fresh.pool();
    }

    @Test
    void maintenanceIsBegunWithAReasonAndEndedAndWhatIsHeardMeanwhileIsNotFenced() {
        UUID machine = Fresh.machine(pool);
        ADMIN.post(path(machine) + "/maintenance", Map.of("reason", "new disks", "drain", true))
                .then()
                .statusCode(200)
                .body("status", equalTo("MAINTENANCE"))
                .body("statusReason", equalTo("new disks"))
                .body("drainRequestedAt", notNullValue());
        ADMIN.request()
                .post(path(machine) + "/fence")
                .then()
                .statusCode(409)
                .body("code", equalTo("MACHINE_NOT_OFFLINE"));
        ADMIN.delete(path(machine) + "/maintenance")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("statusReason", nullValue())
                .body("drainRequestedAt", nullValue());
    }

    @Test
    void decommissioningMachineIsGivenUpOnceItIsEmpty() {
        UUID machine = Fresh.machine(pool);
        fill(machine, 1);
        ADMIN.patch(path(machine), Map.of("status", "DECOMMISSIONING"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DECOMMISSIONING"))
                .body("drainRequestedAt", notNullValue());
        ADMIN.post(path(machine) + "/maintenance", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("MACHINE_DECOMMISSIONING"));
        ADMIN.delete(path(machine) + "/maintenance")
                .then()
                .statusCode(409)
                .body("code", equalTo("MACHINE_DECOMMISSIONING"));
        fill(machine, 0);
        Eventually.holds(
                "it is given up", () -> ADMIN.get(path(machine)).path("status").equals("DELETED"));
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
