package io.skyholm.identity.reset;

import static io.skyholm.runtime.testing.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.Visitor;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.identity.mail.Mailbox;
import io.skyholm.identity.user.Somebody;
import io.skyholm.runtime.testing.Crowd;
import io.skyholm.runtime.testing.Eventually;
import io.skyholm.runtime.testing.Sql;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who has forgotten their password gets a new one by mail, once and not for long. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class PasswordResetTest {

    private static final Sql SQL = Sql.asSuperuser("identity");
    private static final String NEW = "another long password";

    @SuppressWarnings("NullAway.Init") // The test resource puts itself in.
    private KeycloakDoor door;

    @Test
    void mailedTokenSetsANewPasswordOnce() {
        Somebody ada = Somebody.withPassword();
        Response before = ada.signIn();
        String token = tokenFor(ada);
        confirm(token, NEW).then().statusCode(200).body("username", equalTo(ada.username()));
        SignIn.as(ada.username(), NEW).then().statusCode(200);
        SignIn.as(ada.username(), Somebody.PASSWORD).then().statusCode(400);
        SignIn.again(before.path("refresh_token")).then().statusCode(400);
        confirm(token, "yet another password").then().statusCode(422).body("errors.field", contains("token"));
        assertThat(SQL.value("select tokens_not_before from app_user where id = ?", ada.id()))
                .isNotEqualTo("null");
    }

    @Test
    void answerIsTheSameForUnknownAddressesAndNoMailIsWritten() {
        Somebody ada = Somebody.fresh();
        String known = ask(ada.address()).then().statusCode(202).extract().asString();
        String nobody = Fresh.username() + "@example.com";
        assertThat(ask(nobody).then().statusCode(202).extract().asString()).isEqualTo(known);
        new Mailbox(ada.address()).mail(1);
        assertThat(SQL.number("select count(*) from mail where recipient = ?", nobody))
                .isZero();
    }

    @Test
    void lockedUserGetsNoMail() {
        Somebody ada = Somebody.fresh();
        ada.change(Map.of("status", "LOCKED"));
        ask(ada.address()).then().statusCode(202);
        assertThat(SQL.number("select count(*) from mail where recipient = ?", ada.address()))
                .isZero();
    }

    @Test
    void newerTokenReplacesTheOlder() {
        Somebody ada = Somebody.withPassword();
        String older = tokenFor(ada);
        ask(ada.address()).then().statusCode(202);
        String newer = new Mailbox(ada.address()).token(2);
        confirm(older, NEW).then().statusCode(422).body("errors.field", contains("token"));
        confirm(newer, NEW).then().statusCode(200);
    }

    @Test
    void expiredTokenIsRefused() {
        Somebody ada = Somebody.withPassword();
        String token = tokenFor(ada);
        SQL.change("update password_reset set expires_at = now() - interval '1 second' where user_id = ?", ada.id());
        confirm(token, NEW).then().statusCode(422).body("errors.field", contains("token"));
    }

    @Test
    void passwordThatKeycloakRefusesUsesNothingUp() {
        Somebody ada = Somebody.withPassword();
        String token = tokenFor(ada);
        confirm(token, ada.username()).then().statusCode(422).body("errors.field", contains("password"));
        confirm(token, "x".repeat(200)).then().statusCode(422).body("errors.field", contains("password"));
        confirm(token, "short").then().statusCode(422).body("errors.field", contains("password"));
        confirm(token, NEW).then().statusCode(200);
    }

    @Test
    void tokenStaysUsableIfKeycloakIsAway() {
        Somebody ada = Somebody.withPassword();
        String token = tokenFor(ada);
        door.whileShut(() -> confirm(token, NEW).then().statusCode(503).header("Retry-After", "5"));
        confirm(token, NEW).then().statusCode(200);
    }

    @Test
    void ofTwoAtOnceOneSetsThePassword() {
        Somebody ada = Somebody.withPassword();
        String token = tokenFor(ada);
        List<Integer> answers = Crowd.of(
                4, number -> confirm(token, "long password number " + number).statusCode());
        assertThat(answers).containsExactlyInAnyOrder(200, 422, 422, 422);
        SignIn.as(ada.username(), "long password number " + answers.indexOf(200))
                .then()
                .statusCode(200);
    }

    @Test
    void dryRunUsesNothingUp() {
        Somebody ada = Somebody.withPassword();
        String token = tokenFor(ada);
        Visitor.fresh()
                .post("/v1/password-resets/confirm?dry_run=true", Map.of("token", token, "password", NEW))
                .then()
                .statusCode(200);
        SignIn.as(ada.username(), Somebody.PASSWORD).then().statusCode(200);
        confirm(token, NEW).then().statusCode(200);
    }

    @Test
    void dryRunsAtOnceAreAllAnsweredLikeOne() {
        String token = tokenFor(Somebody.withPassword());
        assertThat(Crowd.of(4, number -> Visitor.fresh()
                        .post("/v1/password-resets/confirm?dry_run=true", Map.of("token", token, "password", NEW))
                        .statusCode()))
                .containsOnly(200);
    }

    /** Five an hour; an hour may begin meanwhile. */
    @Test
    void manyRequestsAreSilentlyPassedOver() {
        Somebody ada = Somebody.fresh();
        for (int request = 0; request < 12; request++) {
            ask(ada.address()).then().statusCode(202);
        }
        assertThat(SQL.number("select count(*) from mail where recipient = ?", ada.address()))
                .isBetween(5L, 10L);
    }

    @Test
    void tokenIsInTheMailAloneAndNotAfterItIsSent() {
        Somebody ada = Somebody.withPassword();
        String token = tokenFor(ada);
        Eventually.rows(
                1, "select count(*) from mail where recipient = ? and state = 'SENT' and body = ''", ada.address());
        assertThat(SQL.number("select count(*) from outbox_event where payload like ?", "%" + token + "%"))
                .isZero();
        assertThat(SQL.number("select count(*) from password_reset where token_hash = ?", token))
                .isZero();
        confirm(token, NEW).then().statusCode(200);
        ADMIN.get("/v1/password-resets?userId=" + ada.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].usedAt", notNullValue());
        assertThat(ADMIN.get("/v1/password-resets?userId=" + ada.id()).asString())
                .doesNotContain(token)
                .doesNotContain("oken");
        assertThat(SQL.rows(
                        "select type from outbox_event where aggregate_type = 'identity.password-reset' and tenant_id = ? order by generation",
                        ada.tenant()))
                .extracting(row -> row.get("type"))
                .containsExactly("identity.password-reset.requested.v1", "identity.password-reset.used.v1");
    }

    private static String tokenFor(Somebody somebody) {
        ask(somebody.address()).then().statusCode(202);
        return new Mailbox(somebody.address()).token(1);
    }

    private static Response ask(String address) {
        return Visitor.fresh().post("/v1/password-resets", Map.of("email", address));
    }

    private static Response confirm(String token, String password) {
        return Visitor.fresh().post("/v1/password-resets/confirm", Map.of("token", token, "password", password));
    }
}
