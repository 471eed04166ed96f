package io.skyholm.network;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.api.Lists;
import io.skyholm.runtime.testing.api.Repeats;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every list and for every call that creates something. */
@QuarkusTest
class ConventionsTest {

    /** What ports carry comes from their hosts (TrafficTest), and data centres from compute (VpcsApiTest). */
    private static final Set<String> VALUELESS = Set.of(
            "GET /v1/address-pools by edgeDataCenterId",
            "GET /v1/traffic by instanceId",
            "GET /v1/traffic by month",
            "GET /v1/traffic by portId",
            "GET /v1/traffic by tenantId",
            "GET /v1/vpcs by edgeDataCenterId");

    /** Attached and detached is whoever is so already. */
    private static final Set<String> NOT_REPEATED =
            Set.of("POST /v1/addresses/{id}/attach", "POST /v1/addresses/{id}/detach");

    @TestFactory
    Stream<DynamicTest> areKept() {
        Examples examples = NetworkExamples.of(Person.fresh());
        String token = Person.ADMIN.token();
        return Stream.concat(
                Lists.of(token, examples, VALUELESS).tests(),
                Repeats.of(token, examples).tests(NOT_REPEATED));
    }
}
