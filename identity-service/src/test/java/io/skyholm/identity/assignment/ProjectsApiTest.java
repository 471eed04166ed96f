package io.skyholm.identity.assignment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.role.BuiltIns;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles that are limited to a user group, which is a project, and what nobody gets around. */
@QuarkusTest
class ProjectsApiTest {

    private UUID tenant = UUID.randomUUID();
    private UUID shop = UUID.randomUUID();
    private UUID user = UUID.randomUUID();
    private Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private Person member = owner;

    @BeforeEach
    void memberOfAProject() {
        tenant = Fresh.tenant();
        owner = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
        shop = Fresh.group(tenant);
        Fresh.role(tenant, "guest", "ROLE:READ", "USER:UPDATE", "USER_GROUP:UPDATE");
        user = Fresh.user(Fresh.userOf(tenant, "roles", List.of("guest")));
        member = Person.known(user, tenant, BuiltInRole.USER);
        owner.post("/v1/groups/" + shop + "/members", Map.of("userId", user))
                .then()
                .statusCode(201);
    }

    @Test
    void roleHoldsWithinTheGroupFromWhenItIsGivenUntilItIsTaken() {
        Response given = give(owner, BuiltInRole.USER, shop);
        given.then().statusCode(201).body("groupId", equalTo(shop.toString()));
        give(owner, BuiltInRole.USER, shop).then().statusCode(409).body("code", equalTo("ROLE_ALREADY_HELD"));
        owner.get("/v1/users/" + user)
                .then()
                .body("roles", contains("guest"))
                .body("limitedRoles.role", contains("USER"))
                .body("limitedRoles.groupId", contains(shop.toString()));
        owner.get("/v1/role-assignments?groupId=" + shop).then().body("items.id", contains((String) given.path("id")));
        assertThat(Told.of(user)).last().satisfies(event -> assertThat(event.get("payload"))
                .asString()
                .contains("limitedRoles", shop.toString()));
        Eventually.holds("it counts", () -> limited().contains("API_KEY:CREATE"));
        member.get("/v1/me")
                .then()
                .body("permissions", not(hasItem("INSTANCE:READ")))
                .body(
                        "limitedPermissions.find { it.permission == 'INSTANCE:READ' }.groupIds",
                        contains(shop.toString()));
        owner.delete(given.header("Location")).then().statusCode(200);
        owner.get("/v1/users/" + user).then().body("limitedRoles", empty());
        Eventually.holds("it is over", () -> limited().isEmpty());
    }

    @Test
    void roleIsHeldForAllAndForAProjectAtOnce() {
        UUID other = Fresh.group(tenant);
        give(owner, BuiltInRole.USER, shop).then().statusCode(201);
        give(owner, BuiltInRole.USER, other).then().statusCode(201);
        owner.post("/v1/role-assignments", Map.of("userId", user, "roleId", BuiltIns.id(BuiltInRole.USER)))
                .then()
                .statusCode(201);
        owner.get("/v1/users/" + user)
                .then()
                .body("roles", contains("USER", "guest"))
                .body("limitedRoles", hasSize(2));
        owner.patch("/v1/users/" + user, Map.of("roles", List.of("guest")))
                .then()
                .statusCode(200)
                .body("limitedRoles", hasSize(2));
    }

    @Test
    void projectIsAGroupOfTheSameTenant() {
        UUID foreign = Fresh.group(Fresh.tenant());
        give(owner, BuiltInRole.USER, foreign).then().statusCode(422).body("errors.field", contains("groupId"));
        owner.post("/v1/api-keys", Map.of("name", "farm", "groupId", foreign))
                .then()
                .statusCode(422)
                .body("errors.field", contains("groupId"));
        owner.post("/v1/service-accounts", Map.of("name", "farm", "roles", List.of("USER"), "groupId", foreign))
                .then()
                .statusCode(422)
                .body("errors.field", contains("groupId"));
        give(Person.ADMIN, BuiltInRole.OPERATOR, shop).then().statusCode(422).body("errors.field", contains("groupId"));
    }

