package io.skyholm.identity.apikey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.local.BoundedWait;
import io.skyholm.runtime.testing.answers.RecordedExchanges;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key's life, and who may do what with it. */
@QuarkusTest
class ApiKeysApiTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("identity");
    private static final Duration SOON = Duration.ofSeconds(60);

    private UUID tenant = UUID.randomUUID();
    private Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);

    @BeforeEach
    void begin() {
        tenant = Fresh.tenant();
        owner = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
    }

    @Test
    void keyIsShownOnceOpensTheDoorAndItsUseIsNoted() {
        JsonPath made = make(Map.of("name", "farm"));
        String key = made.getString("key");
        assertThat(key).startsWith(made.getString("prefix"));
        owner.get("/v1/api-keys/" + made.getString("id"))
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("key", nullValue())
                .body("prefix", startsWith("sky_"))
                .body("isActive", equalTo(true));
        letsIn(key);
        given().auth()
                .oauth2(key)
                .get("/v1/me")
                .then()
                .body("id", equalTo(owner.id().toString()))
                .body("credential", equalTo("API_KEY"))
                .body("credentialId", equalTo(made.getString("id")));
        isKeptNowhere(key);
        assertThat(BoundedWait.waitUntil(
                        () -> owner.get("/v1/api-keys/" + made.getString("id")).path("lastUsedAt") != null, SOON))
                .isTrue();
    }

    private static void isKeptNowhere(String key) {
        assertThat(EVERYTHING.number(
                        "select count(*) from api_key where key_hash = ? or to_jsonb(api_key)::text like ?",
                        key,
                        "%" + key + "%"))
                .isZero();
        for (String table : List.of("outbox_event", "idempotency_key")) {
            assertThat(EVERYTHING.number(
                            "select count(*) from " + table + " t where to_jsonb(t)::text like ?", "%" + key + "%"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void repeatedRequestMakesNoSecondKeyAndShowsNone() {
        String once = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("name", "farm");
        String id = owner.request()
                .header("Idempotency-Key", once)
                .body(body)
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .body("key", notNullValue())
                .extract()
                .path("id");
        owner.request()
                .header("Idempotency-Key", once)
                .body(body)
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .body("id", equalTo(id))
                .body("key", nullValue());
    }

    @Test
    void keyIsChangedUntilItIsRevokedAndThenRefusedWithinSeconds() {
        JsonPath made = make(Map.of("name", "farm"));
        String path = "/v1/api-keys/" + made.getString("id");
        letsIn(made.getString("key"));
        String change = """
                {"name": "other", "allowedAddresses": ["127.0.0.0/8", "::1/128"], "expiresAt": "%s"}""".formatted(TestClock.now().plusSeconds(3600));
        Response changed = owner.request().body(change).patch(path);
        RecordedExchanges.add("PATCH /v1/api-keys/{id}", change, changed.asString());
        changed.then()
                .statusCode(200)
                .body("name", equalTo("other"))
                .body("allowedAddresses", contains("127.0.0.0/8", "::1/128"))
                .body("expiresAt", notNullValue())
                .body("generation", equalTo(2));
        owner.delete(path).then().statusCode(200).body("isActive", equalTo(false));
        assertThat(BoundedWait.waitUntil(() -> status(made.getString("key")) == 401, SOON))
                .isTrue();
        owner.patch(path, Map.of("name", "third")).then().statusCode(409).body("code", equalTo("API_KEY_REVOKED"));
    }

    @Test
    void keyAllowsNoMoreThanItsOwnerMayAndANarrowOneLess() {
        Map<String, Object> king = Map.of("name", "king", "permissions", List.of("TENANT:DELETE"));
        owner.post("/v1/api-keys", king).then().statusCode(403);
        JsonPath made = make(Map.of("name", "reader", "permissions", List.of("TENANT:READ", "API_KEY:CREATE")));
        owner.patch("/v1/api-keys/" + made.getString("id"), king).then().statusCode(403);
        String key = made.getString("key");
        letsIn(key);
        given().auth().oauth2(key).get("/v1/tenants").then().statusCode(200);
        given().auth().oauth2(key).get("/v1/users").then().statusCode(403);
        given().auth()
                .oauth2(key)
                .contentType("application/json")
                .body(Map.of("name", "heir"))
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .body("permissions", contains("TENANT:READ", "API_KEY:CREATE"));
    }

    @Test
    void aKeyThatHasExpiredOpensNothing() {
        JsonPath made = make(Map.of(
                "name", "farm", "expiresAt", TestClock.now().plusSeconds(3600).toString()));
        letsIn(made.getString("key"));
        TestClock.forward(Duration.ofHours(1));
        given().auth().oauth2(made.getString("key")).get("/v1/me").then().statusCode(401);
    }

    @Test
    void keysOfOthersAreForThoseWhoManageThem() {
        Person user = Fresh.person(tenant, BuiltInRole.USER);
        Person other = Fresh.person(tenant, BuiltInRole.USER);
        Person stranger = Fresh.person(Fresh.tenant(), BuiltInRole.TENANT_ADMIN);
        String path = "/v1/api-keys/"
                + user.post("/v1/api-keys", Map.of("name", "farm")).path("id");
        user.get("/v1/api-keys?active=true").then().statusCode(200).body("items.name", contains("farm"));
        other.get(path).then().statusCode(404);
        other.delete(path).then().statusCode(404);
        other.get("/v1/api-keys?userId=" + user.id()).then().statusCode(200).body("items", empty());
        stranger.get(path).then().statusCode(404);
        stranger.delete(path).then().statusCode(404);
        owner.get("/v1/api-keys?userId=" + user.id()).then().statusCode(200).body("items.name", contains("farm"));
        owner.patch(path, Map.of("name", "mine")).then().statusCode(403);
        owner.delete(path).then().statusCode(200);
    }

    private JsonPath make(Map<String, ?> body) {
        return owner.post("/v1/api-keys", body).then().statusCode(201).extract().jsonPath();
    }

    /** The fact has to come round first. */
    private static void letsIn(String key) {
        assertThat(BoundedWait.waitUntil(() -> status(key) == 200, SOON)).isTrue();
    }

    private static int status(String key) {
        return given().auth().oauth2(key).get("/v1/me").statusCode();
    }
}
