package io.skyholm.identity;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.api.Authorization;
import io.skyholm.runtime.testing.api.Authorization.Of;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may call what: every operation as every built-in role, of this tenant and of another. */
@QuarkusTest
class AuthorizationTest {

    @TestFactory
    Stream<DynamicTest> answersAreThoseOfTheTable() {
        UUID here = Fresh.tenant();
        UUID elsewhere = Fresh.tenant();
        Map<String, String> tokens = new HashMap<>();
        for (BuiltInRole role : BuiltInRole.values()) {
            tokens.put(role + " " + Of.THIS_TENANT, Fresh.person(here, role).token());
            tokens.put(
                    role + " " + Of.ANOTHER_TENANT,
                    Fresh.person(elsewhere, role).token());
        }
        Person owner = Fresh.person(here, BuiltInRole.ADMIN);
        return Authorization.of(
                        IdentityExamples.in(here, owner), (role, of) -> tokens.getOrDefault(role + " " + of, ""))
                .tests();
    }
}
