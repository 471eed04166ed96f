package io.skyholm.identity.user;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Users are made, shown and found. */
@QuarkusTest
class UsersApiTest {

    @Test
    void createdUserIsShownAtTheirPathAndPublishedWithoutADirectoryState() {
        UUID tenant = Fresh.tenant();
        Map<String, Object> body = Fresh.userOf(tenant);
        body.putAll(Map.of("firstName", "Ada", "lastName", "Lovelace", "externalIds", Map.of("github", "ada")));
        Response created = ADMIN.post("/v1/users", body);
        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("tenantId", equalTo(tenant.toString()))
                .body("fullName", equalTo("Ada Lovelace"))
                .body("roles", contains("USER"))
                .body("status", equalTo("ACTIVE"))
                .body("directoryState", equalTo("PENDING"))
                .body("externalIds.github", equalTo("ada"));
        assertThat(created.header("Location")).endsWith("/v1/users/" + created.path("id"));
        ADMIN.get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("username", equalTo(body.get("username")))
                .body("fullName", equalTo("Ada Lovelace"));
        assertThat(Told.of(UUID.fromString(created.path("id")))).singleElement().satisfies(event -> {
            assertThat(event).containsEntry("type", "identity.user.created.v1");
            assertThat(event).containsEntry("tenant_id", tenant);
            assertThat(event.get("payload")).asString().doesNotContain("directoryState");
        });
    }

    @Test
    void userWithoutATenantIsTheCallersAndOneOfAnUnknownTenantIsRefused() {
        UUID tenant = Fresh.tenant();
        Map<String, Object> body = Fresh.userOf(tenant);
        body.remove("tenantId");
        Person.in(tenant, BuiltInRole.TENANT_ADMIN)
                .post("/v1/users", body)
                .then()
                .statusCode(201)
                .body("tenantId", equalTo(tenant.toString()));
        ADMIN.post("/v1/users", Fresh.userOf(UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.field", contains("tenantId"));
    }

    @Test
    void usernameAndAddressInWhateverCaseAreTaken() {
        Map<String, Object> ada = Fresh.userOf(Fresh.tenant());
        Fresh.user(ada);
        UUID tenant = Fresh.tenant();
        ADMIN.post("/v1/users", Fresh.userOf(tenant, "username", String.valueOf(ada.get("username"))))
                .then()
                .statusCode(409)
                .body("code", equalTo("USERNAME_TAKEN"));
        String shouted = String.valueOf(ada.get("email")).toUpperCase(Locale.ROOT);
        ADMIN.post("/v1/users", Fresh.userOf(tenant, "email", shouted))
                .then()
                .statusCode(409)
                .body("code", equalTo("EMAIL_TAKEN"));
        ADMIN.patch("/v1/users/" + Fresh.user(tenant), Map.of("email", shouted))
                .then()
                .statusCode(409)
                .body("code", equalTo("EMAIL_TAKEN"));
    }

    @Test
    void deletedUserIsShownNeverChangesAndGivesTheirNameAndAddressBack() {
        Map<String, Object> body = Fresh.userOf(Fresh.tenant());
        UUID user = Fresh.user(body);
        String path = "/v1/users/" + user;
        ADMIN.delete(path).then().statusCode(200).body("status", equalTo("DELETED"));
        ADMIN.get(path).then().body("status", equalTo("DELETED")).body("deletedAt", notNullValue());
        ADMIN.patch(path, Map.of("firstName", "Ada")).then().statusCode(404);
        ADMIN.delete(path).then().statusCode(404);
        ADMIN.put(path + "/password", Map.of("password", "correct horse battery", "temporary", false))
                .then()
                .statusCode(404);
        assertThat(Fresh.user(body)).isNotEqualTo(user);
    }
}
