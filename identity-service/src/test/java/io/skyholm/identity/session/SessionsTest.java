package io.skyholm.identity.session;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.identity.user.Somebody;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Tasks;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sessions are those of the real Keycloak. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class SessionsTest {

    private static final Sql SQL = Sql.asSuperuser("identity");

    @SuppressWarnings("NullAway.Init") // The test resource puts itself in.
    private KeycloakDoor door;

    @Inject
    SessionActivity activity;

    @Inject
    SessionRecords records;

    @Inject
    TenantTransaction transactions;

    @Test
    void loginBeginsASessionThatLogoutEnds() {
        Somebody ada = Somebody.withPassword();
        Response tokens = ada.signIn();
        UUID session = known(tokens);
        Person herself = ada.person(BuiltInRole.USER);
        herself.get("/v1/sessions")
                .then()
                .statusCode(200)
                .body("items.id", contains(session.toString()))
                .body("items[0].userId", equalTo(ada.id().toString()))
                .body("items[0].ipAddress", notNullValue())
                .body("items[0].endedAt", nullValue());
        SignIn.out(tokens.path("refresh_token"));
        ended(session);
        herself.get("/v1/sessions?active=true").then().body("items", empty());
        herself.get("/v1/sessions?active=false").then().body("items.id", contains(session.toString()));
        assertThat(events(session)).containsExactly("identity.session.started.v1", "identity.session.ended.v1");
    }

    @Test
    void endedSessionsAreNotContinuedAtKeycloak() {
        Somebody ada = Somebody.withPassword();
        Response ending = ada.signIn();
        Response lasting = ada.signIn();
        UUID session = known(ending);
        UUID one = known(lasting);
        UUID other = known(ada.signIn());
        ada.person(BuiltInRole.USER)
                .delete("/v1/sessions/" + session)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("endedAt", notNullValue());
        SignIn.again(ending.path("refresh_token")).then().statusCode(400);
        SignIn.again(lasting.path("refresh_token")).then().statusCode(200);
        ada.person(BuiltInRole.USER).delete("/v1/sessions/" + session).then().statusCode(200);
        assertThat(events(session)).hasSize(2);
        for (String path : List.of("/v1/sessions?dry_run=true&userId=", "/v1/sessions?userId=")) {
            ADMIN.delete(path + ada.id())
                    .then()
                    .statusCode(200)
                    .body("userId", equalTo(ada.id().toString()))
                    .body("ended", equalTo(2));
        }
        ended(one);
        ended(other);
        SignIn.again(lasting.path("refresh_token")).then().statusCode(400);
    }

    @Test
    void sessionLastsIfKeycloakIsAway() {
        Somebody ada = Somebody.withPassword();
        Response tokens = ada.signIn();
        UUID session = known(tokens);
        Person herself = ada.person(BuiltInRole.USER);
        door.whileShut(() -> {
            herself.delete("/v1/sessions/" + session).then().statusCode(503).header("Retry-After", "5");
            herself.delete("/v1/sessions").then().statusCode(503);
        });
        herself.get("/v1/sessions/" + session).then().body("endedAt", nullValue());
        herself.delete("/v1/sessions").then().statusCode(200).body("ended", equalTo(1));
    }

    @Test
    void sessionThatHasExpiredOrThatKeycloakHasForgottenIsEndedByTheReconciler() {
        Somebody ada = Somebody.withPassword();
        UUID expired = known(ada.signIn());
        UUID forgotten = known(ada.signIn());
        UUID orphan = UUID.randomUUID();
        SQL.change("update session set expires_at = created_at where id = ?", expired);
        SQL.change("update session set id = ? where id = ?", orphan, forgotten);
        for (UUID session : List.of(expired, orphan)) {
            Tasks.lookAgain("session", session);
            ended(session);
        }
    }

    @Test
    void newPasswordEndsSessionsAndALockedUserHasNone() {
        Somebody ada = Somebody.withPassword();
        Response before = ada.signIn();
        UUID first = known(before);
        ada.setPassword(Somebody.PASSWORD).then().statusCode(200);
        ended(first);
        SignIn.again(before.path("refresh_token")).then().statusCode(400);
        Response tokens = ada.signIn();
        UUID session = known(tokens);
        ada.change(Map.of("status", "LOCKED"));
        ended(session);
        ada.change(Map.of("status", "ACTIVE"));
        ada.becomesReady();
        SignIn.again(tokens.path("refresh_token")).then().statusCode(400);
    }

    @Test
    void activityIsNotedAndAnUnknownSessionWithIt() {
        Somebody ada = Somebody.fresh();
        UUID session = UUID.randomUUID();
        activity.seen(session, ada.id(), ada.tenant(), "192.0.2.7", "curl/8");
        Eventually.rows(1, "select count(*) from session where id = ? and user_agent = 'curl/8'", session);
        activity.seen(session, ada.id(), ada.tenant(), "192.0.2.7", "another within the minute");
        assertThat(events(session)).containsExactly("identity.session.started.v1");
    }

    @Test
    void nothingBeginsForWhoIsDeletedOrWhoseTenantIs() {
        Somebody ada = Somebody.fresh();
        Somebody eve = Somebody.fresh();
        Somebody stays = Somebody.fresh();
        ada.delete();
        SQL.change("update tenant set status = 'DELETING' where id = ?", eve.tenant());
        assertThat(Stream.of(ada, eve, stays).map(this::begun)).containsExactly(0L, 0L, 1L);
    }

    private long begun(Somebody user) {
        UUID session = UUID.randomUUID();
        SessionStarted seen = new SessionStarted(session, user.id(), Instant.now(), null, null);
        Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> records.started(work, seen)));
        return SQL.number("select count(*) from session where id = ?", session);
    }

    @Test
    void othersSessionsNeedAPermission() {
        Somebody ada = Somebody.withPassword();
        UUID session = known(ada.signIn());
        String path = "/v1/sessions/" + session;
        Person colleague = Person.in(ada.tenant(), BuiltInRole.USER);
        colleague.get(path).then().statusCode(404);
        colleague.get("/v1/sessions").then().statusCode(200).body("items", empty());
        colleague.delete(path).then().statusCode(404);
        colleague.delete("/v1/sessions?userId=" + ada.id()).then().statusCode(403);
        Person stranger = Person.in(Fresh.tenant(), BuiltInRole.TENANT_ADMIN);
        stranger.get(path).then().statusCode(404);
        stranger.delete(path).then().statusCode(404);
        stranger.delete("/v1/sessions?userId=" + ada.id()).then().statusCode(404);
        Person owner = Person.in(ada.tenant(), BuiltInRole.TENANT_ADMIN);
        owner.get("/v1/sessions?userId=" + ada.id())
                .then()
                .body("items.tenantId", everyItem(equalTo(ada.tenant().toString())));
        owner.request().header("If-Match", "\"7\"").delete(path).then().statusCode(412);
        owner.delete(path + "?dry_run=true").then().statusCode(200).body("endedAt", notNullValue());
        owner.get(path).then().body("endedAt", nullValue());
        owner.delete(path).then().statusCode(200);
    }

    @Test
    void keyThatIsBoundToOtherThingsNeitherSeesNorEndsItsOwnersSessions() {
        Somebody ada = Somebody.withPassword();
        ada.change(Map.of("roles", List.of("TENANT_ADMIN")));
        ada.becomesReady();
        Response tokens = ada.signIn();
        UUID session = known(tokens);
        Person owner = ada.person(BuiltInRole.TENANT_ADMIN);
        Person bound = withKey(owner, "AUDIT_ENTRY:READ");
        for (String path : List.of("/v1/sessions", "/v1/sessions/stream", "/v1/sessions/" + session)) {
            bound.get(path).then().statusCode(403).body("detail", containsString("SESSION:READ"));
        }
        for (String path : List.of("/v1/sessions", "/v1/sessions/" + session)) {
            bound.delete(path).then().statusCode(403).body("detail", containsString("SESSION:DELETE"));
        }
        SignIn.again(tokens.path("refresh_token")).then().statusCode(200);
        withKey(owner, "SESSION:READ").get("/v1/sessions/" + session).then().statusCode(200);
    }

    private static Person withKey(Person owner, String permission) {
        String key = owner.post("/v1/api-keys", Map.of("name", Fresh.name(), "permissions", List.of(permission)))
                .path("key");
        Person bound = new Person(owner.id(), owner.tenant(), key);
        Eventually.holds("the key is known", () -> bound.get("/v1/me").statusCode() == 200);
        return bound;
    }

    private static UUID known(Response tokens) {
        UUID session = SignIn.sessionOf(tokens.path("access_token"));
        Eventually.rows(1, "select count(*) from session where id = ?", session);
        return session;
    }

    private static void ended(UUID session) {
        Eventually.rows(1, "select count(*) from session where id = ? and ended_at is not null", session);
    }

    private static List<Object> events(UUID session) {
        return SQL
                .rows("select type from outbox_event where aggregate_id = ? order by generation", session.toString())
                .stream()
                .<Object>map(row -> String.valueOf(row.get("type")))
                .toList();
    }
}
