package io.skyholm.identity.session;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every authenticated caller may do is refused, too, once their tenant is closed. */
@QuarkusTest
class ClosedTenantTest {

    private record Asked(Method method, String path) {}

    @TestFactory
    Stream<DynamicTest> isRefusedEverything() {
        Person person = Person.fresh();
        DeletedTenant.of(person.tenant());
        Eventually.holds("the tenant is closed", () -> status(person, new Asked(Method.GET, "/v1/me")) == 403);
        String session = "/v1/sessions/" + UUID.randomUUID();
        return Stream.of(
                        new Asked(Method.GET, "/v1/sessions"),
                        new Asked(Method.GET, session),
                        new Asked(Method.DELETE, session),
                        new Asked(Method.GET, "/v1/sessions/stream"),
                        new Asked(Method.DELETE, "/v1/sessions"))
                .map(asked -> dynamicTest(asked.method() + " " + asked.path(), () -> person.request()
                        .request(asked.method(), asked.path())
                        .then()
                        .statusCode(403)));
    }

    private static int status(Person person, Asked asked) {
        return person.request().request(asked.method(), asked.path()).statusCode();
    }
}
