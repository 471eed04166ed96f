package io.skyholm.identity;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.api.BadInput;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever nobody should send is refused, naming the field, and changes nothing. */
@QuarkusTest
class BadInputTest {

    @TestFactory
    Stream<DynamicTest> isRefused() {
        UUID tenant = Fresh.tenant();
        Person owner = Fresh.person(tenant, BuiltInRole.ADMIN);
        Stream<DynamicTest> tests = BadInput.of("identity", owner.token(), IdentityExamples.in(tenant, owner))
                .withEverybodys("GET /v1/permissions/{id}")
                .tests();
        // What earlier tests have deleted goes on going.
        Eventually.rows(0, "select count(*) from reconcile_task where kind in ('user-data', 'tenant-data')");
        Eventually.rows(
                1,
                "select count(*) from login_reading"
                        + " where stream = 'SESSIONS' and looked_at > ?::timestamptz + interval '2 seconds'",
                Instant.now().toString());
        return tests;
    }
}
