package io.skyholm.identity.user;

import static io.skyholm.identity.user.Somebody.PASSWORD;
import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.keycloak.SignIn;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A second factor is asked for by the real Keycloak. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class SecondFactorTest {

    @SuppressWarnings("NullAway.Init") // The test resource puts itself in.
    private KeycloakDoor door;

    @Test
    void userOfWhomASecondFactorIsRequiredDoesNotSignInWithoutSettingItUp() {
        Somebody ada = Somebody.withPassword();
        door.whileShut(() -> ada.change(Map.of("totpRequired", true)));
        ada.becomesReady();
        ADMIN.get("/v1/users/" + ada.id()).then().body("totpRequired", equalTo(true));
        SignIn.as(ada.username(), PASSWORD)
                .then()
                .statusCode(400)
                .body("error_description", equalTo("Account is not fully set up"));
        ada.change(Map.of("totpRequired", false));
        ada.becomesReady();
        SignIn.as(ada.username(), PASSWORD).then().statusCode(200);
    }
}
