package io.skyholm.identity;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.api.Lists;
import io.skyholm.runtime.testing.api.Repeats;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every list and for every call that creates something. */
@QuarkusTest
class ConventionsTest {

    /** Nobody logs in for an example: LoginsTest. */
    private static final Set<String> VALUELESS = Set.of("GET /v1/logins by outcome", "GET /v1/logins by userId");

    /** Strangers' calls have a mailed token or an answer that tells them nothing, a key is shown once, and a request is answered once. */
    private static final Set<String> NOT_REPEATED = Set.of(
            "POST /v1/access-grants/{id}/accept",
            "POST /v1/access-grants/{id}/refuse",
            "POST /v1/api-keys",
            "POST /v1/oauth2/token",
            "POST /v1/service-accounts",
            "POST /v1/email-verifications/confirm",
            "POST /v1/invitations/accept",
            "POST /v1/password-resets",
            "POST /v1/password-resets/confirm",
            "POST /v1/registrations",
            "POST /v1/registrations/confirm");

    @TestFactory
    Stream<DynamicTest> areKept() {
        UUID tenant = Fresh.tenant();
        Person owner = Fresh.person(tenant, BuiltInRole.ADMIN);
        Examples examples = IdentityExamples.in(tenant, owner);
        return Stream.concat(
                Lists.of(owner.token(), examples, VALUELESS).tests(),
                Repeats.of(owner.token(), examples).tests(NOT_REPEATED));
    }
}
