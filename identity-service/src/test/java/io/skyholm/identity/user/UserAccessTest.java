package io.skyholm.identity.user;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may do what with users of their own tenant, and of another. */
@QuarkusTest
class UserAccessTest {

    @Test
    void userWithoutATenantIsTheCallers() {
        UUID tenant = Fresh.tenant();
        Map<String, Object> body = Fresh.userOf(tenant);
        body.remove("tenantId");
        Person.in(tenant, BuiltInRole.TENANT_ADMIN)
                .post("/v1/users", body)
                .then()
                .statusCode(201)
                .body("tenantId", equalTo(tenant.toString()));
    }

    @Test
    void mightierUserIsOutOfReach() {
        UUID tenant = Fresh.tenant();
        UUID administrator = Fresh.user(Fresh.userOf(tenant, "roles", List.of("ADMIN")));
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        String path = "/v1/users/" + administrator;
        owner.patch(path, Map.of("email", "mine@example.com")).then().statusCode(403);
        owner.delete(path).then().statusCode(403);
        owner.put(path + "/password", Map.of("password", "correct horse battery", "temporary", false))
                .then()
                .statusCode(403);
    }
}
