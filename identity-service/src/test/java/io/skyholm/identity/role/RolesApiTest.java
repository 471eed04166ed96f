package io.skyholm.identity.role;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tenants make roles of their own beside the built-in ones. */
@QuarkusTest
class RolesApiTest {

    private UUID tenant;
    private Person owner;

    @BeforeEach
    void freshTenant() {
        tenant = Fresh.tenant();
        owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    }

    @Test
    void createdRoleIsShownChangedAndPublishedAndItsNameStays() {
        Response created = owner.post(
                "/v1/roles",
                Map.of("name", "colourist", "description", "Grades", "permissions", List.of("USER:READ", "ROLE:READ")));
        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("tenantId", equalTo(tenant.toString()))
                .body("isDefault", equalTo(false))
                .body("isBuiltIn", equalTo(false))
                .body("permissions", containsInAnyOrder("USER:READ", "ROLE:READ"))
                .body("createdBy", equalTo(owner.id().toString()));
        String path = created.header("Location");
        Response shown = owner.get(path);
        shown.then().statusCode(200).header("ETag", "\"1\"");
        assertThat(shown.jsonPath().getMap("")).isEqualTo(created.jsonPath().getMap(""));
        UUID role = UUID.fromString(created.path("id"));
        assertThat(Told.of(role)).singleElement().satisfies(event -> {
            assertThat(event).containsEntry("type", "identity.role.created.v1").containsEntry("tenant_id", tenant);
            assertThat(event.get("payload")).asString().contains("\"USER:READ\"");
        });
        owner.patch(path, Map.of("permissions", List.of("ROLE:READ"), "isDefault", true))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("permissions", contains("ROLE:READ"))
                .body("isDefault", equalTo(true));
        owner.patch(path, Map.of("name", "other")).then().statusCode(422).body("errors.field", contains("name"));
        owner.request()
                .header("If-Match", "\"1\"")
                .body(Map.of("isDefault", false))
                .patch(path)
                .then()
                .statusCode(412);
        assertThat(Told.types(role)).containsExactly("identity.role.created.v1", "identity.role.changed.v1");
    }

    @ParameterizedTest
    @EnumSource(BuiltInRole.class)
    void builtInRoleIsShownAndStays(BuiltInRole role) {
        String path = path(BuiltIns.id(role));
        owner.get(path)
                .then()
                .statusCode(200)
                .body("name", equalTo(role.name()))
                .body("isBuiltIn", equalTo(true))
                .body("tenantId", nullValue())
                .body("permissions.size()", equalTo(role.permissions().size()));
        for (Person person : List.of(owner, ADMIN)) {
            person.patch(path, Map.of("isDefault", true)).then().statusCode(409).body("code", equalTo("ROLE_BUILT_IN"));
            person.delete(path).then().statusCode(409).body("code", equalTo("ROLE_BUILT_IN"));
        }
    }

    @Test
    void nameIsTakenInWhateverCaseUntilTheRoleIsDeleted() {
        UUID first = Fresh.role(tenant, "colourist");
        for (String name : List.of("Colourist", "admin", "Tenant_Admin")) {
            owner.post("/v1/roles", Map.of("name", name, "permissions", List.of()))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("ROLE_NAME_TAKEN"));
        }
        Fresh.role(Fresh.tenant(), "colourist");
        owner.delete(path(first)).then().statusCode(200);
        assertThat(Fresh.role(tenant, "colourist")).isNotEqualTo(first);
    }

    @Test
    void roleAllowsNoMoreThanItsMakerMayDo() {
        owner.post("/v1/roles", Map.of("name", "operator", "permissions", List.of("SERVER:MANAGE")))
                .then()
                .statusCode(403);
        UUID mighty = Fresh.role(tenant, "mighty", "SERVER:MANAGE");
        owner.patch(path(mighty), Map.of("isDefault", true)).then().statusCode(403);
        owner.delete(path(mighty)).then().statusCode(403);
        UUID weak = Fresh.role(tenant, "weak", "USER:READ");
        owner.patch(path(weak), Map.of("permissions", List.of("TENANT:MANAGE")))
                .then()
                .statusCode(403);
    }

    @Test
    void roleThatSomebodyHoldsIsNotDeleted() {
        UUID role = Fresh.role(tenant, "colourist", "USER:READ");
        UUID user = Fresh.user(Fresh.userOf(tenant, "roles", List.of("colourist", "USER")));
        owner.delete(path(role))
                .then()
                .statusCode(409)
                .body("code", equalTo("ROLE_IN_USE"))
                .body("detail", containsString("1 user"));
        owner.patch("/v1/users/" + user, Map.of("roles", List.of("USER")))
                .then()
                .statusCode(200);
        owner.delete(path(role)).then().statusCode(200).body("deletedAt", notNullValue());
        owner.delete(path(role)).then().statusCode(404);
        owner.get(path(role)).then().statusCode(200).body("deletedAt", notNullValue());
        owner.get("/v1/roles").then().body("items.id", not(hasItem(role.toString())));
        assertThat(Told.types(role)).last().isEqualTo("identity.role.deleted.v1");
    }

    @Test
    void listHoldsTheBuiltInRolesAndOnesOwn() {
        UUID own = Fresh.role(tenant, "colourist");
        UUID foreign = Fresh.role(Fresh.tenant(), "colourist");
        owner.get("/v1/roles")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("ADMIN", "TENANT_ADMIN", "OPERATOR", "USER", "colourist"))
                .body("items.id", not(hasItem(foreign.toString())));
        owner.get("/v1/roles?tenantId=" + tenant).then().body("items.id", contains(own.toString()));
        owner.get("/v1/roles?name=COLOURIST").then().body("items.id", contains(own.toString()));
    }

    private static String path(UUID role) {
        return "/v1/roles/" + role;
    }
}
