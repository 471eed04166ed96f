package io.skyholm.compute.plan;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Plans are seen by everybody who may choose one. */
@QuarkusTest
class PlansApiTest {

    private final Person somebody = Person.in(UUID.randomUUID(), BuiltInRole.USER);

    @Test
    void planIsShownInTheWordsOfBilling() {
        UUID plan = Fresh.plan();
        somebody.get("/v1/plans/" + plan)
                .then()
                .statusCode(200)
                .body("vcpus", equalTo(2))
                .body("memoryMb", equalTo(4096))
                .body("diskGb", equalTo(80))
                .body("networkOutMbps", equalTo(2500))
                .body("hourlyRate", equalTo("0.03"))
                .body("monthlyRate", equalTo("20.00"))
                .body("isActive", equalTo(true));
        somebody.get("/v1/plans?limit=500&isActive=true").then().body("items.id", hasItem(plan.toString()));
    }
}
