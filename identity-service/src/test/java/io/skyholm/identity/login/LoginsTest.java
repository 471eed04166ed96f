package io.skyholm.identity.login;

import static io.restassured.RestAssured.given;
import static io.skyholm.identity.user.Somebody.PASSWORD;
import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.keycloak.DirectoryEvent;
import io.skyholm.identity.keycloak.DirectoryEvent.Kind;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.identity.user.Somebody;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Logins are learnt from the real Keycloak: each once, whatever happens meanwhile. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class LoginsTest {

    private static final Sql SQL = Sql.asSuperuser("identity");
    private static final int FLOOD = 120;
    private static final String COUNTED = """
            select coalesce(sum((origin ->> 'calls')::bigint), 0) from outbox_event,
                json_array_elements(payload::json -> 'origins') origin
            where type = 'audit.refused-calls.counted.v1' and origin ->> 'addresses' = ?""";
    private static final String OF_USER = "select count(*) from login where user_id = ?";

    @SuppressWarnings("NullAway.Init") // The test resource puts itself in.
    private KeycloakDoor door;

    @Inject
    LoginRecords records;

    @Test
    void loginIsListedAndToldAndTheUserShowsIt() {
        Somebody ada = Somebody.withPassword();
        ada.signIn();
        Eventually.rows(1, OF_USER, ada.id());
        ADMIN.get("/v1/logins?userId=" + ada.id())
                .then()
                .statusCode(200)
                .body("items.outcome", contains("SUCCEEDED"))
                .body("items[0].username", equalTo(ada.username()))
                .body("items[0].tenantId", equalTo(ada.tenant().toString()))
                .body("items[0].ipAddress", notNullValue());
        ADMIN.get("/v1/users/" + ada.id()).then().body("lastLoginAt", notNullValue());
        assertThat(SQL.rows(
                        "select * from outbox_event where aggregate_type = 'identity.login' and actor_id = ?",
                        ada.id().toString()))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("type", "identity.login.succeeded.v1")
                        .containsEntry("tenant_id", ada.tenant()));
    }

    @Test
    void failedLoginIsListedWithItsReasonAndCountedAloneIfNobodyHasTheName() {
        Somebody ada = Somebody.withPassword();
        String nobody = Fresh.username();
        SignIn.as(ada.username(), "a wrong long password").then().statusCode(400);
        SignIn.as(nobody, "a wrong long password").then().statusCode(400);
        Eventually.rows(1, OF_USER, ada.id());
        ADMIN.get("/v1/logins?outcome=FAILED&userId=" + ada.id())
                .then()
                .body("items.reason", contains("invalid_user_credentials"));
        ADMIN.get("/v1/logins?outcome=SUCCEEDED&userId=" + ada.id()).then().body("items", empty());
        assertThat(SQL.number("select count(*) from login where username = ?", nobody))
                .as("read together with ada's")
                .isZero();
    }

    @Test
    void floodOfLoginsAtAProgramThatIsNotThereIsCountedAndNotToldOneByOne() {
        long before = SQL.number(COUNTED, "127.0.0.0/24");
        String entries = "select count(*) from outbox_event where type = 'audit.refused-calls.counted.v1'";
        long told = SQL.number(entries);
        Instant began = Instant.now();
        for (int attempt = 0; attempt < FLOOD; attempt++) {
            given().queryParam("client_id", Fresh.username())
                    .queryParam("response_type", "code")
                    .get(SignIn.address() + "/realms/skyholm/protocol/openid-connect/auth")
                    .then()
                    .statusCode(400);
        }
        Eventually.holds("all are counted", () -> SQL.number(COUNTED, "127.0.0.0/24") >= before + FLOOD);
        long seconds = Duration.between(began, Instant.now()).toSeconds();
        assertThat(SQL.number(entries) - told)
                .as("one for each second, as tests have it")
                .isLessThanOrEqualTo(seconds + 2);
        assertThat(SQL.number("select count(*) from login where reason = 'client_not_found'"))
                .isZero();
        assertThat(SQL.number("select count(*) from outbox_event where payload like '%client_not_found%'"))
                .isZero();
    }

    @Test
    void failureOfAStrangerCountsOnceHoweverOftenItIsRead() {
        List<DirectoryEvent> strangers = List.of(strangersFailure(null), strangersFailure(UUID.randomUUID()));
        for (int time = 0; time < 2; time++) {
            Chains.outcomeOf(() -> records.count(strangers.subList(0, 1)));
            Chains.outcomeOf(() -> records.learn(strangers.get(1)));
        }
        Eventually.rows(1, "select count(*) where (" + COUNTED + ") = 2", "203.0.113.0/24");
    }

    private static DirectoryEvent strangersFailure(@Nullable UUID userId) {
        return new DirectoryEvent(
                UUID.randomUUID().toString(),
                Kind.LOGIN_ERROR,
                Instant.now(),
                userId,
                null,
                "nobody",
                "203.0.113.9",
                "user_not_found",
                null);
    }

    @Test
    void credentialsAreReadWhileLoginsCannotBeWrittenDown() {
        Somebody ada = Somebody.withPassword();
        SQL.whileLocked("login", () -> {
            ada.signIn();
            SignIn.as(ada.username(), "a wrong long password").then().statusCode(400);
            Eventually.rows(
                    1,
                    "select count(*) from login_reading"
                            + " where stream = 'CREDENTIALS' and looked_at > ?::timestamptz + interval '2 seconds'",
                    Instant.now().toString());
        });
        Eventually.rows(2, OF_USER, ada.id());
    }

    @Test
    void loginsBeforeAndWhileKeycloakWasAwayAreLearntOnce() {
        Somebody ada = Somebody.withPassword();
        door.whileShut(() -> {
            ada.signIn();
            ada.signIn();
        });
        Eventually.rows(2, OF_USER, ada.id());
        SQL.change("update login_reading set read_until = read_until - interval '5 minutes' where stream = 'SESSIONS'");
        ada.signIn();
        Eventually.rows(3, OF_USER, ada.id());
    }

    @Test
    void eventThatCannotBeWrittenDownIsSetAside() {
        String id = UUID.randomUUID().toString();
        UUID ada = Somebody.fresh().id();
        DirectoryEvent unwritable =
                new DirectoryEvent(id, Kind.LOGIN_ERROR, Instant.now(), ada, null, null, null, "a\u0000b", null);
        Chains.outcomeOf(() -> records.learn(unwritable));
        Chains.outcomeOf(() -> records.learn(unwritable));
        assertThat(SQL.rows("select consumer from parked_event where id = ?", id))
                .containsExactly(Map.of("consumer", "login"));
    }

    @Test
    void loginThatIsToldOfAfterItsUserWasDeletedLeavesNothingOfThem() {
        Somebody ada = Somebody.fresh();
        ada.delete();
        String id = UUID.randomUUID().toString();
        UUID session = UUID.randomUUID();
        Chains.outcomeOf(() -> records.learn(new DirectoryEvent(
                id, Kind.LOGIN, Instant.now(), ada.id(), session, ada.username(), "192.0.2.7", null, null)));
        assertThat(SQL.rows("select user_id, tenant_id, username from login where event_id = ?", id))
                .singleElement()
                .satisfies(login -> assertThat(login.values()).containsOnlyNulls());
        assertThat(SQL.number("select count(*) from session where id = ?", session))
                .isZero();
        assertThat(SQL.number("select count(*) from app_user where id = ? and last_login_at is not null", ada.id()))
                .isZero();
    }

    @Test
    void passwordChangedAtKeycloakEndsWhatTheOldOneBegan() {
        Somebody ada = Somebody.withPassword();
        Response elsewhere = ada.signIn();
        Response here = ada.signIn();
        UUID kept = SignIn.sessionOf(here.path("access_token"));
        UUID ending = SignIn.sessionOf(elsewhere.path("access_token"));
        Eventually.rows(2, OF_USER, ada.id());
        DirectoryEvent changed = new DirectoryEvent(
                UUID.randomUUID().toString(),
                Kind.UPDATE_PASSWORD,
                Instant.now().plusSeconds(1),
                ada.id(),
                kept,
                null,
                null,
                null,
                null);
        Chains.outcomeOf(() -> records.learn(changed));
        Chains.outcomeOf(() -> records.learn(changed));
        SignIn.again(elsewhere.path("refresh_token")).then().statusCode(400);
        SignIn.again(here.path("refresh_token")).then().statusCode(200);
        assertThat(SQL.rows("select id from session where user_id = ? and ended_at is not null", ada.id()))
                .containsExactly(Map.of("id", ending));
        assertThat(SQL.number(
                        "select count(*) from outbox_event where type = 'identity.user.password-changed.v1' and actor_id = ?",
                        ada.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void sessionInWhichThePasswordWasChangedLastsThoughItsLoginIsLearntLater() {
        Somebody ada = Somebody.withPassword();
        Response here = ada.signIn();
        Eventually.rows(1, OF_USER, ada.id());
        UUID kept = SignIn.sessionOf(here.path("access_token"));
        SQL.change("delete from session where id = ?", kept);
        Instant login = Instant.now();
        Chains.outcomeOf(() -> records.learn(event(Kind.UPDATE_PASSWORD, login.plusSeconds(1), ada, kept)));
        Chains.outcomeOf(() -> records.learn(event(Kind.LOGIN, login, ada, kept)));
        assertThat(SQL.rows("select ended_at from session where id = ?", kept))
                .singleElement()
                .satisfies(session -> assertThat(session).containsEntry("ended_at", null));
    }

    private static DirectoryEvent event(Kind kind, Instant at, Somebody whose, UUID session) {
        return new DirectoryEvent(
                UUID.randomUUID().toString(), kind, at, whose.id(), session, null, "192.0.2.7", null, null);
    }

    @Test
    void whoNeedsASecondFactorAndRemovesItIsAskedForOneAgain() {
        Somebody ada = Somebody.withPassword();
        SQL.change("update app_user set totp_required = true where id = ?", ada.id());
        SignIn.as(ada.username(), PASSWORD).then().statusCode(200);
        DirectoryEvent removed = secondFactor(Kind.REMOVE_CREDENTIAL, ada);
        Chains.outcomeOf(() -> records.learn(removed));
        Eventually.holds(
                "a password alone lets nobody in",
                () -> SignIn.as(ada.username(), PASSWORD).statusCode() == 400);
    }

    @Test
    void credentialChangedAtKeycloakIsToldOnceAndWithoutTheSecret() {
        Somebody ada = Somebody.withPassword();
        DirectoryEvent changed = secondFactor(Kind.UPDATE_CREDENTIAL, ada);
        Chains.outcomeOf(() -> records.learn(changed));
        Chains.outcomeOf(() -> records.learn(changed));
        assertThat(SQL.rows(
                        "select type, tenant_id, payload::json ->> 'credentialType' as kind from outbox_event"
                                + " where aggregate_type = 'identity.credential' and actor_id = ?",
                        ada.id().toString()))
                .containsExactly(
                        Map.of("type", "identity.credential.changed.v1", "tenant_id", ada.tenant(), "kind", "otp"));
    }

    private static DirectoryEvent secondFactor(Kind kind, Somebody whose) {
        return new DirectoryEvent(
                UUID.randomUUID().toString(), kind, Instant.now(), whose.id(), null, null, "192.0.2.7", null, "otp");
    }
}
