package io.skyholm.audit;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.Authorization;
import io.skyholm.runtime.testing.api.Authorization.Of;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may call what: every operation as every built-in role, of this tenant and of another. */
@QuarkusTest
class AuthorizationTest {

    @TestFactory
    Stream<DynamicTest> answersAreThoseOfTheTable() {
        UUID here = UUID.randomUUID();
        UUID elsewhere = UUID.randomUUID();
        return Authorization.of(
                        AuditExamples.in(here), (role, of) -> Reader.in(of == Of.THIS_TENANT ? here : elsewhere, role)
                                .token())
                .tests();
    }
}
