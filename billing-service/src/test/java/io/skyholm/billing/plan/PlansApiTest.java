package io.skyholm.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Plans are the platform's, and seen by everybody who may choose one. */
@QuarkusTest
class PlansApiTest {

    private final Person operator = Person.in(UUID.randomUUID(), BuiltInRole.OPERATOR);
    private final Person somebody = Person.in(UUID.randomUUID(), BuiltInRole.USER);
    private final String name = "Medium " + UUID.randomUUID();

    @Test
    void priceChangeLeavesTheVersionBeforeAsItWas() {
        UUID plan = Person.ADMIN.made("/v1/plans", medium());
        operator.patch("/v1/plans/" + plan, Map.of("monthlyRate", "21.90"))
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("hourlyRate", equalTo("0.03"));
        operator.patch("/v1/plans/" + plan, Map.of("isActive", false)).then().body("version", equalTo(2));
        somebody.get("/v1/plans/" + plan + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items.monthlyRate", contains("21.90", "20.00"))
                .body("items[0].baseCost", nullValue());
        operator.get("/v1/plans/" + plan + "/versions").then().body("items[0].baseCost", equalTo("16.00"));
        assertThat(Told.types(plan))
                .containsExactly("billing.plan.created.v1", "billing.plan.changed.v1", "billing.plan.changed.v1");
    }

    @Test
    void tenantSeesWhatItPaysAndNotWhatThePlatformDoes() {
        UUID plan = Person.ADMIN.made("/v1/plans", medium());
        somebody.get("/v1/plans/" + plan)
                .then()
                .statusCode(200)
                .body("monthlyRate", equalTo("20.00"))
                .body("currency", equalTo("EUR"))
                .body("baseCost", nullValue())
                .body("markupPercentage", nullValue());
        operator.get("/v1/plans/" + plan)
                .then()
                .body("baseCost", equalTo("16.00"))
                .body("markupPercentage", equalTo("25.00"));
        somebody.request()
                .queryParam("name", name)
                .get("/v1/plans")
                .then()
                .body("items.id", contains(plan.toString()))
                .body("items[0].baseCost", nullValue());
    }

    @Test
    void nameIsTakenOnceForEachKindUntilThePlanIsRetired() {
        UUID plan = Person.ADMIN.made("/v1/plans", medium());
        Person.ADMIN.post("/v1/plans", medium()).then().statusCode(409).body("code", equalTo("PLAN_NAME_TAKEN"));
        UUID other = Person.ADMIN.made(
                "/v1/plans",
                Map.of(
                        "kind",
                        "CONTAINER",
                        "name",
                        name,
                        "vcpus",
                        1,
                        "memoryMb",
                        512,
                        "diskGb",
                        5,
                        "monthlyRate",
                        "3.65"));
        UUID third = Person.ADMIN.made(
                "/v1/plans",
                Map.of(
                        "kind",
                        "VPS",
                        "name",
                        "Third " + other,
                        "vcpus",
                        1,
                        "memoryMb",
                        1024,
                        "diskGb",
                        5,
                        "monthlyRate",
                        "3.65"));
        operator.patch("/v1/plans/" + third, Map.of("name", name)).then().statusCode(409);
        Person.ADMIN.delete("/v1/plans/" + plan).then().statusCode(200).body("isActive", equalTo(false));
        Person.ADMIN.made("/v1/plans", medium());
        assertThat(Told.types(plan)).contains("billing.plan.retired.v1");
        somebody.get("/v1/plans?limit=500").then().body("items.id", not(hasItem(plan.toString())));
        operator.patch("/v1/plans/" + plan, Map.of("isActive", true)).then().statusCode(404);
    }

    @Test
    void localSuiteBeginsWithFivePlansOnce() {
        LocalPlans seed = Arc.container().select(LocalPlans.class).get();
        Crowd.of(3, number -> Chains.outcomeOf(() -> seed.plant().replaceWith(number)));
        String tiny = "00000000-0000-7000-8000-0000000000a1";
        somebody.get("/v1/plans/" + tiny).then().body("name", equalTo("tiny")).body("hourlyRate", equalTo("0.0075"));
        assertThat(Told.types(UUID.fromString(tiny))).hasSize(1);
    }

    private Map<String, Object> medium() {
        return Map.of(
                "kind",
                "VPS",
                "name",
                name,
                "vcpus",
                2,
                "memoryMb",
                4096,
                "diskGb",
                80,
                "baseCost",
                "16.00",
                "markupPercentage",
                "25");
    }
}
