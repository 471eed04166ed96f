package io.skyholm.identity.registration;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.Visitor;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.identity.mail.Mailbox;
import io.skyholm.identity.user.Somebody;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People open accounts with a tenant of their own, once they have proved their address. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class RegistrationTest {

    private static final Sql SQL = Sql.asSuperuser("identity");

    @SuppressWarnings("NullAway.Init") // The test resource puts itself in.
    private KeycloakDoor door;

    @Test
    void confirmedRegistrationIsATenantWithItsAdministrator() {
        Map<String, Object> registration = registration();
        String token = tokenFor(registration);
        Response registered = confirm(token);
        registered.then().statusCode(201).body("username", equalTo(registration.get("username")));
        JsonPath claims = SignIn.claimsOf(String.valueOf(registration.get("username")), Somebody.PASSWORD);
        assertThat(claims.getString("tenant_id")).isEqualTo(registered.path("tenantId"));
        assertThat(claims.getList("roles")).containsExactly("TENANT_ADMIN");
        ADMIN.get("/v1/tenants/" + registered.path("tenantId"))
                .then()
                .body("name", equalTo(registration.get("tenantName")))
                .body("quotaConfig.instances", equalTo(10))
                .body("quotaConfig.gpus", equalTo(0))
                .body("quotaConfig.counts.dataDiskGb", equalTo(1000))
                .body("quotaConfig.counts.imageGb", equalTo(100))
                .body("adminUserId", equalTo(registered.path("userId")));
        ADMIN.get("/v1/users/" + registered.path("userId"))
                .then()
                .body("emailVerified", equalTo(true))
                .body("email", equalTo(registration.get("email")));
        confirm(token).then().statusCode(422).body("errors.field", contains("token"));
    }

    @Test
    void knownAddressGetsTheSameAnswerAndAnotherMail() {
        Somebody ada = Somebody.proved();
        Map<String, Object> registration = registration();
        String answer = register(registration).then().statusCode(202).extract().asString();
        registration.put("email", ada.address());
        assertThat(register(registration).then().statusCode(202).extract().asString())
                .isEqualTo(answer);
        assertThat(new Mailbox(ada.address())
                        .about("You have a Skyholm account")
                        .mail(1))
                .contains(ada.username());
        assertThat(SQL.number("select count(*) from registration where email = ?", ada.address()))
                .isZero();
    }

    @Test
    void nothingIsMadeAndTheTokenStaysUsableUntilAllIsAsItMustBe() {
        Map<String, Object> registration = registration();
        String token = tokenFor(registration);
        String tenantName = String.valueOf(registration.get("tenantName"));
        door.whileShut(() -> confirm(token).then().statusCode(503).header("Retry-After", "5"));
        Visitor.fresh()
                .post("/v1/registrations/confirm", Map.of("token", token, "password", registration.get("username")))
                .then()
                .statusCode(422)
                .body("errors.field", contains("password"));
        assertThat(SQL.number("select count(*) from tenant where name = ?", tenantName))
                .isZero();
        UUID tenant = Fresh.tenant(Map.of("name", tenantName));
        confirm(token).then().statusCode(409).body("code", equalTo("TENANT_NAME_TAKEN"));
        ADMIN.patch("/v1/tenants/" + tenant, Map.of("name", Fresh.name()))
                .then()
                .statusCode(200);
        Somebody other = Somebody.named(String.valueOf(registration.get("username")));
        confirm(token).then().statusCode(409);
        other.delete();
        other.becomesReady();
        confirm(token).then().statusCode(201);
    }

    @Test
    void ofTwoAtOnceOneIsRegistered() {
        String token = tokenFor(registration());
        List<Integer> answers = Crowd.of(4, number -> confirm(token).statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 422, 422, 422);
    }

    @Test
    void expiredTokenIsRefused() {
        Map<String, Object> registration = registration();
        String token = tokenFor(registration);
        SQL.change(
                "update registration set expires_at = now() where email = ?",
                String.valueOf(registration.get("email")));
        confirm(token).then().statusCode(422).body("errors.field", contains("token"));
    }

    @Test
    void mailedTokenProvesAnAddressThatIsStillTheUsers() {
        Somebody ada = Somebody.fresh();
        String ask = "/v1/users/" + ada.id() + "/email-verification";
        ADMIN.request().post(ask).then().statusCode(202).body("email", equalTo(ada.address()));
        String outdated =
                new Mailbox(ada.address()).about("Confirm your address").token(1);
        String address = Fresh.username() + "@example.com";
        ada.change(Map.of("email", address));
        proved(outdated).then().statusCode(422).body("errors.field", contains("token"));
        ADMIN.request().post(ask).then().statusCode(202).body("email", equalTo(address));
        String token = new Mailbox(address).token(1);
        proved(token).then().statusCode(200);
        proved(token).then().statusCode(422).body("errors.field", contains("token"));
        ADMIN.get("/v1/users/" + ada.id()).then().body("emailVerified", equalTo(true));
        ADMIN.request().post(ask).then().statusCode(409).body("code", equalTo("EMAIL_VERIFIED"));
    }

    private static Response proved(String token) {
        return Visitor.fresh().post("/v1/email-verifications/confirm", Map.of("token", token));
    }

    private static Map<String, Object> registration() {
        String username = Fresh.username();
        return new HashMap<>(
                Map.of("tenantName", Fresh.name(), "username", username, "email", username + "@example.com"));
    }

    private static String tokenFor(Map<String, Object> registration) {
        register(registration).then().statusCode(202);
        return new Mailbox(String.valueOf(registration.get("email"))).token(1);
    }

    private static Response register(Map<String, Object> registration) {
        return Visitor.fresh().post("/v1/registrations", registration);
    }

    private static Response confirm(String token) {
        return Visitor.fresh().post("/v1/registrations/confirm", Map.of("token", token, "password", Somebody.PASSWORD));
    }
}
