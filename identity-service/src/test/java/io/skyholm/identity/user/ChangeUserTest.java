package io.skyholm.identity.user;

import static io.skyholm.runtime.testing.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.skyholm.identity.Fresh;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Users are changed field by field, and go. */
@QuarkusTest
class ChangeUserTest {

    @Test
    void lockedUserIsShownAsLocked() {
        UUID user = Fresh.user(Fresh.tenant());
        change(user, Map.of("status", "LOCKED")).statusCode(200).body("status", equalTo("LOCKED"));
        ADMIN.get(path(user)).then().body("status", equalTo("LOCKED"));
    }

    @Test
    void addressOfAnotherIsRefused() {
        String address = Fresh.username() + "@example.com";
        Fresh.user(Fresh.userOf(Fresh.tenant(), "email", address));
        change(Fresh.user(Fresh.tenant()), Map.of("email", address))
                .statusCode(409)
                .body("code", equalTo("EMAIL_TAKEN"));
    }

    @Test
    void deletedUserIsShownAndNeverChanges() {
        UUID user = Fresh.user(Fresh.tenant());
        ADMIN.delete(path(user)).then().statusCode(200).body("status", equalTo("DELETED"));
        ADMIN.get(path(user)).then().body("status", equalTo("DELETED")).body("deletedAt", notNullValue());
        change(user, Map.of("firstName", "Ada")).statusCode(404);
        ADMIN.delete(path(user)).then().statusCode(404);
        ADMIN.put(path(user) + "/password", Map.of("password", "correct horse battery", "temporary", false))
                .then()
                .statusCode(404);
    }

    @Test
    void deletedUserGivesTheirNameAndAddressBack() {
        Map<String, Object> body = Fresh.userOf(Fresh.tenant());
        UUID user = Fresh.user(body);
        ADMIN.delete(path(user)).then().statusCode(200);
        assertThat(Fresh.user(body)).isNotEqualTo(user);
    }

    private static ValidatableResponse change(UUID user, Map<String, ?> change) {
        return ADMIN.patch(path(user), change).then();
    }

    private static String path(UUID user) {
        return "/v1/users/" + user;
    }
}
