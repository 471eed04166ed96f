package io.skyholm.compute.template;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Nothing can be renamed to a name that another of its kind has. */
@QuarkusTest
class NamesAreTakenOnceTest {

    private record Kind(String path, Person owner, Map<String, Object> body) {}

    @TestFactory
    Stream<DynamicTest> alsoByRenaming() {
        Person owner = Person.in(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN);
        return Stream.of(
                        new Kind("/v1/data-centers", ADMIN, Map.of()),
                        new Kind("/v1/compute-pools", ADMIN, Map.of("edgeDataCenterId", Fresh.dataCenter())),
                        new Kind("/v1/instance-sets", owner, Map.of()),
                        new Kind("/v1/stack-scripts", owner, Map.of("scriptData", Map.of("script", "echo hello"))),
                        new Kind("/v1/templates", owner, Fresh.template("")))
                .map(kind -> dynamicTest(kind.path(), () -> refusesTheSameName(kind)));
    }

    private static void refusesTheSameName(Kind kind) {
        String name = Fresh.name();
        kind.owner().made(kind.path(), named(name, kind));
        UUID second = kind.owner().made(kind.path(), named(Fresh.name(), kind));
        kind.owner()
                .patch(kind.path() + "/" + second, Map.of("name", name))
                .then()
                .statusCode(409)
                .body("code", endsWith("_NAME_TAKEN"));
    }

    private static Map<String, Object> named(String name, Kind kind) {
        Map<String, Object> body = new HashMap<>(kind.body());
        body.put("name", name);
        return body;
    }
}
