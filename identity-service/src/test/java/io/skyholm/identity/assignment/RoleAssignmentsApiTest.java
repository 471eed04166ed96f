package io.skyholm.identity.assignment;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.role.BuiltIns;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles are given and taken one by one, or all at once with the user; it is the same truth. */
@QuarkusTest
class RoleAssignmentsApiTest {

    private UUID tenant;
    private Person owner;

    @BeforeEach
    void freshTenant() {
        tenant = Fresh.tenant();
        owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    }

    @Test
    void roleIsTheUsersFromWhenItIsGivenUntilItIsTaken() {
        UUID role = Fresh.role(tenant, "colourist", "USER:READ");
        UUID user = Fresh.user(tenant);
        Response given = give(owner, user, role);
        given.then()
                .statusCode(201)
                .body("tenantId", equalTo(tenant.toString()))
                .body("userId", equalTo(user.toString()))
                .body("roleId", equalTo(role.toString()))
                .body("createdBy", equalTo(owner.id().toString()));
        give(owner, user, role).then().statusCode(409).body("code", equalTo("ROLE_ALREADY_HELD"));
        String path = given.header("Location");
        assertThat(owner.get(path).jsonPath().getMap(""))
                .isEqualTo(given.jsonPath().getMap(""));
        owner.get("/v1/users/" + user)
                .then()
                .body("roles", contains("USER", "colourist"))
                .body("generation", equalTo(2));
        assertThat(Told.of(user)).last().satisfies(event -> {
            assertThat(event).containsEntry("type", "identity.user.changed.v1");
            assertThat(event.get("payload")).asString().contains("\"colourist\"");
        });
        owner.request().header("If-Match", "\"2\"").delete(path).then().statusCode(412);
        owner.request().header("If-Match", "\"1\"").delete(path).then().statusCode(200);
        owner.get(path).then().statusCode(404);
        owner.delete(path).then().statusCode(404);
        owner.get("/v1/users/" + user).then().body("roles", contains("USER"));
        assertThat(Told.types(user)).hasSize(3).last().isEqualTo("identity.user.changed.v1");
    }

    @Test
    void rolesOfTheUsersCommandsAreAssignmentsToo() {
        UUID role = Fresh.role(tenant, "colourist", "USER:READ");
        UUID user = Fresh.user(Fresh.userOf(tenant, "roles", List.of("colourist")));
        owner.get("/v1/role-assignments?userId=" + user).then().body("items.roleId", contains(role.toString()));
        owner.patch("/v1/users/" + user, Map.of("roles", List.of("USER")))
                .then()
                .statusCode(200)
                .body("roles", contains("USER"));
        owner.get("/v1/role-assignments?userId=" + user)
                .then()
                .body("items.roleId", contains(BuiltIns.id(BuiltInRole.USER).toString()));
        owner.get("/v1/role-assignments?roleId=" + role).then().body("items", empty());
    }

    @Test
    void newUserGetsTheTenantsDefaultRolesFromThoseWhoHoldAllThatTheyAllow() {
        UUID role = Fresh.role(tenant, "colourist", "USER:READ");
        owner.patch("/v1/roles/" + role, Map.of("isDefault", true)).then().statusCode(200);
        owner.post("/v1/users", Fresh.userOf(tenant)).then().statusCode(201).body("roles", contains("colourist"));
        owner.post("/v1/users", Fresh.userOf(tenant, "roles", List.of("USER")))
                .then()
                .body("roles", contains("USER"));
        UUID mighty = Fresh.role(tenant, "mighty", "SERVER:MANAGE");
        ADMIN.patch("/v1/roles/" + mighty, Map.of("isDefault", true)).then().statusCode(200);
        owner.post("/v1/users", Fresh.userOf(tenant)).then().statusCode(403);
        ADMIN.post("/v1/users", Fresh.userOf(tenant))
                .then()
                .statusCode(201)
                .body("roles", contains("colourist", "mighty"));
    }

    @Test
    void roleOfAnotherTenantIsNoneHere() {
        UUID foreign = Fresh.role(Fresh.tenant(), "colourist");
        UUID user = Fresh.user(tenant);
        give(ADMIN, user, foreign).then().statusCode(422).body("errors.field", contains("roleId"));
        owner.patch("/v1/users/" + user, Map.of("roles", List.of("colourist")))
                .then()
                .statusCode(422)
                .body("errors.field", contains("roles"));
        give(ADMIN, UUID.randomUUID(), foreign).then().statusCode(422).body("errors.field", contains("userId"));
    }

    @Test
    void roleBeyondOnesOwnIsNotGivenAwayAndWhoHoldsItIsOutOfReach() {
        UUID mighty = Fresh.role(tenant, "mighty", "SERVER:MANAGE");
        UUID user = Fresh.user(tenant);
        give(owner, user, mighty).then().statusCode(403);
        owner.patch("/v1/users/" + user, Map.of("roles", List.of("mighty")))
                .then()
                .statusCode(403);
        give(ADMIN, user, mighty).then().statusCode(201);
        owner.patch("/v1/users/" + user, Map.of("firstName", "Ada")).then().statusCode(403);
        owner.delete("/v1/users/" + user).then().statusCode(403);
        owner.put("/v1/users/" + user + "/password", Map.of("password", "correct horse battery"))
                .then()
                .statusCode(403);
    }

    @Test
    void rolesGivenAtOnceAreAllTheUsers() {
        UUID user = Fresh.user(tenant);
        List<UUID> roles = List.of(
                Fresh.role(tenant, "one"),
                Fresh.role(tenant, "two"),
                Fresh.role(tenant, "three"),
                Fresh.role(tenant, "four"));
        assertThat(Crowd.of(roles.size(), number -> give(owner, user, roles.get(number))
                        .statusCode()))
                .containsOnly(201);
        owner.get("/v1/users/" + user).then().body("roles", contains("USER", "four", "one", "three", "two"));
        assertThat(Told.of(user)).last().satisfies(event -> assertThat(event.get("payload"))
                .asString()
                .contains("\"one\"", "\"two\"", "\"three\"", "\"four\""));
    }

    @Test
    void roleIsEitherGivenOrDeleted() {
        for (int round = 0; round < 5; round++) {
            UUID role = Fresh.role(tenant, "role " + round);
            UUID user = Fresh.user(tenant);
            List<Integer> statuses = Crowd.of(
                    2,
                    number -> number == 0
                            ? give(owner, user, role).statusCode()
                            : owner.delete("/v1/roles/" + role).statusCode());
            assertThat(statuses).isIn(List.of(201, 409), List.of(422, 200));
        }
    }

    private static Response give(Person giver, UUID user, UUID role) {
        return giver.post("/v1/role-assignments", Map.of("userId", user, "roleId", role));
    }
}
