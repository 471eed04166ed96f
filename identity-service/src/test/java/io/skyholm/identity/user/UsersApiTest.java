package io.skyholm.identity.user;

import static io.skyholm.runtime.testing.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.Sql;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Users are made, shown and found. */
@QuarkusTest
class UsersApiTest {

    @Test
    void createdUserIsShownAtTheirPath() {
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
    }

    @Test
    void createdUserIsPublishedWithoutADirectoryState() {
        UUID tenant = Fresh.tenant();
        UUID user = Fresh.user(tenant);
        assertThat(Sql.asSuperuser("identity")
                        .rows("select * from outbox_event where aggregate_id = ?", user.toString()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event).containsEntry("type", "identity.user.created.v1");
                    assertThat(event).containsEntry("tenant_id", tenant);
                    assertThat(event.get("payload")).asString().doesNotContain("directoryState");
                });
    }

    @Test
    void userOfAnUnknownTenantIsRefused() {
        ADMIN.post("/v1/users", Fresh.userOf(UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.field", contains("tenantId"));
    }

    @Test
    void usernameIsTaken() {
        String username = Fresh.username();
        Fresh.user(Fresh.userOf(Fresh.tenant(), "username", username));
        ADMIN.post("/v1/users", Fresh.userOf(Fresh.tenant(), "username", username))
                .then()
                .statusCode(409)
                .body("code", equalTo("USERNAME_TAKEN"));
    }

    @Test
    void addressIsTakenInWhateverCase() {
        String address = Fresh.username() + "@example.com";
        Fresh.user(Fresh.userOf(Fresh.tenant(), "email", address));
        ADMIN.post("/v1/users", Fresh.userOf(Fresh.tenant(), "email", address.toUpperCase(Locale.ROOT)))
                .then()
                .statusCode(409)
                .body("code", equalTo("EMAIL_TAKEN"));
    }
}
