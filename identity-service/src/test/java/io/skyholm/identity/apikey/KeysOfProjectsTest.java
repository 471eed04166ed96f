package io.skyholm.identity.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that are limited to a project. */
@QuarkusTest
class KeysOfProjectsTest {

    private UUID tenant = UUID.randomUUID();
    private UUID shop = UUID.randomUUID();
    private Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);

    @BeforeEach
    void project() {
        tenant = Fresh.tenant();
        owner = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
        shop = Fresh.group(tenant);
    }

    @Test
    void keysOfAProjectSeeThoseOfItsMembersAlone() {
        UUID user = Fresh.user(Fresh.userOf(tenant, "roles", List.of("USER")));
        Person member = Person.known(user, tenant, BuiltInRole.USER);
        owner.post("/v1/groups/" + shop + "/members", Map.of("userId", user))
                .then()
                .statusCode(201);
        String members = member.post("/v1/api-keys", Map.of("name", "farm"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String owners = made(Map.of("name", "own")).getString("id");
        JsonPath made = made(
                Map.of("name", "project", "groupId", shop, "permissions", List.of("API_KEY:READ", "API_KEY:MANAGE")));
        assertThat(made.getString("groupId")).isEqualTo(shop.toString());
        Person program = bearing(made);
        Eventually.holds(
                "the member is known",
                () -> program.get("/v1/api-keys").jsonPath().getList("items.id").equals(List.of(members)));
        program.get("/v1/api-keys/" + owners).then().statusCode(404);
        program.get("/v1/users").then().statusCode(403);
    }

    @Test
    void limitOfAKeyIsNotShed() {
        owner.post("/v1/groups/" + shop + "/members", Map.of("userId", owner.id()))
                .then()
                .statusCode(201);
        JsonPath made = made(Map.of("name", "project", "groupId", shop));
        String path = "/v1/api-keys/" + made.getString("id");
        Person program = bearing(made);
        Eventually.holds("it sees itself", () -> program.get(path).statusCode() == 200);
        program.request().body("{\"groupId\": null}").patch(path).then().statusCode(403);
        program.patch(path, Map.of("groupId", Fresh.group(tenant))).then().statusCode(403);
        program.post("/v1/api-keys", Map.of("name", "heir", "groupId", Fresh.group(tenant)))
                .then()
                .statusCode(403);
        program.post("/v1/api-keys", Map.of("name", "heir"))
                .then()
                .statusCode(201)
                .body("groupId", equalTo(shop.toString()));
        owner.request()
                .body("{\"groupId\": null}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("groupId", nullValue());
    }

    private JsonPath made(Map<String, ?> body) {
        return owner.post("/v1/api-keys", body).then().statusCode(201).extract().jsonPath();
    }

    /** Whoever bears that key, once it is known. */
    private Person bearing(JsonPath made) {
        Person program = new Person(owner.id(), tenant, made.getString("key"));
        Eventually.holds("the key is known", () -> program.get("/v1/me").statusCode() == 200);
        return program;
    }
}
