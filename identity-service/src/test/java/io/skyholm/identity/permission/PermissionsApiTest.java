package io.skyholm.identity.permission;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import org.junit.jupiter.api.Test;

/** The catalogue of permissions is what the program knows. */
@QuarkusTest
class PermissionsApiTest {

    @Test
    void catalogueHoldsEveryPermissionAndShowsThoseOfOneType() {
        assertThat(ADMIN.get("/v1/permissions?limit=500").jsonPath().getList("items.permissionName"))
                .as("a type of resource that is added needs a migration that adds it here")
                .containsExactlyInAnyOrderElementsOf(
                        Permission.all().stream().map(Permission::name).toList());
        Response found = ADMIN.get("/v1/permissions?resourceType=SSH_KEY");
        found.then()
                .body("items", hasSize(Action.values().length))
                .body("items.resourceType", everyItem(equalTo("SSH_KEY")));
        String first = found.path("items[0].id");
        ADMIN.get("/v1/permissions/" + first)
                .then()
                .statusCode(200)
                .body("permissionName", equalTo(found.path("items[0].permissionName")));
    }
}