    @Test
    void whoAdministersAProjectGivesNothingAway() {
        give(owner, BuiltInRole.TENANT_ADMIN, shop).then().statusCode(201);
        Eventually.holds("it counts", () -> limited().contains("INSTANCE:MANAGE"));
        give(member, BuiltInRole.USER, shop).then().statusCode(403);
        member.post("/v1/role-assignments", Map.of("userId", user, "roleId", BuiltIns.id(BuiltInRole.USER)))
                .then()
                .statusCode(403);
        member.post("/v1/roles", Map.of("name", "mine", "permissions", List.of("INSTANCE:READ")))
                .then()
                .statusCode(403);
        member.post("/v1/invitations", Map.of("email", "friend@example.com"))
                .then()
                .statusCode(403);
        member.post("/v1/service-accounts", Map.of("name", "farm", "roles", List.of("USER")))
                .then()
                .statusCode(403);
        member.get("/v1/users").then().statusCode(403);
    }

    @Test
    void whoIsLimitedToAProjectDoesNotDecideWhoIsInIt() {
        UUID team = Fresh.group(tenant, shop);
        UUID elsewhere = Fresh.group(tenant);
        give(owner, BuiltInRole.USER, shop).then().statusCode(201);
        Eventually.holds("it counts", () -> limited().contains("INSTANCE:READ"));
        Eventually.holds(
                "the team is known",
                () -> member.get("/v1/me")
                                .jsonPath()
                                .getList("limitedPermissions[0].groupIds")
                                .size()
                        == 2);
        for (UUID group : List.of(shop, team)) {
            member.post("/v1/groups/" + group + "/members", Map.of("userId", owner.id()))
                    .then()
                    .statusCode(403);
        }
        member.patch("/v1/groups/" + elsewhere, Map.of("parentGroupId", shop))
                .then()
                .statusCode(403);
        member.post("/v1/groups/" + elsewhere + "/members", Map.of("userId", owner.id()))
                .then()
                .statusCode(201);
    }

    @Test
    void deletedProjectLeavesItsRolesAndKeysWithNothing() {
        give(owner, BuiltInRole.USER, shop).then().statusCode(201);
        Person program = bearing(made(Map.of("name", "project", "groupId", shop)));
        Eventually.holds("it counts", () -> limited().contains("INSTANCE:READ"));
        owner.delete("/v1/groups/" + shop + "/members/" + user).then().statusCode(200);
        owner.delete("/v1/groups/" + shop).then().statusCode(200);
        Eventually.holds("the role is worth nothing", () -> limited().isEmpty());
        Eventually.holds("the key is worth nothing", () -> limited(program).isEmpty());
        program.get("/v1/me").then().body("permissions", empty());
    }

    @Test
    void serviceAccountOfAProjectHasItsRolesThere() {
        JsonPath made = owner.post(
                        "/v1/service-accounts", Map.of("name", "farm", "roles", List.of("USER"), "groupId", shop))
                .then()
                .statusCode(201)
                .body("groupId", equalTo(shop.toString()))
                .extract()
                .jsonPath();
        Eventually.rows(
                1,
                "select count(*) from known_user_group_member where user_id = ?::uuid and not is_removed",
                made.getString("id"));
        String token = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", made.getString("id"))
                .formParam("client_secret", made.getString("clientSecret"))
                .post("/v1/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        Person program = new Person(UUID.fromString(made.getString("id")), tenant, token);
        program.get("/v1/me").then().body("roles", empty()).body("permissions", empty());
        assertThat(limited(program)).contains("INSTANCE:CREATE").doesNotContain("USER:READ");
        owner.request()
                .body("{\"groupId\": null}")
                .patch("/v1/service-accounts/" + made.getString("id"))
                .then()
                .statusCode(200);
        Eventually.holds(
                "it may look everywhere", () -> program.get("/v1/users").statusCode() == 200);
    }

    private Response give(Person giver, BuiltInRole role, UUID group) {
        return giver.post(
                "/v1/role-assignments", Map.of("userId", user, "roleId", BuiltIns.id(role), "groupId", group));
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

    private List<String> limited() {
        return limited(member);
    }

    private static List<String> limited(Person person) {
        return person.get("/v1/me").jsonPath().getList("limitedPermissions.permission");
    }
}
