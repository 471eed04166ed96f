package io.skyholm.identity.me;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.Person;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody may know who they are. */
@QuarkusTest
class MeApiTest {

    @ParameterizedTest
    @EnumSource(BuiltInRole.class)
    void everybodyIsShownThemselves(BuiltInRole role) {
        UUID tenant = UUID.randomUUID();
        Person person = Person.in(tenant, role);
        person.get("/v1/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(person.id().toString()))
                .body("tenantId", equalTo(tenant.toString()))
                .body("roles", contains(role.name()))
                .body("readOnly", equalTo(false))
                .body("credential", equalTo("SESSION"));
    }

    @Test
    void permissionsAreThoseOfTheRoles() {
        Person.in(UUID.randomUUID(), BuiltInRole.USER)
                .get("/v1/me")
                .then()
                .body("permissions", hasItem("INSTANCE:CREATE"))
                .body("permissions", not(hasItem("TENANT:DELETE")));
    }
}
