package io.skyholm.network;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Nothing can be renamed to a name that another of its kind has in the same tenant. */
@QuarkusTest
class NamesAreTakenOnceTest {

    private record Kind(String path, Map<String, ?> first, Map<String, ?> second) {}

    @TestFactory
    Stream<DynamicTest> alsoByRenaming() {
        Person owner = Person.fresh();
        UUID vpc = Fresh.vpc(owner, "10.30.0.0/16");
        Map<String, ?> one = Map.of("subnetId", Fresh.subnet(owner, vpc, "10.30.1.0/24"));
        Map<String, ?> other = Map.of("subnetId", Fresh.subnet(owner, vpc, "10.30.2.0/24"));
        return Stream.of(
                        new Kind("/v1/places", Map.of(), Map.of()),
                        new Kind("/v1/address-pools", one, other),
                        new Kind("/v1/vpcs", Map.of("cidrBlock", "10.31.0.0/16"), Map.of("cidrBlock", "10.32.0.0/16")),
                        new Kind("/v1/security-groups", Map.of("rules", List.of()), Map.of("rules", List.of())))
                .map(kind -> dynamicTest(kind.path(), () -> refusesTheSameName(owner, kind)));
    }

    private static void refusesTheSameName(Person owner, Kind kind) {
        owner.made(kind.path(), named("First", kind.first()));
        UUID second = owner.made(kind.path(), named("Second", kind.second()));
        owner.patch(kind.path() + "/" + second, Map.of("name", "First")).then().statusCode(409);
    }

    private static Map<String, ?> named(String name, Map<String, ?> rest) {
        Map<String, Object> body = new LinkedHashMap<>(rest);
        body.put("name", name);
        return body;
    }
}
