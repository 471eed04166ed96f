package io.skyholm.identity.login;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.identity.user.Somebody;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who passes the services by and administers the real Keycloak is told of all the same. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class KeycloakAdministrationTest {

    private static final Sql SQL = Sql.asSuperuser("identity");
    private static final String REALM = "/admin/realms/skyholm/";
    private static final String TOLD = "select count(*) from outbox_event"
            + " where aggregate_type = 'identity.keycloak-administration' and payload::json ->> 'resourcePath' = ?";

    @Test
    void userWhomAnAdministratorOfKeycloakChangesIsTold() {
        Somebody ada = Somebody.withPassword();
        String path = "users/" + ada.id();
        assertThat(SQL.number(TOLD, path))
                .as("what identity does there by itself")
                .isZero();
        as(SignIn.administration())
                .body(Map.of("emailVerified", true))
                .put(SignIn.address() + REALM + path)
                .then()
                .statusCode(204);
        Eventually.rows(1, TOLD, path);
        assertThat(SQL.rows(
                        "select type, payload::json ->> 'operation' as operation, payload::json ->> 'resourceType' as resource"
                                + " from outbox_event where payload::json ->> 'resourcePath' = ?",
                        path))
                .containsExactly(Map.of(
                        "type",
                        "identity.keycloak-administration.performed.v1",
                        "operation",
                        "UPDATE",
                        "resource",
                        "USER"));
    }

    @Test
    void administrationIsReadWhileLoginsCannotBeWrittenDown() {
        Somebody ada = Somebody.withPassword();
        String path = "users/" + ada.id();
        SQL.whileLocked("login", () -> {
            ada.signIn();
            as(SignIn.administration())
                    .body(Map.of("emailVerified", true))
                    .put(SignIn.address() + REALM + path)
                    .then()
                    .statusCode(204);
            Eventually.rows(1, TOLD, path);
        });
    }

    @Test
    void identitysOwnAccountChangesNoClientsAndForgetsNoEvents() {
        Map<String, Map<String, String>> others = Map.of(
                "clients", Map.of("clientId", "mine"),
                "identity-provider/instances", Map.of("alias", "mine", "providerId", "oidc"));
        others.forEach((path, body) -> as(SignIn.serviceToken())
                .body(body)
                .post(SignIn.address() + REALM + path)
                .then()
                .statusCode(403));
        for (String path : List.of("events", "admin-events")) {
            as(SignIn.serviceToken())
                    .delete(SignIn.address() + REALM + path)
                    .then()
                    .statusCode(403);
        }
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
