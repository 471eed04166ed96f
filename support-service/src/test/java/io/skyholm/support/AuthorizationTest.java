package io.skyholm.support;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.Authorization;
import io.skyholm.runtime.testing.api.Authorization.Of;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may call what: every operation as every built-in role, of this tenant and of another. */
@QuarkusTest
class AuthorizationTest {

    @TestFactory
    Stream<DynamicTest> answersAreThoseOfTheTable() {
        Person owner = Person.fresh();
        UUID elsewhere = UUID.randomUUID();
        return Authorization.of(SupportExamples.of(owner), (role, of) -> Person.in(
                                of == Of.THIS_TENANT ? owner.tenant() : elsewhere, role)
                        .token())
                .tests();
    }
}
