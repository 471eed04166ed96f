package io.skyholm.compute.instance;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances are as large as what they are made of needs. */
@QuarkusTest
class MinimumSizesTest {

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID pool = tenant;
    private UUID template = tenant;

    /** A template of 2 cores, 4 GB and 40 GB that needs all of its cores and memory. */
    @BeforeEach
    void aTemplate() {
        pool = Fresh.pool();
        Map<String, Object> body = Fresh.template("Web");
        body.putAll(Map.of("minCpuCores", 2, "minMemoryGb", 4));
        template = UUID.fromString(owner.post("/v1/templates", body)
                .then()
                .statusCode(201)
                .body("minMemoryGb", equalTo(4))
                .body("minStorageGb", nullValue())
                .extract()
                .path("id"));
    }

    @Test
    void smallerInstanceIsRefusedByWhatIsTooSmall() {
        Guest.made(owner, tenant, body("storageGb", 1));
        refused(owner.post("/v1/instances", body("cpuCores", 1)), "cpuCores");
        refused(owner.post("/v1/instances", body("memoryGb", 3)), "memoryGb");
        refused(owner.post("/v1/placements", Map.of("templateId", template, "memoryGb", 3)), "memoryGb");
        Guest.made(owner, tenant, body("planId", Fresh.plan()));
        templateIs(Map.of("defaultCpuCores", 4, "minCpuCores", 4));
        refused(owner.post("/v1/instances", body("planId", Fresh.plan())), "planId");
        Map<String, Object> then = body("templateVersion", "v1.0.0");
        then.put("cpuCores", 2);
        Guest.made(owner, tenant, then);
        then.put("cpuCores", 1);
        refused(owner.post("/v1/instances", then), "cpuCores");
        refused(owner.patch("/v1/templates/" + template, Map.of("minStorageGb", 41)), "defaultStorageGb");
    }

    @Test
    void instanceIsNeitherResizedNorRebuiltToLessThanItsTemplateNeeds() {
        Guest guest = Guest.running(owner, tenant, body("cpuCores", 4), Host.in(pool));
        refused(owner.post(guest.path() + "/resize", Map.of("cpuCores", 1)), "cpuCores");
        templateIs(Map.of("defaultCpuCores", 8, "minCpuCores", 8));
        refused(owner.post(guest.path() + "/resize", Map.of("cpuCores", 3)), "cpuCores");
        owner.post(guest.path() + "/resize", Map.of("memoryGb", 8)).then().statusCode(202);
        UUID beside = Fresh.pool();
        Guest small = Guest.running(owner, tenant, Guest.in(beside, "cpuCores", 1), Host.in(beside));
        refused(owner.post(small.path() + "/rebuild", Map.of("templateId", template)), "templateId");
    }

    private void templateIs(Map<String, ?> change) {
        owner.patch("/v1/templates/" + template, change).then().statusCode(200);
    }

    private Map<String, Object> body(String field, Object value) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "web", "resourcePoolId", pool, "templateId", template));
        body.put(field, value);
        return body;
    }

    private static void refused(Response answer, String field) {
        answer.then().statusCode(422).body("errors[0].field", equalTo(field));
    }
}
