package io.skyholm.identity.apikey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
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
