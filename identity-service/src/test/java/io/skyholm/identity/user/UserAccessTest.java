package io.skyholm.identity.user;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void foreignTenantInAFilterFindsNobody() {
        UUID foreign = Fresh.tenant();
        Fresh.user(foreign);
        UUID tenant = Fresh.tenant();
        String own = Fresh.user(tenant).toString();
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        owner.get("/v1/users?tenantId=" + foreign).then().statusCode(200).body("items", empty());
        owner.get("/v1/users").then().body("items.id", contains(own));
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, 403", "OPERATOR, 403", "TENANT_ADMIN, 201", "USER, 201"})
    void nobodyGivesAwayMoreThanTheyHold(String role, int status) {
        UUID tenant = Fresh.tenant();
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        owner.post("/v1/users", Fresh.userOf(tenant, "roles", List.of(role)))
                .then()
                .statusCode(status);
        owner.patch("/v1/users/" + Fresh.user(tenant), Map.of("roles", List.of(role)))
                .then()
                .statusCode(status == 201 ? 200 : status);
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

    @Test
    void unknownRoleIsRefusedByItsName() {
        UUID tenant = Fresh.tenant();
        Person.ADMIN
                .post("/v1/users", Fresh.userOf(tenant, "roles", List.of("KING")))
                .then()
                .statusCode(422)
                .body("errors.field", contains("roles"))
                .body("detail", containsString("KING"));
    }
}
