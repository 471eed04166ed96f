package io.skyholm.compute;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.instance.Guest;
import io.skyholm.runtime.testing.api.BadInput;
import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever nobody should send is refused, naming the field, and changes nothing. */
@QuarkusTest
class BadInputTest {

    /** Hosts of other tests fall silent now, and an event tells of each. */
    private static final String HEARD = """
            select count(*) from compute_machine
            where agent_public_key is not null and status not in ('OFFLINE', 'DELETED') and last_heartbeat < now()""";

    private static final String TOLD = "select count(*) from outbox_event where aggregate_id = ?";

    @TestFactory
    Stream<DynamicTest> isRefused() {
        Examples examples = ComputeExamples.in(UUID.randomUUID());
        // Whoever may do everything reads no console but their own tenant's.
        Guest own = InstanceExamples.answered(ADMIN, InstanceExamples.heard());
        examples.path("/v1/instances/{id}/console-log", () -> own.path() + "/console-log")
                .path("/v1/instances/{id}/console-tickets", () -> own.path() + "/console-tickets");
        Stream<DynamicTest> tests = BadInput.of("compute", ADMIN.token(), examples)
                .withEverybodys(
                        "GET /v1/data-centers/{id}",
                        "GET /v1/compute-pools/{id}",
                        "POST /v1/host-consoles/{id}/log",
                        "POST /v1/instance-transfers/{id}/accept")
                .tests();
        Eventually.rows(0, HEARD);
        // Its host is told of it after the call.
        Eventually.rows(1, TOLD, "vm/" + own.virtualMachine());
        return tests;
    }
}
