package io.skyholm.identity.user;

import static io.skyholm.identity.user.Somebody.PASSWORD;
import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Passwords are set here and kept by Keycloak alone. */
@QuarkusTest
class SetPasswordTest {

    @Test
    void newPasswordReplacesTheOldAndIsToldWithoutIt() {
        Somebody ada = Somebody.withPassword();
        String path = "/v1/users/" + ada.id() + "/password";
        Map<String, Object> other = Map.of("password", "another long password", "temporary", false);
        ADMIN.put(path + "?dry_run=true", other).then().statusCode(200);
        ADMIN.request().header("If-Match", "\"1\"").body(other).put(path).then().statusCode(412);
        SignIn.as(ada.username(), PASSWORD).then().statusCode(200);
        ADMIN.put(path, other).then().statusCode(200);
        SignIn.as(ada.username(), PASSWORD).then().statusCode(400).body("error", equalTo("invalid_grant"));
        SignIn.as(ada.username(), "another long password").then().statusCode(200);
        assertThat(Told.of(ada.id())).last().satisfies(event -> {
            assertThat(event).containsEntry("type", "identity.user.password-changed.v1");
            assertThat(event.get("payload")).asString().doesNotContain("another long password");
        });
    }

    @Test
    void temporaryPasswordDoesNotSignInByItselfAndOneThatThePolicyForbidsIsRefusedByItsField() {
        Somebody ada = Somebody.fresh();
        ada.becomesReady();
        for (String forbidden : List.of(ada.username(), "x".repeat(200), "short")) {
            ada.setPassword(forbidden).then().statusCode(422).body("errors.field", contains("password"));
        }
        ADMIN.put("/v1/users/" + ada.id() + "/password", Map.of("password", PASSWORD, "temporary", true))
                .then()
                .statusCode(200);
        ada.becomesReady();
        SignIn.as(ada.username(), PASSWORD).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void manyWhoSetOnePasswordAtOnceAreAllAnsweredAsDocumented() {
        Somebody ada = Somebody.fresh();
        ada.becomesReady();
        assertThat(Crowd.of(12, number -> set(ada, true))).containsOnly(200);
        assertThat(Crowd.of(12, number -> set(ada, number % 2 == 0))).containsOnly(200);
    }

    private static int set(Somebody user, boolean temporary) {
        return ADMIN.put("/v1/users/" + user.id() + "/password", Map.of("password", PASSWORD, "temporary", temporary))
                .statusCode();
    }
}
