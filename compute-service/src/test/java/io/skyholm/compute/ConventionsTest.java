package io.skyholm.compute;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.api.Lists;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every list. */
@QuarkusTest
class ConventionsTest {

    /** Sets, parts of operations and whose things belong to whom have tests in their own rooms. */
    private static final Set<String> VALUELESS = Set.of(
            "GET /v1/instances by computeMachineId",
            "GET /v1/instances by instanceSetId",
            "GET /v1/operations by parentId",
            "GET /v1/virtual-machines by computeMachineId");

    @TestFactory
    Stream<DynamicTest> areKept() {
        makeWhatIsFoundByTags();
        return Lists.of(ADMIN.token(), ComputeExamples.in(UUID.randomUUID()), VALUELESS)
                .tests();
    }

    private static void makeWhatIsFoundByTags() {
        Fresh.made("/v1/machines", Fresh.machineIn(Fresh.pool(), "tags", List.of("ssd")));
        Map<String, Object> template = Fresh.template("Database");
        template.putAll(Map.of("useCase", "DATABASE", "tags", List.of("sql")));
        UUID tenant = UUID.randomUUID();
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        owner.post("/v1/templates", template).then().statusCode(201);
        owner.post("/v1/instance-sets", Map.of("name", Fresh.name(), "tags", List.of("shop")))
                .then()
                .statusCode(201);
        Guest.made(owner, tenant, Guest.in(Fresh.pool(), "tags", List.of("web")));
    }
}
