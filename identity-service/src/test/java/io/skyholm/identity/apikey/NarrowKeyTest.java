package io.skyholm.identity.apikey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody can do to keys who has found a narrow one. */
@QuarkusTest
class NarrowKeyTest {

    private UUID tenant = UUID.randomUUID();
    private Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);

    @BeforeEach
    void begin() {
        tenant = Fresh.tenant();
        owner = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
    }

    @Test
    void withANarrowKeyNoneIsMadeChangedOrRevokedThatReachesFurther() {
        String wide = "/v1/api-keys/" + make(Map.of("name", "wide")).getString("id");
        String soon = TestClock.now().plusSeconds(3600).toString();
        JsonPath made = make(Map.of(
                "name",
                "narrow",
                "permissions",
                List.of("API_KEY:READ", "API_KEY:CREATE", "API_KEY:UPDATE", "API_KEY:DELETE"),
                "allowedAddresses",
                List.of("127.0.0.0/8", "::1/128"),
                "expiresAt",
                soon));
        letsIn(made.getString("key"));
        Person narrow = new Person(owner.id(), tenant, made.getString("key"));
        narrow.patch(wide, Map.of("name", "mine")).then().statusCode(403);
        narrow.delete(wide).then().statusCode(403);
        for (Map<String, Object> further : List.<Map<String, Object>>of(
                Map.of("expiresAt", TestClock.now().plusSeconds(7200).toString()),
                Map.of("allowedAddresses", List.of("0.0.0.0/0")),
                Map.of("permissions", List.of("TENANT:READ")))) {
            Map<String, Object> body = new HashMap<>(further);
            body.put("name", "heir");
            narrow.post("/v1/api-keys", body).then().statusCode(403);
            narrow.patch("/v1/api-keys/" + made.getString("id"), further).then().statusCode(403);
        }
        owner.get(wide).then().body("isActive", equalTo(true)).body("name", equalTo("wide"));
        String heir = "/v1/api-keys/"
                + narrow.post("/v1/api-keys", Map.of("name", "heir"))
                        .then()
                        .statusCode(201)
                        .body("allowedAddresses", contains("127.0.0.0/8", "::1/128"))
                        .body("expiresAt", notNullValue())
                        .extract()
                        .path("id");
        owner.delete("/v1/api-keys/" + made.getString("id")).then().statusCode(200);
        owner.get(heir).then().body("isActive", equalTo(false));
        owner.get(wide).then().body("isActive", equalTo(true));
    }

    @Test
    void narrowedKeyNarrowsTheKeysMadeWithIt() {
        JsonPath parent = make(Map.of("name", "parent", "allowedAddresses", List.of("127.0.0.0/8", "::1/128")));
        letsIn(parent.getString("key"));
        Person bearer = new Person(owner.id(), tenant, parent.getString("key"));
        String child = made(bearer, Map.of("name", "child"));
        String elsewhere = made(bearer, Map.of("name", "elsewhere", "allowedAddresses", List.of("127.9.0.0/16")));
        String soon = TestClock.now().plusSeconds(3600).toString();

        owner.patch(
                        "/v1/api-keys/" + parent.getString("id"),
                        Map.of(
                                "permissions", List.of("USER:READ"),
                                "allowedAddresses", List.of("127.0.0.0/16"),
                                "expiresAt", soon))
                .then()
                .statusCode(200);

        owner.get(child)
                .then()
                .body("permissions", contains("USER:READ"))
                .body("allowedAddresses", contains("127.0.0.0/16"))
                .body("expiresAt", notNullValue())
                .body("isActive", equalTo(true));
        owner.get(elsewhere).then().body("isActive", equalTo(false));
    }

    @Test
    void keyThatIsMadeWhileAnAncestorIsRevokedDoesNotStay() {
        JsonPath parent = make(Map.of("name", "parent"));
        letsIn(parent.getString("key"));
        JsonPath child = new Person(owner.id(), tenant, parent.getString("key"))
                .post("/v1/api-keys", Map.of("name", "child"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        letsIn(child.getString("key"));
        Person thief = new Person(owner.id(), tenant, child.getString("key"));
        Crowd.of(
                12,
                number -> number == 5
                        ? owner.delete("/v1/api-keys/" + parent.getString("id")).statusCode()
                        : thief.post("/v1/api-keys", Map.of("name", "heir")).statusCode());
        assertThat(Sql.asSuperuser("identity")
                        .number("select count(*) from api_key where user_id = ? and is_active", owner.id()))
                .isZero();
    }

    @Test
    void oneUserDoesNotUseUpTheTenantsKeys() {
        Sql.asSuperuser("identity").change("""
                insert into api_key (id, generation, tenant_id, user_id, name, prefix, key_hash, allowed_addresses,
                    is_active, created_at, updated_at)
                select uuidv7(), 1, ?, ?, 'many', 'sky_many', uuidv7()::text, '{}', true, now(), now()
                from generate_series(1, 200)""", tenant, owner.id());
        owner.post("/v1/api-keys", Map.of("name", "one more"))
                .then()
                .statusCode(507)
                .body("code", equalTo("TOO_MANY_API_KEYS"));
        Fresh.person(tenant, BuiltInRole.TENANT_ADMIN)
                .post("/v1/api-keys", Map.of("name", "another's"))
                .then()
                .statusCode(201);
    }

    private static String made(Person bearer, Map<String, ?> body) {
        return "/v1/api-keys/"
                + bearer.post("/v1/api-keys", body)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private JsonPath make(Map<String, ?> body) {
        return owner.post("/v1/api-keys", body).then().statusCode(201).extract().jsonPath();
    }

    /** The fact has to come round first. */
    private static void letsIn(String key) {
        Eventually.holds(
                "the key lets in",
                () -> given().auth().oauth2(key).get("/v1/me").statusCode() == 200);
    }
}
