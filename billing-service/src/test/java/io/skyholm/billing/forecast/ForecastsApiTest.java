package io.skyholm.billing.forecast;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.billing.Fresh;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.TestClock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tenants see how long their money lasts, and whether it carries something new. */
@QuarkusTest
class ForecastsApiTest {

    private final Person owner = Person.fresh();

    @Test
    void saysHowLongTheWalletLastsAndWhatMoreWouldCost() {
        UUID wallet = Fresh.wallet(owner.tenant(), "2.00");
        String path = "/v1/wallets/" + wallet;
        owner.get(path + "/forecast").then().body("running", equalTo(0)).body("runsOutAt", nullValue());
        UUID plan = plan();
        Broker.tell(
                InstanceEvents.STARTED,
                Fresh.instance(owner.tenant(), UUID.randomUUID(), 1, InstanceStatus.RUNNING, plan, TestClock.now()));
        Eventually.found(
                "the hour is held",
                () -> owner.get(path + "/forecast").jsonPath().getString("available"),
                "1.50"::equals);
        owner.get(path + "/forecast")
                .then()
                .body("running", equalTo(1))
                .body("hourlyCost", equalTo("0.50"))
                .body("monthlyCost", equalTo("300.00"))
                .body(
                        "runsOutAt",
                        equalTo(TestClock.now()
                                .truncatedTo(ChronoUnit.HOURS)
                                .plus(Duration.ofHours(4))
                                .toString()));
        owner.post(path + "/quote", Map.of("planId", plan, "count", 3))
                .then()
                .statusCode(200)
                .body("hourlyCost", equalTo("1.50"))
                .body("monthlyCost", equalTo("900.00"))
                .body("isCovered", equalTo(true))
                .body("hoursCovered", equalTo(1));
        owner.post(path + "/quote", Map.of("planId", plan, "count", 4))
                .then()
                .body("isCovered", equalTo(false))
                .body("missing", equalTo("0.50"));
        owner.post(path + "/quote", Map.of("planId", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("detail", containsString("planId names no plan"));
        Person.fresh().get(path + "/forecast").then().statusCode(404);
        Person.fresh().post(path + "/quote", Map.of("planId", plan)).then().statusCode(404);
    }

    private static UUID plan() {
        return Person.ADMIN.made(
                "/v1/plans",
                Map.of(
                        "kind",
                        "VPS",
                        "name",
                        "Forecast " + UUID.randomUUID(),
                        "vcpus",
                        1,
                        "memoryMb",
                        1024,
                        "diskGb",
                        10,
                        "hourlyRate",
                        "0.50",
                        "monthlyRate",
                        "300"));
    }
}
