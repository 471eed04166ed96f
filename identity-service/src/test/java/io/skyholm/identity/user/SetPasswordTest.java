package io.skyholm.identity.user;

import static io.skyholm.identity.user.Somebody.PASSWORD;
import static io.skyholm.runtime.testing.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.runtime.testing.Sql;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Passwords are set here and kept by Keycloak alone. */
@QuarkusTest
class SetPasswordTest {

    @Test
    void newPasswordReplacesTheOld() {
        Somebody ada = Somebody.withPassword();
        ada.setPassword("another long password").then().statusCode(200);
        SignIn.as(ada.username(), PASSWORD).then().statusCode(400).body("error", equalTo("invalid_grant"));
        SignIn.as(ada.username(), "another long password").then().statusCode(200);
    }

    @Test
    void temporaryPasswordDoesNotSignInByItself() {
        Somebody ada = Somebody.fresh();
        ada.becomesReady();
        ADMIN.put("/v1/users/" + ada.id() + "/password", Map.of("password", PASSWORD, "temporary", true))
                .then()
                .statusCode(200);
        ada.becomesReady();
        SignIn.as(ada.username(), PASSWORD).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void passwordThatKeycloaksPolicyForbidsIsRefusedByItsField() {
        Somebody ada = Somebody.fresh();
        ada.becomesReady();
        ada.setPassword(ada.username()).then().statusCode(422).body("errors.field", contains("password"));
        ada.setPassword("x".repeat(200)).then().statusCode(422).body("errors.field", contains("password"));
        ada.setPassword("short").then().statusCode(422).body("errors.field", contains("password"));
    }

    @Test
    void dryRunSetsNothing() {
        Somebody ada = Somebody.withPassword();
        ADMIN.put(
                        "/v1/users/" + ada.id() + "/password?dry_run=true",
                        Map.of("password", "another long password", "temporary", false))
                .then()
                .statusCode(200);
        SignIn.as(ada.username(), PASSWORD).then().statusCode(200);
    }

    @Test
    void staleVersionSetsNothing() {
        Somebody ada = Somebody.withPassword();
        ADMIN.request()
                .header("If-Match", "\"1\"")
                .body(Map.of("password", "another long password", "temporary", false))
                .put("/v1/users/" + ada.id() + "/password")
                .then()
                .statusCode(412);
        SignIn.as(ada.username(), PASSWORD).then().statusCode(200);
    }

    @Test
    void factIsPublishedWithoutThePassword() {
        Somebody ada = Somebody.withPassword();
        assertThat(Sql.asSuperuser("identity")
                        .rows(
                                "select * from outbox_event where aggregate_id = ? order by generation",
                                ada.id().toString()))
                .last()
                .satisfies(event -> {
                    assertThat(event).containsEntry("type", "identity.user.password-changed.v1");
                    assertThat(event.get("payload")).asString().doesNotContain(PASSWORD);
                });
    }
}
