package io.skyholm.identity.reset;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
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
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
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
    void mailedTokenSetsANewPasswordOnceAndIsKeptNowhere() {
        Somebody ada = Somebody.withPassword();
        Response before = ada.signIn();
        String token = tokenFor(ada);
        isInTheMailAloneAndNotAfterItIsSent(ada, token);
        confirm(token, NEW).then().statusCode(200).body("username", equalTo(ada.username()));
        SignIn.as(ada.username(), NEW).then().statusCode(200);
        SignIn.as(ada.username(), Somebody.PASSWORD).then().statusCode(400);
        SignIn.again(before.path("refresh_token")).then().statusCode(400);
        confirm(token, "yet another password").then().statusCode(422).body("errors.field", contains("token"));
        assertThat(SQL.value("select tokens_not_before from app_user where id = ?", ada.id()))
                .isNotEqualTo("null");
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

    private static void isInTheMailAloneAndNotAfterItIsSent(Somebody somebody, String token) {
        Eventually.rows(
                1,
                "select count(*) from mail where recipient = ? and state = 'SENT' and body = ''",
                somebody.address());
        assertThat(SQL.number("select count(*) from outbox_event where payload like ?", "%" + token + "%"))
                .isZero();
        assertThat(SQL.number("select count(*) from password_reset where token_hash = ?", token))
                .isZero();
    }

    @Test
    void answerIsTheSameWhereNoMailIsWritten() {
        Somebody ada = Somebody.fresh();
        Somebody locked = Somebody.fresh();
        locked.change(Map.of("status", "LOCKED"));
        String known = ask(ada.address()).then().statusCode(202).extract().asString();
        for (String address : List.of(Fresh.username() + "@example.com", locked.address())) {
            assertThat(ask(address).then().statusCode(202).extract().asString()).isEqualTo(known);
            assertThat(SQL.number("select count(*) from mail where recipient = ?", address))
                    .isZero();
        }
        new Mailbox(ada.address()).mail(1);
    }

    @Test
    void tokenThatIsReplacedOrHasExpiredIsRefused() {
        Somebody ada = Somebody.fresh();
        String older = tokenFor(ada);
        ask(ada.address()).then().statusCode(202);
        String newer = new Mailbox(ada.address()).token(2);
        confirm(older, NEW).then().statusCode(422).body("errors.field", contains("token"));
        confirmInThought(newer).then().statusCode(200);
        SQL.change("""
                update password_reset set expires_at = now() - interval '1 second'
                where user_id = ? and token_hash = ?""", ada.id(), new Secret(newer).hash());
        confirm(newer, NEW).then().statusCode(422).body("errors.field", contains("token"));
    }

    @Test
    void tokenStaysUsableUntilAPasswordIsSet() {
        Somebody ada = Somebody.withPassword();
        String token = tokenFor(ada);
        for (String refused : List.of(ada.username(), "x".repeat(200), "short")) {
            confirm(token, refused).then().statusCode(422).body("errors.field", contains("password"));
        }
        door.whileShut(() -> confirm(token, NEW).then().statusCode(503).header("Retry-After", "5"));
        assertThat(Crowd.of(4, number -> confirmInThought(token).statusCode())).containsOnly(200);
        SignIn.as(ada.username(), Somebody.PASSWORD).then().statusCode(200);
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

    private static String tokenFor(Somebody somebody) {
        ask(somebody.address()).then().statusCode(202);
        return new Mailbox(somebody.address()).token(1);
    }

    private static Response ask(String address) {
        return Visitor.fresh().post("/v1/password-resets", Map.of("email", address));
    }

    private static Response confirmInThought(String token) {
        return Visitor.fresh()
                .post("/v1/password-resets/confirm?dry_run=true", Map.of("token", token, "password", NEW));
    }

    private static Response confirm(String token, String password) {
        return Visitor.fresh().post("/v1/password-resets/confirm", Map.of("token", token, "password", password));
    }
}
