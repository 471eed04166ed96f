package io.skyholm.identity.registration;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.Visitor;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.identity.mail.Mailbox;
import io.skyholm.identity.user.Somebody;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An address that nobody has proved is nobody's yet. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class UnprovedAddressesTest {

    private static final Sql SQL = Sql.asSuperuser("identity");

    @Test
    void addressThatNobodyProvedKeepsNobodyOut() {
        Somebody squatter = Somebody.fresh();
        Map<String, Object> registration = registration();
        registration.put("email", squatter.address());
        register(registration).then().statusCode(202);
        String token = confirmations(registration).token(1);
        String user = confirm(token).then().statusCode(201).extract().path("userId");
        ADMIN.get("/v1/users/" + user).then().body("emailVerified", equalTo(true));
        ADMIN.get("/v1/users/" + squatter.id()).then().body("emailVerified", equalTo(false));
        squatter.becomesReady();
        SignIn.as(squatter.address(), Somebody.PASSWORD).then().statusCode(200);
    }

    @Test
    void ofTwoWhoAskForOneAddressTheFirstToProveItHasIt() {
        Map<String, Object> first = registration();
        Map<String, Object> second = registration();
        second.put("email", first.get("email"));
        register(first).then().statusCode(202);
        String late = confirmations(first).token(1);
        register(second).then().statusCode(202);
        String early = confirmations(first).token(2);
        confirm(early).then().statusCode(201);
        confirm(late).then().statusCode(409).body("code", equalTo("EMAIL_TAKEN"));
    }

    @Test
    void dryRunSaysTheSameOfEveryAddressAndMailsNobody() {
        Somebody ada = Somebody.proved();
        Map<String, Object> registration = registration();
        String unknown = inThought(registration);
        registration.put("email", ada.address());
        assertThat(inThought(registration)).isEqualTo(unknown);
        assertThat(SQL.number(
                        "select count(*) from mail where recipient = ? and subject like 'You have%'", ada.address()))
                .isZero();
    }

    private static String inThought(Map<String, Object> registration) {
        return Visitor.fresh()
                .post("/v1/registrations?dry_run=true", registration)
                .then()
                .statusCode(202)
                .extract()
                .asString();
    }

    private static Mailbox confirmations(Map<String, Object> registration) {
        return new Mailbox(String.valueOf(registration.get("email"))).about("Confirm your Skyholm account");
    }

    private static Map<String, Object> registration() {
        String username = Fresh.username();
        return new HashMap<>(
                Map.of("tenantName", Fresh.name(), "username", username, "email", username + "@example.com"));
    }

    private static Response register(Map<String, Object> registration) {
        return Visitor.fresh().post("/v1/registrations", registration);
    }

    private static Response confirm(String token) {
        return Visitor.fresh().post("/v1/registrations/confirm", Map.of("token", token, "password", Somebody.PASSWORD));
    }
}
