package io.skyholm.identity.me;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everybody may know who they are. */
@QuarkusTest
class MeApiTest {

    @Test
    void callerIsShownThemselvesAndWhatTheirRolesAllow() {
        UUID tenant = UUID.randomUUID();
        Person person = Person.in(tenant, BuiltInRole.USER);
        person.get("/v1/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(person.id().toString()))
                .body("tenantId", equalTo(tenant.toString()))
                .body("roles", contains("USER"))
                .body("readOnly", equalTo(false))
                .body("credential", equalTo("SESSION"))
                .body("permissions", hasItem("INSTANCE:CREATE"))
                .body("permissions", not(hasItem("TENANT:DELETE")));
    }
}
